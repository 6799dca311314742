"""Business cases: the list, and one with its options side by side."""

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from roadmap.business_cases.actions import choice_of
from roadmap.business_cases.models import BusinessCase, CaseItem
from roadmap.business_cases.rules import missing
from roadmap.business_cases.states import NEXT, State
from roadmap.funding.models import Benefit, Cost
from roadmap.items.models import Item
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import can_edit_shared, whose_shared

ROWS_A_PAGE = 25
COLUMNS = ["Business case", "Stage", "Who decides", "Recommended", "Doing nothing", "Illustrative"]
OPTION_COLUMNS = ["Option", "Recommended", "Doing nothing", "What it is", "Capacity",
                  "Cost once", "Cost each year", "Illustrative"]  # fmt: skip
SHAPES = {State.EVALUATION: "done", State.STOPPED: "closed", State.IMPLEMENTATION: "good"}


@login_not_required
@require_safe
def index(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every business case of a partnership with its stage and what it recommends."""
    whole = partnership_of(request, partnership)
    found = BusinessCase.objects.visible_to(request.user).filter(partnership=whole)
    found = found.select_related("body").prefetch_related("options").order_by("title", "pk")
    if request.GET.get("format") == "csv":
        return as_csv("business-cases.csv", COLUMNS, map(_cells, found))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = around(request, whole) | {
        "page": page,
        "rows": [
            {"case": case, "shape": shape_of(case), "recommended": _recommended(case)}
            for case in page.object_list
        ],
    }
    return render(request, "roadmap/business_cases/index.html", context)


def shape_of(case: BusinessCase) -> str:
    """Return the shape that stands beside the words of the stage."""
    return SHAPES.get(State(case.stage), "open")


def _recommended(case: BusinessCase) -> str:
    return next((option.name for option in case.options.all() if option.is_recommended), "")


def decider(case: BusinessCase) -> str:
    """Return who decides: the body, or the words for who does."""
    return case.body.name if case.body else case.decided_by


def _cells(case: BusinessCase) -> list[object]:
    made_up = "illustrative" if case.is_illustrative else ""
    nothing = case.do_nothing_reason or case.get_do_nothing_display()
    stage = case.get_stage_display()
    return [case.title, stage, decider(case), _recommended(case), nothing, made_up]


def around(request: HttpRequest, whole: Partnership) -> dict[str, Any]:
    """Return what stands around every page of business cases."""
    address = reverse("business_cases:index", args=[whole.slug])
    hub = (whole.short_name, reverse("partnerships:hub", args=[whole.slug]))
    crumbs = [hub] if request.path == address else [hub, ("Business cases", address)]
    return {
        "partnership": whole,
        "theme": whole,
        "crumbs": crumbs,
        "can_edit": can_edit_shared(request.user, whole),
        "whose": whose_shared(whole),
    }


@login_not_required
@require_safe
def detail(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """One case: its stage, its options side by side, who decides and on what condition."""
    whole = partnership_of(request, partnership)
    visible = BusinessCase.objects.visible_to(request.user).select_related("body", "issue")
    case = get_object_or_404(visible.prefetch_related("options"), partnership=whole, pk=pk)
    options = sorted(case.options.all(), key=lambda option: option.position)
    if request.GET.get("format") == "csv":
        return as_csv("options.csv", OPTION_COLUMNS, map(_option_cells, options))
    user = request.user
    links = CaseItem.objects.visible_to(user).filter(business_case=case).values("item")
    decision = Decision.objects.visible_to(user).filter(pk=case.decision_id or 0)
    context = around(request, whole) | {
        "case": case,
        "shape": shape_of(case),
        "options": options,
        "recommended": next((one for one in options if one.is_recommended), None),
        "decider": decider(case),
        "missing": missing(choice_of(case)),
        "items": Item.objects.visible_to(user).filter(pk__in=links).order_by("title"),
        "decision": decision.select_related("item__meeting__body", "council").first(),
        "costs": Cost.objects.visible_to(user).filter(business_case=case).order_by("-on", "pk"),
        "benefits": Benefit.objects.visible_to(user).filter(business_case=case).order_by("title"),
        "next": [one.label for one in NEXT[State(case.stage)]],
        "can_read_history": can_read_history(user, case),
    }
    return render(request, "roadmap/business_cases/detail.html", context)


def _option_cells(option: Any) -> list[object]:
    sums = [
        "" if pence is None else Decimal(pence) / 100
        for pence in (option.once_pence, option.yearly_pence)
    ]
    return [
        option.name,
        "yes" if option.is_recommended else "no",
        "yes" if option.is_do_nothing else "no",
        option.summary,
        option.capacity,
        *sums,
        "illustrative" if option.is_illustrative else "",
    ]
