"""What of a partnership's records is published, and who may read a draft."""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from governance.councils.models import Constituent
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

Record = TypeVar("Record", bound=models.Model)


def drafts_of(user: Visitor, partnership: str = "partnership") -> Q:
    """Return the condition on rows whose partnership's drafts `user` may read.

    `partnership` is the path from the row to its partnership. Drafts are read by those who may read
    drafts of the partnership, or of a council that belongs to it today.
    """
    seats = seats_of(user)
    councils = seats.councils(Ability.READ_DRAFTS)
    theirs = Q(**{f"{partnership}__in": seats.partnerships(Ability.READ_DRAFTS)})
    if not councils:
        return theirs
    today = timezone.localdate()
    current = Constituent.objects.filter(
        Q(to_on=None) | Q(to_on__gte=today),
        Q(from_on=None) | Q(from_on__lte=today),
        council__in=councils,
    )
    return theirs | Q(**{f"{partnership}__in": current.values("partnership")})


class PublishedQuerySet(models.QuerySet[Record]):
    """Rows with `is_published` and a `partnership` of their own."""

    def visible_to(self, user: Visitor) -> Self:
        """Return the published ones, and the drafts of partnerships whose drafts `user` reads."""
        return self.filter(Q(is_published=True) | drafts_of(user))


class PartQuerySet(models.QuerySet[Record]):
    """Rows that are part of a record with `is_published`; subclasses name the way to it."""

    whole = ""

    def visible_to(self, user: Visitor) -> Self:
        """Return the parts of what `user` may see."""
        known: dict[str, Any] = {f"{self.whole}__is_published": True}
        return self.filter(Q(**known) | drafts_of(user, f"{self.whole}__partnership"))
