"""Writing one row of the roadmap while others may be writing it too; nothing typed is ever lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from governance.calendar import words
from governance.errors import Refused
from governance.history.actions import revision_of, with_plain_lines, write
from governance.people.models import User
from roadmap.items import rules
from roadmap.items.merging import Merge, merged
from roadmap.items.models import Item, Rollout
from roadmap.items.parts import PhaseGate

# What the row's form changes; the plan of a rollout belongs to the partnership.
FIELDS = (
    *("status", "sentence", "forecast_start", "forecast_end", "actual_start", "actual_end"),
    "owner",
)
ALL = (*FIELDS, "phase", "turn", "turn_reason", "planned_start", "planned_end", "council_id")
NO_REASON = "Changed in the roadmap"


@dataclass(frozen=True)
class Kept:
    """What somebody else changed while a form was open: the field, its value, who and when."""

    field: str
    value: Any
    by: str
    at: datetime


@dataclass(frozen=True)
class Saved:
    """A row that was written: its revision and when (None: nothing differed), others' changes."""

    rollout: Rollout
    revision: int | None = None
    at: datetime | None = None
    kept: tuple[Kept, ...] = ()


class RowClash(Refused):
    """The same fields were given other values meanwhile. Nothing was written.

    `theirs` tells each such field as it is now; `yours` is what was typed there; `own` are fields
    that nobody else changed; `kept` what others changed elsewhere; `seen` the newest revision.
    """

    def __init__(self, theirs: list[Kept], merge: Merge, kept: list[Kept], seen: int) -> None:
        fields = "field" if len(theirs) == 1 else f"{len(theirs)} fields"
        super().__init__(f"You and {theirs[0].by} changed the same {fields}")
        self.theirs, self.yours, self.own = theirs, merge.clashing, merge.own
        self.kept, self.seen = kept, seen


class RowWrong(Refused):
    """The row as it would be stored breaks a rule; `problems` are field: sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@dataclass(frozen=True)
class Change:
    """Who writes, why, what day it is, and at which revision they saw the row."""

    by: User
    today: date
    seen: int | None = None
    because: str = NO_REASON
    # Of what was typed, only these are the writer's own: they chose so when two had clashed.
    only: frozenset[str] = field(default_factory=lambda: frozenset(ALL))


@transaction.atomic
def save_row(rollout: Rollout, typed: Mapping[str, Any], change: Change) -> Saved:
    """Write what `change.by` typed (field: value) on a row seen at revision `change.seen`.

    What others changed elsewhere in the row stays. Raises RowClash where the same field was given
    another value, RowWrong where dates, status or a gate refuse it; then nothing is written.
    """
    current = _locked(rollout)
    merge, kept = compare(current, typed, change)
    if not merge.own:
        return Saved(current, kept=tuple(kept))
    return _given(current, merge.own, change, kept)


def compare(current: Rollout, typed: Mapping[str, Any], change: Change) -> tuple[Merge, list[Kept]]:
    """Return what of `typed` is to be written on the row, and what others changed elsewhere in it.

    Raises RowClash where the same field was given another value. Writes nothing.
    """
    typed = {name: with_plain_lines(v) for name, v in typed.items() if name in change.only}
    then = current.history.filter(history_id=change.seen).first()
    merge = merged(_values(then, typed) if then else None, _values(current, typed), typed)
    others = {kept.field: kept for kept in _changed_since(current, then)}
    kept = [others[name] for name in merge.theirs if name in others]
    if merge.clashing:
        clashing = [others.get(name) or _unknown(current, name) for name in merge.clashing]
        raise RowClash(clashing, merge, kept, revision_of(current))
    return merge, kept


@transaction.atomic
def undo_row(rollout: Rollout, revision: int, change: Change) -> Saved:
    """Write again, as a new revision, what stood before `revision`, which must be the newest.

    Raises Refused with who changed the row since and when, where it is not.
    """
    current = _locked(rollout)
    newest = current.history.select_related("history_user").latest()
    if newest.history_id != revision:
        raise Refused(
            f"Changed again at {words.clock(newest.history_date)} by {newest.history_user}: "
            "see the history. Nothing was undone."
        )
    before = current.history.filter(history_id__lt=revision).order_by("-history_id").first()
    if before is None:
        raise Refused("There is nothing before this to go back to.")
    was = {name: getattr(before, name) for name in ALL}
    own = {name: value for name, value in was.items() if value != getattr(current, name)}
    return _given(current, own, change, [])


def why_not_start(rollout: Rollout, was: Rollout | None) -> str:
    """Return why `rollout`, as it is about to be stored, may not have started; "" where it may.

    `was` is the row as it stands (None: new). What had started before its gate was set up goes on.
    Call it with the item locked: a gate is decided under the same lock.
    """
    gates = gates_of([rollout.item_id]) if rules.has_started(rollout) else {}
    return rules.why_held(rollout, was, gates.get(rollout.item_id, []))


def gates_of(items: Iterable[int]) -> dict[int, list[rules.Gate]]:
    """Return the gates of these items (ids) as the rules read them; one query."""
    found: dict[int, list[rules.Gate]] = {}
    rows = PhaseGate.objects.filter(item__in=list(items)).select_related("body__lead_council")
    for gate in rows:
        found.setdefault(gate.item_id, []).append(gate.as_rule())
    return found


def lock_item(pk: int) -> Item:
    """Return the item, locked until the transaction ends: everything of an item is written so."""
    return Item.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=pk)


def _locked(rollout: Rollout) -> Rollout:
    """Always the item first, so that no two writers wait for one another."""
    item = lock_item(rollout.item_id)
    found = Rollout.objects.select_for_update(of=("self",)).select_related("council")
    current = found.get(pk=rollout.pk)
    current.item = item
    return current


def _given(current: Rollout, own: Mapping[str, Any], change: Change, kept: Iterable[Kept]) -> Saved:
    was = Rollout(**{f.attname: getattr(current, f.attname) for f in current._meta.concrete_fields})
    for name, value in own.items():
        setattr(current, name, value)
    wrong = rules.wrong_dates(current) | rules.to_come(current, change.today)
    if why := why_not_start(current, was):
        wrong["status"] = why
    if wrong:
        raise RowWrong(wrong)
    write(current, by=change.by, because=change.because.strip() or NO_REASON)
    newest = current.history.latest()
    return Saved(current, newest.history_id, newest.history_date, tuple(kept))


def _values(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _changed_since(current: Rollout, then: Any) -> list[Kept]:
    """Return each field that was changed after `then`, with who gave it the value it has now."""
    if then is None:
        return []
    rows = current.history.filter(history_id__gt=then.history_id).order_by("history_id")
    found: dict[str, Kept] = {}
    before = then
    for row in rows.select_related("history_user"):
        for name in ALL:
            if getattr(row, name) != getattr(before, name):
                value = getattr(row, name)
                found[name] = Kept(name, value, str(row.history_user), row.history_date)
        before = row
    return [kept for kept in found.values() if kept.value != getattr(then, kept.field)]


def _unknown(current: Rollout, name: str) -> Kept:
    newest = current.history.select_related("history_user").latest()
    at = newest.history_date or timezone.now()
    return Kept(name, getattr(current, name), str(newest.history_user), at)
