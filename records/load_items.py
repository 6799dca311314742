"""Loaders of a partnership's roadmap: its themes, and items with all that belongs to them."""

from typing import Any

from governance.models import Body, Council, Partnership
from records.load_people import body_of
from records.loading import Loading, Row, find, known
from roadmap.items.duties import keep_gate
from roadmap.models import Dependency, Item, Milestone, PhaseGate, Rollout, Theme


def themes(loading: Loading, row: Row) -> None:
    """The themes of a partnership in their order; each known by its name."""
    partnership = find(Partnership, slug=row["partnership"])
    for place, name in enumerate(row["names"], start=1):
        if not known(Theme, partnership=partnership, name=name):
            loading.make(Theme(partnership=partnership, name=name, position=place))


def item(loading: Loading, row: Row) -> None:
    """One item with its rollouts, milestones, gates and what it needs; known by its address.

    What hangs on it is illustrative unless it says otherwise.
    """
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(Item, partnership=partnership, slug=row["slug"]):
        return
    parts = {name: row.pop(name, []) for name in ("rollouts", "milestones", "gates", "needs")}
    if name := row.pop("theme", None):
        row["theme"] = find(Theme, partnership=partnership, name=name)
    row.setdefault("position", Item.objects.filter(partnership=partnership).count() + 1)
    made = loading.make(Item(partnership=partnership, **row))
    for one in parts["rollouts"]:
        loading.make(Rollout(item=made, council=_council(one), **_invented(one)))
    for one in parts["milestones"]:
        loading.make(Milestone(item=made, rollout=_rollout(made, one), **_invented(one)))
    for one in parts["gates"]:
        gate = loading.make(PhaseGate(item=made, body=_body(one), **_invented(one)))
        keep_gate(gate, by=loading.by)
    for one in parts["needs"]:
        _need(loading, made, one)


def _invented(row: Row) -> dict[str, Any]:
    return {"is_illustrative": True} | row


def _council(row: Row) -> Council | None:
    slug = row.pop("council", None)
    return find(Council, slug=slug) if slug else None


def _rollout(of: Item, row: Row) -> Rollout | None:
    council = _council(row)
    return find(Rollout, item=of, council=council, phase=row.pop("phase", 1)) if council else None


def _body(row: Row) -> Body:
    council, _, slug = row.pop("body").partition("/")
    return body_of(find(Council, slug=council), slug)


def _need(loading: Loading, of: Item, row: Row) -> None:
    """The item that it needs stands before it in the files."""
    needed = find(Item, partnership=of.partnership, slug=row.pop("slug"))
    loading.make(Dependency(item=of, needs=needed, **row))
