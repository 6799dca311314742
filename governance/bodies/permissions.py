"""Who may write the record of a body and who sits on it."""

from governance.bodies.models import Body
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_edit(user: Visitor, body: Body) -> bool:
    """Democratic services of the council whose officers serve the body."""
    return may(user, Ability.EDIT_MEETINGS, councils=[body.lead_council_id])
