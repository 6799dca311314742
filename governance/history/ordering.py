"""Changing the order of a record's parts, taking one out, and putting it back."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from governance.errors import Refused
from governance.history.actions import remove, write
from governance.people.models import User

Part = TypeVar("Part", bound=models.Model)


@transaction.atomic
def arrange(rows: Sequence[Any], *, by: User, because: str) -> None:
    """Put `rows`, all the parts of one record, into this order; they share the places they had."""
    places = sorted(row.position for row in rows)
    moved = [(row, at) for row, at in zip(rows, places, strict=True) if row.position != at]
    # The database allows no two one place, even briefly: whoever moves steps aside first.
    for free, (row, _) in enumerate(moved, start=max(places, default=0) + 1):
        row.position = free
        write(row, by=by, because=because)
    for row, at in moved:
        row.position = at
        write(row, by=by, because=because)


def moved_by(rows: Sequence[Part], pk: int, step: int) -> list[Part]:
    """Return `rows` with the one of id `pk` moved `step` places (-1 is up); at an end it stays."""
    order = list(rows)
    at = next((n for n, row in enumerate(order) if row.pk == pk), None)
    if at is None:
        raise Refused("Somebody else has removed it meanwhile. Nothing was moved.")
    row = order.pop(at)
    order.insert(max(0, at + step), row)
    return order


def next_place(rows: "models.QuerySet[Any]") -> int:
    """Return the place after the last of `rows`, 1 when there are none."""
    return int(rows.aggregate(last=models.Max("position"))["last"] or 0) + 1


@transaction.atomic
def take_out(row: models.Model, *, by: User, because: str) -> int:
    """Remove a part and return the number of the history row that can put it back."""
    pk = row.pk
    remove(row, by=by, because=because)
    gone: Any = type(row).history.filter(id=pk).latest()  # type: ignore[attr-defined]
    return int(gone.history_id)


@transaction.atomic
def put_back(rows: "models.QuerySet[Part]", removed: int, *, by: User, because: str) -> Part:
    """Write again, as it was, the part of `rows` whose removal is history row `removed`.

    `rows` are all parts of one record. Where its place was taken meanwhile, it goes last; parts
    without places have none to lose. Raises Refused when that history row tells of no removal from
    this record, or it is back already, itself or its like.
    """
    model: Any = rows.model
    gone = model.history.filter(history_id=removed, history_type="-").first()
    found: Any = gone.instance if gone else None
    if found is None or model._base_manager.filter(pk=found.pk).exists():
        raise Refused("There is nothing to put back.")
    has_places = any(field.name == "position" for field in model._meta.fields)
    if has_places and rows.filter(position=found.position).exists():
        found.position = next_place(rows)
    try:
        with transaction.atomic():
            write(found, by=by, because=because)
    except IntegrityError:
        raise Refused("Somebody has added the same again meanwhile. Nothing was done.") from None
    if not rows.filter(pk=found.pk).exists():
        # Raised out of the transaction around: what was written goes with it.
        raise Refused("There is nothing to put back.")
    put: Part = found
    return put
