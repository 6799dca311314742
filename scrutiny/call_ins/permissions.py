"""Who may sign a call-in, and who checks one."""

from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def may_sign_at(user: Visitor, council_id: int) -> bool:
    """A member of the council. Whether the rule counts them is another question: `rules`."""
    return may(user, Ability.SIGN_CALL_IN, councils=[council_id])


def may_check(user: Visitor, council_id: int) -> bool:
    """Democratic services of the council, for the proper officer whom the rule names."""
    return may(user, Ability.CHECK_CALL_IN, councils=[council_id])
