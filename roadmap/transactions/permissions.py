"""Who may change what is known of the councils' services."""

from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from roadmap.permissions import can_edit_shared


def councils_edited(
    user: Visitor, partnership: Partnership, councils: list[Council]
) -> set[int]:  # fmt: skip
    """Return the ids of those of `councils` whose services `user` may change: officers' own.

    Partnership officers may change those of every council of their partnership.
    """
    everyone = {council.pk for council in councils}
    if can_edit_shared(user, partnership):
        return everyone
    return everyone & seats_of(user).councils(Ability.EDIT_COUNCIL_ICT)
