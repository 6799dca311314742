"""The money of a partnership as a person may see it, in as many queries for a hundred rows as one.

`costs_of` and `figures_of` take a period, for a page about part of the time; what they return adds
up in `totals`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor
from roadmap.funding.models import BenefitFigure, Cost, FundingSource, Share
from roadmap.funding.rules import Standing, divide, standing_of_source, year_of
from roadmap.funding.totals import Saving, Spending

BY_NAME = Prefetch(
    "split__shares", Share.objects.select_related("council").order_by("council__short_name")
)


@dataclass
class CostLine:
    """A cost and what falls to each council of it."""

    cost: Cost
    parts: dict[int | None, int]
    shares: list[Share] = field(default_factory=list)

    @property
    def is_elsewhere(self) -> bool:
        """Is it spent on another purpose than its source is restricted to?"""
        restricted = self.cost.source.restricted_to_id
        return restricted is not None and restricted != self.cost.purpose_id

    @property
    def spending(self) -> Spending:
        """Return it as `totals` adds it up."""
        cost = self.cost
        year = year_of(cost.on) if cost.on else None
        return Spending(cost.amount_pence, self.parts, cost.source_id, cost.purpose_id, year)


def costs_of(
    partnership: Partnership, user: Visitor, first: date | None = None, last: date | None = None
) -> "QuerySet[Cost]":
    """Return the costs that `user` may see, the newest first; between two days where given.

    A cost whose day is not recorded is in no period.
    """
    found = Cost.objects.visible_to(user).filter(partnership=partnership)
    if first:
        found = found.filter(on__gte=first)
    if last:
        found = found.filter(on__lte=last)
    found = found.select_related("purpose", "source__restricted_to", "split", "council")
    return found.prefetch_related(BY_NAME).order_by(F("on").desc(nulls_last=True), "-pk")


def lines_of(costs: Iterable[Cost]) -> list[CostLine]:
    """Return each cost (fetched with `costs_of`) with its parts."""
    return [_line(cost) for cost in costs]


def _line(cost: Cost) -> CostLine:
    if cost.split is None:
        return CostLine(cost, {cost.council_id: cost.amount_pence})
    shares = list(cost.split.shares.all())
    known = {share.council_id: share.hundredths for share in shares}
    return CostLine(cost, divide(cost.amount_pence, known), shares)


@dataclass(frozen=True)
class SourceLine:
    """A source of money and how it stands."""

    source: FundingSource
    standing: Standing


def sources_of(
    partnership: Partnership, user: Visitor, lines: Iterable[CostLine]
) -> list[SourceLine]:
    """Return the sources `user` may see, each with how it stands after all costs in `lines`."""
    found = FundingSource.objects.visible_to(user).filter(partnership=partnership)
    found = found.select_related("restricted_to").order_by("name", "pk")
    spent: dict[int, list[CostLine]] = {}
    for line in lines:
        spent.setdefault(line.cost.source_id, []).append(line)
    return [SourceLine(source, standing(source, spent.get(source.pk, []))) for source in found]


def standing(source: FundingSource, lines: list[CostLine]) -> Standing:
    """Return how a source stands after the costs charged to it."""
    return standing_of_source(
        source.amount_pence,
        sum(line.cost.amount_pence for line in lines),
        is_restricted=source.restricted_to_id is not None,
        elsewhere=[(ln.cost.title, ln.cost.amount_pence) for ln in lines if ln.is_elsewhere],
    )


def figures_of(
    partnership: Partnership, user: Visitor, years: tuple[int, int] | None = None
) -> list[Saving]:
    """Return the figures of benefits that `user` may see; of the years from, to where given."""
    found = BenefitFigure.objects.visible_to(user).filter(benefit__partnership=partnership)
    if years:
        found = found.filter(year__gte=years[0], year__lte=years[1])
    wanted = ("council_id", "year", "forecast_pence", "actual_pence")
    kinds = ("benefit__is_cashable", "benefit__is_illustrative")
    return [Saving(*row) for row in found.values_list(*wanted, *kinds)]


@dataclass(frozen=True)
class CouncilRow:
    """A line of a table by council; `name` says what falls to no one council."""

    name: str
    pence: int


def by_council(
    councils: Iterable[Council], found: dict[int | None, int], others: dict[int, str] | None = None
) -> list[CouncilRow]:
    """Return every council with its sum, in order, and then what is not known how divided."""
    rest = dict(found)
    rows = [CouncilRow(one.short_name, rest.pop(one.pk, 0)) for one in councils]
    unknown = rest.pop(None, 0)
    rows += [CouncilRow((others or {}).get(pk or 0, "Another council"), sum_)
             for pk, sum_ in rest.items()]  # fmt: skip
    return [*rows, CouncilRow("Not known how it is divided", unknown)] if unknown else rows


def of_year(year: int) -> Q:
    """Return the condition on a cost spent in the financial year that begins in `year`."""
    return Q(on__gte=date(year, 4, 1), on__lt=date(year + 1, 4, 1))
