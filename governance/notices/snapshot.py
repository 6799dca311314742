"""What a notice fixes when it is published: an allow-list of facts, and their fingerprint.

Nothing reaches the public that is not named here, so a field added to a record later cannot leak.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from governance.call_in_windows.rules import Window
from governance.decisions.models import Decision, Resolution
from governance.meetings.models import AgendaItem, Attendance, Meeting, Question
from governance.notices.models import Notice

SCHEMA = "concordat notice 1"
OF_A_COUNCIL = (
    *("name", "short_name", "brand_colour", "link_colour", "surface_colour"),
    *("contact_name", "contact_email", "contact_phone"),
)


def fingerprint(snapshot: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) of the snapshot as `canonical` bytes."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def canonical(snapshot: dict[str, Any]) -> bytes:
    """Return the one byte form of a snapshot: UTF-8 JSON, sorted keys, no spaces."""
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def snapshot_of(
    notice: Notice,
    *,
    address: str,
    number: int,
    published_at: datetime,
    windows: dict[int, list[tuple[str, Window]]],
    correction: dict[str, Any],
    gaps: dict[str, Any],
) -> dict[str, Any]:
    """Return the public facts of `notice` as plain JSON values.

    `windows` maps a decision's id to (council's name, window) pairs; `correction` says why this
    version replaces another and what it did to the clock; `gaps` names what was missing and why it
    was published all the same.
    """
    council = notice.council
    meeting = notice.meeting
    return {
        "schema": SCHEMA,
        "address": address,
        "kind": notice.get_kind_display(),
        "title": notice.title,
        "version": number,
        "published_at": published_at.isoformat(),
        "correction": correction,
        "gaps": gaps,
        "council": {name: getattr(council, name) for name in OF_A_COUNCIL},
        "part_of": council.part_of,
        "meeting": _meeting(meeting) if meeting else None,
        "items": [_item(item) for item in _items(meeting)] if meeting else [],
        "decisions": [_decision(d, windows.get(d.pk, [])) for d in decisions_of(notice)],
    }


def decisions_of(notice: Notice) -> list[Decision]:
    """Return the decisions a notice is about, in the order of the minutes."""
    return decisions_of_all([notice])[notice.pk]


def decisions_of_all(notices: list[Notice]) -> dict[int, list[Decision]]:
    """Return the decisions of each notice by its id, in two queries however many there are."""
    alone = {notice.decision_id: notice.pk for notice in notices if notice.decision_id}
    together = {notice.meeting_id: notice.pk for notice in notices if notice.meeting_id}
    decisions = (
        Decision.objects.filter(Q(pk__in=alone) | Q(item__meeting__in=together))
        .select_related("item__meeting__body", "issue")
        .prefetch_related("resolutions")
        .order_by("item__position", "pk")
    )
    found: dict[int, list[Decision]] = {notice.pk: [] for notice in notices}
    for decision in decisions:
        meeting = decision.item.meeting_id if decision.item else 0
        found[alone.get(decision.pk) or together[meeting]].append(decision)
    return found


def _items(meeting: Meeting) -> Iterable[AgendaItem]:
    return meeting.items.prefetch_related("questions").order_by("position")


def _meeting(meeting: Meeting) -> dict[str, Any]:
    here = list(meeting.attendances.select_related("person", "council").order_by("position", "pk"))
    return {
        "body": meeting.body.name,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": meeting.starts_at.isoformat("minutes") if meeting.starts_at else None,
        "ended_at": meeting.ended_at.isoformat("minutes") if meeting.ended_at else None,
        "place": meeting.place,
        "contact": meeting.contact,
        "circulation_note": meeting.circulation_note,
        "illustrative": meeting.is_illustrative,
        "attendance": [_attendance(row) for row in here],
    }


def _attendance(row: Attendance) -> dict[str, Any]:
    return {
        "name": row.person.name_and_honours if row.person else "",
        "style": row.person.style if row.person else "",
        "post": row.post,
        "capacity": row.capacity,
        "presence": row.presence,
        "council": row.council.short_name if row.council else "",
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    shown = item.is_public
    return {
        "minute_number": item.minute_number,
        "printed_number": item.printed_number,
        "title": item.title,
        "part": item.get_part_display(),
        "standing": item.is_standing,
        "nil": item.is_nil,
        "mark": item.mark,
        "footnote": item.footnote if shown else "",
        "restriction": item.restriction,
        "minute": item.minute if shown else "",
        "questions": [_question(question) for question in item.questions.all()] if shown else [],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "asked_by": question.asked_by,
        "question": question.question,
        "answered_by": question.answered_by,
        "answer": question.answer,
        "undertaking": question.undertaking,
    }


def _decision(decision: Decision, windows: list[tuple[str, Window]]) -> dict[str, Any]:
    item = decision.item
    always = {
        "minute_number": item.minute_number if item else None,
        # The agenda already names a restricted item; a restricted decision's own title stays in.
        "title": decision.title if decision.is_public or not item else item.title,
        "restriction": decision.restriction,
        "made_on": decision.made_on.isoformat() if decision.made_on else None,
        "made_by": item.meeting.body.name if item else decision.made_by,
        "part": item.get_part_display() if item else "",
        "regime": decision.get_regime_display(),
        "key_answer": decision.key_answer,
        "key_test": decision.get_key_test_display(),
        "call_in_answer": decision.call_in_answer,
        "no_call_in_reason": decision.no_call_in_reason if decision.is_public else "",
        "illustrative": decision.is_illustrative,
        "windows": [{"council": name, **window.as_json()} for name, window in windows],
    }
    return always | (_open_parts(decision) if decision.is_public else {"resolutions": []})


def _open_parts(decision: Decision) -> dict[str, Any]:
    """What regulation 12(2) or 13(2) wants published, of a decision that is public."""
    return {
        "issue": decision.issue.title if decision.issue else "",
        "preamble": decision.preamble,
        "presented_by": decision.presented_by,
        "replaces": decision.replaces,
        "resolutions": [_limb(limb) for limb in _limbs(decision)],
        "reasons": decision.reasons,
        "alternatives_answer": decision.alternatives_answer,
        "alternatives": decision.alternatives,
        "conflicts_answer": decision.conflicts_answer,
        "conflicts": decision.conflicts,
        "dispensations_answer": decision.dispensations_answer,
        "dispensations": decision.dispensations,
        "wards": decision.wards,
        "contact": decision.contact,
    }


def _limbs(decision: Decision) -> list[Resolution]:
    return sorted(decision.resolutions.all(), key=lambda limb: limb.number)


def _limb(limb: Resolution) -> dict[str, Any]:
    return {
        "number": limb.number,
        "verb": limb.get_verb_display(),
        "text": limb.text,
        "mark": limb.mark,
        "footnote": limb.footnote,
        "delegated_to": limb.delegated_to,
        "in_consultation_with": limb.in_consultation_with,
        "recommended_to": limb.recommended_to,
    }
