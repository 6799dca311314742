"""The figures of a benefit: forecast and actual, by financial year and council."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.councils.models import Council
from governance.history.actions import revision_of
from governance.pages.parts import Parts
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.editing import changes_of, only_editors
from roadmap.funding import actions, page
from roadmap.funding.forms import FigureForm, NewFigureForm
from roadmap.funding.models import Benefit, BenefitFigure
from roadmap.partnerships.finding import partnership_of


class Figures(Parts):
    page = "roadmap/funding/figures.html"
    row = "roadmap/funding/figure_row.html"
    noun = "figure"
    can_move = False
    empty = "No figure is recorded yet. Add the first below."
    add_heading, add_words = "Add a figure", "Add figure"
    owner: Benefit

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.owner.figures.select_related("council")
        return found.order_by("year", "council__short_name", "pk")

    def called(self, row: Any) -> str:
        return str(row)

    def add_form(self, data: Any = None) -> NewFigureForm:
        whole = self.owner.partnership
        seen = Council.objects.visible_to(self.request.user)
        members = seen.filter(memberships__partnership=whole).order_by("short_name")
        return NewFigureForm(data, councils=members, auto_id="add_%s")

    def add(self, form: Any) -> BenefitFigure:
        said, _ = changes_of(form)
        return actions.add_figure(self.owner, said, by=signed_in(self.request))

    def put_back(self, removed: int, by: User) -> Any:
        return actions.put_back_figure(self.owner, removed, by=by)

    def edit_address(self, row: Any) -> str:
        whole = self.owner.partnership.slug
        return reverse("funding:figure", args=[whole, self.owner.pk, row.pk])

    def theme(self) -> Any:
        return self.owner.partnership

    def context(self) -> dict[str, Any]:
        whole = self.owner.partnership
        back = reverse("funding:benefit", args=[whole.slug, self.owner.pk])
        return page.around(self.request, whole, "Benefits") | {"back": back}


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def figures(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """All figures of a benefit: add, change, remove, put back."""
    return _figures(request, partnership, pk).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def figure(request: HttpRequest, partnership: str, which: int, pk: int) -> HttpResponse:
    """One figure, changed in its place."""
    parts = _figures(request, partnership, which)
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = {name: getattr(row, name) for name in ("forecast_pence", "actual_pence")}
    first["seen"] = revision_of(row)
    form = FigureForm(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: FigureForm) -> Any:
        said, seen = changes_of(form)
        return actions.change_figure(row, said, seen=seen, by=signed_in(request))

    return parts.edit(row, form, save, f"Change the figure of {row.council.short_name}")


def _figures(request: HttpRequest, partnership: str, pk: int) -> Figures:
    whole = partnership_of(request, partnership)
    only_editors(request, whole)
    found = get_object_or_404(Benefit.objects.visible_to(request.user), partnership=whole, pk=pk)
    found.partnership = whole
    return Figures(request, found, reverse("funding:figures", args=[whole.slug, pk]))
