"""Tell a call-in count day by day: what each day was, whether it counted, and why. Pure."""

from dataclasses import dataclass
from datetime import date

from governance.calendar import words
from governance.calendar.rules import Calendar, shift
from governance.calendar.trace import Kind, TraceDay
from governance.call_in_windows.terms import STARTS, Terms


@dataclass(frozen=True)
class Count:
    """The days a count turned on.

    uploaded_on: when the notice was put out; published_on: the day the count starts from, which
        is the day the notice counts as published or, under such a rule, the day of the decision.
    starts_from: which of the two, or "minutes".
    numbered: the days that have a number, in order; none under a rule of a fixed weekday.
    reached: where the count ended; deadline: the same, or later if the rule rolls it.
    in_effect_on: the first day the decision takes effect if nobody calls it in.
    """

    uploaded_on: date
    published_on: date
    numbered: tuple[date, ...]
    reached: date
    deadline: date
    in_effect_on: date
    starts_from: str = "publication"


FIRST_DAY = {
    "publication": "Day of publication",
    "decision": "Day of the decision",
    "minutes": "Day the minutes were published",
}


def day_by_day(count: Count, terms: Terms, calendar: Calendar) -> tuple[TraceDay, ...]:
    """Return every day from the first to the day of effect, each with its place in the count.

    The first is the day the notice was put out, or that of the decision if the count starts there.
    """
    numbers = {day: number for number, day in enumerate(count.numbered, start=1)}
    trace = []
    day = min(count.uploaded_on, count.published_on)
    while day <= count.in_effect_on:
        kind, why = _place(day, count, terms, calendar)
        trace.append(TraceDay(day, day in numbers, numbers.get(day), why, kind))
        day = shift(day, 1)
    return tuple(trace)


def _place(day: date, count: Count, terms: Terms, calendar: Calendar) -> tuple[Kind, str]:
    """The order matters: a short window can publish and close on one day."""
    if day == count.in_effect_on:
        return "in_effect", "Takes effect if not called in"
    if day == count.deadline:
        return "last", _last_day(count, terms)
    if day == count.published_on:
        # A page calls the "published" day so; a decision is an event of its own.
        kind: Kind = "event" if count.starts_from == "decision" else "published"
        return kind, FIRST_DAY[count.starts_from]
    reason = calendar.why_not_counted(day)
    if day == count.uploaded_on < count.published_on:
        return "uploaded", _uploaded(reason, count, terms)
    if day in count.numbered:
        return "counted", _counted(day, reason, count, terms)
    return ("skipped", _with_roll(day, reason, count)) if reason else ("open", "Call-in is open")


def _last_day(count: Count, terms: Terms) -> str:
    why = "Last day to call in"
    if count.deadline == count.published_on:
        why = f"{FIRST_DAY[count.starts_from]} and {words.uncapitalised(why)}"
    if not count.numbered:
        start = STARTS[count.starts_from]
        why = f"{why}: {words.weekday(count.reached)} of the week after {start}"
    if count.deadline != count.reached:
        why = f"{why}, moved from {words.day(count.reached)}"
    return why


def _counted(day: date, reason: str | None, count: Count, terms: Terms) -> str:
    """Only a rule of calendar days counts a day that is not worked."""
    if reason is None or day != count.reached:
        what = "Calendar day" if terms.unit == "calendar_days" else "Working day"
        return f"{what}; notice published" if day == count.uploaded_on else what
    return _with_roll(day, reason, count)


def _with_roll(day: date, reason: str, count: Count) -> str:
    """The day a count ended on, if it is not worked, is what moved the deadline."""
    if day != count.reached:
        return reason
    return f"{reason}, so the last day moves to the next working day"


def _uploaded(reason: str | None, count: Count, terms: Terms) -> str:
    put_out = reason
    if put_out is None and terms.office_closing_time is not None:
        put_out = f"Put out after {words.clock(terms.office_closing_time)}"
    return f"{put_out}: counts as published on {words.day(count.published_on)}"
