"""Who may read who changed what."""

from django.db import models

from governance.meetings.classification import Classified, Level
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def can_read_history(user: Visitor, thing: models.Model, council_id: int) -> bool:
    """Officers, democratic services and administrators of the council whose record it is.

    Drafts stay in the history for ever, so it is never public. The history of a record that is or
    ever was restricted is read only by those who may read restricted papers; that of one about
    which nobody has yet said who may read it, by those who may read drafts.
    """
    seats = seats_of(user)
    if council_id not in seats.councils(Ability.READ_HISTORY):
        return False
    if council_id in seats.councils(Ability.READ_RESTRICTED) or not isinstance(thing, Classified):
        return True
    levels = set(thing.history.values_list("classification", flat=True))  # type: ignore[attr-defined]
    if levels & {Level.EXEMPT, Level.CONFIDENTIAL}:
        return False
    return levels == {Level.PUBLIC} or council_id in seats.councils(Ability.READ_DRAFTS)
