"""Who may record that a duty was done."""

from governance.duties.models import Duty
from governance.duties.sources import source_of
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_finish(user: Visitor, duty: Duty) -> bool:
    """Democratic services of the council that must do it, or those whom its source names."""
    if known := source_of(duty):
        source, link = known
        return source.can_finish(user, link)
    return may(user, Ability.EDIT_MEETINGS, councils=[duty.council_id])


def who_finishes(duty: Duty) -> str:
    """Return, for a sentence, who may record that a duty was done."""
    known = source_of(duty)
    return known[0].whose if known else f"democratic services of {duty.council.name}"
