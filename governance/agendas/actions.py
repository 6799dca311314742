"""Keeping the duty to publish an agenda in step with its meeting and with what was published."""

from datetime import date

from django.utils import timezone

from governance.agendas.models import AgendaDuty
from governance.calendar import words
from governance.calendar.statutory_dates import agenda_publication
from governance.call_in_windows.actions import calendar_of
from governance.duties.actions import finish, keep
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.meetings.models import Meeting
from governance.meetings.states import State
from governance.people.models import User
from governance.people.rules import Kind as RoleKind

BECAUSE = "A meeting that is called must have its agenda out in time"


def keep_agenda_duty(
    meeting: Meeting, *, by: User, out_on: date | None = None, today: date | None = None
) -> Duty | None:
    """Make the duty to publish the agenda of a meeting, or bring it up to date; return it.

    Call it in the transaction of what changed. `out_on` is the day on which the agenda was
    published, where that is what changed; it is done then. `today` is the local date, now's unless
    told. A meeting that is not to be held takes its duty along; one of the past makes none.
    Source: Local Government Act 1972, section 100B; SI 2012/2089, regulations 6 and 7.
    """
    today, out_on = today or timezone.localdate(), out_on or meeting.agenda_out_on
    links = AgendaDuty.objects.select_for_update(of=("self",)).select_related("duty")
    link = links.filter(meeting=meeting).first()
    if link is None:
        ahead = meeting.state == State.CALLED and meeting.held_on >= today
        return _begin(meeting, by=by) if ahead and not out_on else None
    duty = link.duty
    if duty.done_on:
        return duty
    if meeting.state not in (State.CALLED, State.HELD):
        remove(link, by=by, because="The meeting is not to be held")
        remove(duty, by=by, because="The meeting is not to be held")
        return None
    duty = keep(duty, _facts(meeting), by=by, because=BECAUSE)
    if out_on and out_on <= today:
        how = "The agenda was published."
        duty = finish(duty, done_on=out_on, how=how, by=by, today=today)
    return duty


def _begin(meeting: Meeting, *, by: User) -> Duty:
    duty = keep(Duty(kind=Duty.Kind.AGENDA), _facts(meeting), by=by, because=BECAUSE)
    write(AgendaDuty(meeting=meeting, duty=duty), by=by, because=BECAUSE)
    return duty


def _facts(meeting: Meeting) -> dict[str, object]:
    council = meeting.body.lead_council
    title = f"Publish the agenda of {meeting.body.name}, {words.plain_day(meeting.held_on)}"
    return {
        "title": title[:300],
        "council": council,
        "holder": "Democratic services",
        "holder_role": RoleKind.DEMOCRATIC_SERVICES.value,
        "due_on": agenda_publication(meeting.held_on, calendar_of(council)).date,
        "is_illustrative": meeting.is_illustrative,
    }
