"""The columns of a roadmap's table, and what a changed table would do to the roadmap. Pure.

The table that is downloaded is the table that is read back. A line with a number in “Row” is a
rollout that is there; one without adds a rollout, and its item where no item has that title.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from governance.calendar import words
from governance.errors import Refused
from governance.pages import dates
from roadmap.items.rules import Status
from roadmap.spreadsheets.planning import Problem

ROW, REVISION, ITEM, COUNCIL, PHASE, THEME = "Row", "Revision", "Item", "Council", "Phase", "Theme"
ALL_TOGETHER = "All councils"


# Day, month and year in each form that people and spreadsheets write.
DATES = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?"), (3, 2, 1)),
    (re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})"), (1, 2, 3)),
    (re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})"), (1, 2, 3)),
)


class Unread(Refused):
    """A cell cannot be read; the message says how it is written."""


@dataclass(frozen=True)
class Column:
    """A column whose cells are values of one field of a rollout."""

    name: str
    field: str
    read: Callable[[str], Any]
    say: Callable[[Any], Any]


def read_date(cell: str) -> date | None:
    """Return the day that a cell names: 2024-06-30, 30/6/2024 or 30 June 2024; None where empty."""
    if not cell:
        return None
    for pattern, order in DATES:
        if found := pattern.fullmatch(cell):
            day, month, year = (found[at] for at in order)
            break
    else:
        raise Unread("This is not a date. Write it as 30/6/2024 or 2024-06-30")
    try:
        on = dates.read_date(day, month, year)
    except ValueError as wrong:
        raise Unread(str(wrong)) from None
    if not 1990 <= on.year <= 2100:
        raise Unread("The year cannot be meant. Write it with four figures, like 2024")
    return on


def read_status(cell: str) -> str:
    """Return the status whose words a cell has, whatever their capitals."""
    for status in Status:
        if cell.casefold() == status.words.casefold():
            return status.value
    raise Unread(f"This is no status. Write {words.either(status.words for status in Status)}")


def read_text(longest: int) -> Callable[[str], str]:
    """Return the reader of a text of at most `longest` characters."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise Unread(f"This is longer than {longest} characters. Shorten it")
        return cell.replace("\r\n", "\n")

    return read


def _itself(value: Any) -> Any:
    return value


COLUMNS = (
    Column("Owner", "owner", read_text(200), _itself),
    Column("Status", "status", read_status, lambda value: Status(value).words),
    Column("Why", "sentence", read_text(300), _itself),
    Column("Planned start", "planned_start", read_date, _itself),
    Column("Planned end", "planned_end", read_date, _itself),
    Column("Forecast start", "forecast_start", read_date, _itself),
    Column("Forecast end", "forecast_end", read_date, _itself),
    Column("Started", "actual_start", read_date, _itself),
    Column("Ended", "actual_end", read_date, _itself),
)
NAMES = (ROW, REVISION, ITEM, COUNCIL, PHASE, THEME, *(column.name for column in COLUMNS))
NEEDED = (ITEM, COUNCIL)


@dataclass(frozen=True)
class Stored:
    """A rollout that is there: what it is called, its values, and those that the file had seen.

    `refusal` says why whoever imports may not change it; "" where they may.
    """

    pk: int
    item: str
    place: str
    phase: int
    theme: str
    values: Mapping[str, Any]
    seen: Mapping[str, Any] | None = None
    refusal: str = ""


@dataclass
class Reading:
    """A line as far as it could be read: the values of its fields, and what was wrong."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_line(number: int, cells: Mapping[str, str]) -> Reading:
    """Return what the cells of a line say of a rollout; a column that is not there says nothing."""
    reading = Reading(number)
    for column in COLUMNS:
        if column.name not in cells:
            continue
        cell = cells[column.name]
        try:
            reading.values[column.field] = column.read(cell)
        except Unread as wrong:
            says = str(wrong) if cell else "This must not be empty"
            reading.problems.append(Problem(number, column.name, cell, f"{says}."))
    return reading


def changes_of(stored: Stored, reading: Reading) -> tuple[dict[str, Any], list[Problem]]:
    """Return field -> new value of a line about a rollout that is there, and what is wrong.

    What the file had as it was downloaded is not a change by whoever imports it, so what others
    changed since is kept. A field that both changed to different values is a problem.
    """
    before = stored.values if stored.seen is None else stored.seen
    changes, problems = {}, []
    for column in COLUMNS:
        if column.field not in reading.values:
            continue
        value, now = reading.values[column.field], stored.values[column.field]
        if value in (before[column.field], now):
            continue
        if now != before[column.field]:
            says = (
                f"Somebody else changed this to {said(column, now)} since the file was "
                "downloaded. Write that, or download the table again."
            )
            problems.append(Problem(reading.line, column.name, said(column, value), says))
        changes[column.field] = value
    if changes and stored.refusal:
        problems.append(Problem(reading.line, COUNCIL, stored.place, stored.refusal))
    return changes, problems


def said(column: Column, value: Any) -> str:
    """Return a value as the preview shows it: “Fri 28 Jun 2024”, “At risk”, “nothing”."""
    if value is None or value == "":
        return "nothing"
    shown = column.say(value)
    return words.short_day(shown) if isinstance(shown, date) else str(shown)


def moved_names(stored: Stored, cells: Mapping[str, str], line: int) -> list[Problem]:
    """Return what is wrong where a line names another item, council, phase or theme."""
    is_of = {
        ITEM: stored.item, COUNCIL: stored.place, PHASE: str(stored.phase), THEME: stored.theme,
    }  # fmt: skip
    return [
        Problem(
            line, name, cells[name],
            f"Row {stored.pk} is of “{known or 'nothing'}”. Change that on "
            "its own page, or empty “Row” to add a rollout.",
        )
        for name, known in is_of.items()
        if name in cells and cells[name].casefold() != known.casefold()
    ]  # fmt: skip


def twice(lines: Sequence[tuple[int, object]]) -> list[Problem]:
    """Return a problem for each line about the same row, or adding the same, as one before it."""
    first: dict[object, int] = {}
    problems = []
    for line, key in lines:
        if key in first:
            problems.append(Problem(line, "", "", f"It is about the same as line {first[key]}."))
        first.setdefault(key, line)
    return problems
