"""Who may have a monitoring report made for a body."""

from governance.bodies.models import Body
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def can_make(user: Visitor, body: Body, councils: set[int]) -> bool:
    """Scrutiny officers and democratic services of a council of the body, or of its partnership.

    `councils` are the ids of the body's councils.
    """
    seats = seats_of(user)
    theirs = seats.councils(Ability.EDIT_SCRUTINY) | seats.councils(Ability.EDIT_MEETINGS)
    return (
        not theirs.isdisjoint(councils)
        or body.partnership_id in seats.partnerships(Ability.EDIT_SCRUTINY)
    )  # fmt: skip


def who_makes(body: Body) -> str:
    """Return the sentence that says who has one made."""
    of = body.lead_council.short_name
    return f"Scrutiny officers and democratic services of {of} make monitoring reports."
