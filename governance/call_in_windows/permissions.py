"""Who may change how a council's windows are counted."""

from django.db.models import Q

from governance.councils.models import Constituent
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def councils_configured_by(user: Visitor) -> set[int]:
    """Return the ids of the councils whose rules and calendar `user` may change.

    Those of an administrator's council, or of all councils of an administrator's partnership.
    """
    seats = seats_of(user)
    found = seats.councils(Ability.CONFIGURE)
    if partnerships := seats.partnerships(Ability.CONFIGURE):
        members = Constituent.objects.filter(Q(to_on=None), partnership__in=partnerships)
        found |= set(members.values_list("council", flat=True))
    return found


def can_configure(user: Visitor, council_id: int) -> bool:
    """An administrator of the council, or of a partnership that it belongs to."""
    return council_id in councils_configured_by(user)
