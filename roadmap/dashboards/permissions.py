"""Who may keep a dashboard for a committee."""

from governance.councils.models import Partnership
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from roadmap.permissions import can_edit_shared


def can_keep(user: Visitor, partnership: Partnership) -> bool:
    """Partnership officers, and democratic services of a council that belongs to it.

    Costs no query where `partnership` was fetched with its members.
    """
    if can_edit_shared(user, partnership):
        return True
    clerks = seats_of(user).councils(Ability.EDIT_MEETINGS)
    return any(row.council_id in clerks for row in partnership.constituents.all())
