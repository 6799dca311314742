"""The list of a review's recommendations: written, put in order, removed and put back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.bodies.models import Body
from governance.history.actions import revision_of
from governance.pages.parts import Parts
from governance.people.permissions import signed_in
from scrutiny.recommendations import actions, forms, page, permissions
from scrutiny.recommendations.finding import review_of
from scrutiny.recommendations.prompts import prompts
from scrutiny.reviews.models import Review


class Recommendations(Parts):
    page = "scrutiny/recommendations/parts.html"
    row = "scrutiny/recommendations/row.html"
    noun = "recommendation"
    empty = "No recommendation is written yet. Add the first below, as the report prints it."
    add_heading, add_words = "Add a recommendation", "Add recommendation"
    owner: Review

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.recommendations.select_related("added_by").order_by("position", "pk")

    def called(self, row: Any) -> str:
        return str(row)

    def theme(self) -> Any:
        return self.owner.partnership or self.owner.lead_council

    def context(self) -> dict[str, Any]:
        review = self.owner
        stands = "The report is agreed: its recommendations stand as printed." if (
            review.has_reported
        ) else ""  # fmt: skip
        return page.context_of(review) | {"stands": stands}

    def edit_address(self, row: Any) -> str:
        return reverse("recommendations:change", args=[self.owner.slug, row.pk])

    def dressed(self) -> list[Any]:
        rows = super().dressed()
        names = _names(self.owner)
        for row in rows:
            row.prompts = prompts(row.text, names)
        return rows

    def why_kept(self, row: Any) -> str:
        return actions.why_kept(row)

    def put_back(self, removed: int, by: Any) -> Any:
        actions.check_unreported(self.owner)
        return super().put_back(removed, by)

    def check_order(self, order: list[Any]) -> None:
        actions.check_unreported(self.owner)

    def add_form(self, data: Any = None) -> forms.RecommendationForm:
        first = {"kind": "one_off", "asks_for_answer": True}
        form = forms.RecommendationForm(data, initial=first, auto_id="add_%s")
        return self._offer(form)

    def _offer(self, form: forms.RecommendationForm) -> forms.RecommendationForm:
        received = self.owner.receipts.values("body")
        form.offer_bodies(
            Body.objects.visible_to(self.request.user).filter(pk__in=received), "added_by"
        )
        return form

    def add(self, form: Any) -> Any:
        said = dict(form.cleaned_data)
        said.pop("seen", None)
        return actions.add_recommendation(self.owner, said, by=signed_in(self.request))

    def change_form(self, row: Any, data: Any = None) -> forms.RecommendationForm:
        """Return the form that changes `row`, filled in."""
        names = [name for name in forms.RecommendationForm.base_fields if name != "seen"]
        first = {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
        form = forms.RecommendationForm(data, initial=first, auto_id=f"row-{row.pk}-%s")
        return self._offer(form)


def _names(review: Review) -> list[str]:
    found = [review.lead_council.short_name]
    if review.partnership:
        found += review.partnership.constituents.values_list("council__short_name", flat=True)
    return found


def _parts(request: HttpRequest, slug: str) -> Recommendations:
    review = review_of(request, slug)
    if not permissions.can_write(request.user, review):
        raise PermissionDenied(permissions.whose_text(review))
    return Recommendations(request, review, reverse("recommendations:edit", args=[slug]))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Every recommendation of a review, with notes on its words."""
    return _parts(request, slug).answer()


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One recommendation, in its place."""
    parts = _parts(request, slug)
    row = get_object_or_404(parts.queryset(), pk=pk)
    form = parts.change_form(row, request.POST or None)

    def save(valid: Any) -> Any:
        said = dict(valid.cleaned_data)
        seen = said.pop("seen", 0) or 0
        by = signed_in(request)
        because = "Changed a recommendation"
        return actions.change_recommendation(row, said, seen, by=by, because=because)

    return parts.edit(row, form, save, f"Change recommendation {row.number}")
