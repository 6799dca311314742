"""The partnerships, one partnership's front page, and the way from the navigation to one's own."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.councils.models import Partnership
from governance.issues.models import Issue
from roadmap.items.models import Rollout
from roadmap.items.rules import totals
from roadmap.partnerships.finding import MEMBERS, councils_of, own, partnership_of
from roadmap.strategies.models import Strategy
from roadmap.systems.page import register, verdict

FEW = 5

# The pages that the navigation leads to, by the word in the address of the choice.
FOR: dict[str, str] = {"items:table": "roadmap", "systems:register": "systems"}


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every partnership; `for` says to which of its pages the links lead."""
    partnerships = Partnership.objects.visible_to(request.user).prefetch_related(MEMBERS)
    name = next((n for n, word in FOR.items() if word == request.GET.get("for")), "")
    rows = [
        (one, councils_of(one), reverse(name or "partnerships:hub", args=[one.slug]))
        for one in partnerships.order_by("name")
    ]
    here = f"partnerships:{FOR[name]}" if name else ""
    context = {"rows": rows, "looking_for": FOR.get(name, ""), "here": here}
    return render(request, "roadmap/partnerships/index.html", context)


@login_not_required
@require_safe
def lead_to(request: HttpRequest, name: str) -> HttpResponse:
    """Lead to this page of one's own partnership, of the only one, or to a choice of them."""
    found = own(request.user)
    if found is None:
        several = Partnership.objects.visible_to(request.user).order_by("pk")[:2]
        found = several[0] if len(several) == 1 else None
    if found is None:
        return redirect(f"{reverse('partnerships:index')}?for={FOR[name]}")
    return redirect(name, slug=found.slug)


@login_not_required
@require_safe
def hub(request: HttpRequest, slug: str) -> HttpResponse:
    """One answer of each kind that the partnership keeps here, and the way to the rest."""
    partnership, today = partnership_of(request, slug), timezone.localdate()
    rollouts = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    strategies = Strategy.objects.visible_to(request.user).filter(partnership=partnership)
    issues = Issue.objects.visible_to(request.user).filter(partnership=partnership)
    context = {
        "told": totals(rollouts.order_by().values_list("status", flat=True)),
        "systems": verdict(register(partnership, request.user, today)),
        "strategies": strategies.order_by("title", "pk")[:FEW],
        "issues": issues.order_by("title", "pk")[:FEW],
        "partnership": partnership,
        "theme": partnership,
        "councils": councils_of(partnership),
        "crumbs": [("Partnerships", reverse("partnerships:index"))],
    }
    return render(request, "roadmap/partnerships/hub.html", context)
