"""Every kind of notice by its code, and what is asked of whichever kind a notice has."""

from datetime import datetime
from typing import Any

from governance.calendar import words
from governance.decisions.rules import Level
from governance.notices.kinds.agenda import AGENDA
from governance.notices.kinds.call_in import CALL_IN_OUTCOME, CALL_IN_RECEIVED
from governance.notices.kinds.decision import DECISION
from governance.notices.kinds.general_exception import GENERAL_EXCEPTION
from governance.notices.kinds.key_decision import KEY_DECISION
from governance.notices.kinds.kind import Kind
from governance.notices.kinds.meeting import MEETING
from governance.notices.kinds.minutes import MINUTES
from governance.notices.kinds.private_meeting import PRIVATE_MEETING
from governance.notices.kinds.private_meeting_final import PRIVATE_MEETING_FINAL
from governance.notices.kinds.private_meeting_urgent import PRIVATE_MEETING_URGENT
from governance.notices.kinds.special_urgency import SPECIAL_URGENCY
from governance.notices.models import Notice

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        *(MEETING, DECISION, AGENDA, MINUTES),
        *(KEY_DECISION, GENERAL_EXCEPTION, SPECIAL_URGENCY),
        *(PRIVATE_MEETING, PRIVATE_MEETING_FINAL, PRIVATE_MEETING_URGENT),
        *(CALL_IN_RECEIVED, CALL_IN_OUTCOME),
    )
}


def kind_of(notice: Notice) -> Kind:
    """Return the kind of a notice."""
    return KINDS[notice.kind]


def kind_in(snapshot: dict[str, Any]) -> Kind:
    """Return the kind of a published snapshot; the oldest have no code and tell by their facts."""
    code = snapshot.get("code") or ("meeting" if snapshot["meeting"] else "decision")
    return KINDS[code]


def related_to_all() -> list[str]:
    """Return what to fetch with a list of notices of any kind, for their checklists."""
    return sorted({path for kind in KINDS.values() for path in kind.related})


def gaps_of(notice: Notice, at: datetime) -> list[str]:
    """Return the headings of what is missing from a notice, as its readers will see them."""
    lines = kind_of(notice).checklist(notice, at)
    return [line.check.heading for line in lines if line.check.level is Level.MISSING]


def heading(snapshot: dict[str, Any]) -> str:
    """Return "Cabinet, Wednesday 12 April 2023", or whatever such a notice is called by."""
    return kind_in(snapshot).heading(snapshot)


def is_illustrative(snapshot: dict[str, Any]) -> bool:
    """Return whether a record that the notice tells of, or part of it, is made up."""
    records = [snapshot, snapshot.get("meeting") or {}, *snapshot.get("decisions", [])]
    return any(record.get("illustrative") for record in [snapshot, *records])


def present(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return everything a template needs to show a published notice, already in words."""
    kind = kind_in(snapshot)
    published_at = datetime.fromisoformat(snapshot["published_at"])
    return {
        "snapshot": snapshot,
        "page": kind.page,
        "printed": kind.printed,
        "kind": snapshot["kind"],
        "heading": kind.heading(snapshot),
        "council": snapshot["council"],
        "part_of": snapshot["part_of"],
        "version": snapshot["version"],
        "published": words.day(published_at),
        "published_moment": words.moment(published_at),
        "illustrative": is_illustrative(snapshot),
        "correction": snapshot["correction"],
        "gaps": snapshot["gaps"],
    } | kind.words(snapshot)
