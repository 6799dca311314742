"""Changing several rollouts at once, all or none, and taking all of it back.

Everything written in one transaction bears its number in the history: that number is what one undo
takes back, so nothing more is kept about it.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from governance.calendar import words
from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import remove, revision_of
from governance.people.models import User
from roadmap.bulk.permissions import why_not
from roadmap.bulk.rules import Ask
from roadmap.items.models import Item, Rollout
from roadmap.items.row_actions import Change, RowWrong, lock_item, save_row, undo_row

UNDO_FOR = timedelta(days=1)


class SomeRefused(Refused):
    """Nothing was written: `problems` says why, by the id of each rollout that stood in the way.

    `moved` are those that somebody changed since they were looked at: looking again is enough.
    """

    def __init__(self, problems: Mapping[int, str], moved: Collection[int]) -> None:
        count = words.counted(len({*problems, *moved}), "rollout")
        super().__init__(f"Nothing was changed, because of {count}. Each says why.")
        self.problems, self.moved = problems, moved


@transaction.atomic
def apply(partnership: Partnership, chosen: Mapping[int, int], ask: Ask, change: Change) -> int:
    """Do `ask` to the rollouts `chosen` (id: revision that was previewed), all of them or none.

    Returns the number of the transaction, which `undo` takes back.

    Raises SomeRefused where one moved since the preview, is not theirs to change, or would break a
    rule of dates, status or gates. One for which nothing changes is left as it is.
    """
    rows = locked(partnership, chosen, change.by)
    problems = {pk: "It is no longer there." for pk in chosen if pk not in rows}
    moved = [pk for pk, row in rows.items() if revision_of(row) != chosen[pk]]
    many = 0
    for pk, row in rows.items():
        outcome = ask.outcome(row)
        if why := why_not(change.by, row, ask):
            problems[pk] = why
        elif outcome.changes and pk not in moved:
            many += 1
            problems |= _written(row, outcome.changes, change)
    if problems or moved:
        raise SomeRefused(problems, moved)
    if not many:
        raise Refused("Nothing would change, so nothing was written.")
    return number_of_transaction()


def _written(row: Rollout, changes: Mapping[str, Any], change: Change) -> dict[int, str]:
    seen = Change(change.by, change.today, revision_of(row), change.because)
    try:
        save_row(row, changes, seen)
    except RowWrong as wrong:
        return {row.pk: str(wrong)}
    return {}


def locked(partnership: Partnership, ids: Mapping[int, Any], by: User) -> dict[int, Rollout]:
    """Return id -> rollout of those `by` may see, each item locked; always in the same order."""
    found = Rollout.objects.visible_to(by).filter(item__partnership=partnership, pk__in=ids)
    for item in sorted(set(found.order_by().values_list("item", flat=True))):
        lock_item(item)
    return {row.pk: row for row in found.with_names().in_order()}


def number_of_transaction() -> int:
    """Return the number under which this transaction stands in the history."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT txid_current()")
        return int(cursor.fetchone()[0])


def written(partnership: Partnership, number: int, by: User, now: datetime) -> list[Any]:
    """Return the history rows of rollouts that `by` wrote in one transaction within a day."""
    rows = Rollout.history.filter(item__partnership=partnership, **_recent(number, by, now))
    return list(rows.select_related("item", "council").order_by("history_id"))


def _recent(number: int, by: User, now: datetime) -> dict[str, Any]:
    return {"history_txid": number, "history_user": by, "history_date__gte": now - UNDO_FOR}


@transaction.atomic
def undo(partnership: Partnership, number: int, change: Change, now: datetime) -> int:
    """Take back all that `change.by` wrote in one transaction, within a day; return how many rows.

    What was changed is written again as it stood before; what was added is removed. Raises Refused,
    naming the row, where one was changed since; then nothing is undone.
    """
    steps = written(partnership, number, change.by, now)
    added = Item.history.filter(partnership=partnership, history_type="+")
    items = list(added.filter(**_recent(number, change.by, now)))
    if not steps:
        raise Refused("There is nothing of yours to undo here: it is a day old, or was undone.")
    rows = locked(partnership, {step.id: None for step in steps}, change.by)
    for step in steps:
        if step.id not in rows:
            raise Refused(f"{step} was removed since, so nothing was undone.")
        _take_back(rows[step.id], step, change)
    for item in items:
        _take_away(item, change)
    return len(steps)


def _take_back(row: Rollout, step: Any, change: Change) -> None:
    newest = row.history.select_related("history_user").latest()
    if newest.history_id != step.history_id:
        raise Refused(
            f"{row} was changed again by {newest.history_user} at "
            f"{words.moment(newest.history_date)}, so nothing was undone."
        )
    if step.history_type == "+":
        if row.milestones.exists():
            raise Refused(f"{row} has a milestone since, so nothing was undone.")
        remove(row, by=change.by, because=change.because)
    else:
        undo_row(row, step.history_id, change)


def _take_away(step: Any, change: Change) -> None:
    item = lock_item(step.id)
    parts = (item.rollouts, item.milestones, item.gates, item.dependencies, item.needed_by)
    if any(part.exists() for part in parts) or revision_of(item) != step.history_id:
        raise Refused(f"{item} was changed or has more than its rollouts, so nothing was undone.")
    remove(item, by=change.by, because=change.because)
