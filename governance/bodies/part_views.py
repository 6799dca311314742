"""The councils that make up a body, and the appointments to it, each on a page of its own."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.bodies import actions
from governance.bodies.forms import AddCouncilForm, AppointForm, AppointmentForm, SeatsForm
from governance.bodies.models import Body
from governance.bodies.page import theme_of
from governance.bodies.views import editable
from governance.history.actions import revision_of
from governance.pages.parts import Parts
from governance.people.permissions import signed_in


class OfBody(Parts):
    page = "governance/bodies/parts.html"
    can_move = False
    owner: Body

    def theme(self) -> Any:
        return theme_of(self.owner)

    def _address(self, name: str, *more: int) -> str:
        return reverse(name, args=[self.owner.lead_council.slug, self.owner.slug, *more])

    def context(self) -> dict[str, Any]:
        home = self._address("bodies:detail")
        return {
            "heading": self.heading,
            "crumbs": [("Bodies", reverse("bodies:index")), (self.owner.name, home)],
        }

    heading = ""


class Members(OfBody):
    row = "governance/bodies/member_row.html"
    noun = "appointment"
    heading = "Members"
    empty = "Nobody is appointed yet. Add the first member below."
    add_heading, add_words = "Add a member", "Add member"

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.owner.appointments.select_related("person", "council")
        return found.order_by("council__name", "capacity", "person__name", "pk")

    def called(self, row: Any) -> str:
        return str(row.person)

    def add_form(self, data: Any = None) -> AppointForm:
        return AppointForm(data, body=self.owner, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        data = dict(form.cleaned_data)
        name, style = data.pop("name"), data.pop("style")
        return actions.appoint(self.owner, name, style, data, by=signed_in(self.request))

    def edit_address(self, row: Any) -> str:
        return self._address("bodies:member", row.pk)


class Councils(OfBody):
    row = "governance/bodies/council_row.html"
    noun = "council"
    heading = "Councils and seats"
    add_heading, add_words = "Add a council", "Add council"

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.councils.select_related("council").order_by("pk")

    def called(self, row: Any) -> str:
        return str(row.council.name)

    def add_form(self, data: Any = None) -> AddCouncilForm:
        return AddCouncilForm(data, body=self.owner, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        data = form.cleaned_data
        return actions.add_council(
            self.owner, data["council"], data["seats"], by=signed_in(self.request)
        )

    def why_kept(self, row: Any) -> str:
        if row.council_id == self.owner.lead_council_id:
            return f"{row.council.name} was not removed: its officers serve the body."
        if self.owner.appointments.filter(council=row.council_id).exists():
            return f"{row.council.name} was not removed: members sit on the body for it."
        return ""

    def edit_address(self, row: Any) -> str:
        return self._address("bodies:seats", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def members(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """Everybody who sits or sat on a body; add, change and remove appointments."""
    return Members(request, editable(request, council, slug), request.path).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def member(request: HttpRequest, council: str, slug: str, pk: int) -> HttpResponse:
    body = editable(request, council, slug)
    parts = Members(request, body, reverse("bodies:members", args=[council, slug]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    form = AppointmentForm(
        request.POST or None, initial=_first(row, AppointmentForm), body=body,
        auto_id=f"row-{pk}-%s",
    )  # fmt: skip

    def save(form: AppointmentForm) -> Any:
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        return actions.change_appointment(row, data, seen, by=signed_in(request))

    return parts.edit(row, form, save, f"Change the appointment of {row.person}")


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def councils(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """The councils of a body and how many seats each has."""
    return Councils(request, editable(request, council, slug), request.path).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def seats(request: HttpRequest, council: str, slug: str, pk: int) -> HttpResponse:
    body = editable(request, council, slug)
    parts = Councils(request, body, reverse("bodies:councils", args=[council, slug]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = _first(row, SeatsForm)
    form = SeatsForm(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: SeatsForm) -> Any:
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        return actions.change_seats(row, data, seen, by=signed_in(request))

    return parts.edit(row, form, save, f"Change the seats of {row.council.name}")


def _first(row: Any, form: Any) -> dict[str, Any]:
    names = [name for name in form.base_fields if name != "seen"]
    return {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
