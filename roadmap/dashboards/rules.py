"""What a committee is told of a period: milestones met and missed, rollouts by theme. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from governance.calendar import words
from roadmap.drawing import QUARTERS, financial_year, quarter_begins
from roadmap.items.periods import Period, read
from roadmap.items.rules import AS_TOLD, Status


class Promised(Protocol):
    """What the rules read of a milestone."""

    planned_on: date
    forecast_on: date | None
    met_on: date | None


class Fate(StrEnum):
    """What became of a milestone in a period."""

    MET = "met"
    MISSED = "missed"
    COMING = "coming"

    @property
    def words(self) -> str:
        return {"met": "Met", "missed": "Missed", "coming": "To come"}[self]

    @property
    def shape(self) -> str:
        """Return the name of its drawing in governance.pages.shapes."""
        return {"met": "done", "missed": "bad", "coming": "open"}[self]


def fate(milestone: Promised, first: date, last: date, today: date) -> Fate | None:
    """Return what became of a milestone between `first` and `last`, as is known on `today`.

    Met: on a day of the period. Missed: planned for a day of the period that has passed, and not
    met by the end of the period. To come: expected within the period, or as many days after it.
    None: it is no matter of this period.
    """
    known_until = min(last, today)
    if milestone.met_on and first <= milestone.met_on <= known_until:
        return Fate.MET
    met = milestone.met_on is not None and milestone.met_on < first
    if not met and first <= milestone.planned_on <= last and milestone.planned_on < today:
        return Fate.MISSED
    expected = milestone.forecast_on or milestone.planned_on
    horizon = last + (last - first)
    waits = milestone.met_on is None or milestone.met_on > known_until
    return Fate.COMING if waits and known_until < expected <= horizon else None


def fate_words(milestone: Promised, became: Fate) -> str:
    """Return why, in words: "12 days after it was planned", "now forecast for Fri 28 Jun 2024"."""
    if became is Fate.MET and milestone.met_on:
        return _lateness((milestone.met_on - milestone.planned_on).days)
    if milestone.met_on:
        return f"met later, on {words.short_day(milestone.met_on)}"
    if became is Fate.MISSED:
        if milestone.forecast_on and milestone.forecast_on > milestone.planned_on:
            return f"now forecast for {words.short_day(milestone.forecast_on)}"
        return "no new forecast is recorded"
    if milestone.forecast_on and milestone.forecast_on != milestone.planned_on:
        return f"planned for {words.short_day(milestone.planned_on)}"
    return "as planned"


def _lateness(days: int) -> str:
    if days > 0:
        return f"{words.counted(days, 'day')} after it was planned"
    return f"{words.counted(-days, 'day')} early" if days else "on the day it was planned for"


@dataclass(frozen=True)
class ByStatus:
    """How many rollouts of one theme have each status, in the order in which they are told."""

    name: str
    counts: list[int]

    @property
    def total(self) -> int:
        return sum(self.counts)


def by_status(name: str, statuses: Iterable[str]) -> ByStatus:
    """Return the row of a theme in the table of statuses."""
    found = Counter(Status(status) for status in statuses)
    return ByStatus(name, [found[status] for status in AS_TOLD])


def quarter_of(day: date) -> Period:
    """Return the quarter of the financial year in which `day` lies."""
    quarter = QUARTERS[quarter_begins(day).month].lower()
    found = read(f"{financial_year(day).replace('/', '-')}-{quarter}")
    if found is None:
        raise ValueError(f"{day} lies in no financial year that is known")
    return found
