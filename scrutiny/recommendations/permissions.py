"""Who may write recommendations, answer them, report progress and record how they were closed."""

from governance.councils.models import Council
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from scrutiny.reviews.models import Review


def can_write(user: Visitor, review: Review) -> bool:
    """Scrutiny officers of the council that serves the review, or of its partnership."""
    return _may(user, Ability.EDIT_SCRUTINY, review, review.lead_council_id)


def can_answer(user: Visitor, review: Review, council: Council | int) -> bool:
    """Democratic services and scrutiny officers of the council whose answer it is."""
    return _may(user, Ability.ANSWER_SCRUTINY, review, council)


def can_report(user: Visitor, review: Review, council: Council | int) -> bool:
    """Officers of the council, and partnership officers and scrutiny officers for theirs."""
    return _may(user, Ability.REPORT_PROGRESS, review, council)


def can_close(user: Visitor, review: Review, council: Council | int) -> bool:
    """Record what the council's scrutiny body decided: its scrutiny officers."""
    return _may(user, Ability.EDIT_SCRUTINY, review, council)


def answering(user: Visitor) -> set[int]:
    """Return the ids of the councils whose answers `user` records."""
    return seats_of(user).councils(Ability.ANSWER_SCRUTINY)


def _may(user: Visitor, ability: Ability, review: Review, council: Council | int) -> bool:
    seats = seats_of(user)
    key = council.pk if isinstance(council, Council) else council
    return key in seats.councils(ability) or review.partnership_id in seats.partnerships(ability)


def whose_text(review: Review) -> str:
    """Return the sentence that says who writes recommendations."""
    return f"Scrutiny officers of {review.lead_council.name} write the recommendations of a review."


def whose_answer(council: Council) -> str:
    """Return the sentence that says who records a council's answer."""
    return (
        f"This is {council.short_name}’s answer, so its democratic services and scrutiny officers "
        "record it."
    )


def whose_progress(council: Council) -> str:
    """Return the sentence that says who reports a council's progress."""
    return f"Officers of {council.short_name} and partnership officers report its progress."


def whose_closing(council: Council) -> str:
    """Return the sentence that says who closes."""
    return (
        f"{council.short_name}’s own scrutiny body closes a recommendation there; its scrutiny "
        "officers record what the body decided."
    )
