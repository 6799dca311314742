"""Importing a table into a roadmap: all of it or nothing."""

from datetime import date

from django.db import transaction

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import revision_of, write
from governance.people.models import User
from roadmap.bulk.actions import locked, number_of_transaction
from roadmap.exchange.reading import Added, Changed, Plan, Planner
from roadmap.items.actions import free_slug
from roadmap.items.models import Item, Rollout
from roadmap.items.row_actions import Change, RowWrong, lock_item, save_row, why_not_start
from roadmap.spreadsheets.models import PendingImport
from roadmap.spreadsheets.planning import NotAsSeen, Problem


@transaction.atomic
def apply(pending: PendingImport, *, seen: str, by: User, today: date) -> int:
    """Write everything that a chosen table says; return the transaction's number, for undo.

    `seen` is the fingerprint of the plan that `by` looked at. Raises NotAsSeen, writing nothing, if
    the roadmap moved since or a line cannot be written; Refused where there is nothing to write.
    """
    partnership = pending.partnership
    # Two imports, or an import and a new item, never make the same item twice.
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    rows = locked(partnership, _rows_of(pending), by)
    plan = Planner(partnership, by, today).plan(pending.sheet)
    if plan.problems:
        raise NotAsSeen(plan, "Nothing was imported: something is wrong with the lines below.")
    if plan.fingerprint != seen:
        says = "Nothing was imported: the roadmap was changed while you looked. Look again."
        raise NotAsSeen(plan, says)
    if not plan.changed and not plan.added:
        raise Refused("The table changes nothing, so nothing was written.")
    because = f"Imported from {pending.name}"
    change = Change(by, today, because=because)
    for one in plan.changed:
        _change(one, rows[one.rollout.pk], change, plan)
    made: dict[str, Item] = {}
    for added in plan.added:
        _add(added, partnership, made, change, plan)
    if plan.problems:
        raise NotAsSeen(plan, "Nothing was imported: something is wrong with the lines below.")
    return number_of_transaction()


def _rows_of(pending: PendingImport) -> dict[int, None]:
    cells = (line.cells.get("Row", "") for line in pending.sheet.lines)
    return {
        int(cell): None for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 18
    }


def _change(one: Changed, row: Rollout, change: Change, plan: Plan) -> None:
    seen = Change(change.by, change.today, revision_of(row), change.because)
    try:
        save_row(row, one.values, seen)
    except RowWrong as wrong:
        plan.problems.append(Problem(one.line, "", "", str(wrong)))


def _add(
    one: Added, partnership: Partnership, made: dict[str, Item], change: Change, plan: Plan
) -> None:
    key = one.title.casefold()
    item = one.item or made.get(key)
    if item is None:
        item = made[key] = _new_item(one, partnership, change)
    row = Rollout(item=lock_item(item.pk), council=one.council, phase=one.phase, **dict(one.values))
    if why := why_not_start(row, None):
        plan.problems.append(Problem(one.line, "Status", "", why))
        return
    write(row, by=change.by, because=change.because)


def _new_item(one: Added, partnership: Partnership, change: Change) -> Item:
    """A new item is a draft, at the end of the roadmap, until somebody publishes it."""
    items = Item.objects.filter(partnership=partnership)
    last = items.order_by("-position").values_list("position", flat=True).first() or 0
    item = Item(
        partnership=partnership, title=one.title, slug=free_slug(partnership, one.title),
        theme=one.theme, position=last + 1,
    )  # fmt: skip
    return write(item, by=change.by, because=change.because)
