"""Who may change what of a partnership's records, and the sentence for everybody else."""

from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


def can_edit_shared(user: Visitor, partnership: Partnership) -> bool:
    """May `user` change what the councils share: items, strategies, funding?"""
    return partnership.pk in seats_of(user).partnerships(Ability.EDIT_SHARED_ICT)


def can_edit_for(user: Visitor, partnership: Partnership, council: Council | int | None) -> bool:
    """May `user` change what is one council's (a council or its id; None: all councils' together)?

    Officers of that council, and partnership officers for any council of their partnership.
    """
    if can_edit_shared(user, partnership):
        return True
    key = council.pk if isinstance(council, Council) else council
    return key is not None and key in seats_of(user).councils(Ability.EDIT_COUNCIL_ICT)


def edits_anything(user: Visitor, partnership: Partnership) -> bool:
    """May `user` change anything of this partnership? Costs a query for a council's officer."""
    if can_edit_shared(user, partnership):
        return True
    theirs = seats_of(user).councils(Ability.EDIT_COUNCIL_ICT)
    return bool(theirs) and partnership.constituents.filter(council__in=theirs).exists()


def whose_shared(partnership: Partnership) -> str:
    """Return the sentence that says who changes what is shared."""
    return (
        f"This is shared by the councils, so partnership officers of {partnership.name} change it."
    )


def whose(partnership: Partnership, council: Council | None) -> str:
    """Return the sentence that says who changes what is `council`'s (None: all councils')."""
    if council is None:
        return whose_shared(partnership)
    name = council.short_name
    return f"This is {name}’s, so officers of {name} and partnership officers change it."
