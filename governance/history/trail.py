"""The revisions of a record: who, when, why, and what changed in words."""

from collections.abc import Callable
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


SAID: "list[tuple[type[models.Field[Any, Any]], Callable[[Any], str]]]" = [
    (models.BooleanField, lambda value: "Yes" if value else "No"),
    (ArrayField, lambda value: ", ".join(map(str, value))),
    (models.DateTimeField, words.moment),
    (models.DateField, words.day),
    (models.TimeField, words.clock),
]


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
    names = _names(rows)
    for number, row in enumerate(rows):
        before = rows[number + 1] if number + 1 < len(rows) else None
        changes = [] if row.history_type == "-" else _changes(before, row, names)
        found.append(
            Revision(
                what=DONE[row.history_type],
                by=str(row.history_user),
                at=row.history_date,
                because=row.history_change_reason,
                changes=changes,
            )
        )
    return found


def _names(rows: list[Any]) -> dict[tuple[str, int], str]:
    """Return what the records that these rows refer to are called, by (field, id)."""
    found = {}
    relations = (
        [f for f in rows[0]._meta.fields if f.is_relation and f.name not in OWN] if rows else []
    )
    for field in relations:
        ids = {value for row in rows if (value := getattr(row, field.attname)) is not None}
        for pk, thing in field.related_model._base_manager.in_bulk(ids).items():
            found[field.name, pk] = str(thing)
    return found


def _changes(before: Any, now: Any, names: dict[tuple[str, int], str]) -> list[Change]:
    found = []
    for field in now._meta.fields:
        if field.name in OWN or field.primary_key or field.name == "id":
            continue
        old = "" if before is None else _said(before, field, names)
        new = _said(now, field, names)
        if old != new:
            found.append(
                Change(words.sentence_case(str(field.verbose_name)), word_changes(old, new))
            )
    return found


def _said(row: Any, field: "models.Field[Any, Any]", names: dict[tuple[str, int], str]) -> str:
    """Return a value as a person reads it."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return names.get((field.name, value), f"number {value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return next((say(value) for kind, say in SAID if isinstance(field, kind)), str(value))
