"""Loaders of a partnership's strategies: versions in order, each published before the next."""

from datetime import date
from typing import Any

from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.models import Council, Issue
from records.loading import Loading, Row, find, known, moment
from roadmap.models import (
    Adoption,
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
    Strategy,
    StrategyVersion,
)
from roadmap.strategies import actions

PARTS: dict[str, Any] = {
    "sections": Section,
    "principles": Principle,
    "priorities": Priority,
    "terms": GlossaryTerm,
}


def strategy(loading: Loading, row: Row) -> None:
    """A strategy with its versions; known by its address.

    A version that names the one before repeats its parts by name, and those stay the same parts:
    that is what tells a section that was moved from one that is new.
    """
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(Strategy, partnership=partnership, slug=row["slug"]):
        return
    versions = row.pop("versions")
    if slug := row.pop("issue", None):
        row["issue"] = find(Issue, slug=slug)
    made = loading.make(Strategy(partnership=partnership, **row))
    keys: dict[tuple[str, str], Any] = {}
    for number, said in enumerate(versions, start=1):
        _version(loading, made, number, said, keys)


def _version(
    loading: Loading, of: Strategy, number: int, said: Row, keys: dict[tuple[str, str], Any]
) -> None:
    published, adoptions = said.pop("published", None), said.pop("adoptions", [])
    parts = {name: said.pop(name, []) for name in (*PARTS, "lists")}
    version = loading.make(StrategyVersion(strategy=of, number=number, **said))
    for name, model in PARTS.items():
        for place, one in enumerate(parts[name], start=1):
            loading.make(_same(model(version=version, position=place, **one), name, keys))
    for place, one in enumerate(parts["lists"], start=1):
        entries = one.pop("entries")
        ordered = OrderedList(version=version, position=place, **one)
        loading.make(_same(ordered, "lists", keys))
        for at, text in enumerate(entries, start=1):
            entry = ListEntry(ordered_list=ordered, position=at, text=text)
            loading.make(_same(entry, f"entries of {ordered}", keys))
    if published:
        actions.publish(version, at=moment(published, "09:00"), by=loading.by)
    for one in adoptions:
        _adoption(loading, version, one)


def _same(part: Any, kind: str, keys: dict[tuple[str, str], Any]) -> Any:
    part.key = keys.setdefault((kind, str(part)), part.key)
    return part


def _adoption(loading: Loading, version: StrategyVersion, row: Row) -> None:
    """How a council adopted it: by its decision of the day on the strategy's matter."""
    council, replaced = find(Council, slug=row.pop("council")), row.pop("replaced", [])
    made_on: date = row.pop("decided_on")
    row["decision"] = find(Decision, issue=version.strategy.issue, council=council, made_on=made_on)
    adoption = loading.make(Adoption(version=version, council=council, **row))
    for name in replaced:
        loading.make(EarlierStrategy(adoption=adoption, name=name))
