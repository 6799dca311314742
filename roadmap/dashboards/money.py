"""The money of a dashboard: plain values, from published records alone."""

from typing import Any

from governance.calendar import words
from governance.councils.models import Partnership
from governance.people.permissions import Visitor
from roadmap.funding import reading
from roadmap.funding.rules import year_of, year_words
from roadmap.funding.totals import savings, totals
from roadmap.items.periods import Period
from roadmap.partnerships.finding import councils_of


def money_of(partnership: Partnership, stranger: Visitor, period: Period) -> dict[str, Any]:
    """Return what was spent in `period` by council, how each source stands, and what is saved.

    Sums are words ("£46,000") with the pence beside them; the councils' parts with what nobody
    knows how to divide sum to the whole. Benefits are of the financial years the period touches.
    """
    councils = councils_of(partnership)
    every = reading.lines_of(reading.costs_of(partnership, stranger))
    costs = reading.costs_of(partnership, stranger, period.first, period.last)
    spent = totals(line.spending for line in reading.lines_of(costs))
    years = (year_of(period.first), year_of(period.last))
    saved = savings(reading.figures_of(partnership, stranger, years))
    undated = [line for line in every if line.cost.on is None]
    return {
        "spent": _sum(spent.whole),
        "councils": [
            {"name": row.name} | _sum(row.pence)
            for row in reading.by_council(councils, spent.councils)
        ],
        "reconciles": spent.reconciles,
        "undated": _sum(sum(line.cost.amount_pence for line in undated)) if undated else None,
        "sources": [_source(line) for line in reading.sources_of(partnership, stranger, every)],
        "years": year_words(years[0])
        if years[0] == years[1]
        else words.listed(map(year_words, years)),
        "forecast": _sum(saved.whole.forecast),
        "actual": _sum(saved.whole.actual),
        "savings": [
            {"name": one.short_name, "forecast": _sum(row.forecast), "actual": _sum(row.actual)}
            for one in councils
            if (row := saved.councils.get(one.pk))
        ],
        "illustrative": any(line.cost.is_illustrative for line in every),
    }


def _sum(pence: int) -> dict[str, Any]:
    return {"pence": pence, "pounds": words.pounds(pence)}


def _source(line: reading.SourceLine) -> dict[str, Any]:
    source, found = line.source, line.standing
    return {
        "name": source.name,
        "kind": source.get_kind_display(),
        "for": source.restricted_to.name if source.restricted_to else "",
        "amount": words.pounds(source.amount_pence) if source.amount_pence is not None else "",
        "spent": words.pounds(found.spent),
        "left": words.pounds(found.left) if found.left is not None else "",
        "shape": found.shape,
        "warnings": list(found.warnings),
        "illustrative": source.is_illustrative,
    }
