"""What waits for democratic services, in the order of harm if it is missed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales, warning
from governance.calendar.local_time import local_day
from governance.calendar.rules import Calendar, add_working_days
from governance.calendar.statutory_dates import (
    agenda_publication,
    key_decision_notice,
    private_meeting_notice,
)
from governance.called_in.requests import waiting_at
from governance.decisions.models import Decision
from governance.duties import page as duties
from governance.duties.models import Duty
from governance.forward_plan.models import ForwardPlanEntry
from governance.meetings.models import Meeting
from governance.meetings.states import State as Held
from governance.notices import desk, page
from governance.notices.kinds.registry import related_to_all
from governance.notices.models import SUBJECTS_WITH, Notice, NoticeVersion
from governance.notices.states import State
from governance.notices.subjects import DECIDING
from governance.people.permissions import Visitor
from governance.private_meetings.models import PrivateMeeting
from governance.window_flags.page import flags_waiting

# Councils publish within two working days of the meeting; no statute names a number.
DAYS_TO_PUBLISH = 2
DAYS_AHEAD = 30


@dataclass(frozen=True)
class Late:
    """Something whose last day is near or has passed: what it is, what to say, where to go."""

    due: date
    shape: str
    what: str
    says: str
    address: str
    go: str


def sections(user: Visitor, councils: set[int], now: datetime) -> dict[str, Any]:
    """Return the sections of the worklist for the councils whose notices `user` publishes."""
    mine = Notice.objects.visible_to(user).filter(council__in=councils)
    drafts = mine.filter(state=State.DRAFT).select_related(*SUBJECTS_WITH)
    waiting = list(drafts.prefetch_related(*related_to_all()).order_by("pk"))
    windows = page.rows(list(mine.open_at(now).select_related("council")), now)
    windows.sort(key=lambda row: row["verdict"].closes_at)
    making = NoticeVersion.objects.visible_to(user).filter(notice__council__in=councils, file=None)
    desks = desk.desks_of(waiting, now)
    return {
        "today": words.day(now),
        "drafts": [
            (notice, found, desk.tomorrow(notice, found, now))
            for notice, found in zip(waiting, desks, strict=True)
        ],
        "late": late(user, councils, local_day(now)),
        "windows": windows,
        "making": making.select_related("notice__council").order_by("recorded_at"),
        "flags": flags_waiting(councils),
        "duties": _duties(user, councils, local_day(now)),
        "calendar_warning": warning(local_day(now)),
    }


def late(user: Visitor, councils: set[int], today: date) -> list[Late]:
    """Return what is late, or has its last day within thirty days, the longest overdue first."""
    calendar = england_and_wales({})
    found = [
        *_requests(councils, today),
        *_without_notice(user, councils, today, calendar),
        *_agendas(user, councils, today, calendar),
        *_key_decisions(user, councils, today, calendar),
        *_private_meetings(user, councils, today, calendar),
    ]
    return sorted(found, key=lambda one: (one.due, one.what))


def _duties(user: Visitor, councils: set[int], today: date) -> list[duties.Row]:
    waiting = Duty.objects.visible_to(user).waiting(today)
    waiting = waiting.filter(council__in=councils, due_on__lte=today + timedelta(days=DAYS_AHEAD))
    return duties.rows(duties.with_sources(waiting), today)


def _shape(due: date, today: date) -> str:
    return "bad" if due < today else "warn"


def _by(due: date, today: date) -> str:
    return f"{'Was' if due < today else 'Is'} due by {words.day(due)}"


def _requests(councils: set[int], today: date) -> list[Late]:
    """Members requested a call-in: the decision is frozen until somebody checks the request."""
    return [
        Late(one.due_on, _shape(one.due_on, today), one.what, one.says, one.address, "Check it")
        for one in waiting_at(councils, today)
    ]


def _without_notice(
    user: Visitor, councils: set[int], today: date, calendar: Calendar
) -> list[Late]:
    """A meeting decided something, and two working days later no notice of it is published."""
    notices = Notice.objects.filter(
        meeting=OuterRef("pk"), kind__in=DECIDING, published_at__isnull=False
    ).exclude(state=State.WITHDRAWN)
    decided = Decision.objects.filter(item__meeting=OuterRef("pk"))
    meetings = (
        Meeting.objects.visible_to(user)
        .filter(Exists(decided), ~Exists(notices), body__lead_council__in=councils, state=Held.HELD)
        .select_related("body")
    )
    rows = []
    for meeting in meetings:
        due = add_working_days(meeting.held_on, DAYS_TO_PUBLISH, calendar)
        says = f"Held on {words.day(meeting.held_on)}; no notice of its decisions is published."
        if due < today:
            address = reverse("meetings:detail", args=[meeting.pk])
            rows.append(Late(due, "bad", str(meeting.body), says, address, "Open the meeting"))
    return rows


def _agendas(user: Visitor, councils: set[int], today: date, calendar: Calendar) -> list[Late]:
    """A meeting is called, and its agenda is not out with its last day near or past."""
    out = Notice.objects.filter(
        meeting=OuterRef("pk"), kind=Notice.Kind.AGENDA, state=State.PUBLISHED
    )
    meetings = (
        Meeting.objects.visible_to(user)
        .filter(
            ~Exists(out), body__lead_council__in=councils, state=Held.CALLED,
            held_on__gte=today, agenda_out_on=None,
        )
        .select_related("body")
    )  # fmt: skip
    rows = []
    for meeting in meetings:
        due = agenda_publication(meeting.held_on, calendar).date
        if due <= today + timedelta(days=DAYS_AHEAD):
            says = f"{_by(due, today)}, for the meeting on {words.day(meeting.held_on)}."
            address = reverse("meetings:detail", args=[meeting.pk])
            what = f"Agenda of {meeting.body}"
            rows.append(Late(due, _shape(due, today), what, says, address, "Open the meeting"))
    return rows


def _key_decisions(
    user: Visitor, councils: set[int], today: date, calendar: Calendar
) -> list[Late]:
    """A key decision is planned, and its notice is not out with its last day near or past."""
    entries = ForwardPlanEntry.objects.visible_to(user).filter(
        council__in=councils, published_at=None, planned_from__isnull=False
    )
    rows = []
    for entry in entries:
        planned = entry.planned_to or entry.planned_from
        due = key_decision_notice(planned, calendar).date if planned else today
        if planned and due <= today + timedelta(days=DAYS_AHEAD):
            says = f"{_by(due, today)}, for a decision planned for {words.day(planned)}."
            address = reverse("forward_plan:edit", args=[entry.pk])
            what = f"Notice of a key decision: {entry.title}"
            rows.append(Late(due, _shape(due, today), what, says, address, "Open the entry"))
    return rows


def _private_meetings(
    user: Visitor, councils: set[int], today: date, calendar: Calendar
) -> list[Late]:
    """A meeting is to be private, and one of its notices is not out with its last day near."""
    found = (
        PrivateMeeting.objects.visible_to(user)
        .filter(meeting__body__lead_council__in=councils, meeting__held_on__gte=today)
        .select_related("meeting__body")
        .prefetch_related("notices")
    )
    rows = []
    for private in found:
        out = {one.kind for one in private.notices.all() if one.state == State.PUBLISHED}
        first = Notice.Kind.PRIVATE_MEETING in out
        if out & {Notice.Kind.PRIVATE_MEETING_FINAL, Notice.Kind.PRIVATE_MEETING_URGENT}:
            continue
        stage = "second" if first else "first"
        held_on = private.meeting.held_on
        due = private_meeting_notice(held_on, 5 if first else 28, calendar).date
        if due <= today + timedelta(days=DAYS_AHEAD):
            says = f"{_by(due, today)}, for the meeting on {words.day(held_on)}."
            which = words.sentence_case(stage)
            what = f"{which} notice of a meeting in private: {private.meeting.body}"
            address = reverse("private_meetings:desk", args=[private.pk])
            rows.append(Late(due, _shape(due, today), what, says, address, "Open the record"))
    return rows
