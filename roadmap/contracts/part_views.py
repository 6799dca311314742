"""The extensions and the licences of a contract: each a list edited on one page."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.history.actions import revision_of
from governance.pages.parts import Outcome, Parts
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.contracts import actions
from roadmap.contracts.access import editable
from roadmap.contracts.forms import ExtensionForm, LicenceForm
from roadmap.contracts.models import Extension, Licence
from roadmap.contracts.views import way
from roadmap.systems.views import HERE

PAGE = require_http_methods(["GET", "HEAD", "POST"])
HTMX = vary_on_headers("HX-Request")


class OfContract(Parts):
    page = "roadmap/systems/parts.html"
    heading, lead = "", ""
    change_name = ""

    def theme(self) -> Any:
        return self.owner.system.partnership

    def context(self) -> dict[str, Any]:
        said = {"heading": self.heading, "lead": self.lead, "crumbs": way(self.owner)}
        return said | {"here": HERE}

    def edit_address(self, row: Any) -> str:
        slug = self.owner.system.partnership.slug
        return reverse(self.change_name, args=[slug, self.owner.pk, row.pk])


class Extensions(OfContract):
    row = "roadmap/contracts/extension_row.html"
    noun = "extension"
    heading = "Extensions that the contract offers"
    lead = "In the order in which they can be had. Those taken up move the end of the contract."
    empty = "None is recorded. Add the first below if the contract offers one."
    add_heading, add_words = "Add an extension", "Add extension"
    change_name = "contracts:extension"

    def queryset(self) -> "models.QuerySet[Extension]":
        return self.owner.extensions.all()  # type: ignore[no-any-return]

    def called(self, row: Any) -> str:
        return f"the extension of {row}"

    def add_form(self, data: Any = None) -> ExtensionForm:
        return ExtensionForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        by, today = signed_in(self.request), timezone.localdate()
        return actions.add_extension(self.owner, said, by=by, today=today)

    def _moved(self, row: Any, do: str) -> Outcome:
        outcome = super()._moved(row, do)
        by, today = signed_in(self.request), timezone.localdate()
        actions.extensions_moved(self.owner, by=by, today=today)
        return outcome

    def take_out(self, row: Any, by: User) -> int:
        return actions.remove_extension(row, by=by, today=timezone.localdate())

    def put_back(self, removed: int, by: User) -> Any:
        today = timezone.localdate()
        return actions.put_extension_back(self.owner, removed, by=by, today=today)


class Licences(OfContract):
    row = "roadmap/contracts/licence_row.html"
    noun = "count of licences"
    heading = "Licences"
    lead = "How many the contract gives, and how many were in use when somebody counted."
    empty = "None is recorded. Add the first below."
    add_heading, add_words = "Add a licence", "Add licence"
    change_name = "contracts:licence"

    def queryset(self) -> "models.QuerySet[Licence]":
        return self.owner.licences.all()  # type: ignore[no-any-return]

    def add_form(self, data: Any = None) -> LicenceForm:
        return LicenceForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        return actions.add_licence(self.owner, said, by=signed_in(self.request))


@PAGE
@HTMX
def extensions(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The extensions that a contract offers, and which were taken up."""
    return Extensions(request, editable(request, slug, pk), request.path).answer()


@PAGE
@HTMX
def extension(request: HttpRequest, slug: str, pk: int, row: int) -> HttpResponse:
    address = reverse("contracts:extensions", args=[slug, pk])
    parts = Extensions(request, editable(request, slug, pk), address)
    found = get_object_or_404(parts.queryset(), pk=row)
    form = ExtensionForm(
        request.POST or None, initial=_first(found, ExtensionForm), auto_id=f"row-{row}-%s"
    )

    def save(form: Any) -> Any:
        data = dict(form.cleaned_data)
        seen, by, today = data.pop("seen") or 0, signed_in(request), timezone.localdate()
        return actions.change_extension(found, data, seen, by=by, today=today)

    return parts.edit(found, form, save, f"Change {parts.called(found)}")


@PAGE
@HTMX
def licences(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How many licences a contract gives, and how many are in use."""
    return Licences(request, editable(request, slug, pk), request.path).answer()


@PAGE
@HTMX
def licence(request: HttpRequest, slug: str, pk: int, row: int) -> HttpResponse:
    address = reverse("contracts:licences", args=[slug, pk])
    parts = Licences(request, editable(request, slug, pk), address)
    found = get_object_or_404(parts.queryset(), pk=row)
    form = LicenceForm(
        request.POST or None, initial=_first(found, LicenceForm), auto_id=f"row-{row}-%s"
    )

    def save(form: Any) -> Any:
        data = dict(form.cleaned_data)
        return actions.change_licence(found, data, data.pop("seen") or 0, by=signed_in(request))

    return parts.edit(found, form, save, f"Change {parts.called(found)}")


def _first(row: Any, form: Any) -> dict[str, Any]:
    names = [name for name in form.base_fields if name != "seen"]
    return {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
