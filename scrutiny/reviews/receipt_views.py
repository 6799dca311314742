"""Where a report goes: the bodies, when each received it, and what it did."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.people.permissions import signed_in
from roadmap.editing import answered, changes_of, first_of
from scrutiny.reviews import permissions, receipt_actions
from scrutiny.reviews.edit_views import around
from scrutiny.reviews.finding import bodies_around, councils_around, editable, review_of
from scrutiny.reviews.forms import ReceivedForm, SendForm, TakeBackForm
from scrutiny.reviews.models import Receipt


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a body to which the report goes."""
    review = editable(request, slug)
    form = SendForm(
        request.POST or None, bodies=bodies_around(review), councils=councils_around(review)
    )
    shown = around(review, "Add a body that the report goes to") | {"press": "Add the body"}
    return answered(
        request,
        form,
        lambda form: receipt_actions.send(review, changes_of(form)[0], by=signed_in(request)),
        to=lambda _: f"{shown['back']}#journey",
        shown=shown,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record that a body received the report, and what it did."""
    receipt = _receipt(request, slug, pk)
    if not permissions.can_receive(request.user, receipt):
        raise PermissionDenied(permissions.whose_receipt(receipt.council))
    first = first_of(receipt, ReceivedForm)
    form = ReceivedForm(request.POST or None, initial=first, today=timezone.localdate())

    def save(form: ReceivedForm) -> Any:
        said, seen = changes_of(form)
        return receipt_actions.record(receipt, said, seen=seen, by=signed_in(request))

    shown = around(receipt.review, f"What {receipt.body.name} did with the report")
    shown["lead"] = f"{receipt.body.name}, {receipt.council.name}."
    if permissions.can_edit(request.user, receipt.review):
        shown["further"] = reverse("reviews:take_back", args=[slug, pk])
        shown["further_words"] = "Take it away: it was recorded by mistake"
    return answered(request, form, save, to=lambda _: f"{shown['back']}#journey", shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away a body that was recorded by mistake."""
    receipt = _receipt(request, slug, pk)
    editable(request, slug)

    def save(form: TakeBackForm) -> Any:
        because = form.cleaned_data["because"]
        return receipt_actions.take_back(receipt, because=because, by=signed_in(request))

    shown = around(receipt.review, f"Take away “{receipt.body.name}”") | {"press": "Take it away"}
    return answered(
        request, TakeBackForm(request.POST or None), save,
        to=lambda _: f"{shown['back']}#journey", shown=shown, said="Taken away.",
    )  # fmt: skip


def _receipt(request: HttpRequest, slug: str, pk: int) -> Receipt:
    review = review_of(request, slug)
    found = Receipt.objects.visible_to(request.user).filter(review=review)
    receipt = get_object_or_404(found.select_related("body__lead_council", "council"), pk=pk)
    receipt.review = review
    return receipt
