"""Loaders of key decisions to come and of meetings in private, dated from today for a demo."""

from typing import Any

from django.utils import timezone

from governance.agendas.actions import keep_agenda_duty
from governance.bodies.models import Body
from governance.calendar import words
from governance.models import (
    Council,
    ForwardPlanEntry,
    Issue,
    Meeting,
    Notice,
    PrivateMeeting,
)
from governance.notices import actions
from governance.notices.drafting import free_address
from records.load_people import body_of
from records.loading import Loading, Row, find, known, moment


def plan_entry(loading: Loading, row: Row) -> None:
    """One key decision to come, with its published notice; made once, known by its title."""
    council = find(Council, slug=row.pop("council"))
    if known(ForwardPlanEntry, council=council, title=row["title"]):
        return
    if slug := row.pop("body", None):
        row["body"] = body_of(council, slug)
    if slug := row.pop("issue", None):
        row["issue"] = find(Issue, slug=slug)
    published, reason = _published(row)
    entry = loading.make(ForwardPlanEntry(council=council, **row))
    notice = Notice(
        council=council, kind=Notice.Kind.KEY_DECISION, entry=entry, title=entry.title,
        slug=free_address(council, entry.title),
    )  # fmt: skip
    _publish(loading, notice, published, reason)


def private_meeting(loading: Loading, row: Row) -> None:
    """A meeting to come that is to be private, with its published first notice; made once."""
    body: Body = body_of(find(Council, slug=row.pop("council")), row.pop("body"))
    if known(PrivateMeeting, matters=row["matters"]):
        return
    published, reason = _published(row)
    meeting = loading.make(
        Meeting(body=body, held_on=row.pop("held_on"), state="called", is_illustrative=True)
    )
    keep_agenda_duty(meeting, by=loading.by, today=loading.today)
    private = loading.make(PrivateMeeting(meeting=meeting, **row))
    title = f"{Notice.Kind.PRIVATE_MEETING.label}: {body.name}, {words.plain_day(meeting.held_on)}"
    notice = Notice(
        council=body.lead_council, kind=Notice.Kind.PRIVATE_MEETING, private_meeting=private,
        title=title, slug=free_address(body.lead_council, title),
    )  # fmt: skip
    _publish(loading, notice, published, reason)


def _published(row: Row) -> tuple[Any, str]:
    at = moment(row.pop("published"), row.pop("published_time"))
    return at, row.pop("gaps_reason", "")


def _publish(loading: Loading, notice: Notice, at: Any, reason: str) -> None:
    loading.make(notice)
    actions.publish(notice, by=loading.by, at=timezone.now(), published_at=at, gaps_reason=reason)
