"""The list of reviews and the tables of one review, as rows and as cells of a CSV file."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse

from governance.pages.download import as_csv
from scrutiny.reviews.models import Review
from scrutiny.reviews.page import Stop
from scrutiny.reviews.rules import Place, Standing, standing
from scrutiny.reviews.states import State

COLUMNS = [
    "Review", "Council", "Partnership", "State", "Where it stands", "Report due", "Reported",
    "Illustrative",
]  # fmt: skip
JOURNEY = ["Body", "Council", "Planned for", "Received on", "What the body did",
           "Starts the council’s time to answer", "Illustrative"]  # fmt: skip
EVIDENCE = ["Kind", "Title", "From", "On", "What it says", "Address", "Restricted"]


def filtered(found: "QuerySet[Review]", asked: dict[str, str]) -> "QuerySet[Review]":
    """Return the reviews that answer to what was asked for; what nobody knows finds nothing."""
    if council := asked["council"]:
        of_group = Q(task_group__councils__council__slug=council)
        found = found.filter(Q(lead_council__slug=council) | of_group).distinct()
    if partnership := asked["partnership"]:
        found = found.filter(partnership__slug=partnership)
    if asked["state"] in State.values:
        found = found.filter(state=asked["state"])
    received = Q(receipts__received_on__isnull=False) | ~Q(receipts__outcome="")
    return (
        found.select_related("lead_council", "partnership")
        .annotate(
            sent=Count("receipts", distinct=True),
            arrived=Count("receipts", filter=received & Q(receipts__isnull=False), distinct=True),
        )
        .order_by("title", "pk")
    )


def rows(reviews: Iterable[Any], today: date) -> list[dict[str, Any]]:
    """Return reviews found by `filtered`, each with where it stands."""
    return [
        {"review": one, "standing": _standing(one, one.arrived, one.sent, today)} for one in reviews
    ]


def standing_of(review: Review, stops: list[Stop], today: date) -> Standing:
    """Return where a review stands, for its page."""
    return _standing(review, sum(stop.receipt.is_received for stop in stops), len(stops), today)


def _standing(review: Review, received: int, receipts: int, today: date) -> Standing:
    at = Place(
        review.state, review.get_state_display(), review.report_due_on, review.reported_on,
        received, receipts, review.state_reason,
    )  # fmt: skip
    return standing(at, today)


def cells(row: dict[str, Any]) -> list[object]:
    """Return a row of the list for a CSV file."""
    review: Review = row["review"]
    partnership = review.partnership.name if review.partnership else ""
    return [
        review.title, review.lead_council.name, partnership, review.get_state_display(),
        row["standing"].sentence, _iso(review.report_due_on), _iso(review.reported_on),
        _illustrative(review),
    ]  # fmt: skip


def table(
    review: Review, which: str, stops: list[Stop], evidence: list[dict[str, Any]]
) -> HttpResponse:
    """Return one of a review's tables as a CSV file: its evidence, or where its report went."""
    if which == "evidence":
        found = [_evidence(one) for one in evidence]
        return as_csv(f"{review.slug}-evidence.csv", EVIDENCE, found)
    return as_csv(f"{review.slug}-journey.csv", JOURNEY, [_stop(stop) for stop in stops])


def _evidence(one: dict[str, Any]) -> list[object]:
    if not one["open"]:
        return [one["kind"], "", "", "", "", "", one["withheld"]]
    where = one["address"]
    on = _iso(one["on"])
    return [one["kind"], one["title"], one["source"], on, one["text"], where, one["withheld"]]


def _stop(stop: Stop) -> list[object]:
    receipt = stop.receipt
    asks = "yes" if receipt.asks_for_answer else "no"
    return [
        receipt.body.name, receipt.council.name, _iso(receipt.planned_on),
        _iso(receipt.received_on), stop.outcome, asks, _illustrative(receipt),
    ]  # fmt: skip


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""


def _illustrative(thing: Any) -> str:
    return "illustrative" if thing.is_illustrative else ""
