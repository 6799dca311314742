"""Adding up money so that the parts sum to the whole, whoever asks and for whichever period. Pure.

The dashboard, the pages and the downloads all add up here. Keys are ids; None is what nobody knows:
how two councils divide their part, or in which year it was spent.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spending:
    """One cost: its pence, what falls to each council (None: not known how), where it belongs."""

    pence: int
    parts: Mapping[int | None, int]
    source: int
    purpose: int
    year: int | None


@dataclass(frozen=True)
class Totals:
    """What was spent in all (pence), and the same sum by council, source, purpose and year."""

    whole: int = 0
    councils: dict[int | None, int] = field(default_factory=dict)
    sources: dict[int, int] = field(default_factory=dict)
    purposes: dict[int, int] = field(default_factory=dict)
    years: dict[int | None, int] = field(default_factory=dict)

    @property
    def reconciles(self) -> bool:
        """Do the councils' parts, with what is not divided, sum to the whole to the penny?"""
        ways: list[Mapping[int, int] | Mapping[int | None, int]]
        ways = [self.councils, self.sources, self.purposes, self.years]
        return all(sum(way.values()) == self.whole for way in ways)


def totals(lines: Iterable[Spending]) -> Totals:
    """Return the sums of `lines`; choose the period before, by what is passed in."""
    whole = 0
    councils: dict[int | None, int] = defaultdict(int)
    sources: dict[int, int] = defaultdict(int)
    purposes: dict[int, int] = defaultdict(int)
    years: dict[int | None, int] = defaultdict(int)
    for line in lines:
        whole += line.pence
        sources[line.source] += line.pence
        purposes[line.purpose] += line.pence
        years[line.year] += line.pence
        for council, pence in line.parts.items():
            councils[council] += pence
    return Totals(whole, dict(councils), dict(sources), dict(purposes), dict(years))


@dataclass(frozen=True)
class Saving:
    """One figure of a benefit: a council, a financial year, what was forecast and what came."""

    council: int
    year: int
    forecast: int | None
    actual: int | None
    is_cashable: bool
    is_illustrative: bool = False


@dataclass(frozen=True)
class Row:
    """Forecast and actual (pence) of one council or year, and how much of each is cashable."""

    forecast: int = 0
    actual: int = 0
    cashable_forecast: int = 0
    cashable_actual: int = 0

    def plus(self, one: Saving) -> "Row":
        """Return this row with one more figure in it; what is not known adds nothing."""
        forecast, actual, cashable = one.forecast or 0, one.actual or 0, one.is_cashable
        return Row(
            self.forecast + forecast,
            self.actual + actual,
            self.cashable_forecast + (forecast if cashable else 0),
            self.cashable_actual + (actual if cashable else 0),
        )


@dataclass(frozen=True)
class Savings:
    """What benefits bring in all, and the same by council and by financial year."""

    whole: Row
    councils: dict[int, Row]
    years: dict[int, Row]


def savings(figures: Iterable[Saving]) -> Savings:
    """Return the sums of `figures`, whole, by council and by year."""
    whole = Row()
    councils: dict[int, Row] = defaultdict(Row)
    years: dict[int, Row] = defaultdict(Row)
    for one in figures:
        whole = whole.plus(one)
        councils[one.council] = councils[one.council].plus(one)
        years[one.year] = years[one.year].plus(one)
    return Savings(whole, dict(councils), dict(years))
