"""What other features of scrutiny add to a review: they register here, as imports go one way."""

from collections.abc import Callable

from governance.people.models import User
from governance.people.permissions import Visitor
from scrutiny.reviews.models import Review

# Called inside the transaction that changed a receipt of the review, with whoever changed it.
AFTER_RECEIPT: list[Callable[[Review, User], None]] = []
# What the report recommends, as (number, text), in its order.
RECOMMENDATIONS: list[Callable[[Review], list[tuple[str, str]]]] = []
# What stands in the way of closing the review, in sentences.
STILL_OPEN: list[Callable[[Review], list[str]]] = []

# Cycles that bring its matter back, each with its title, address and standing, for a visitor.
COMES_ROUND: list[Callable[[Review, Visitor], list[dict[str, str]]]] = []


def recommended(review: Review) -> list[tuple[str, str]]:
    """Return everything that the report recommends, as (number, text)."""
    return [one for found in RECOMMENDATIONS for one in found(review)]


def still_open(review: Review) -> list[str]:
    """Return what of a review still waits for somebody, in sentences."""
    return [sentence for found in STILL_OPEN for sentence in found(review)]
