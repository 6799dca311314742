"""Whether an agenda was out in time, and until when the public may ask questions. Pure."""

from dataclasses import dataclass
from datetime import date, time

from governance.calendar import words
from governance.calendar.rules import Calendar
from governance.calendar.statutory_dates import (
    StatutoryDate,
    agenda_publication,
    public_questions,
)

FIVE = "five clear days before the meeting"


@dataclass(frozen=True)
class Timing:
    """A date with its trace, a shape for how it stands, and the sentence about it.

    `wants_reason` says that the agenda is late, or will be, and nothing yet says why.
    """

    due: StatutoryDate
    shape: str
    says: str
    wants_reason: bool = False


def agenda_timing(
    held_on: date, out_on: date | None, reason: str, today: date, calendar: Calendar
) -> Timing:
    """Return whether the agenda of a meeting on `held_on` is, or was, out in time.

    `out_on` is the local day it was published, None while it is not or that is not recorded;
    `reason` why the meeting was convened at shorter notice. Source: Local Government Act 1972,
    section 100B; SI 2012/2089, regulations 6 and 7.
    """
    due = agenda_publication(held_on, calendar)
    by = words.day(due.date)
    if out_on and out_on <= due.date:
        shape, said = "good", f"in time: it had to be out by {by}, {FIVE}"
        return Timing(due, shape, f"The agenda was published on {words.day(out_on)}, {said}.")
    if out_on:
        said = f"The agenda was published on {words.day(out_on)}; it had to be out by {by}, {FIVE}."
    elif held_on < today:
        return Timing(due, "idle", f"When the agenda was out is not recorded. It was due by {by}.")
    elif today <= due.date:
        return Timing(due, "warn", f"The agenda has to be out by {by}, {FIVE}.")
    else:
        said = f"The agenda had to be out by {by}, {FIVE}, and is not published."
    if reason:
        return Timing(due, "noted", f"{said} The meeting was called at shorter notice: {reason}")
    return Timing(due, "bad", f"{said} Late: say why the meeting is at shorter notice.", True)


def question_timing(
    held_on: date, days: int, cut_off: time | None, printed: date | None, calendar: Calendar
) -> Timing:
    """Return the last day for a public question, and whether the deadline printed agrees.

    `days` are clear working days; `printed` is what the agenda itself says, None where it says
    nothing. Source: the council's own rule for public questions.
    """
    due = public_questions(held_on, days, calendar)
    until = f"{words.clock(cut_off)} on {words.day(due.date)}" if cut_off else words.day(due.date)
    if printed is None or printed == due.date:
        return Timing(due, "noted", f"Questions from the public are in by {until}.")
    why = calendar.why_not_counted(printed)
    no_day = f", which is not a working day ({why})" if why else ""
    counted = words.counted(days, "clear working day")
    return Timing(
        due,
        "bad",
        f"The agenda prints {words.day(printed)}{no_day}; {counted} before the meeting "
        f"{'is' if days == 1 else 'are'} {words.day(due.date)}.",
    )
