"""Entering and changing systems, and the lists of functions and of who runs what."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.councils.models import Council, Partnership
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.pages.conflict import conflict_of
from governance.pages.parts import Parts
from governance.people.models import User
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import can_edit_shared, edits_anything, whose_shared
from roadmap.systems import actions, permissions
from roadmap.systems.forms import FunctionForm, NewSystemForm, SystemForm, UseForm
from roadmap.systems.models import Function, System, SystemUse
from roadmap.systems.views import HERE, crumbs

FORM = "pages/form.html"
PAGE = require_http_methods(["GET", "HEAD", "POST"])
HTMX = vary_on_headers("HX-Request")


def councils_for(request: HttpRequest, partnership: Partnership) -> "models.QuerySet[Council]":
    """Return the councils of `partnership` for which this person may change things."""
    members = partnership.constituents.values("council")
    councils = Council.objects.visible_to(request.user).filter(pk__in=members)
    if not can_edit_shared(request.user, partnership):
        councils = councils.filter(pk__in=seats_of(request.user).councils(Ability.EDIT_COUNCIL_ICT))
    return councils.order_by("short_name")


def _functions(request: HttpRequest, partnership: Partnership) -> "models.QuerySet[Function]":
    found = Function.objects.visible_to(request.user).filter(partnership=partnership)
    return found.order_by("position", "pk")


def editable(request: HttpRequest, slug: str, pk: int) -> System:
    """Return the system at this address to those who may change it."""
    systems = System.objects.visible_to(request.user).select_related("partnership")
    system = get_object_or_404(systems, pk=pk, partnership__slug=slug)
    if not permissions.can_edit(request.user, system):
        raise PermissionDenied(permissions.whose_system(system))
    return system


@PAGE
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a system that is not in the register yet."""
    partnership = partnership_of(request, slug)
    if not edits_anything(request.user, partnership):
        raise PermissionDenied(
            f"Only officers of the councils of {partnership.name} change this register."
        )
    form = NewSystemForm(
        request.POST or None, councils=councils_for(request, partnership),
        functions=_functions(request, partnership),
    )  # fmt: skip
    if form.is_valid():
        data = form.cleaned_data
        system = actions.add(
            partnership, form.said(), councils=list(data["councils"]), function=data["function"],
            by=signed_in(request),
        )  # fmt: skip
        messages.success(request, "Saved. Add its contract next.")
        return redirect("systems:detail", slug, system.pk)
    context = {
        "form": form,
        "heading": "Add a system",
        "back": reverse("systems:register", args=[slug]),
        "theme": partnership,
        "here": HERE,
        "crumbs": crumbs(partnership),
    }
    return render(request, FORM, context, status=422 if form.errors else 200)


@PAGE
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a system."""
    system = editable(request, slug, pk)
    first = {name: getattr(system, name) for name in SystemForm.base_fields if name != "seen"}
    form = SystemForm(request.POST or None, initial=first | {"seen": revision_of(system)})
    back = reverse("systems:detail", args=[slug, pk])
    context = {
        "form": form,
        "heading": "Change the system",
        "caption": system.name,
        "back": back,
        "theme": system.partnership,
        "here": HERE,
        "crumbs": [*crumbs(system.partnership), (system.name, back)],
    }
    if not form.is_valid():
        return render(request, FORM, context, status=422 if form.errors else 200)
    seen = form.cleaned_data["seen"] or 0
    try:
        actions.change(
            system, form.said(), seen=seen, by=signed_in(request), today=timezone.localdate()
        )
    except ChangedMeanwhile as changed:
        return render(request, FORM, context | conflict_of(form, changed), status=409)
    messages.success(request, "Saved.")
    return redirect(back)


class Listed(Parts):
    """A list of a partnership's, edited on one page."""

    page = "roadmap/systems/parts.html"
    heading, lead = "", ""

    def crumbs(self) -> list[tuple[str, str]]:
        return crumbs(self.owner)

    def theme(self) -> Any:
        return self.owner

    def context(self) -> dict[str, Any]:
        said = {"heading": self.heading, "lead": self.lead, "crumbs": self.crumbs()}
        return said | {"here": HERE}


class Uses(Listed):
    row = "roadmap/systems/use_row.html"
    noun = "use of a system"
    heading = "Who runs it, and for what"
    empty = "No council runs it. Add the first below."
    add_heading, add_words = "Add a council or a function", "Add"
    can_move = False

    def crumbs(self) -> list[tuple[str, str]]:
        partnership = self.owner.partnership
        home = reverse("systems:detail", args=[partnership.slug, self.owner.pk])
        return [*crumbs(partnership), (self.owner.name, home)]

    def theme(self) -> Any:
        return self.owner.partnership

    def queryset(self) -> "models.QuerySet[SystemUse]":
        found = self.owner.uses.select_related("council", "function")
        return found.order_by("council__short_name", "function__position")  # type: ignore[no-any-return]

    def called(self, row: Any) -> str:
        return f"{row.council.short_name}: {row.function.name}"

    def add_form(self, data: Any = None) -> UseForm:
        partnership = self.owner.partnership
        return UseForm(
            data, auto_id="add_%s", councils=councils_for(self.request, partnership),
            functions=_functions(self.request, partnership),
        )  # fmt: skip

    def add(self, form: Any) -> Any:
        by, today = signed_in(self.request), timezone.localdate()
        return actions.add_use(self.owner, form.cleaned_data, by=by, today=today)

    def take_out(self, row: Any, by: User) -> int:
        return actions.remove_use(row, by=by, today=timezone.localdate())

    def put_back(self, removed: int, by: User) -> Any:
        return actions.put_use_back(self.owner, removed, by=by, today=timezone.localdate())


class Functions(Listed):
    row = "roadmap/systems/function_row.html"
    noun = "function"
    heading = "What the councils need systems for"
    lead = "The rows of the register, in this order."
    empty = "No function is recorded. Add the first below: finance, telephony, online forms."
    add_heading, add_words = "Add a function", "Add function"

    def queryset(self) -> "models.QuerySet[Function]":
        return _functions(self.request, self.owner)

    def add_form(self, data: Any = None) -> FunctionForm:
        return FunctionForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        said = {name: form.cleaned_data[name] for name in ("name", "lead_months")}
        return actions.add_function(self.owner, said, by=signed_in(self.request))

    def why_kept(self, row: Any) -> str:
        if row.uses.exists():
            return f"Systems are recorded for {row.name}. Take them out of it first."
        return ""

    def edit_address(self, row: Any) -> str:
        return reverse("systems:function", args=[self.owner.slug, row.pk])


@PAGE
@HTMX
def uses(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who runs a system, and for what."""
    return Uses(request, editable(request, slug, pk), request.path).answer()


@PAGE
@HTMX
def functions(request: HttpRequest, slug: str) -> HttpResponse:
    """The functions of a partnership: the rows of its register."""
    return Functions(request, _shared(request, slug), request.path).answer()


@PAGE
@HTMX
def function(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change one function, in its row or on a page of its own."""
    partnership = _shared(request, slug)
    parts = Functions(request, partnership, reverse("systems:functions", args=[slug]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = {"name": row.name, "lead_months": row.lead_months, "seen": revision_of(row)}
    form = FunctionForm(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: Any) -> Any:
        data = dict(form.cleaned_data)
        seen, by = data.pop("seen") or 0, signed_in(request)
        return actions.change_function(row, data, seen, by=by, today=timezone.localdate())

    return parts.edit(row, form, save, f"Change {parts.called(row)}")


def _shared(request: HttpRequest, slug: str) -> Partnership:
    partnership = partnership_of(request, slug)
    if not can_edit_shared(request.user, partnership):
        raise PermissionDenied(whose_shared(partnership))
    return partnership
