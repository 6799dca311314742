"""What reviews make known to governance: their history.

Evidence and appendices are left out: who reads a history is not asked whether they may read what
is restricted, and a title alone can give that away.
"""

from django.db import models
from django.urls import reverse

from governance.history.registry import Kind, Part, name_as, register
from governance.people.permissions import Visitor
from scrutiny.reviews.models import (
    Commission,
    Finding,
    LineOfEnquiry,
    Receipt,
    ReportSection,
    Review,
    Witness,
)

PARTS = [
    Part(Commission, "review", lambda row: f"Asked for by {row.body.name}", ("body",)),
    Part(LineOfEnquiry, "review", lambda row: f"Line of enquiry “{row}”"),
    Part(Witness, "review", lambda row: f"Witness “{row.who}”"),
    Part(ReportSection, "review", lambda row: f"Section “{row.heading}”"),
    Part(Finding, "review", lambda row: f"Finding “{row}”"),
    Part(Receipt, "review", lambda row: f"Receipt at {row.body.name}", ("body",)),
]


def register_all() -> None:
    """Called once, as the app starts."""
    name_as(Review, lambda review: review.public_name)
    register(
        "review",
        Kind(
            model=Review,
            visible=_visible,
            address=lambda review: reverse("reviews:detail", args=[review.slug]),
            home=_home,
            parts=PARTS,
        ),
    )


def _visible(user: Visitor) -> "models.QuerySet[Review]":
    return Review.objects.visible_to(user).select_related("partnership", "lead_council")


def _home(review: Review) -> tuple[set[int], int | None]:
    councils = {review.lead_council_id}
    if review.partnership:
        councils |= set(review.partnership.constituents.values_list("council", flat=True))
    return councils, review.partnership_id
