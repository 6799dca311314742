"""Who may record that a duty was done."""

from governance.duties.models import Duty
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_finish(user: Visitor, duty: Duty) -> bool:
    """Democratic services of the council that must do it."""
    return may(user, Ability.EDIT_MEETINGS, councils=[duty.council_id])
