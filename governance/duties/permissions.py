"""Who may record that a duty was done."""

from governance.duties.holders import Post, Roles, holders
from governance.duties.models import Duty
from governance.duties.sources import source_of
from governance.people.models import User
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_finish(user: Visitor, duty: Duty) -> bool:
    """Democratic services of the council that must do it, or those whom its source names."""
    if known := source_of(duty):
        source, link = known
        return source.can_finish(user, link)
    return may(user, Ability.EDIT_MEETINGS, councils=[duty.council_id])


def can_keep(user: Visitor, duty: Duty, roles: Roles) -> bool:
    """Whoever holds a duty by the roles of the day, or may record that it was done.

    They change its reminders and hand it over.
    """
    if isinstance(user, User) and user.is_active:
        post = Post(duty.kind, duty.council_id, duty.holder_role, duty.assigned_to_id)
        if user.pk in holders(post, roles):
            return True
    return can_finish(user, duty)


def who_finishes(duty: Duty) -> str:
    """Return, for a sentence, who may record that a duty was done."""
    known = source_of(duty)
    return known[0].whose if known else f"democratic services of {duty.council.name}"
