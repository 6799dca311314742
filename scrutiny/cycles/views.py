"""Reading cycles of reviews: the list, and one with everything that was and will be due of it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from roadmap.strategies.models import Strategy
from scrutiny.cycles import page as pages
from scrutiny.cycles import permissions
from scrutiny.cycles.keeping import plan_of
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.cycles.rules import in_words
from scrutiny.reviews.finding import crumbs_of
from scrutiny.reviews.models import Review
from scrutiny.reviews.permissions import can_begin

ROWS_A_PAGE = 25


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every cycle, and whether something of it was missed."""
    today = timezone.localdate()
    found = ReviewCycle.objects.visible_to(request.user).select_related("council", "partnership")
    found = found.prefetch_related("occurrences__duty").order_by("title", "pk")
    if request.GET.get("format") == "csv":
        rows: list[list[object]] = [
            [
                one.title, one.council.name, one.partnership.name if one.partnership else "",
                one.holder, pages.standing_of(one, one.occurrences.all(), today).sentence,
                _next(one), "illustrative" if one.is_illustrative else "",
            ]
            for one in found
        ]  # fmt: skip
        return as_csv("review-cycles.csv", pages.LIST_COLUMNS, rows)
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    rows_shown = [
        {
            "cycle": one,
            "standing": pages.standing_of(one, one.occurrences.all(), today),
            "often": in_words(plan_of(one)),
        }
        for one in shown.object_list
    ]
    context = {
        "page": shown,
        "rows": rows_shown,
        "can_begin": can_begin(request.user),
        "crumbs": crumbs_of(),
    }
    return render(request, "scrutiny/cycles/index.html", context)


def _next(cycle: ReviewCycle) -> str:
    today = timezone.localdate()
    ahead = [
        line.due_on
        for line in pages.lines_of(cycle, cycle.occurrences.all(), set(), today)
        if line.due_on >= today and not line.is_done
    ]
    return ahead[0].isoformat() if ahead else ""


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One cycle: where it stands, what was missed, what was done and by what, the next ten."""
    around = ("council", "partnership", "issue", "strategy__partnership")
    cycles = ReviewCycle.objects.visible_to(request.user).select_related(*around)
    cycle = get_object_or_404(cycles, pk=pk)
    today = timezone.localdate()
    rows = list(
        Occurrence.objects.visible_to(request.user)
        .filter(cycle=cycle)
        .select_related("duty", "review")
    )
    seen = Review.objects.visible_to(request.user).filter(occurrences__cycle=cycle)
    lines = pages.lines_of(cycle, rows, set(seen.values_list("pk", flat=True)), today)
    if request.GET.get("format") == "csv":
        return as_csv(f"review-cycle-{cycle.pk}.csv", pages.COLUMNS, map(pages.cells, lines))
    strategies = Strategy.objects.visible_to(request.user)
    context = {
        "cycle": cycle,
        "lines": lines,
        "verdict": pages.standing_of(cycle, rows, today),
        "often": in_words(plan_of(cycle)),
        "strategy": strategies.filter(review_cycles=cycle).select_related("partnership").first(),
        "can_edit": permissions.can_edit(request.user, cycle),
        "whose": permissions.whose(cycle),
        "can_read_history": can_read_history(request.user, cycle),
        "today": today,
        "theme": cycle.partnership or cycle.council,
        "crumbs": [*crumbs_of(), ("Reviews that come round", _index())],
    }
    return render(request, "scrutiny/cycles/detail.html", context)


def _index() -> str:
    return reverse("cycles:index")
