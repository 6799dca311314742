"""What the pages of money show."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.history.permissions import can_read_history
from governance.people.permissions import Visitor
from roadmap.business_cases.models import BusinessCase
from roadmap.funding.models import Benefit, Cost, CostSplit, FundingSource
from roadmap.funding.reading import CostLine, SourceLine
from roadmap.funding.rules import WHOLE, percent, year_words
from roadmap.funding.totals import Row, Savings, Totals
from roadmap.items.models import Item
from roadmap.permissions import can_edit_shared, whose_shared

KINDS = {Cost: "cost", CostSplit: "cost-split", FundingSource: "funding-source",
         Benefit: "benefit"}  # fmt: skip
BENEFIT_COLUMNS = [
    *("Benefit", "Cashable", "Baseline", "Council", "Year", "Forecast", "Actual", "Condition"),
    *("Who answers for it", "Recorded in", "Illustrative"),
]


def around(request: HttpRequest, partnership: Partnership, within: str = "") -> dict[str, Any]:
    """Return what stands around every page of money; `within` is the list it belongs to."""
    slug = partnership.slug
    crumbs = [(partnership.short_name, reverse("partnerships:hub", args=[slug]))]
    crumbs.append(("Money", reverse("funding:index", args=[slug])))
    if within:
        crumbs.append((within, reverse(f"funding:{within.lower()}", args=[slug])))
    return {
        "partnership": partnership,
        "theme": partnership,
        "crumbs": [crumb for crumb in crumbs if crumb[1] != request.path],
        "can_edit": can_edit_shared(request.user, partnership),
        "whose": whose_shared(partnership),
    }


def history_of(user: Visitor, thing: Any) -> dict[str, Any]:
    """Return under which word the history of `thing` is shown, and whether to this visitor."""
    return {"kind": KINDS[type(thing)], "can_read_history": can_read_history(user, thing)}


def verdict_of(sources: list[SourceLine], sums: Totals) -> tuple[str, str, str]:
    """Return (shape, state, sentence) of the money of a partnership."""
    wrong = [line.source.name for line in sources if line.standing.warnings]
    if wrong:
        return "bad", "Needs attention", f"Something is wrong with {words.listed(wrong)}"
    if not sources:
        return "idle", "Nothing recorded", "No money is recorded yet"
    known = sum(line.source.amount_pence or 0 for line in sources)
    unknown = [line.source.name for line in sources if line.source.amount_pence is None]
    sentence = f"{words.pounds(sums.whole)} of costs is recorded, and no source is overspent"
    if unknown:
        said = f"how much there is of {words.listed(unknown)} is not known"
        return "good", "In order", f"{sentence}; {said}"
    return "good", "In order", f"{sentence}: {words.pounds(known)} was given"


def shown(lines: Iterable[CostLine], councils: list[Council]) -> list[dict[str, Any]]:
    """Return each cost with its part for each council, in the order of the columns."""
    return [
        {
            "line": line,
            "cost": line.cost,
            "parts": [(one.short_name, line.parts.get(one.pk, 0)) for one in councils],
            "undivided": line.parts.get(None, 0),
        }
        for line in lines
    ]


def made_up(lines: Iterable[CostLine]) -> int:
    """Return how much of these costs (pence) is illustrative: a sum must not hide it."""
    return sum(line.cost.amount_pence for line in lines if line.cost.is_illustrative)


def working(line: CostLine) -> list[tuple[str, str, int]]:
    """Return (council, share in words, pence) of one cost: how its parts came about."""
    cost = line.cost
    if cost.council:
        return [(cost.council.name, percent(WHOLE), cost.amount_pence)]
    rows = [
        (share.council.name, percent(share.hundredths), line.parts[share.council_id])
        for share in line.shares
        if share.hundredths is not None
    ]
    unknown = [share.council.name for share in line.shares if share.hundredths is None]
    if unknown:
        rest = WHOLE - sum(share.hundredths or 0 for share in line.shares)
        said = f"{percent(rest)} together: how they divide it is not known"
        rows.append((words.listed(unknown), said, line.parts[None]))
    return rows


def split_of(split: CostSplit) -> dict[str, Any]:
    """Return a split with its shares in words."""
    rows = sorted(split.shares.all(), key=lambda share: share.council.short_name)
    known = sum(row.hundredths or 0 for row in rows)
    return {
        "split": split,
        "rows": [
            {
                "council": row.council.name,
                "short": row.council.short_name,
                "hundredths": row.hundredths,
                "share": "Not known" if row.hundredths is None else percent(row.hundredths),
                "note": row.note,
            }
            for row in rows
        ],
        "sum": percent(known),
        "is_whole": known == WHOLE,
        "days": _days(split),
    }


def _days(split: CostSplit) -> str:
    days = [("From", split.from_on), ("until", split.to_on)]
    said = " ".join(f"{word} {words.day(day)}" for word, day in days if day)
    return words.sentence_case(said) or "From when and until when is not recorded"


def savings_rows(saved: Savings, councils: list[Council]) -> list[tuple[str, Row]]:
    """Return (council, what benefits bring it), those without any too."""
    names = {one.pk: one.short_name for one in councils}
    others = [pk for pk in saved.councils if pk not in names]
    rows = [(name, saved.councils.get(pk, Row())) for pk, name in names.items()]
    return rows + [("Another council", saved.councils[pk]) for pk in others]


def benefit_of(benefit: Benefit) -> dict[str, Any]:
    """Return a benefit with its figures in order and their sums."""
    rows = sorted(benefit.figures.all(), key=lambda row: (row.year, row.council.short_name))
    return {
        "benefit": benefit,
        "figures": [(year_words(row.year), row) for row in rows],
        "forecast": sum(row.forecast_pence or 0 for row in rows),
        "actual": sum(row.actual_pence or 0 for row in rows),
        "has_actual": any(row.actual_pence is not None for row in rows),
    }


def benefit_cells(benefits: Iterable[Benefit]) -> Iterator[list[object]]:
    """Return the cells of a download: a line for each figure, or one where there is none."""
    for benefit in benefits:
        first = [
            benefit.title,
            "yes" if benefit.is_cashable else "no",
            _cell(benefit.baseline_pence),
        ]
        last = [benefit.condition, benefit.owner, benefit.recorded_in]
        last.append("illustrative" if benefit.is_illustrative else "")
        figures = benefit_of(benefit)["figures"]
        for year, row in figures:
            sums = [_cell(row.forecast_pence), _cell(row.actual_pence)]
            yield [*first, row.council.name, year, *sums, *last]
        if not figures:
            yield [*first, "", "", "", "", *last]


def _cell(pence: int | None) -> object:
    return "" if pence is None else Decimal(pence) / 100


def links_of(user: Visitor, thing: Cost | Benefit) -> dict[str, Any]:
    """Return the item and the business case it belongs to, where the visitor may see them."""
    items = Item.objects.visible_to(user).filter(pk=thing.item_id or 0)
    cases = BusinessCase.objects.visible_to(user).filter(pk=thing.business_case_id or 0)
    return {
        "item": items.first(),
        "case": cases.first(),
    }
