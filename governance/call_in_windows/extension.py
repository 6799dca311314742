"""Letting a call-in window run on to a later day that a person chose. Pure."""

from dataclasses import replace
from datetime import date

from governance.calendar import words
from governance.calendar.rules import Calendar, is_working_day, next_working_day, shift
from governance.calendar.trace import TraceDay
from governance.call_in_windows.rules import Window, closing_of
from governance.errors import Refused


def extend(window: Window, until: date, calendar: Calendar) -> Window:
    """Return `window` with `until` as its last day, and a trace that says so.

    The hour at which it shuts stays the rule's. Refused where `until` is not a working day, or is
    not after the last day there was: a correction never shortens a window. Source: our own caution;
    a council may always allow more time than its constitution gives.
    """
    if until <= window.deadline:
        raise Refused(
            f"Call-in already runs to {words.day(window.deadline)}. Choose a later day: a "
            "correction never makes the time shorter."
        )
    if not is_working_day(until, calendar):
        raise Refused(
            f"{words.day(until)} is not a working day ({calendar.why_not_counted(until)}). "
            "Choose a day on which somebody can be asked."
        )
    clear = window.terms.unit == "clear_working_days"
    in_effect_on = next_working_day(until, calendar) if clear else shift(until, 1)
    return replace(
        window,
        deadline=until,
        closes_at=closing_of(until, window.terms),
        in_effect_on=in_effect_on,
        trace=_told_on(window, until, in_effect_on, calendar),
        calendar_version=calendar.version,
    )


def _told_on(
    window: Window, until: date, in_effect_on: date, calendar: Calendar
) -> tuple[TraceDay, ...]:
    trace = [_no_longer_last(day) for day in window.trace if day.kind != "in_effect"]
    day = shift(trace[-1].date, 1)
    while day <= in_effect_on:
        trace.append(_added(day, window.deadline, until, in_effect_on, calendar))
        day = shift(day, 1)
    return tuple(trace)


def _no_longer_last(day: TraceDay) -> TraceDay:
    if day.kind != "last":
        return day
    return replace(
        day, kind="counted" if day.number else "open", why="Last day until it was extended"
    )


def _added(
    day: date, before: date, until: date, in_effect_on: date, calendar: Calendar
) -> TraceDay:
    if day == until:
        why = f"Last day to call in, extended from {words.day(before)}"
        return TraceDay(day, False, None, why, "last")
    if day == in_effect_on:
        return TraceDay(day, False, None, "Takes effect if not called in", "in_effect")
    reason = calendar.why_not_counted(day)
    if reason:
        return TraceDay(day, False, None, reason, "skipped")
    return TraceDay(day, False, None, "Extended", "open")
