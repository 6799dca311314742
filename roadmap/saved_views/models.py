"""Ways of looking at a roadmap that somebody comes back to."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.people.permissions import Visitor

PAGES = {"table": "Table", "timeline": "Timeline", "board": "Board", "changes": "Changed since"}


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return those of `user`: a saved view is its owner's own."""
        return self.filter(user=user.pk)


class SavedView(models.Model):
    """A page of a roadmap with its filter, under a name, for whoever saved it.

    It is a bookmark and no part of the record of governance, so it has no history. The filter is
    the one in the address, so whoever is sent that address sees the same.
    """

    user = models.ForeignKey("governance.User", models.CASCADE, related_name="saved_views")
    partnership = models.ForeignKey(
        "governance.Partnership", models.CASCADE, related_name="saved_views"
    )
    name = models.CharField(max_length=80)
    page = models.CharField(max_length=8, choices=list(PAGES.items()))
    query = models.CharField(max_length=1000, blank=True, help_text="As in the address, after “?”")

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partnership", "name"], name="one_saved_view_a_person_and_name"
            ),
            models.CheckConstraint(name="saved_view_page_is_known", condition=Q(page__in=PAGES)),
            models.CheckConstraint(name="saved_view_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
