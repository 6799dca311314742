"""Read the parts of how a council conducts call-in from parsed JSON, or refuse. Pure."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, get_args

from governance.calendar import words
from governance.call_in_windows.term_readers import choice, shown, whole_number
from governance.errors import Refused

Reader = Callable[[str, object], Any]
Readers = Mapping[str, Reader]

ClockStart = Literal["publication", "decision", "minutes"]
Group = Literal[
    "councillors", "non_executive", "committee_members", "committee_chair", "co_optees", "public",
    "committee",
]  # fmt: skip
Alternative = Literal["not_required", "required", "required_not_deferral"]
Lapse = Literal["takes_effect", "waits"]
Eligible = Literal[
    "all_decisions", "all_executive", "key_only", "not_officer_non_key", "not_officer"
]
Joint = Literal["each", "affected", "none"]
PeriodUnit = Literal["working_days", "calendar_days", "months"]

NEXT_MEETING = "next_meeting"
LONGEST_TEXT = 300


def parts(
    noun: str, value: object, readers: Readers, needs: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the values of an object, each read by its key; refuse other keys and missing ones."""
    if not isinstance(value, Mapping):
        raise Refused(f"{noun} is a JSON object with the keys {words.listed(readers)}.")
    for key in value:
        if key not in readers:
            raise Refused(f'{noun} has no "{key}". Its keys are {words.listed(readers)}.')
    for key in needs:
        if key not in value:
            raise Refused(f'{noun} needs its "{key}".')
    return {key: readers[key](key, one) for key, one in value.items()}


def positive(key: str, value: object) -> int:
    """Read a whole number from 1 to 1000."""
    number = whole_number(key, value)
    if not 1 <= number <= 1000:
        raise Refused(f'The "{key}" must be from 1 to 1000, not {number}.')
    return number


def text(key: str, value: object) -> str:
    """Read some words: not blank, on one line, at most 300 characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        raise Refused(
            f'The "{key}" must be words, at most {LONGEST_TEXT} characters, not {shown(value)}.'
        )
    return " ".join(value.split())


def several(read: Reader) -> Reader:
    """Return a reader of a list with at least one entry, each read by `read`."""

    def read_all(key: str, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or not value:
            raise Refused(f'The "{key}" must be a list of one or more, not {shown(value)}.')
        return tuple(read(key, one) for one in value)

    return read_all


def once_each(read: Reader) -> Reader:
    """Return a reader of a list in which nothing stands twice."""

    def read_all(key: str, value: object) -> tuple[Any, ...]:
        found: tuple[Any, ...] = several(read)(key, value)
        if len(set(found)) < len(found):
            raise Refused(f'The "{key}" names the same thing twice.')
        return found

    return read_all


def fraction(key: str, value: object) -> str:
    """Read a part of the committee such as "1/3": more than nothing, at most the whole."""
    try:
        if isinstance(value, str) and "/" in value and 0 < Fraction(value) <= 1:
            return value
    except (ValueError, ZeroDivisionError):
        pass
    raise Refused(f'The "{key}" must be a fraction such as "1/3", not {shown(value)}.')


GROUPS = once_each(choice(get_args(Group)))
