"""Who may keep the record of a matter."""

from governance.issues.models import Issue
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def can_add(user: Visitor) -> bool:
    """Democratic services of any council."""
    return bool(seats_of(user).councils(Ability.EDIT_MEETINGS))


def can_edit(user: Visitor, issue: Issue) -> bool:
    """Democratic services of any council that the matter is before, for it belongs to no one."""
    councils = seats_of(user).councils(Ability.EDIT_MEETINGS)
    theirs = issue.councils_of_partnership()
    return bool(councils) and (not theirs or not councils.isdisjoint(theirs))
