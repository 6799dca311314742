"""Loading example records from YAML: what is there already is left as it is.

A file in examples/ is a list of records, each with a `kind` that names its loader below. Records
refer to one another by slug or name. Files are read in the order of their names. To add a kind,
write a loader and put it in LOADERS; to add records, write another file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.db import models, transaction
from django.utils import timezone

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import add_working_days
from governance.history.actions import write
from governance.people.models import User

Row = dict[str, Any]
Made = TypeVar("Made", bound=models.Model)
BECAUSE = "Loaded from the example records"


@dataclass
class Loading:
    """One run: who loads, what day it is, and what was made."""

    by: User
    today: date
    made: int = 0
    loaders: dict[str, Callable[["Loading", Row], None]] = field(default_factory=dict)

    def make(self, thing: Made) -> Made:
        self.made += 1
        return write(thing, by=self.by, because=BECAUSE)

    def day(self, value: date | Row | None) -> date | None:
        """A date, or one relative to today: {working_days_ago: 3}."""
        if isinstance(value, dict):
            back = -int(value["working_days_ago"])
            return add_working_days(self.today, back, england_and_wales({}))
        return value


def loader_of_time(value: Any) -> time | None:
    """YAML has no times of day: they are written "18:50"."""
    return time.fromisoformat(value) if value else None


def moment(on: date, at: str) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.fromisoformat(at)))


def load_folder(folder: Path, loading: Loading) -> int:
    """Load every YAML file of `folder`; all of it or nothing. Returns how many records were made."""
    with transaction.atomic():
        for path in sorted(folder.glob("*.yaml")):
            for row in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
                kind = row.pop("kind", None)
                if kind not in loading.loaders:
                    raise ValueError(f"{path.name}: no loader for the kind {kind!r}.")
                try:
                    loading.loaders[kind](loading, row)
                except (KeyError, TypeError) as problem:
                    raise ValueError(f"{path.name}: {kind} {row!r}: {problem!r}") from problem
    return loading.made


__all__ = ["BECAUSE", "Loading", "Row", "load_folder", "loader_of_time", "moment"]
