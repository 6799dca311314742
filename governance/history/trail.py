"""The revisions of a record and its parts: who, when, why, and what changed in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from governance.calendar import words
from governance.history.names import name_of
from governance.history.words import ADDED, KEPT, REMOVED, word_changes

OWN = {
    "history_id",
    "history_date",
    "history_change_reason",
    "history_type",
    "history_user",
    "history_txid",
}
DONE = {"+": "added", "~": "changed", "-": "removed"}


SAID: "list[tuple[type[models.Field[Any, Any]], Callable[[Any], str]]]" = [
    (models.BooleanField, lambda value: "Yes" if value else "No"),
    (ArrayField, lambda value: ", ".join(map(str, value))),
    (models.DateTimeField, words.moment),
    (models.DateField, words.day),
    (models.TimeField, words.clock),
]


@dataclass(frozen=True)
class Step:
    """A history row and the one before it; `part` names the part of the record that it is of.

    `within` is the field that says to which record a part belongs, which never changes.
    """

    row: Any
    before: Any
    part: str = ""
    within: str = ""


@dataclass(frozen=True)
class Change:
    field: str
    pieces: list[tuple[str, str]]

    @property
    def spaced(self) -> list[tuple[str, str, str]]:
        """Return (what stands before it, what, text): two words side by side are not run together.

        An arrow when one value took the place of another; a space inside a text.
        """
        gap = " " if len(self.pieces) > 2 else " → "
        found, last = [], (KEPT, "")
        for what, text in self.pieces:
            meet = last[0] == REMOVED and what == ADDED
            runs_on = meet and not last[1][-1].isspace() and not text[0].isspace()
            found.append((gap if runs_on else "", what, text))
            last = (what, text)
        return found


@dataclass(frozen=True)
class Revision:
    what: str
    by: str
    at: datetime
    because: str
    changes: list[Change]


def trail_of(steps: list[Step]) -> list[Revision]:
    """Return the revisions that these steps are, in their order."""
    names = _names(steps)
    return [
        Revision(
            what=words.sentence_case(f"{step.part} {DONE[step.row.history_type]}".strip()),
            by=str(step.row.history_user),
            at=step.row.history_date,
            because=step.row.history_change_reason,
            changes=[] if step.row.history_type == "-" else _changes(step, names),
        )
        for step in steps
    ]


def _shown(step: Step) -> "list[models.Field[Any, Any]]":
    left_out = OWN | {"id", step.within}
    return [f for f in step.row._meta.fields if f.name not in left_out and not f.primary_key]


def _names(steps: list[Step]) -> "dict[tuple[type[models.Model], int], str]":
    """Return what the records that these steps refer to are called: one query for each kind."""
    ids: dict[type[models.Model], set[int]] = {}
    for step in steps:
        for field in (f for f in _shown(step) if f.is_relation):
            values = {getattr(row, field.attname) for row in (step.before, step.row) if row}
            related: Any = field.related_model
            ids.setdefault(related, set()).update(values - {None})
    return {
        (model, pk): name_of(thing)
        for model, wanted in ids.items()
        for pk, thing in (model._base_manager.in_bulk(wanted) if wanted else {}).items()
    }


def _changes(step: Step, names: dict[Any, str]) -> list[Change]:
    found = []
    for field in _shown(step):
        old = "" if step.before is None else _said(step.before, field, names)
        new = _said(step.row, field, names)
        if old != new:
            label = words.sentence_case(str(field.verbose_name))
            found.append(Change(label, word_changes(old, new)))
    return found


def _said(row: Any, field: "models.Field[Any, Any]", names: dict[Any, str]) -> str:
    """Return a value as a person reads it."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return names.get((field.related_model, value), f"number {value}")
    if field.name.endswith("_pence"):
        return words.pounds(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return next((say(value) for kind, say in SAID if isinstance(field, kind)), str(value))
