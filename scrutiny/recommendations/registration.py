"""What recommendations make known: their history, the duties to answer, and a matter's history."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from governance.calendar import words
from governance.duties import sources
from governance.history import registry
from governance.history.registry import Part
from governance.issues import telling
from governance.people.permissions import Visitor
from scrutiny.recommendations.duties import keep_duties
from scrutiny.recommendations.models import (
    Closing,
    Progress,
    Recommendation,
    Response,
    ResponseDuty,
)
from scrutiny.recommendations.page import with_names
from scrutiny.recommendations.reading import Reading
from scrutiny.recommendations.states import State
from scrutiny.recommendations.telling import events_of
from scrutiny.reviews import followers
from scrutiny.reviews.models import Review

PARTS = [
    Part(Response, "recommendation", lambda row: f"Answer at {row.council}", ("council",)),
    Part(Progress, "recommendation", lambda row: f"Progress at {row.council}", ("council",)),
    Part(Closing, "recommendation", lambda row: f"Closing at {row.council}", ("council",)),
]


def register_all() -> None:
    """Called once, as the app starts."""
    registry.register("recommendation", _kind())
    followers.AFTER_RECEIPT.append(lambda review, by: keep_duties(review, by=by))
    followers.RECOMMENDATIONS.append(_of_the_report)
    followers.STILL_OPEN.append(_not_closed)
    telling.register(events_of)
    sources.register(
        sources.Source(
            relation="of_response",
            visible=_links,
            select=("review", "council"),
            where=lambda link: f"Review “{link.review.title}”",
            address=lambda link: reverse("recommendations:matrix", args=[link.review.slug]),
            can_finish=_by_a_press,
            whose="those who record the answers, on the page of the recommendations,",
        )
    )


def _by_a_press(user: Visitor, link: Any) -> bool:
    """It is done by the answers themselves: a press of its own could only disagree with them."""
    return False


def _kind() -> registry.Kind:
    return registry.Kind(
        model=Recommendation,
        visible=lambda user: Recommendation.objects.visible_to(user).select_related("review"),
        address=lambda one: reverse("recommendations:matrix", args=[one.review.slug]),
        home=lambda one: ({one.review.lead_council_id, *_councils(one)}, one.review.partnership_id),
        parts=PARTS,
    )


def _of_the_report(review: Review) -> list[tuple[str, str]]:
    """Return what the report itself recommends; what a council's body added is not in it."""
    rows = Recommendation.objects.filter(review=review, added_by=None).order_by("position")
    return list(rows.values_list("number", "text"))


def _not_closed(review: Review) -> list[str]:
    """Return, council by council, which recommendations its scrutiny body has not closed."""
    rows = with_names(Recommendation.objects.filter(review=review)).order_by("position")
    reading, found = Reading(rows, timezone.localdate()), list[str]()
    for council in reading.councils(review.pk):
        cells = [reading.cell(one, council) for one in reading.recommendations]
        open_ones = [c for c in cells if c.is_put and c.state is not State.CLOSED]
        if open_ones:
            numbers = words.listed(cell.recommendation.number for cell in open_ones)
            noun = "recommendation" if len(open_ones) == 1 else "recommendations"
            found.append(f"{council.short_name} has not closed {noun} {numbers}.")
    return found


def _councils(one: Recommendation) -> set[int]:
    return set(one.review.receipts.values_list("council", flat=True))


def _links(user: Visitor) -> Any:
    return ResponseDuty.objects.filter(review__in=Review.objects.visible_to(user))
