"""The only way a governed row is written: with a person and a reason, in one transaction."""

from typing import TypeVar

from django.db import models, transaction

from governance.errors import Refused
from governance.people.models import User

Governed = TypeVar("Governed", bound=models.Model)


def write(thing: Governed, *, by: User, because: str) -> Governed:
    """Save `thing` together with its history row.

    `by` is the person (background work names its system person); `because` is the reason that
    the History page shows, and may not be blank. Raises Refused without one.
    """
    _say_who_and_why(thing, by, because)
    with transaction.atomic():
        thing.save()
    return thing


def remove(thing: models.Model, *, by: User, because: str) -> None:
    """Delete `thing`, leaving the history row that says who did it and why."""
    _say_who_and_why(thing, by, because)
    with transaction.atomic():
        thing.delete()


def _say_who_and_why(thing: models.Model, by: User, because: str) -> None:
    if not because.strip():
        raise Refused("Say why you are making this change.")
    thing._history_user = by  # type: ignore[attr-defined]
    thing._change_reason = because.strip()  # type: ignore[attr-defined]
