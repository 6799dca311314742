"""Dates, times, lists and counts in the words our pages use. Pure; aware times become local."""

from collections.abc import Iterable
from datetime import date, datetime, time

from governance.calendar.local_time import in_london, local_day

# Not strftime's names: those follow the locale of the server.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def weekday(when: date | datetime) -> str:
    """Return the name of the local day of the week: "Friday"."""
    return WEEKDAYS[local_day(when).weekday()]


def plain_day(when: date | datetime) -> str:
    """Return "21 April 2023"."""
    on = local_day(when)
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def day(when: date | datetime) -> str:
    """Return "Friday 21 April 2023": the form wherever somebody must act."""
    return f"{weekday(when)} {plain_day(when)}"


def day_and_month(when: date | datetime) -> str:
    """Return "Friday 21 April", for a sentence that has already named the year."""
    on = local_day(when)
    return f"{weekday(on)} {on.day} {MONTHS[on.month - 1]}"


def short_day(when: date | datetime) -> str:
    """Return "Fri 14 Apr 2023", for table cells."""
    on = local_day(when)
    return f"{weekday(on)[:3]} {on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def month(on: date) -> str:
    """Return "Jun 2024", for drawings and plans that nobody acts on by the day."""
    return f"{MONTHS[on.month - 1][:3]} {on.year}"


def months(first: date, last: date) -> str:
    """Return "Jul 2023 to Feb 2024", or one month where both lie in it."""
    return month(first) if month(first) == month(last) else f"{month(first)} to {month(last)}"


def clock(when: time | datetime) -> str:
    """Return a time of day as "6.50pm", "5pm", "noon" or "midnight"."""
    local = in_london(when) if isinstance(when, datetime) else when
    hour, minute = local.hour, local.minute
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    minutes = f".{minute:02}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{minutes}{'am' if hour < 12 else 'pm'}"


def moment(when: datetime) -> str:
    """Return "Friday 14 April 2023, 10.05am" in local time."""
    return f"{day(when)}, {clock(when)}"


def listed(things: Iterable[str]) -> str:
    """Join with commas and a last "and": "residents, staff and members". Nothing gives ""."""
    *first, last = list(things) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def either(things: Iterable[str]) -> str:
    """Join with commas and a last "or": "On track, At risk or Off track". Nothing gives ""."""
    *first, last = list(things) or [""]
    return f"{', '.join(first)} or {last}" if first else last


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 working day" or "2 working days"; `plural` only where it is not singular + s."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def days_left(number: int) -> str:
    """Return "2 working days are left after today" for `number` of working days, 0 or more."""
    verb = "is" if number == 1 else "are"
    return (
        f"{counted(number, 'working day') if number else 'No working days'} {verb} left after today"
    )


def number_word(number: int) -> str:
    """Return "five" for 5, and figures from 10 up, as house style for prose has it."""
    return SMALL_NUMBERS[number] if 0 <= number < len(SMALL_NUMBERS) else str(number)


def sentence_case(words: str) -> str:
    """Return `words` with a capital first letter and the rest untouched (so "Easter" survives)."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """Return `words` with a small first letter, to go on inside a sentence."""
    return words[:1].lower() + words[1:]


def pounds(pence: int) -> str:
    """Return "£46,000" or "£10,580.50" of a sum in pence; "−£1.50" of one below nothing."""
    if pence < 0:
        return f"−{pounds(-pence)}"
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"
