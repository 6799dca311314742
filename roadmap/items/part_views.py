"""Pages on which rollouts, milestones, dependencies, gates and themes are added and changed."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.history.actions import revision_of
from governance.people.permissions import signed_in
from roadmap.items import actions, forms
from roadmap.items.item_views import editable
from roadmap.items.models import Theme
from roadmap.items.part_lists import Gates, Milestones, Needs, OfItem, Rollouts, Themes
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import can_edit_shared, whose_shared

View = Callable[..., HttpResponse]


def _list(kind: type[OfItem]) -> View:
    @require_http_methods(["GET", "HEAD", "POST"])
    @vary_on_headers("HX-Request")
    def show(request: HttpRequest, slug: str, item: str) -> HttpResponse:
        return kind(request, editable(request, slug, item), request.path).answer()

    show.__doc__ = f"{kind.heading} of an item: add, change and remove."
    return show


def _one(kind: type[OfItem], name: str) -> View:
    @require_http_methods(["GET", "HEAD", "POST"])
    @vary_on_headers("HX-Request")
    def show(request: HttpRequest, slug: str, item: str, pk: int) -> HttpResponse:
        of = editable(request, slug, item)
        parts = kind(request, of, reverse(name, args=[slug, item]))
        row = get_object_or_404(parts.queryset(), pk=pk)
        form = parts.change_form(row, request.POST or None)

        def save(form: forms.Seen) -> Any:
            seen = form.cleaned_data["seen"] or 0
            return parts.change(row, form.said(), seen, signed_in(request))

        return parts.edit(row, form, save, f"Change {parts.called(row)}")

    show.__doc__ = f"One of the {kind.heading.lower()} of an item."
    return show


rollouts, rollout = _list(Rollouts), _one(Rollouts, "items:rollouts")
milestones, milestone = _list(Milestones), _one(Milestones, "items:milestones")
needs, need = _list(Needs), _one(Needs, "items:needs")
gates, gate = _list(Gates), _one(Gates, "items:gates")


def _themes(request: HttpRequest, slug: str) -> Themes:
    partnership = partnership_of(request, slug)
    if not can_edit_shared(signed_in(request), partnership):
        raise PermissionDenied(whose_shared(partnership))
    return Themes(request, partnership, reverse("items:themes", args=[slug]))


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def themes(request: HttpRequest, slug: str) -> HttpResponse:
    """The themes of a roadmap and their order."""
    return _themes(request, slug).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def theme(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The name of one theme."""
    parts = _themes(request, slug)
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = {"name": row.name, "seen": revision_of(row)}
    form = forms.ThemeForm(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: forms.ThemeForm) -> Theme:
        seen = form.cleaned_data["seen"] or 0
        return actions.change_theme(row, form.said(), seen, by=signed_in(request))

    return parts.edit(row, form, save, f"Rename {parts.called(row)}")
