"""Writing the record of a matter: democratic services of any council that it is before."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.issues import actions, permissions
from governance.issues.forms import ConsiderationForm, IssueForm, RemoveForm
from governance.issues.models import Consideration, Issue
from governance.meetings.forms import initial_of
from governance.pages.conflict import conflict_of
from governance.people.permissions import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A matter that comes to a council for the first time."""
    if not permissions.can_add(request.user):
        raise PermissionDenied("Only democratic services add issues.")
    form = IssueForm(request.POST or None)
    if form.is_valid():
        issue = actions.add(form.facts(), by=signed_in(request))
        messages.success(request, "Added. Now say where it is considered.")
        return redirect("issues:consider", slug=issue.slug)
    shown = {"heading": "Add an issue", "back": reverse("issues:index"), "press": "Add the issue"}
    return _page(request, form, shown)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Title, summary and partnership."""
    issue = _issue(request, slug)
    form = IssueForm(request.POST or None, initial=_first(issue, IssueForm))
    shown = _around(issue, "Change the issue")
    if form.is_valid():
        try:
            actions.change(
                issue, form.facts(), seen=form.cleaned_data["seen"] or 0, by=signed_in(request)
            )
        except ChangedMeanwhile as changed:
            return _page(request, form, shown | conflict_of(form, changed), 409)
        return _done(request, issue)
    return _page(request, form, shown)


@require_http_methods(["GET", "HEAD", "POST"])
def consider(request: HttpRequest, slug: str) -> HttpResponse:
    """A body that takes the matter, or will."""
    issue = _issue(request, slug)
    form = ConsiderationForm(request.POST or None, issue=issue)
    if form.is_valid():
        try:
            actions.consider(issue, form.facts(), by=signed_in(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, issue)
    return _page(request, form, _around(issue, "Add where it is considered"))


@require_http_methods(["GET", "HEAD", "POST"])
def change_consideration(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Where, when and with what outcome a body took the matter."""
    issue = _issue(request, slug)
    held = _consideration(request, issue, pk)
    form = ConsiderationForm(
        request.POST or None, issue=issue, initial=_first(held, ConsiderationForm)
    )
    shown = _around(issue, "Change where it is considered") | {
        "further": reverse("issues:remove_consideration", args=[issue.slug, held.pk]),
        "further_words": "Take it away: it was recorded by mistake",
    }
    if form.is_valid():
        try:
            actions.change_consideration(
                held, form.facts(), seen=form.cleaned_data["seen"] or 0, by=signed_in(request)
            )
        except ChangedMeanwhile as changed:
            return _page(request, form, shown | conflict_of(form, changed), 409)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, issue)
    return _page(request, form, shown)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_consideration(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away what was recorded by mistake."""
    issue = _issue(request, slug)
    held = _consideration(request, issue, pk)
    form = RemoveForm(request.POST or None)
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.withdraw_consideration(held, because=because, by=signed_in(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, issue, "Taken away.")
    shown = _around(issue, f"Take away “{held.body.name}”") | {"press": "Take it away"}
    return _page(request, form, shown)


def _first(thing: Any, form_class: type[forms.Form]) -> dict[str, Any]:
    return initial_of(thing, form_class, revision_of(thing))


def _around(issue: Issue, heading: str) -> dict[str, Any]:
    back = reverse("issues:detail", args=[issue.slug])
    return {"heading": heading, "caption": issue.title, "back": back, "theme": issue.partnership}


def _page(
    request: HttpRequest, form: forms.Form, shown: dict[str, Any], status: int = 200
) -> HttpResponse:
    status = 422 if form.errors else status
    return render(request, "pages/form.html", {"form": form} | shown, status=status)


def _done(request: HttpRequest, issue: Issue, said: str = "Saved.") -> HttpResponse:
    messages.success(request, said)
    return redirect("issues:detail", slug=issue.slug)


def _issue(request: HttpRequest, slug: str) -> Issue:
    found = Issue.objects.visible_to(request.user).select_related("partnership")
    issue = get_object_or_404(
        found.prefetch_related("partnership__constituents__council"), slug=slug
    )
    if not permissions.can_edit(request.user, issue):
        raise PermissionDenied("Only democratic services of its councils keep this issue.")
    return issue


def _consideration(request: HttpRequest, issue: Issue, pk: int) -> Consideration:
    found = Consideration.objects.visible_to(request.user).filter(issue=issue)
    return get_object_or_404(found.select_related("body"), pk=pk)
