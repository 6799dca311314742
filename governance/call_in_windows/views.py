"""Reading call-in rules: each council's, version by version, and those of real councils."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.call_in_windows import permissions
from governance.call_in_windows.models import CallInRule, RuleSet
from governance.call_in_windows.page import example_of, facts_of
from governance.councils.models import Council
from governance.pages.download import as_csv

COLUMNS = ["Council", "Version", "From", "To", "Window", "Source", "Illustrative"]
OF_A_SET = ["Council", "Window", "Who may call in", "Source", "What is not known"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The rule in force at each council today; as a page or, with every version, as CSV."""
    rules = CallInRule.objects.visible_to(request.user).order_by("-version")
    councils = Council.objects.visible_to(request.user).order_by("name")
    councils = councils.prefetch_related(Prefetch("call_in_rules", rules, to_attr="versions"))
    if request.GET.get("format") == "csv":
        rows = (_row(council, rule) for council in councils for rule in council.versions)  # type: ignore[attr-defined]
        return as_csv("call-in-rules.csv", COLUMNS, rows)
    today = timezone.localdate()
    context = {
        "rows": [
            {"council": council, "rule": rule, "facts": facts_of(rule) if rule else []}
            for council in councils
            for rule in [next((r for r in council.versions if r.is_in_force(today)), None)]  # type: ignore[attr-defined]
        ],
        "configures": permissions.councils_configured_by(request.user),
    }
    return render(request, "governance/call_in_windows/index.html", context)


def _row(council: Council, rule: CallInRule) -> list[object]:
    days = [one.isoformat() if one else "" for one in (rule.from_on, rule.to_on)]
    window = facts_of(rule)[0][1][0]
    illustrative = "yes" if rule.is_illustrative else "no"
    return [council.name, rule.version, *days, window, rule.source, illustrative]


@login_not_required
@require_safe
def council(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version of a council's rule, the one in force today first in words and in a count."""
    found = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    rules = CallInRule.objects.visible_to(request.user).filter(council=found)
    versions = list(rules.order_by("-version"))
    today = timezone.localdate()
    in_force = next((rule for rule in versions if rule.is_in_force(today)), None)
    context = {
        "council": found,
        "in_force": in_force,
        "facts": facts_of(in_force) if in_force else [],
        "example": example_of(in_force) if in_force else None,
        "others": [(rule, facts_of(rule)) for rule in versions if rule != in_force],
        "can_configure": permissions.can_configure(request.user, found.pk),
        "theme": found,
        "crumbs": [("Call-in rules", reverse("rules:index"))],
    }
    return render(request, "governance/call_in_windows/council.html", context)


@login_not_required
@require_safe
def sets(request: HttpRequest) -> HttpResponse:
    """The rules of real councils, as far as they could be found; as a page or as CSV."""
    found = list(RuleSet.objects.visible_to(request.user).order_by("name"))
    rows = [{"set": one, "facts": facts_of(one)} for one in found]
    if request.GET.get("format") == "csv":
        return as_csv("rules-of-real-councils.csv", OF_A_SET, (_of_a_set(row) for row in rows))
    crumbs = [("Call-in rules", reverse("rules:index"))]
    context = {"rows": rows, "crumbs": crumbs}
    return render(request, "governance/call_in_windows/sets.html", context)


def _of_a_set(row: dict[str, Any]) -> list[object]:
    one, facts = row["set"], row["facts"]
    return [one.name, facts[0][1][0], " ".join(facts[1][1]), one.source, one.what_is_unknown]


@login_not_required
@require_safe
def rule_set(request: HttpRequest, slug: str) -> HttpResponse:
    """One real council's rule in words, with the count of an example."""
    found = get_object_or_404(RuleSet.objects.visible_to(request.user), slug=slug)
    index = reverse("rules:index")
    context = {
        "set": found,
        "facts": facts_of(found),
        "example": example_of(found),
        "crumbs": [("Call-in rules", index), ("Real councils", reverse("rules:sets"))],
    }
    return render(request, "governance/call_in_windows/set.html", context)
