"""Read one value of a call-in rule from parsed JSON, or refuse it with one sentence. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args

from governance.calendar import words
from governance.errors import Refused

Unit = Literal["working_days", "clear_working_days", "calendar_days", "fixed_weekday"]
Deemed = Literal["as_published", "next_working_day"]
Roll = Literal["none", "next_working_day"]
END_OF_DAY = "end_of_day"
WEEKDAYS = tuple(name.lower() for name in words.WEEKDAYS)

# Strict on purpose: `fromisoformat` alone would also take "2023-W15-5", and "17" for a time.
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def either(options: Iterable[str]) -> str:
    """Return the options as a person would be offered them: "a", "b" or "c"."""
    *first, last = [f'"{option}"' for option in options]
    return f"{', '.join(first)} or {last}" if first else last


def choice(options: tuple[str, ...]) -> Callable[[str, object], str]:
    """Return a reader that takes one of `options`."""

    def read(key: str, value: object) -> str:
        if value not in options:
            raise Refused(f'The "{key}" must be {either(options)}, not {shown(value)}.')
        return str(value)

    return read


def whole_number(key: str, value: object) -> int:
    """Read a whole number. True is not one, although Python counts it as 1."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refused(f'The "{key}" must be a whole number, not {shown(value)}.')
    return value


def yes_or_no(key: str, value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Refused(f'The "{key}" must be true or false, not {shown(value)}.')
    return value


def time_of_day(key: str, value: object) -> str:
    """Read a local time of day such as "17:00"."""
    if not isinstance(value, str) or not TIME.fullmatch(value):
        raise Refused(f'The "{key}" must be a time such as "17:00", not {shown(value)}.')
    return value


def cut_off(key: str, value: object) -> str:
    """Read a local time of day, or "end_of_day"."""
    if value != END_OF_DAY and not (isinstance(value, str) and TIME.fullmatch(value)):
        raise Refused(
            f'The "{key}" must be a time such as "17:00", or "{END_OF_DAY}", not {shown(value)}.'
        )
    return str(value)


def day(key: str, value: object) -> date:
    """Read a date such as "2023-04-14"; a date that does not exist is refused."""
    try:
        if isinstance(value, str) and DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        raise Refused(f'The "{key}" has a date that does not exist: {shown(value)}.') from None
    raise Refused(f'The "{key}" must be a date such as "2023-04-14", not {shown(value)}.')


def days(key: str, value: object) -> tuple[date, ...]:
    """Read a list of dates. They come out in order, each once, so that equal rules are equal."""
    if not isinstance(value, list | tuple):
        raise Refused(f'The "{key}" must be a list of dates, not {shown(value)}.')
    return tuple(sorted({day(key, one) for one in value}))


def shown(value: object) -> str:
    """Return a value as the person wrote it in JSON, cut short if it is long."""
    names = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return names[value]
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


READERS: Mapping[str, Callable[[str, object], Any]] = {
    "unit": choice(get_args(Unit)),
    "count": whole_number,
    "weekday": choice(WEEKDAYS),
    "count_first_day": yes_or_no,
    "deemed": choice(get_args(Deemed)),
    "office_closes": time_of_day,
    "roll": choice(get_args(Roll)),
    "cut_off": cut_off,
    "closed": days,
}
"""The whole vocabulary of a rule: a key that is not here is refused."""
