"""The review, recommendation or council that an address names, or 404 alike for strangers."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from governance.bodies.models import Body, BodyCouncil
from governance.councils.models import Council
from scrutiny.recommendations.models import Recommendation
from scrutiny.recommendations.page import with_names
from scrutiny.recommendations.reading import Cell, Reading
from scrutiny.reviews.models import Review


def review_of(request: HttpRequest, slug: str) -> Review:
    """Return the review at `slug` that the visitor may see."""
    found = Review.objects.visible_to(request.user)
    names = ("issue", "partnership", "lead_council", "task_group")
    return get_object_or_404(found.select_related(*names), slug=slug)


def reading_of(request: HttpRequest, review: Review) -> Reading:
    """Return what is recorded of a review's recommendations."""
    rows = Recommendation.objects.visible_to(request.user).filter(review=review)
    return Reading(with_names(rows), timezone.localdate())


def cell_of(request: HttpRequest, pk: int, council: str) -> Cell:
    """Return one recommendation at one council of its review."""
    rows = with_names(Recommendation.objects.visible_to(request.user))
    recommendation = get_object_or_404(rows.select_related("review__issue"), pk=pk)
    reading = Reading([recommendation], timezone.localdate())
    for one in reading.councils(recommendation.review_id):
        if one.slug == council:
            return reading.cell(recommendation, one)
    raise Http404


def council_of(request: HttpRequest, reading: Reading, review: Review, slug: str) -> Council:
    """Return the council of a review at `slug`; 404 for one that the review does not concern."""
    found = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
    if reading.recommendations and found not in reading.councils(review.pk):
        raise Http404
    return found


def bodies_at(council: Council, *, regimes: tuple[str, ...] = ()) -> Any:
    """Return the bodies of a council, joint ones too, by name; of these regimes only, if any."""
    part = BodyCouncil.objects.filter(council=council).values("body")
    found = Body.objects.filter(Q(pk__in=part) | Q(lead_council=council))
    if regimes:
        found = found.filter(regime__in=regimes)
    return found.order_by("name", "pk")


def reviews_of(body: Body) -> Any:
    """Return the ids of the reviews that a body made, asked for or received."""
    made = Q(task_group=body) | Q(commissions__body=body) | Q(receipts__body=body)
    return Review.objects.filter(made).values("pk")
