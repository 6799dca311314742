"""A file that somebody chose and has not yet imported."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.people.permissions import Visitor
from roadmap.spreadsheets.reading import Line, Sheet

KINDS = ["roadmap", "volumes"]


class PendingImportQuerySet(models.QuerySet["PendingImport"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return those of `user`: nobody sees another person's file."""
        return self.filter(user=user.pk)


class PendingImport(models.Model):
    """The table in a file whose preview somebody is looking at, until it is imported or left.

    One a person, partnership and kind: the next file takes its place. It is no part of the record
    of governance, so it has no history: what it changes has.
    """

    user = models.ForeignKey("governance.User", models.CASCADE, related_name="pending_imports")
    partnership = models.ForeignKey(
        "governance.Partnership", models.CASCADE, related_name="pending_imports"
    )
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KINDS])
    name = models.CharField(max_length=200, help_text="What the file was called")
    table = models.JSONField(help_text="Headings and lines as they were read")
    chosen_at = models.DateTimeField(auto_now=True)

    objects = PendingImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partnership", "kind"], name="one_pending_import_a_person_and_kind"
            ),
            models.CheckConstraint(
                name="pending_import_kind_is_known", condition=Q(kind__in=KINDS)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def sheet(self) -> Sheet:
        return Sheet(
            self.table["headings"], [Line(number, cells) for number, cells in self.table["lines"]]
        )
