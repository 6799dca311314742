"""Who may read who changed what."""

from django.db import models

from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def can_read_history(user: Visitor, thing: models.Model, council_id: int) -> bool:
    """Officers, democratic services and administrators of the council whose record it is.

    Drafts stay in the history for ever, so it is never public; and a restricted record's history
    is read only by those who may read the record.
    """
    if council_id not in seats_of(user).councils(Ability.READ_HISTORY):
        return False
    if getattr(thing, "classification", "public") in {"", "public"}:
        return True
    return council_id in seats_of(user).councils(Ability.READ_RESTRICTED)
