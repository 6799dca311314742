"""Administrators: the councils they look after, and a new version of a call-in rule."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.calendar.bank_holidays import warning
from governance.call_in_windows import permissions, rule_actions
from governance.call_in_windows.actions import calendar_of
from governance.call_in_windows.forms import RuleForm, WayFormSet, digest_of
from governance.call_in_windows.models import CallInRule, RuleSet
from governance.call_in_windows.page import counted_since, example_of, facts_of
from governance.call_in_windows.rule_actions import Draft, Superseded, add_version
from governance.call_in_windows.rule_reading import answers_of, conduct_of, terms_of, ways_of
from governance.councils.models import Council
from governance.errors import Refused
from governance.pages.typed import with_hidden
from governance.people.permissions import signed_in

PAGE = "governance/call_in_windows/new.html"


@require_safe
def administration(request: HttpRequest) -> HttpResponse:
    """The councils that an administrator looks after, with the rule in force at each."""
    mine = permissions.councils_configured_by(request.user)
    if not mine:
        raise PermissionDenied("These pages are for administrators.")
    today = timezone.localdate()
    councils = Council.objects.visible_to(request.user).filter(pk__in=mine).order_by("name")
    councils = councils.prefetch_related("call_in_rules", "closures")
    rows = [
        {"council": council, "rule": next((r for r in rules if r.is_in_force(today)), None),
         "closures": [c for c in council.closures.all() if c.day >= today]}
        for council in councils
        for rules in [council.call_in_rules.all()]
    ]  # fmt: skip
    context = {"rows": rows, "warning": warning(today)}
    return render(request, "governance/call_in_windows/administration.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A new version: written in words, shown as what it would give today, and then saved."""
    council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    if not permissions.can_configure(request.user, council.pk):
        raise PermissionDenied(f"Only administrators of {council.name} change its call-in rule.")
    rules = CallInRule.objects.visible_to(request.user).filter(council=council)
    versions = list(rules.order_by("-version"))
    newest, today = versions[0] if versions else None, timezone.localdate()
    if request.method != "POST":
        return _page(request, council, newest, *_begun(request, newest), status=200)
    form, ways = RuleForm(request.POST, follows=newest), WayFormSet(request.POST, prefix="way")
    if not (form.is_valid() & ways.is_valid()):
        return _page(request, council, newest, form, ways, status=422)
    draft = _draft(form.cleaned_data, [way.cleaned_data for way in ways])
    try:
        before = rule_actions.followed(versions, draft.from_on, today)
        rule_actions.check_dates(before, draft.from_on, draft.to_on)
    except Refused as refused:
        form.add_error("from_on", str(refused))
        return _page(request, council, newest, form, ways, status=422)
    mark = digest_of(vars(draft))
    if "save" not in request.POST or form.cleaned_data["shown"] != mark:
        with_hidden(form, shown=mark)
        return _page(request, council, newest, form, ways, draft=draft, status=200)
    return _saved(request, council, draft, form, ways)


def _saved(
    request: HttpRequest, council: Council, draft: Draft, form: RuleForm, ways: Any
) -> HttpResponse:
    said = form.cleaned_data
    try:
        made = add_version(
            council, draft, by=signed_in(request), because=said["because"],
            based_on=said["based_on"], on=timezone.localdate(),
        )  # fmt: skip
    except Superseded as first:
        newest = CallInRule.objects.visible_to(request.user).filter(council=council)
        latest = newest.latest("version")
        with_hidden(form, based_on=latest.version, shown="")
        form.add_error(None, str(first))
        return _page(request, council, latest, form, ways, status=409)
    messages.success(request, f"Version {made.version} is saved")
    return redirect("rules:council", slug=council.slug)


def _begun(request: HttpRequest, newest: CallInRule | None) -> tuple[RuleForm, Any]:
    """Return the form as it begins: from a named rule, or from the version before."""
    found: CallInRule | RuleSet | None = newest
    if slug := request.GET.get("from"):
        found = get_object_or_404(RuleSet.objects.visible_to(request.user), slug=slug)
    conduct = found.conduct if found else {}
    answers = answers_of(found.terms if found else None, conduct)
    if found is newest and newest:
        answers |= {"who": newest.who, "source": newest.source}
    answers["based_on"] = newest.version if newest else 0
    return RuleForm(initial=answers, follows=newest), WayFormSet(
        initial=ways_of(conduct), prefix="way"
    )


def _draft(data: dict[str, Any], ways: Iterable[dict[str, Any]]) -> Draft:
    given = ("from_on", "to_on", "source", "who", "is_illustrative")
    return Draft(
        terms=terms_of(data), conduct=conduct_of(data, ways), **{name: data[name] for name in given}
    )


def _page(
    request: HttpRequest, council: Council, newest: CallInRule | None, form: RuleForm, ways: Any,
    *, status: int, draft: Draft | None = None,
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {
        "council": council,
        "number": newest.version + 1 if newest else 1,
        "newest": newest,
        "form": form,
        "ways": ways,
        "sets": RuleSet.objects.visible_to(request.user).order_by("name"),
        "begun_from": request.GET.get("from", ""),
        "theme": council,
        "crumbs": [("Administration", reverse("rules:administration"))],
        "here": "rules:administration",
        **form.in_parts(),
    }
    if draft:
        context |= _preview(council, draft)
    return render(request, PAGE, context, status=status)


def _preview(council: Council, draft: Draft) -> dict[str, Any]:
    """What a notice published today would give, were it the rule today."""
    today = timezone.localdate()
    rule = CallInRule(council=council, terms=draft.terms, conduct=draft.conduct)
    example = example_of(rule, published_on=today, made_on=today, calendar=calendar_of(council))
    since = counted_since(council, draft.from_on) if draft.from_on else 0
    says = f"Published today, call-in would close {example.closes}" if example else ""
    return {
        "facts": facts_of(rule), "example": example, "example_says": says, "draft": draft,
        "since": since,
    }  # fmt: skip
