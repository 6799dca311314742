"""Who keeps a review, who records that a body received its report, and who reads what."""

from governance.bodies.models import BodyCouncil
from governance.councils.models import Council
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from scrutiny.reviews.models import Receipt, Review


def can_begin(user: Visitor) -> bool:
    """Scrutiny officers of any council or partnership."""
    seats = seats_of(user)
    return bool(seats.councils(Ability.EDIT_SCRUTINY) or seats.partnerships(Ability.EDIT_SCRUTINY))


def can_edit(user: Visitor, review: Review) -> bool:
    """Scrutiny officers of the council that serves the review, or of its partnership."""
    seats = seats_of(user)
    return review.lead_council_id in seats.councils(
        Ability.EDIT_SCRUTINY
    ) or review.partnership_id in seats.partnerships(Ability.EDIT_SCRUTINY)


def can_receive(user: Visitor, receipt: Receipt) -> bool:
    """Those who keep the review; democratic services and scrutiny officers of its council."""
    answers = seats_of(user).councils(Ability.ANSWER_SCRUTINY)
    return can_edit(user, receipt.review) or receipt.council_id in answers


def reads_restricted(user: Visitor, review: Review) -> bool:
    """May `user` read what of the review's papers is withheld? The same as `readable_by` says."""
    if can_edit(user, review):
        return True
    councils = seats_of(user).councils(Ability.READ_RESTRICTED)
    if not councils or review.lead_council_id in councils:
        return bool(councils)
    of_group = BodyCouncil.objects.filter(body=review.task_group_id, council__in=councils)
    return of_group.exists()


def whose(review: Review) -> str:
    """Return the sentence that says who keeps a review."""
    of = review.lead_council.name
    if review.partnership:
        of += f" or of {review.partnership.name}"
    return f"Scrutiny officers of {of} keep this review."


def whose_receipt(council: Council) -> str:
    """Return the sentence that says who records that a council's body received a report."""
    return (
        f"Democratic services and scrutiny officers of {council.short_name} record what its bodies "
        "received."
    )
