"""What changed on a roadmap since a moment, read from the histories of its records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet

from governance.calendar import words
from governance.people.permissions import Visitor
from roadmap.changes import rules
from roadmap.changes.rules import Compared, Difference, Moved
from roadmap.items.models import Item, Rollout, RolloutQuerySet
from roadmap.items.parts import Milestone, PhaseGate


@dataclass(frozen=True)
class Changed:
    """A row that differs: what it is called, how, and whether it is new or gone altogether."""

    name: str
    differences: list[Difference]
    is_new: bool = False
    is_gone: bool = False


@dataclass
class ItemChanges:
    """An item and what changed of it; one that is new on the roadmap is told whole."""

    item: Item
    is_new: bool = False
    rows: list[Changed] = field(default_factory=list)


@dataclass(frozen=True)
class Kind:
    """One table of the roadmap: its fields that readers follow, and what its rows are called."""

    model: type[models.Model]
    fields: tuple[Compared, ...]
    called: Any


PARTS = (
    Kind(Rollout, rules.ROLLOUT, lambda row: words.sentence_case(row.place)),
    Kind(Milestone, rules.MILESTONE, lambda row: f"Milestone “{row.title}”"),
    Kind(PhaseGate, rules.GATE, lambda row: f"Gate before phase {row.phase}"),
)


def since(
    moment: datetime, user: Visitor, items: QuerySet[Item], rollouts: RolloutQuerySet, *, all_: bool
) -> tuple[list[ItemChanges], str]:
    """Return what changed since `moment`, in the order of the roadmap, and its sum in words.

    `items` and `rollouts` are those that `user` may see and asks for; `all_` says that nothing is
    filtered out, so that what was removed is told as well. What a record said while its item was a
    draft is never told: the item is new on the day it is published. A dozen queries.
    """
    found = {item.pk: ItemChanges(item) for item in items}
    for now, then in _pairs(Item, items, moment):
        known = found[now.pk]
        known.is_new = then is None or (now.is_published and not then.is_published)
        _note(known, "The item", then, now, rules.ITEM)
    moved: list[Moved] = []
    for kind in PARTS:
        visible = rollouts if kind.model is Rollout else _visible(kind.model, user, items)
        for now, then in _pairs(kind.model, visible, moment):
            known = found[now.item_id]
            if kind.model is Rollout:
                moved.append(_moved(now, None if known.is_new else then))
            _note(known, kind.called(now), then, now, kind.fields)
        for gone in _gone(kind.model, items, moment) if all_ else ():
            if not found[gone.item_id].is_new:
                found[gone.item_id].rows.append(Changed(_name_of_gone(gone), [], is_gone=True))
    told = [one for one in found.values() if one.is_new or one.rows]
    return told, rules.in_words(moved)


def _visible(model: Any, user: Visitor, items: QuerySet[Item]) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.visible_to(user).filter(item__in=items.values("pk"))
    return found


def _note(known: ItemChanges, name: str, then: Any, now: Any, fields: Iterable[Compared]) -> None:
    if known.is_new:
        return
    if then is None:
        known.rows.append(Changed(name, [], is_new=True))
    elif told := rules.differences(vars(then), vars(now), tuple(fields)):
        known.rows.append(Changed(name, told))


def _pairs(model: Any, visible: QuerySet[Any], moment: datetime) -> list[tuple[Any, Any]]:
    """Return (row now, its history row then or None) of what was written since; two queries."""
    written = model.history.filter(history_date__gte=moment).order_by().values("id")
    rows = list(visible.filter(pk__in=written))
    earlier = model.history.filter(id__in=[row.pk for row in rows], history_date__lt=moment)
    newest = earlier.order_by("id", "-history_id").distinct("id")
    then = {row.id: row for row in newest}
    return [(row, then.get(row.pk)) for row in rows]


def _gone(model: Any, items: QuerySet[Item], moment: datetime) -> QuerySet[Any]:
    """Return the last history rows of what was there at `moment` and was removed since."""
    removed = model.history.filter(
        history_type="-", history_date__gte=moment, item__in=items.values("pk")
    )
    there = model.history.filter(history_date__lt=moment).values("id")
    rows: QuerySet[Any] = removed.filter(id__in=there).order_by("history_id")
    return rows.select_related("council") if model is Rollout else rows


def _name_of_gone(row: Any) -> str:
    if hasattr(row, "title"):
        return f"Milestone “{row.title}”"
    if hasattr(row, "question"):
        return f"Gate before phase {row.phase}"
    return row.council.short_name if row.council else "All councils together"


def _moved(now: Rollout, then: Any) -> Moved:
    ends = now.forecast_end or now.planned_end
    if then is None:
        return Moved(None, now.status, None, ends)
    return Moved(then.status, now.status, then.forecast_end or then.planned_end, ends)
