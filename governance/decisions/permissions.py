"""Who may write a decision's record."""

from governance.decisions.models import Decision
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_record(user: Visitor, decision: Decision) -> bool:
    """Democratic services of the council whose decision it is."""
    return may(user, Ability.EDIT_MEETINGS, councils=[decision.council_id])
