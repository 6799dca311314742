"""Entering and changing services, and how old what is known of them may get."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.pages.conflict import conflict_of
from governance.people.permissions import signed_in
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import can_edit_shared, whose_shared
from roadmap.systems.views import HERE
from roadmap.transactions import actions
from roadmap.transactions.duties import months_of
from roadmap.transactions.forms import RecheckForm, ServiceForm
from roadmap.transactions.models import Service
from roadmap.transactions.views import crumbs

FORM = "pages/form.html"
PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a service that is not in the matrix yet."""
    partnership = _shared(request, slug)
    form = ServiceForm(request.POST or None)
    if form.is_valid():
        try:
            actions.add_service(partnership, _said(form), by=signed_in(request))
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, "Saved. Each council now records what it offers of it.")
            return redirect("transactions:matrix", slug)
    context = _context(partnership, "Add a service") | {"form": form}
    return render(request, FORM, context, status=422 if form.errors else 200)


@PAGE
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is shared of a service: its name, its LGSL id, who runs it."""
    partnership = _shared(request, slug)
    services = Service.objects.visible_to(request.user).select_related("partnership")
    service = get_object_or_404(services, pk=pk, partnership=partnership)
    names = [name for name in ServiceForm.base_fields if name != "seen"]
    first = {name: getattr(service, name) for name in names} | {"seen": revision_of(service)}
    form = ServiceForm(request.POST or None, initial=first)
    context = _context(partnership, "Change the service") | {
        "form": form,
        "caption": service.name,
        "further": reverse("history:history", args=["service", service.pk]),
        "further_words": "History of this service",
    }
    if form.is_valid():
        seen, by = form.cleaned_data["seen"] or 0, signed_in(request)
        today = timezone.localdate()
        try:
            actions.change_service(service, _said(form), seen=seen, by=by, today=today)
        except ChangedMeanwhile as changed:
            return render(request, FORM, context | conflict_of(form, changed), status=409)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, "Saved.")
            return redirect("transactions:matrix", slug)
    return render(request, FORM, context, status=422 if form.errors else 200)


@PAGE
def recheck(request: HttpRequest, slug: str) -> HttpResponse:
    """Set after how many months what is known is verified again."""
    partnership = _shared(request, slug)
    form = RecheckForm(request.POST or None, initial={"months": months_of(partnership)})
    if form.is_valid():
        by, today = signed_in(request), timezone.localdate()
        actions.set_recheck(partnership, form.cleaned_data["months"], by=by, today=today)
        messages.success(request, "Saved. The duties to verify have moved with it.")
        return redirect("transactions:matrix", slug)
    context = _context(partnership, "How old data may get") | {
        "form": form,
        "lead": "Each council has a duty to verify its oldest data again after this time.",
    }
    return render(request, FORM, context, status=422 if form.errors else 200)


def _said(form: ServiceForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "seen"}


def _context(partnership: Partnership, heading: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "back": reverse("transactions:matrix", args=[partnership.slug]),
        "theme": partnership,
        "here": HERE,
        "crumbs": crumbs(partnership),
    }


def _shared(request: HttpRequest, slug: str) -> Partnership:
    partnership = partnership_of(request, slug)
    if not can_edit_shared(request.user, partnership):
        raise PermissionDenied(whose_shared(partnership))
    return partnership
