"""By when a call-in is heard, and a decision that was sent back is decided again. Pure.

No statute fixes either: the time is the council's own rule. Where a constitution does not say from
which day it runs, it runs from the day of the request, or of the referral, which is not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from governance.calendar import words
from governance.calendar.rules import (
    Calendar,
    add_working_days,
    months_beginning_with,
    shift,
)
from governance.calendar.trace import Kind, TraceDay
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.conduct_parts import Period
from governance.call_in_windows.conduct_readers import NEXT_MEETING

# A constitution that says "promptly" or nothing still leaves the decision frozen meanwhile.
DAYS_TO_CHECK = 2
# Where no last day is known it is frozen none the less: ten working days, as many constitutions do.
CAUTIOUS_DAYS = 10


@dataclass(frozen=True)
class By:
    """The last day, or None where no rule fixes one; how it was counted, and day by day."""

    date: date | None
    says: str
    trace: tuple[TraceDay, ...] = ()


def checked_by(requested_on: date, calendar: Calendar) -> date:
    """Return the day by which a request should be checked: our own caution, as no rule says."""
    return add_working_days(requested_on, DAYS_TO_CHECK, calendar)


def cautious_by(start: date, calendar: Calendar) -> date:
    """Return the day by which to hear it, or to decide it again, where no rule fixes one."""
    return add_working_days(start, CAUTIOUS_DAYS, calendar)


def heard_by(
    conduct: Conduct, requested_on: date, calendar: Calendar, meetings: Sequence[date] = ()
) -> By:
    """Return by when a call-in requested on a local date must be heard, under the rule.

    `meetings` are the days on which the scrutiny committee is called to meet, in order.
    """
    if conduct.hearing_within is None:
        return By(None, "It is not known within what time it must be heard.")
    if conduct.hearing_within == NEXT_MEETING:
        following = [day for day in meetings if day > requested_on]
        if not following:
            return By(None, "It is heard at the committee's next meeting, which is not called yet.")
        says = f"It is heard at the committee's next meeting, on {words.day(following[0])}."
        return By(following[0], says)
    first = "Call-in requested"
    return _within(conduct.hearing_within, requested_on, calendar, first, "Last day to hear it")


def decided_again_by(conduct: Conduct, referred_on: date, calendar: Calendar) -> By:
    """Return by when a decision that was sent back on a local date must be reconsidered."""
    if conduct.reconsider_within is None:
        return By(None, "It is not known how soon it must be reconsidered.")
    period, last = conduct.reconsider_within, "Last day to decide again"
    return _within(period, referred_on, calendar, "Sent back", last)


def _within(period: Period, start: date, calendar: Calendar, first: str, last: str) -> By:
    end = _end(period, start, calendar)
    says = f"{period.in_words()} after {words.day(start)}"
    trace = _trace(period, (start, end), (first, last), calendar)
    return By(end, words.sentence_case(f"{says}."), trace)


def _end(period: Period, start: date, calendar: Calendar) -> date:
    match period.unit:
        case "working_days":
            return add_working_days(start, period.count, calendar)
        case "months":
            return months_beginning_with(shift(start, 1), period.count)
    return shift(start, period.count)


def _trace(
    period: Period, ends: tuple[date, date], said: tuple[str, str], calendar: Calendar
) -> tuple[TraceDay, ...]:
    """Tell the count day by day; a long period by its two ends alone."""
    start, end = ends
    found = [TraceDay(start, False, None, said[0], "event")]
    if period.unit == "working_days":
        found += _numbered(start, end, calendar)
    number = period.count if period.unit == "working_days" else None
    return (*found, TraceDay(end, number is not None, number, said[1], "last"))


def _numbered(start: date, end: date, calendar: Calendar) -> list[TraceDay]:
    found, number = [], 0
    for ahead in range(1, (end - start).days):
        day = shift(start, ahead)
        reason = calendar.why_not_counted(day)
        number += reason is None
        kind: Kind = "skipped" if reason else "counted"
        why, place = reason or "Working day", None if reason else number
        found.append(TraceDay(day, reason is None, place, why, kind))
    return found
