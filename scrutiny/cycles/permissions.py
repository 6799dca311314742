"""Who keeps a cycle of reviews, moves one and records that it was done."""

from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from scrutiny.cycles.models import ReviewCycle


def can_edit(user: Visitor, cycle: ReviewCycle) -> bool:
    """Scrutiny officers of the council that must see to it, or of its partnership."""
    seats = seats_of(user)
    return cycle.council_id in seats.councils(
        Ability.EDIT_SCRUTINY
    ) or cycle.partnership_id in seats.partnerships(Ability.EDIT_SCRUTINY)


def whose(cycle: ReviewCycle) -> str:
    """Return the sentence that says who keeps a cycle."""
    of = cycle.council.name
    if cycle.partnership:
        of += f" or of {cycle.partnership.name}"
    return f"Scrutiny officers of {of} keep this cycle."
