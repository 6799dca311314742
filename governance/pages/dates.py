"""Dates and times as people type them. Pure; a ValueError's message is the sentence they read."""

import re
from calendar import monthrange
from datetime import date, time

from governance.calendar.words import MONTHS

_TIME = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?(am|pm)?")
_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}
NOT_A_TIME = "Enter a time like 6.50pm or 18:50"


def _number(typed: str, part: str, example: str) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise ValueError(f"{part} must be a number, like {example}")
    return int(typed)


def read_month(typed: str) -> int:
    """Return 1 to 12 for "4", "04", "April" or "apr"."""
    if len(typed) >= 3:
        named = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(typed.lower())]
        if named:
            return named[0]
    number = _number(typed, "Month", "4 or April")
    if not 1 <= number <= 12:
        raise ValueError(f"Enter a real date: there is no month {number}")
    return number


def read_date(day: str, month: str, year: str, *, called: str = "Date") -> date:
    """Return the date in three boxes, or say what is wrong; `called` begins the sentence."""
    boxes = {"day": day.strip(), "month": month.strip(), "year": year.strip()}
    if missing := [name for name, typed in boxes.items() if not typed]:
        raise ValueError(f"{called} must include a {' and '.join(missing)}")
    in_year = _number(boxes["year"], "Year", "2023")
    if len(boxes["year"]) != 4 or in_year < 1000:
        raise ValueError("Year must have four figures, like 2023")
    in_month = read_month(boxes["month"])
    on = _number(boxes["day"], "Day", "14")
    _, last = monthrange(in_year, in_month)
    if 1 <= on <= last:
        return date(in_year, in_month, on)
    name = MONTHS[in_month - 1]
    # Only February's length depends on the year.
    dated = f" {in_year}" if in_month == 2 else ""
    raise ValueError(
        f"Enter a real date: {on} {name}{dated} does not exist, {name}{dated} has {last} days"
    )


def read_time(typed: str) -> time:
    """Return the time of day in "6.50pm", "18:50", "6pm", "1850", "noon" or "midnight"."""
    plain = typed.lower().replace(" ", "").replace("a.m.", "am").replace("p.m.", "pm")
    if plain in _NAMED_TIMES:
        return _NAMED_TIMES[plain]
    found = _TIME.fullmatch(plain)
    if not found:
        raise ValueError(NOT_A_TIME)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            raise ValueError(NOT_A_TIME)
        return time(hour % 12 + (12 if half == "pm" else 0), minute)
    if found[2] is None or hour > 23 or minute > 59:
        raise ValueError(NOT_A_TIME)
    # "6.50" is as likely to mean the evening; "06:50" is the 24-hour clock.
    if 1 <= hour <= 11 and not found[1].startswith("0") and len(found[1]) == 1:
        written = f"{hour}.{minute:02}"
        raise ValueError(f"Say whether {written} is am or pm: enter {written}am or {written}pm")
    return time(hour, minute)
