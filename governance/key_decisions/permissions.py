"""Who may enter a council's threshold."""

from governance.councils.models import Council
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_set(user: Visitor, council: Council) -> bool:
    """Administrators of the council."""
    return may(user, Ability.CONFIGURE, councils=[council.pk])
