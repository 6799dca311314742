"""Writing items and what belongs to them: always with the item locked, so that rules hold."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.history.ordering import next_place, put_back, take_out
from governance.people.models import User
from roadmap.items import rules
from roadmap.items.duties import drop_gate, keep_gate, keep_gates_of
from roadmap.items.models import Item, Rollout, Theme
from roadmap.items.parts import Dependency, Milestone, PhaseGate
from roadmap.items.row_actions import lock_item, why_not_start

# Words that addresses below the roadmap use themselves.
TAKEN = {"new"}


@transaction.atomic
def add_item(partnership: Partnership, fields: dict[str, Any], *, by: User) -> Item:
    """Write a new item, last in its roadmap, at an address that no item of it ever had."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    place = next_place(Item.objects.filter(partnership=partnership))
    slug = free_slug(partnership, str(fields["title"]))
    item = Item(partnership=partnership, slug=slug, position=place, **fields)
    return write(item, by=by, because="Added to the roadmap")


@transaction.atomic
def change_item(item: Item, fields: dict[str, Any], seen: int, *, by: User) -> Item:
    """Write what of `fields` differs; ChangedMeanwhile where somebody changed the same.

    Raises TurnsStand where all councils would go together while a rollout has a turn.
    """
    was = lock_item(item.pk)
    now = write_seen(item, fields, seen=seen, by=by, because="Changed the item")
    if now.pattern == Item.Pattern.TOGETHER != was.pattern:
        _refuse_turns(now)
    if now.title != was.title:
        keep_gates_of(now, by=by)
    return now


class TurnsStand(Refused):
    """All councils cannot go together: a rollout of the item has a turn."""


def _refuse_turns(item: Item) -> None:
    rows = Rollout.objects.filter(item=item, turn__isnull=False).select_related("council")
    if first := rows.order_by("phase", "turn").first():
        raise TurnsStand(
            f"{first.place} has turn {first.turn}, so that the councils do not go together. Take "
            "the turns out of the plan of its rollouts first."
        )


def free_slug(partnership: Partnership, title: str) -> str:
    """Return an address that no item of the roadmap has or had."""
    stem = slugify(title)[:100].strip("-") or "item"
    known: Any = Item.history
    taken = set(known.filter(partnership=partnership, slug__startswith=stem)
                .values_list("slug", flat=True)) | TAKEN  # fmt: skip
    number, slug = 2, stem
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def add_theme(partnership: Partnership, name: str, *, by: User) -> Theme:
    """Write a theme after the others; Refused where there is one of that name."""
    place = next_place(Theme.objects.filter(partnership=partnership))
    theme = Theme(partnership=partnership, name=name, position=place)
    taken = f"There is a theme “{name}” already."
    found: Theme = _unique(theme, taken, by, "Added a theme")
    return found


@transaction.atomic
def change_theme(theme: Theme, fields: dict[str, Any], seen: int, *, by: User) -> Theme:
    """Give a theme another name; Refused where another has it."""
    try:
        with transaction.atomic():
            return write_seen(theme, fields, seen=seen, by=by, because="Renamed a theme")
    except IntegrityError as same:
        raise Refused(f"There is a theme “{fields['name']}” already.") from same


def _unique(row: Any, taken: str, by: User, because: str) -> Any:
    try:
        with transaction.atomic():
            return write(row, by=by, because=because)
    except IntegrityError as same:
        raise Refused(taken) from same


# --- Rollouts ------------------------------------------------------------------------------------


@transaction.atomic
def add_rollout(item: Item, fields: dict[str, Any], *, by: User, today: date) -> Rollout:
    """Write a rollout; Refused where the council has one in that phase or a rule says no."""
    rollout = Rollout(item=lock_item(item.pk), **fields)
    _check_rollout(rollout, None, today)
    found: Rollout = _unique(rollout, _taken(rollout), by, "Added a rollout")
    return found


@transaction.atomic
def change_plan(
    rollout: Rollout, fields: dict[str, Any], seen: int, *, by: User, today: date
) -> Rollout:
    """Write the plan of a rollout: phase, turn and planned dates. Refused as `add_rollout` is."""
    item = lock_item(rollout.item_id)
    was = Rollout.objects.select_related("council").get(pk=rollout.pk)
    try:
        with transaction.atomic():
            now = write_seen(rollout, fields, seen=seen, by=by, because="Changed the plan")
    except IntegrityError as same:
        raise Refused(_taken(rollout)) from same
    now.item = item
    _check_rollout(now, was, today)
    return now


def _check_rollout(rollout: Rollout, was: Rollout | None, today: date) -> None:
    wrong = rules.wrong_dates(rollout) | rules.to_come(rollout, today)
    if why := why_not_start(rollout, was):
        wrong["status"] = why
    if rollout.item.pattern == Item.Pattern.TOGETHER and rollout.turn:
        wrong["turn"] = "All councils of this item go together, so that none has a turn."
    if wrong:
        raise Refused(" ".join(wrong.values()))


def _taken(rollout: Rollout) -> str:
    place = rollout.council.short_name if rollout.council else "All councils together"
    return (
        f"{place} has a rollout in phase {rollout.phase} of this item already, or another council "
        "has that turn."
    )


# --- Milestones, dependencies and gates -----------------------------------------------------------


@transaction.atomic
def add_milestone(item: Item, fields: dict[str, Any], *, by: User) -> Milestone:
    """Write a milestone of the item, or of one of its own rollouts."""
    return write(_own(Milestone(item=item, **fields)), by=by, because="Added a milestone")


@transaction.atomic
def change_milestone(
    milestone: Milestone, fields: dict[str, Any], seen: int, *, by: User
) -> Milestone:
    """Write what of `fields` differs; Refused for a rollout of another item."""
    changed = write_seen(milestone, fields, seen=seen, by=by, because="Changed a milestone")
    return _own(changed)


def _own(milestone: Milestone) -> Milestone:
    if milestone.rollout and milestone.rollout.item_id != milestone.item_id:
        raise Refused("That rollout belongs to another item.")
    return milestone


@transaction.atomic
def add_dependency(item: Item, fields: dict[str, Any], *, by: User) -> Dependency:
    """Write that `item` needs another; Refused where that would go round in a circle.

    Every dependency of a roadmap is written under a lock on its partnership: two people cannot
    close a circle between them.
    """
    Partnership.objects.select_for_update().get(pk=item.partnership_id)
    dependency = Dependency(item=item, **fields)
    if dependency.needs.partnership_id != item.partnership_id:
        raise Refused("An item depends on items of its own partnership.")
    _refuse_circle(dependency)
    taken = f"That it needs {dependency.needs} is recorded already."
    found: Dependency = _unique(dependency, taken, by, "Added a dependency")
    return found


def change_dependency(
    dependency: Dependency, fields: dict[str, Any], seen: int, *, by: User
) -> Dependency:
    """Write another reason for a dependency."""
    return write_seen(dependency, fields, seen=seen, by=by, because="Changed a dependency")


def _refuse_circle(dependency: Dependency) -> None:
    of_partnership = Dependency.objects.filter(item__partnership=dependency.item.partnership_id)
    needs: dict[int, list[int]] = {}
    for item, needed in of_partnership.values_list("item", "needs"):
        needs.setdefault(item, []).append(needed)
    way = rules.circle(needs, dependency.item_id, dependency.needs_id)
    titles = Item.objects.in_bulk(way)
    if why := rules.why_not_depend([titles[pk].title for pk in way]):
        raise Refused(why)


@transaction.atomic
def add_gate(item: Item, fields: dict[str, Any], *, by: User) -> PhaseGate:
    """Write a gate; Refused where the phase has started and the gate is not passed."""
    gate = PhaseGate(item=lock_item(item.pk), **fields)
    _check_gate(gate)
    taken = f"{gate.body} decides before phase {gate.phase} already."
    found: PhaseGate = _unique(gate, taken, by, "Added a gate")
    keep_gate(found, by=by)
    return found


@transaction.atomic
def change_gate(gate: PhaseGate, fields: dict[str, Any], seen: int, *, by: User) -> PhaseGate:
    """Write what became of a gate; Refused where a phase that has started would be shut again."""
    lock_item(gate.item_id)
    try:
        with transaction.atomic():
            changed = write_seen(gate, fields, seen=seen, by=by, because="Changed a gate")
    except IntegrityError as same:
        raise Refused("That body decides before that phase already.") from same
    _check_gate(changed)
    keep_gate(changed, by=by)
    return changed


def _check_gate(gate: PhaseGate) -> None:
    if gate.outcome == rules.Outcome.PASSED:
        return
    rows = Rollout.objects.filter(item=gate.item_id, phase__gte=gate.phase)
    started = [row for row in rows.select_related("council") if rules.has_started(row)]
    if started:
        raise Refused(
            f"Phase {started[0].phase} has started already, so that a gate before phase "
            f"{gate.phase} cannot hold it back. Record that it was passed, or set the rollout "
            "back to “Not started” first."
        )


# --- Taking out and putting back -----------------------------------------------------------------


@transaction.atomic
def take_out_part(row: Any, why_kept: Callable[[Any], str], *, by: User, because: str) -> int:
    """Remove a part of an item; return the number of the history row that can put it back.

    Refused with what `why_kept` says of the row as it stands once the item is locked.
    """
    lock_item(row.item_id)
    current = type(row).objects.filter(pk=row.pk).first()
    if current is None:
        raise Refused("Somebody else has removed it meanwhile. Nothing was done.")
    if why := why_kept(current):
        raise Refused(why)
    if isinstance(current, PhaseGate):
        drop_gate(current, by=by, because=because)
    return take_out(current, by=by, because=because)


@transaction.atomic
def put_back_part(
    item: Item, rows: "models.QuerySet[Any]", removed: int, *, by: User, because: str, today: date
) -> Any:
    """Write again the part of `rows` whose removal is history row `removed`.

    Refused where adding it today would be: what it kept to may have changed since.
    """
    if rows.model is Dependency:
        Partnership.objects.select_for_update().get(pk=item.partnership_id)
    lock_item(item.pk)
    row = put_back(rows, removed, by=by, because=because)
    if isinstance(row, Dependency):
        _refuse_circle(row)
    elif isinstance(row, PhaseGate):
        _check_gate(row)
        keep_gate(row, by=by)
    elif isinstance(row, Rollout):
        _check_rollout(row, None, today)
    elif not Rollout.objects.filter(item=item, pk=row.rollout_id or 0).exists() and row.rollout_id:
        raise Refused("Its rollout has been removed meanwhile. Put that back first.")
    return row
