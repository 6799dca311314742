"""Writing strategies. A published version is never changed: the next one is begun as its copy."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.text import slugify

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import remove, write, write_seen
from governance.history.ordering import next_place
from governance.people.models import User
from roadmap.strategies import facts, rules
from roadmap.strategies.models import (
    Adoption,
    EarlierStrategy,
    GlossaryTerm,
    OrderedList,
    Principle,
    Priority,
    Section,
    Strategy,
    StrategyVersion,
)
from roadmap.strategies.states import State, check_move
from roadmap.strategies.tasks import queue_pdf

PartModel = TypeVar("PartModel", bound=models.Model)
COPIED: list[Any] = [Section, Principle, Priority, OrderedList, GlossaryTerm]


@transaction.atomic
def begin(partnership: Partnership, said: dict[str, Any], *, label: str, by: User) -> Strategy:
    """Begin a strategy from fields of Strategy, with a first version that is a draft."""
    stem = slugify(said["title"])[:110].strip("-") or "strategy"
    # "new" is the address of the form that begins one.
    taken = {"new", *partnership.strategies.values_list("slug", flat=True)}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    slug = stem if stem not in taken else next(s for s in numbered if s not in taken)
    strategy = Strategy(partnership=partnership, slug=slug, **said)
    write(strategy, by=by, because="Began the strategy")
    first = StrategyVersion(strategy=strategy, number=1, label=label)
    write(first, by=by, because="Began its first version")
    return strategy


def change(strategy: Strategy, changes: dict[str, Any], *, seen: int, by: User) -> Strategy:
    """Write its title and matter; see `history.actions.write_seen` for two people at once."""
    return write_seen(strategy, changes, seen=seen, by=by, because="Changed the strategy")


def held_open(version: StrategyVersion) -> StrategyVersion:
    """Return `version` locked until the transaction ends; Refused when it is no draft any more.

    Everything that changes what a version says asks this first, inside a transaction.
    """
    locked = StrategyVersion.objects.select_for_update().get(pk=version.pk)
    if locked.state != State.DRAFT:
        raise Refused(
            "This version was published, so what it says stays as it was. Begin the next version "
            "to change it."
        )
    return locked


@transaction.atomic
def describe(
    version: StrategyVersion, changes: dict[str, Any], *, seen: int, by: User
) -> StrategyVersion:
    """Write what a draft version says of itself; raises Refused or ChangedMeanwhile."""
    held_open(version)
    because = "Changed what the version says of itself"
    return write_seen(version, changes, seen=seen, by=by, because=because)


@transaction.atomic
def add(
    version: StrategyVersion, part: PartModel, among: "models.QuerySet[Any]", *, by: User
) -> PartModel:
    """Write a new part of a draft, after the last of those it stands `among`."""
    held_open(version)
    part.position = next_place(among)  # type: ignore[attr-defined]
    _once_a_term(version, part)
    return write(part, by=by, because=f"Added a {part._meta.verbose_name}")


@transaction.atomic
def change_part(
    version: StrategyVersion, part: PartModel, changes: dict[str, Any], *, seen: int, by: User
) -> PartModel:
    """Write a part of a draft; raises Refused or ChangedMeanwhile."""
    held_open(version)
    if isinstance(part, GlossaryTerm):
        _once_a_term(version, GlossaryTerm(pk=part.pk, term=changes.get("term", part.term)))
    because = f"Changed a {part._meta.verbose_name}"
    return write_seen(part, changes, seen=seen, by=by, because=because)


def _once_a_term(version: StrategyVersion, part: models.Model) -> None:
    if not isinstance(part, GlossaryTerm):
        return
    others = version.terms.exclude(pk=part.pk)
    if others.filter(term__iexact=part.term).exists():
        raise Refused(f"“{part.term}” is in the glossary already: change it there.")


@transaction.atomic
def publish(version: StrategyVersion, *, at: datetime, by: User) -> StrategyVersion:
    """Publish a draft, in place of the version that counted until now.

    Raises Refused, saying everything that is missing, when it may not be published yet.
    """
    # The strategy first, always: two people publishing wait for each other and never deadlock.
    Strategy.objects.select_for_update().get(pk=version.strategy_id)
    locked = StrategyVersion.objects.select_for_update().get(pk=version.pk)
    check_move(State(locked.state), State.PUBLISHED)
    whole = facts.with_content(StrategyVersion.objects.filter(pk=locked.pk)).get()
    if missing := rules.missing(facts.content_of(whole)):
        raise Refused(" ".join(missing))
    for before in locked.strategy.versions.select_for_update().filter(state=State.PUBLISHED):
        check_move(State(before.state), State.SUPERSEDED)
        before.state = State.SUPERSEDED
        write(before, by=by, because=f"Version {locked.number} took its place")
        _queue(before)
    locked.state, locked.published_at = State.PUBLISHED, at
    write(locked, by=by, because="Published")
    _queue(locked)
    return locked


@transaction.atomic
def begin_next(strategy: Strategy, *, by: User) -> StrategyVersion:
    """Begin the next version as a copy of the newest, part by part, to be changed and published.

    Raises Refused where a draft stands already.
    """
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    newest = facts.with_content(strategy.versions).order_by("-number").first()
    if newest is None or newest.state == State.DRAFT:
        raise Refused("A draft of the next version is there already: change that one.")
    number = newest.number + 1
    begun = StrategyVersion(strategy=strategy, number=number, label=f"Draft of version {number}")
    because = f"Begun as a copy of version {newest.number}"
    write(begun, by=by, because=because)
    for model in COPIED:
        for part in model.objects.filter(version=newest).order_by("position"):
            copy = _copied(part, version=begun)
            write(copy, by=by, because=because)
            if isinstance(part, OrderedList):
                for entry in part.entries.order_by("position"):
                    write(_copied(entry, ordered_list=copy), by=by, because=because)
    return begun


def _copied(part: Any, **of: Any) -> Any:
    """Return a new row that says what `part` says, with its key, as part of another."""
    left_out = {"id", *of}
    values = {f.name: getattr(part, f.name) for f in part._meta.fields if f.name not in left_out}
    return type(part)(**values, **of)


@transaction.atomic
def adopt(
    version: StrategyVersion, said: dict[str, Any], replaced: list[str], *, by: User
) -> Adoption:
    """Record that a council took a version for its own, and which strategies it replaced.

    `said` are fields of Adoption. Raises Refused where the council has adopted it already, or the
    decision is not one of the strategy's own matter.
    """
    _check_decision(version, said)
    if version.adoptions.filter(council=said["council"]).exists():
        raise Refused(f"{said['council'].name} adopted this version already: change that line.")
    adoption = Adoption(version=version, **said)
    write(adoption, by=by, because="Recorded that the council adopted it")
    _replace(adoption, replaced, [], by)
    _queue(version)
    return adoption


@transaction.atomic
def change_adoption(
    adoption: Adoption, changes: dict[str, Any], replaced: tuple[list[str], list[str]], *,
    seen: int, by: User,
) -> Adoption:  # fmt: skip
    """Write by which decision a council adopted, and what it replaced; raises as `adopt` does.

    `replaced` are the names wanted and those that were shown: what others added stays.
    """
    _check_decision(adoption.version, changes)
    because = "Changed how the council adopted it"
    adoption = write_seen(adoption, changes, seen=seen, by=by, because=because)
    _replace(adoption, *replaced, by)
    _queue(adoption.version)
    return adoption


@transaction.atomic
def take_back_adoption(adoption: Adoption, *, by: User) -> None:
    """Take away an adoption that was recorded by mistake; its history stays."""
    because = "It was recorded by mistake"
    for earlier in adoption.replaced.all():
        remove(earlier, by=by, because=because)
    _queue(adoption.version)
    remove(adoption, by=by, because=because)


def _check_decision(version: StrategyVersion, said: dict[str, Any]) -> None:
    decision = said.get("decision")
    if decision and decision.issue_id != version.strategy.issue_id:
        raise Refused("That decision is about another matter than this strategy is followed under.")


def _replace(adoption: Adoption, names: list[str], shown: list[str], by: User) -> None:
    held = {row.name: row for row in EarlierStrategy.objects.filter(adoption=adoption)}
    for name, row in held.items():
        if name in shown and name not in names:
            remove(row, by=by, because="It was not replaced by this")
    for name in dict.fromkeys(names):
        if name not in held and name not in shown:
            row = EarlierStrategy(adoption=adoption, name=name)
            write(row, by=by, because="Replaced by the strategy that was adopted")


def _queue(version: StrategyVersion) -> None:
    if version.state != State.DRAFT:
        transaction.on_commit(lambda: queue_pdf(version.pk))
