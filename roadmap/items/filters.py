"""Which rollouts a page shows: read from its address, applied, said in words, written back.

Every view of the roadmap takes the same filter, so that an address can be kept and passed on. What
an address asks for and is not known is left out, and `ignored` says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Max, Min, Q

from governance.calendar import words
from governance.councils.models import Council, Partnership
from roadmap.items import periods
from roadmap.items.models import STATUSES, RolloutQuerySet, Theme
from roadmap.items.rules import Status
from roadmap.partnerships.finding import councils_of

# What all councils do together is part of what each council does; this asks for it alone.
TOGETHER = "together"
LONGEST = 200
# As the address names them; also in the order in which they are said.
NAMES = ("council", "theme", "status", "owner", "period", "q")


@dataclass(frozen=True)
class Filter:
    """What is asked for; "" asks for all. `council` is a slug or `TOGETHER`, `q` words."""

    council: str = ""
    theme: str = ""
    status: str = ""
    owner: str = ""
    period: str = ""
    q: str = ""
    ignored: tuple[str, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in NAMES)

    @property
    def given(self) -> list[tuple[str, str]]:
        """Return the (name, value) pairs that are asked for."""
        return [(name, value) for name in NAMES if (value := getattr(self, name))]

    def query(self, **more: object) -> str:
        """Return the query string that asks for the same, with `more` added where it is set."""
        own = {name: getattr(self, name) for name in NAMES}
        asked = {name: value for name, value in (own | more).items() if value}
        return urlencode(asked)

    def without(self, name: str) -> str:
        """Return the query string that asks for the same but for `name`."""
        return self.query(**{name: ""})


def read(asked: Mapping[str, Any], councils: Iterable[Council]) -> Filter:
    """Return the filter that an address asks for; `councils` are those of the partnership."""
    given = {name: _plain(asked.get(name, "")) for name in NAMES}
    known = {
        "council": {TOGETHER, *(council.slug for council in councils)},
        "status": {value for value, _ in STATUSES},
    }
    wrong = [name for name, values in known.items() if given[name] and given[name] not in values]
    if given["period"] and not periods.read(given["period"]):
        wrong.append("period")
    ignored = tuple(f"{name} “{given[name]}”" for name in wrong)
    return Filter(**given | dict.fromkeys(wrong, ""), ignored=ignored)


def _plain(value: object) -> str:
    # PostgreSQL takes no NUL, which an address may hold.
    return str(value).replace("\x00", "").strip()[:LONGEST]


def apply(found: Filter, rollouts: RolloutQuerySet) -> RolloutQuerySet:
    """Return those of `rollouts` that the filter asks for."""
    asked = Q()
    if found.council == TOGETHER:
        asked &= Q(council=None)
    elif found.council:
        asked &= Q(council__slug=found.council) | Q(council=None)
    if found.theme:
        asked &= Q(item__theme__name=found.theme)
    if found.status:
        asked &= Q(status=found.status)
    if found.owner:
        asked &= Q(owner=found.owner) | Q(owner="", item__owner=found.owner)
    for word in found.q.split():
        asked &= (
            Q(item__title__icontains=word) | Q(item__description__icontains=word)
            | Q(sentence__icontains=word) | Q(owner__icontains=word)
        )  # fmt: skip
    kept = rollouts.filter(asked)
    if period := periods.read(found.period):
        kept = kept.running(period.first, period.last)
    return kept


def in_words(found: Filter, councils: Iterable[Council]) -> str:
    """Return what is shown: "Boston and all councils together, at risk, in 2024/25"; "" for all."""
    names = {council.slug: council.short_name for council in councils}
    said = []
    if found.council == TOGETHER:
        said.append("what all councils do together")
    elif found.council:
        said.append(f"{names.get(found.council, found.council)} and all councils together")
    if found.theme:
        said.append(f"theme {found.theme}")
    if found.status:
        said.append(words.uncapitalised(Status(found.status).words))
    if found.owner:
        said.append(f"owned by {found.owner}")
    if period := periods.read(found.period):
        said.append(f"running in {period.words}")
    if found.q:
        said.append(f"with the words “{found.q}”")
    return ", ".join(said)


@dataclass(frozen=True)
class Choices:
    """What the filter's form offers, each as (value, words)."""

    councils: list[tuple[str, str]]
    themes: list[tuple[str, str]]
    statuses: list[tuple[str, str]]
    owners: list[tuple[str, str]]
    periods: list[tuple[str, str]]


def choices(partnership: Partnership, rollouts: RolloutQuerySet, found: Filter) -> Choices:
    """Return what can be asked of `rollouts`, all that the visitor may see; three queries.

    `partnership` comes with its members, as `partnership_of` finds it. What the address asks for
    and nothing has is offered still, so that the form shows what it did.
    """
    themes = Theme.objects.filter(partnership=partnership, items__rollouts__in=rollouts)
    names = themes.order_by("position").distinct().values_list("name", flat=True)
    spans = rollouts.with_span().order_by()
    ends: dict[str, date | None] = spans.aggregate(first=Min("runs_from"), last=Max("runs_to"))
    times = [(one.value, one.words) for one in periods.offered(ends["first"], ends["last"])]
    if (asked := periods.read(found.period)) and (asked.value, asked.words) not in times:
        times.append((asked.value, asked.words))
    councils = [(council.slug, council.short_name) for council in councils_of(partnership)]
    return Choices(
        councils=[*councils, (TOGETHER, "All councils together")],
        themes=_offered(list(names), found.theme),
        statuses=STATUSES,
        owners=_offered(owners_of(rollouts), found.owner),
        periods=times,
    )


def owners_of(rollouts: RolloutQuerySet) -> list[str]:
    """Return the posts that own these rollouts or their items, by name; one query."""
    own = rollouts.exclude(owner="").order_by().values_list("owner", flat=True)
    of_items = rollouts.filter(owner="").exclude(item__owner="").order_by()
    return sorted(own.union(of_items.values_list("item__owner", flat=True)))


def _offered(values: Sequence[str], asked: str) -> list[tuple[str, str]]:
    every = [*values, asked] if asked and asked not in values else values
    return [(value, value) for value in every]
