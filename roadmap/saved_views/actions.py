"""Saving and letting go of one's own views."""

from django.db import transaction

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.people.models import User
from roadmap.saved_views.models import SavedView

MOST = 50


@transaction.atomic
def save(partnership: Partnership, *, name: str, page: str, query: str, by: User) -> SavedView:
    """Save a view under `name`, in place of one that `by` saved under it before.

    Raises Refused where somebody has fifty already.
    """
    # Their own row is locked, so that two presses do not make two views of one name.
    User.objects.select_for_update().get(pk=by.pk)
    mine = SavedView.objects.filter(user=by, partnership=partnership)
    view = mine.filter(name=name).first()
    if view is None and mine.count() >= MOST:
        raise Refused(f"You have {MOST} saved views. Let go of one first.")
    view = view or SavedView(user=by, partnership=partnership, name=name)
    view.page, view.query = page, query
    view.save()
    return view


def let_go(view: SavedView) -> None:
    """Remove a saved view; nothing else depends on it."""
    view.delete()
