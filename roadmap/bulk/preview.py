"""What a change of several would do to each rollout, in words."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.db.models import Max
from django.http import QueryDict

from governance.errors import Refused
from governance.people.permissions import Visitor
from roadmap.bulk.actions import SomeRefused
from roadmap.bulk.permissions import why_not
from roadmap.bulk.rules import Ask, Outcome
from roadmap.changes.rules import ROLLOUT, Difference, differences
from roadmap.items.models import Rollout
from roadmap.items.row_actions import gates_of
from roadmap.items.rules import why_held


@dataclass(frozen=True)
class Told:
    """A rollout and what would differ in it; `why_not` says why nothing would ("" where it would).

    `moved` says that somebody changed it since it was looked at; `revision` is the one shown now.
    """

    rollout: Rollout
    differences: list[Difference]
    why_not: str
    moved: bool
    revision: int


def told_of_rows(
    rows: Iterable[Rollout], ask: Ask, user: Visitor, refused: Refused | None
) -> list[Told]:
    """Return what the preview says of each row; `refused` is what stopped the change before."""
    problems = refused.problems if isinstance(refused, SomeRefused) else {}
    moved = refused.moved if isinstance(refused, SomeRefused) else ()
    found = list(rows)
    seen = revisions(row.pk for row in found)
    gates = gates_of({row.item_id for row in found})
    told = []
    for row in found:
        outcome = ask.outcome(row)
        now = {one.field: getattr(row, one.field) for one in ROLLOUT}
        differs = differences(now, now | outcome.changes, ROLLOUT)
        problem = problems.get(row.pk) or why_not(user, row, ask) or outcome.why_not
        problem = problem or why_held(_as_if(row, outcome), row, gates.get(row.item_id, []))
        told.append(Told(row, differs, problem, row.pk in moved, seen[row.pk]))
    return told


def _as_if(row: Rollout, outcome: Outcome) -> Rollout:
    """Return the row as it would be, to ask the rules about; it is not to be stored."""
    found = copy(row)
    for name, value in outcome.changes.items():
        setattr(found, name, value)
    return found


def revisions(ids: Iterable[int]) -> dict[int, int]:
    """Return id -> the newest revision of these rollouts; one query."""
    rows = Rollout.history.filter(id__in=list(ids)).order_by().values_list("id")
    return dict(rows.annotate(Max("history_id")))


def chosen_of(posted: QueryDict, most: int) -> dict[int, int]:
    """Return id -> the revision that was looked at (0: not yet) of at most `most` ticked rows."""
    ids = [pk for pk in posted.getlist("row") if _is_number(pk)][:most]
    seen = {pk: posted.get(f"seen-{pk}", "") for pk in ids}
    return {int(pk): int(seen[pk]) if _is_number(seen[pk]) else 0 for pk in ids}


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 18
