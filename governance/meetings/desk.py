"""What democratic services see to before a meeting: its dates, each with how it was counted."""

from datetime import date

from governance.calendar.rules import Calendar
from governance.errors import Refused
from governance.meetings.models import Meeting
from governance.meetings.states import State
from governance.meetings.timing import Timing, agenda_timing, question_timing


def timings_of(
    meeting: Meeting,
    calendar: Calendar,
    today: date,
    out_on: date | None = None,
    reason: str = "",
) -> list[tuple[str, Timing]]:
    """Return the dates of a meeting under their names; none where the bank holidays are unknown.

    `out_on` is the local day its agenda was published here; one of the past says its own. `reason`
    is why it came out late, where the meeting's record itself gives no reason for short notice.
    """
    if meeting.state == State.CANCELLED:
        return []
    found, body = [], meeting.body
    out_on = out_on or meeting.agenda_out_on
    try:
        why = meeting.short_notice_reason or reason
        timing = agenda_timing(meeting.held_on, out_on, why, today, calendar)
        found.append(("Agenda", timing))
        if body.question_days:
            asked = question_timing(
                meeting.held_on,
                body.question_days,
                body.question_cut_off,
                meeting.printed_question_deadline,
                calendar,
            )
            found.append(("Questions from the public", asked))
    except Refused:
        return []
    return found
