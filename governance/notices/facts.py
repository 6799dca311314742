"""The facts of a meeting and of its decisions that a notice fixes: an allow-list.

Nothing reaches the public that is not named here, so a field added to a record later cannot leak.
Of a restricted item or decision only that it exists, and under which paragraph.
"""

from collections.abc import Iterable
from typing import Any, TypeGuard

from django.db.models import Q
from django.urls import reverse

from governance.calendar import words
from governance.call_in_windows.rules import Window
from governance.decisions.models import Decision, Resolution
from governance.meetings.models import AgendaItem, Attendance, Meeting, Question
from governance.notices.models import Notice
from governance.notices.publication import Publication
from governance.notices.subjects import DECIDING
from governance.urgency.models import Agreement


def facts_of_decisions(notice: Notice, publication: Publication) -> dict[str, Any]:
    """Return the decisions a notice publishes, and the meeting at which they were made if any."""
    meeting, windows = notice.meeting, publication.windows
    alone = {} if meeting else {"title": decisions_of(notice)[0].public_title}
    return alone | {
        "meeting": fact_of_meeting(meeting) if meeting else None,
        "items": [fact_of_item(item) for item in items_of(meeting)] if meeting else [],
        "decisions": [fact_of_decision(d, windows.get(d.pk, [])) for d in decisions_of(notice)],
    }


def decisions_of(notice: Notice) -> list[Decision]:
    """Return the decisions a notice is about, in the order of the minutes."""
    return decisions_of_all([notice])[notice.pk]


def decisions_of_all(notices: list[Notice]) -> dict[int, list[Decision]]:
    """Return the decisions of each notice by its id, in two queries however many there are."""
    deciding = [notice for notice in notices if notice.kind in DECIDING]
    alone = {notice.decision_id: notice.pk for notice in deciding if notice.decision_id}
    together = {notice.meeting_id: notice.pk for notice in deciding if notice.meeting_id}
    decisions = (
        Decision.objects.filter(Q(pk__in=alone) | Q(item__meeting__in=together))
        .select_related(
            "item__meeting__body",
            "issue",
            "council",
            "key_notice__council",
            "reconsiders",
            "under__decision",
        )
        .prefetch_related(
            "resolutions",
            "agreements",
            "council__key_thresholds",
            "affected__council",
            "item__meeting__body__councils",
            "key_notice__versions",
        )
        .order_by("item__position", "pk")
    )
    found: dict[int, list[Decision]] = {notice.pk: [] for notice in notices}
    for decision in decisions:
        meeting = decision.item.meeting_id if decision.item else 0
        found[alone.get(decision.pk) or together[meeting]].append(decision)
    return found


def items_of(meeting: Meeting) -> Iterable[AgendaItem]:
    return meeting.items.prefetch_related("questions").order_by("position")


def fact_of_meeting(meeting: Meeting) -> dict[str, Any]:
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
        "attendance": [fact_of_attendance(row) for row in here],
    }


def fact_of_attendance(row: Attendance) -> dict[str, Any]:
    """Return who was there, or whose absence was noted, as every notice names them."""
    return {
        "name": row.person.name_and_honours if row.person else "",
        "style": row.person.style if row.person else "",
        "post": row.post,
        "capacity": row.capacity,
        "presence": row.presence,
        "council": row.council.short_name if row.council else "",
    }


def fact_of_item(item: AgendaItem) -> dict[str, Any]:
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


def fact_of_decision(decision: Decision, windows: list[tuple[str, Window]]) -> dict[str, Any]:
    item = decision.item
    always = {
        "minute_number": item.minute_number if item else None,
        "title": decision.public_title,
        "restriction": decision.restriction,
        "made_on": decision.made_on.isoformat() if decision.made_on else None,
        "made_by": item.meeting.body.name if item else decision.made_by,
        "part": item.get_part_display() if item else "",
        "regime": decision.get_regime_display(),
        "key_answer": decision.key_answer,
        "key_test": decision.get_key_test_display(),
        "key_route": decision.key_route,
        "agreements": [_agreement(one) for one in _in_time(decision)],
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
        "portfolio_holder": decision.portfolio_holder,
        "lead_officer": decision.lead_officer,
        "consulted": decision.consulted,
        "value_pence": decision.value_pence,
        "key_route_reason": decision.key_route_reason,
        "key_notice": address_of(decision.key_notice) if decision.key_notice else "",
        "no_call_in_ground": decision.get_no_call_in_ground_display(),
        "why_recorded": decision.get_why_recorded_display(),
        "under": _delegation(decision.under) if decision.under else "",
        "reconsiders": decision.reconsiders.title if _may_name(decision.reconsiders) else "",
        "reconsidered_as": decision.get_reconsidered_as_display(),
        "effective_from": decision.effective_from.isoformat() if decision.effective_from else None,
    }


def _may_name(other: Decision | None) -> TypeGuard[Decision]:
    """May the title of another decision stand in the notice of this one? Only if it is public."""
    return other is not None and other.is_public


def _delegation(limb: Resolution) -> str:
    """Return "Initial ICT Improvement Programme, 1 May 2022, limb 8", or nothing if not public."""
    decision = limb.decision
    if not decision.is_public:
        return ""
    when = f", {words.plain_day(decision.made_on)}" if decision.made_on else ""
    return f"{decision.title}{when}, limb {limb.number}"


def _in_time(decision: Decision) -> list[Agreement]:
    return sorted(decision.agreements.all(), key=lambda one: (one.agreed_at, one.pk))


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "purpose": agreement.purpose,
        "name": agreement.name,
        "office": agreement.office,
        "agreed_at": agreement.agreed_at.isoformat(),
    }


def address_of(notice: Notice) -> str:
    """Return the lasting address of a notice, from the root of the site."""
    return reverse("notices:detail", args=[notice.council.slug, notice.slug])


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
        "due_from": limb.due_from.isoformat() if limb.due_from else None,
        "due_on": limb.due_on.isoformat() if limb.due_on else None,
    }
