"""Tell how a statutory date was counted: clear days one by one, long periods by month or year."""

from datetime import date

from governance.calendar.rules import Calendar, months_beginning_with, shift
from governance.calendar.trace import Kind, TraceDay


def clear_days_trace(
    answer: date, ends: dict[date, str], calendar: Calendar | None
) -> tuple[TraceDay, ...]:
    """Return every day between and including the two `ends`, which say what they are.

    Days between are numbered: all of them, or with a `calendar` only its working days.
    """
    first, final = min(ends), max(ends)
    trace: list[TraceDay] = []
    number = 0
    for ahead in range((final - first).days + 1):
        day = shift(first, ahead)
        reason = calendar.why_not_counted(day) if calendar and day not in ends else None
        if day in ends:
            kind: Kind = "last" if day == answer else "event"
            trace.append(TraceDay(day, False, None, ends[day], kind))
        elif reason:
            trace.append(TraceDay(day, False, None, reason, "skipped"))
        else:
            number += 1
            why = "Working day" if calendar else "Calendar day"
            trace.append(TraceDay(day, True, number, why, "counted"))
    return tuple(trace)


def months_trace(start: date, months: int, first: str, last: str) -> tuple[TraceDay, ...]:
    """Return the first day of a period and the day on which each of its months, or years, ends."""
    step, name = (12, "year") if months % 12 == 0 else (1, "month")
    trace = [TraceDay(start, True, None, first, "event")]
    for number in range(1, months // step + 1):
        end = months_beginning_with(start, number * step)
        is_last = number * step == months
        why = f"End of {name} {number}" + (f": {last.lower()}" if is_last else "")
        trace.append(TraceDay(end, True, number, why, "last" if is_last else "counted"))
    return tuple(trace)
