"""Loading records from YAML: what is there already is left as it is.

A file is a list of records, each with a `kind` that names its loader. Records refer to
one another by slug or name. Files are read in the order of their names, all of them or none.
examples/README.md says how to add records, and how to add a kind.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.core.exceptions import (
    NON_FIELD_ERRORS,
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    ValidationError,
)
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import add_working_days
from governance.errors import Refused
from governance.history.actions import write
from governance.people.models import User

Row = dict[str, Any]
Made = TypeVar("Made", bound=models.Model)
# Where a relative date points, seen from today.
DIRECTIONS = {"working_days_ago": -1, "working_days_ahead": 1}
MONTH_END = "month_end"
FAULTS = (
    *(KeyError, TypeError, ValueError, AttributeError),
    *(ObjectDoesNotExist, MultipleObjectsReturned, ValidationError, Refused, DatabaseError),
)


@dataclass
class Loading:
    """One run: who loads, what day it is, which kinds there are, and how much was made."""

    by: User
    today: date
    because: str
    loaders: dict[str, Callable[["Loading", Row], None]] = field(default_factory=dict)
    made: int = 0

    def make(self, thing: Made) -> Made:
        """Write `thing` with its history; a value that its field does not take is refused."""
        thing.clean_fields()
        self.made += 1
        return write(thing, by=self.by, because=self.because)


def known(model: Any, **facts: Any) -> bool:
    """Was such a record ever written? What somebody changed or removed since stays that way."""
    return bool(model.history.filter(**facts).exists())


def find(model: type[Made], **facts: Any) -> Made:
    """Return the one record with these facts, or say which record there is none or too many of."""
    manager: Any = model.objects  # type: ignore[attr-defined]
    noun = model.__name__.lower()
    wanted = ", ".join(f"{name.replace('__', ' ')} “{value}”" for name, value in facts.items())
    try:
        found: Made = manager.get(**facts)
    except ObjectDoesNotExist as problem:
        raise ValueError(f"there is no {noun} with {wanted}") from problem
    except MultipleObjectsReturned as problem:
        raise ValueError(f"there is more than one {noun} with {wanted}") from problem
    return found


def moment(on: date, at: str) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.fromisoformat(at)))


def load_folder(folder: Path, loading: Loading) -> int:
    """Load every YAML file of `folder`; all of it or nothing. Returns how many rows were made."""
    with transaction.atomic():
        for path in sorted(folder.glob("*.yaml")):
            for number, row in enumerate(_rows(path), start=1):
                _load(loading, f"{path.name}, record {number}", row)
    return loading.made


def _rows(path: Path) -> list[Any]:
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except yaml.MarkedYAMLError as problem:
        line = f", line {problem.problem_mark.line + 1}" if problem.problem_mark else ""
        raise ValueError(f"{path.name}{line}: this is not YAML: {problem.problem}.") from problem
    if not isinstance(rows, list):
        raise ValueError(f"{path.name} must be a list: each record begins with “- kind:”.")  # noqa: TRY004
    return rows


def _load(loading: Loading, where: str, row: Any) -> None:
    if not isinstance(row, dict) or "kind" not in row:
        raise ValueError(f"{where}: it has no kind.")
    kind = row.pop("kind")
    if kind not in loading.loaders:
        kinds = ", ".join(sorted(loading.loaders))
        raise ValueError(f"{where}: no loader for the kind “{kind}”. The kinds are {kinds}.")
    where = f"{where}, {kind} {_name_of(row)}".rstrip()
    try:
        loading.loaders[kind](loading, _dated(row, loading.today))
    except FAULTS as problem:
        raise ValueError(f"{where}: {_in_words(problem)}.") from problem


def _name_of(row: Row) -> str:
    names = [row[key] for key in ("name", "title", "email", "body", "slug") if key in row][:1]
    names += [row[key] for key in ("council", "held_on") if key in row and "body" in row]
    return f"“{', '.join(str(name) for name in names)}”" if names else ""


def _dated(value: Any, today: date) -> Any:
    """Return `value` with every relative date in it, at any depth, as a date.

    {working_days_ago: 3} counts working days; {month_end: 8} is the last day of a month, so many
    months ahead of today's (ago, where it is less than nothing).
    """
    if isinstance(value, list):
        return [_dated(one, today) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {MONTH_END}:
        years, month = divmod(today.month - 1 + int(value[MONTH_END]), 12)
        last = monthrange(today.year + years, month + 1)[1]
        return date(today.year + years, month + 1, last)
    if len(value) == 1 and (way := DIRECTIONS.get(next(iter(value)))):
        (number,) = value.values()
        return add_working_days(today, way * int(number), england_and_wales({}))
    return {key: _dated(one, today) for key, one in value.items()}


def _in_words(problem: BaseException) -> str:
    match problem:
        case KeyError():
            return f"{problem} is missing"
        case ValidationError():
            found = problem.message_dict.items()
            said = [
                f"{name}: {' '.join(words)}".removeprefix(f"{NON_FIELD_ERRORS}: ")
                for name, words in found
            ]
            return "; ".join(said).rstrip(".")
        case _:
            return str(problem).partition("\n")[0].rstrip(".")


__all__ = ["Loading", "Row", "find", "known", "load_folder", "moment"]
