"""The revisions of a record: who, when, why, and what changed in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from governance.calendar import words
from governance.history.words import word_changes

OWN = {
    "history_id",
    "history_date",
    "history_change_reason",
    "history_type",
    "history_user",
    "history_txid",
}
DONE = {"+": "Added", "~": "Changed", "-": "Removed"}


@dataclass(frozen=True)
class Change:
    field: str
    pieces: list[tuple[str, str]]


@dataclass(frozen=True)
class Revision:
    what: str
    by: str
    at: datetime
    because: str
    changes: list[Change]


def trail_of(rows: list[Any]) -> list[Revision]:
    """Return the revisions of one record from its history rows, which come newest first."""
    found = []
    for number, row in enumerate(rows):
        before = rows[number + 1] if number + 1 < len(rows) else None
        changes = [] if row.history_type == "-" else _changes(before, row)
        found.append(
            Revision(
                DONE[row.history_type],
                str(row.history_user),
                row.history_date,
                row.history_change_reason,
                changes,
            )  # fmt: skip
        )
    return found


def _changes(before: Any, now: Any) -> list[Change]:
    found = []
    for field in now._meta.fields:
        if field.name in OWN or field.primary_key or field.name == "id":
            continue
        old, new = ("" if before is None else _said(before, field)), _said(now, field)
        if old != new:
            found.append(
                Change(words.sentence_case(str(field.verbose_name)), word_changes(old, new))
            )
    return found


def _said(row: Any, field: "models.Field[Any, Any]") -> str:
    """Return a value as a person reads it."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(field, ArrayField):
        return ", ".join(map(str, value))
    if isinstance(field, models.DateTimeField):
        return words.moment(value)
    if isinstance(field, models.DateField):
        return words.day(value)
    if isinstance(field, models.TimeField):
        return words.clock(value)
    return f"number {value}" if field.is_relation else str(value)
