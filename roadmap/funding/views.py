"""Reading the money of a partnership: in all, by cost, by source, by split, by benefit."""

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from governance.calendar import words
from governance.pages.download import as_csv
from governance.pages.parts import number_in
from roadmap.funding import page, reading
from roadmap.funding.models import Benefit, CostSplit, FundingSource
from roadmap.funding.rules import REMAINDER_RULE, year_of, year_words
from roadmap.funding.totals import savings, totals
from roadmap.partnerships.finding import councils_of, partnership_of

ROWS_A_PAGE = 50
NEWEST = 10
SPLIT_COLUMNS = ["Split", "In force from", "In force until", "Council", "Share (%)", "Illustrative"]
SOURCE_COLUMNS = [
    *("Source", "Kind", "Given by", "Amount", "Received", "Restricted to", "Spent", "Left"),
    *("Warnings", "Illustrative"),
]


@login_not_required
@require_safe
def index(request: HttpRequest, partnership: str) -> HttpResponse:
    """All of it on a page: what each council bears, the sources, the newest costs, the splits."""
    whole = partnership_of(request, partnership)
    councils = councils_of(whole)
    lines = reading.lines_of(reading.costs_of(whole, request.user))
    sources = reading.sources_of(whole, request.user, lines)
    if request.GET.get("format") == "csv":
        return as_csv("funding-sources.csv", SOURCE_COLUMNS, map(_source_cells, sources))
    splits = CostSplit.objects.visible_to(request.user).filter(partnership=whole)
    splits = splits.prefetch_related("shares__council").order_by("name", "from_on", "pk")
    sums = totals(line.spending for line in lines)
    figures = reading.figures_of(whole, request.user)
    saved = savings(figures)
    context = page.around(request, whole) | {
        "sums": sums,
        "rows": reading.by_council(councils, sums.councils),
        "sources": sources,
        "verdict": page.verdict_of(sources, sums),
        "lines": page.shown(lines[:NEWEST], councils),
        "councils": councils,
        "more": max(len(lines) - NEWEST, 0),
        "splits": [page.split_of(split) for split in splits],
        "saved": saved,
        "saved_rows": page.savings_rows(saved, councils),
        "made_up": page.made_up(lines),
        "made_up_benefits": any(one.is_illustrative for one in figures),
        "drafts": sum(not line.cost.is_published for line in lines),
        "rule": REMAINDER_RULE,
    }
    return render(request, "roadmap/funding/index.html", context)


def _source_cells(line: reading.SourceLine) -> list[object]:
    source, found = line.source, line.standing
    return [
        source.name,
        source.get_kind_display(),
        source.given_by,
        pounds_cell(source.amount_pence),
        source.received_on.isoformat() if source.received_on else source.received_words,
        source.restricted_to.name if source.restricted_to else "",
        pounds_cell(found.spent),
        pounds_cell(found.left),
        " ".join(found.warnings),
        "illustrative" if source.is_illustrative else "",
    ]


def pounds_cell(pence: int | None) -> object:
    """Return a number of pounds for a spreadsheet; nothing where it is not known."""
    return "" if pence is None else Decimal(pence) / 100


@login_not_required
@require_safe
def costs(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every cost with what falls to each council; of one financial year, or of all."""
    whole = partnership_of(request, partnership)
    councils = councils_of(whole)
    found = reading.costs_of(whole, request.user)
    days = found.exclude(on=None).order_by().values_list("on", flat=True).distinct()
    years = sorted({year_of(day) for day in days if day}, reverse=True)
    year = number_in(request.GET.get("year", ""))
    if year in years:
        found = found.filter(reading.of_year(year))
    if request.GET.get("format") == "csv":
        return _costs_csv(reading.lines_of(found), councils)
    lines = reading.lines_of(found)
    shown = Paginator(lines, ROWS_A_PAGE).get_page(request.GET.get("page"))
    sums = totals(line.spending for line in lines)
    context = page.around(request, whole, "Costs") | {
        "page": shown,
        "lines": page.shown(shown.object_list, councils),
        "councils": councils,
        "sums": sums,
        "made_up": page.made_up(lines),
        "rows": reading.by_council(councils, sums.councils),
        "years": [(one, year_words(one)) for one in years],
        "year": year if year in years else "",
    }
    return render(request, "roadmap/funding/costs.html", context)


def _costs_csv(lines: list[reading.CostLine], councils: list[Any]) -> HttpResponse:
    columns = ["What for", "Amount", "Spent on", "Purpose", "Paid from", "Shared by"]
    columns += [council.short_name for council in councils]
    columns += ["Not known how divided", "Not what the source is for", "Reason", "Recorded in"]
    columns.append("Illustrative")
    cells = (
        [
            line.cost.title,
            pounds_cell(line.cost.amount_pence),
            line.cost.on.isoformat() if line.cost.on else "",
            line.cost.purpose.name,
            line.cost.source.name,
            str(line.cost.split or line.cost.council),
            *(pounds_cell(line.parts.get(council.pk, 0)) for council in councils),
            pounds_cell(line.parts.get(None, 0)),
            "yes" if line.is_elsewhere else "",
            line.cost.reason,
            line.cost.recorded_in,
            "illustrative" if line.cost.is_illustrative else "",
        ]
        for line in lines
    )
    return as_csv("costs.csv", columns, cells)


@login_not_required
@require_safe
def cost(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """One cost: what falls to each council, with the working."""
    whole = partnership_of(request, partnership)
    found = get_object_or_404(reading.costs_of(whole, request.user), pk=pk)
    (line,) = reading.lines_of([found])
    context = page.around(request, whole, "Costs") | {
        "line": line,
        "cost": found,
        "working": page.working(line),
        "links": page.links_of(request.user, found),
        "rule": REMAINDER_RULE,
    } | page.history_of(request.user, found)  # fmt: skip
    return render(request, "roadmap/funding/cost.html", context)


@login_not_required
@require_safe
def source(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """One source: what it may be spent on, what was, and what is left."""
    whole = partnership_of(request, partnership)
    visible = FundingSource.objects.visible_to(request.user).select_related("restricted_to")
    found = get_object_or_404(visible, partnership=whole, pk=pk)
    lines = reading.lines_of(reading.costs_of(whole, request.user).filter(source=found))
    context = page.around(request, whole) | {
        "source": found,
        "standing": reading.standing(found, lines),
        "lines": page.shown(lines, councils_of(whole)),
        "councils": councils_of(whole),
    } | page.history_of(request.user, found)  # fmt: skip
    return render(request, "roadmap/funding/source.html", context)


@login_not_required
@require_safe
def split(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """One split: the share of each council and the sum."""
    whole = partnership_of(request, partnership)
    visible = CostSplit.objects.visible_to(request.user).prefetch_related("shares__council")
    found = get_object_or_404(visible, partnership=whole, pk=pk)
    shown = page.split_of(found)
    if request.GET.get("format") == "csv":
        days = [day.isoformat() if day else "" for day in (found.from_on, found.to_on)]
        made_up = "illustrative" if found.is_illustrative else ""
        cells = (
            [found.name, *days, row["council"], pounds_cell(row["hundredths"]), made_up]
            for row in shown["rows"]
        )
        return as_csv("split.csv", SPLIT_COLUMNS, cells)
    context = page.around(request, whole) | {"split": found, "shown": shown, "rule": REMAINDER_RULE}
    return render(
        request, "roadmap/funding/split.html", context | page.history_of(request.user, found)
    )


@login_not_required
@require_safe
def benefits(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every benefit, and what they bring by council and by year."""
    whole = partnership_of(request, partnership)
    councils = councils_of(whole)
    found = Benefit.objects.visible_to(request.user).filter(partnership=whole)
    found = found.prefetch_related("figures__council").order_by("title", "pk")
    if request.GET.get("format") == "csv":
        return as_csv("benefits.csv", page.BENEFIT_COLUMNS, page.benefit_cells(found))
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    figures = reading.figures_of(whole, request.user)
    saved = savings(figures)
    years = [(year_words(year), row) for year, row in sorted(saved.years.items())]
    context = page.around(request, whole, "Benefits") | {
        "page": shown,
        "benefits": [page.benefit_of(one) for one in shown.object_list],
        "saved": saved,
        "made_up_benefits": any(one.is_illustrative for one in figures),
        "rows": page.savings_rows(saved, councils),
        "years": years,
    }
    return render(request, "roadmap/funding/benefits.html", context)


@login_not_required
@require_safe
def benefit(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """One benefit, with its figures by year and council."""
    whole = partnership_of(request, partnership)
    visible = Benefit.objects.visible_to(request.user).prefetch_related("figures__council")
    found = get_object_or_404(visible, partnership=whole, pk=pk)
    context = page.around(request, whole, "Benefits") | {
        "benefit": found,
        "shown": page.benefit_of(found),
        "links": page.links_of(request.user, found),
        "baseline": words.pounds(found.baseline_pence) if found.baseline_pence is not None else "",
    } | page.history_of(request.user, found)  # fmt: skip
    return render(request, "roadmap/funding/benefit.html", context)
