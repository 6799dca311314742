"""What a committee was shown: kept as it was, whatever changes afterwards."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.people.permissions import Visitor


class DashboardQuerySet(models.QuerySet["Dashboard"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody may see what was kept: only what is published ever gets into it."""
        return self


class Dashboard(models.Model):
    """The state of a partnership's roadmap over a period, as told to a meeting; frozen.

    It is made from published records alone, so it may be read by anybody.
    """

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="dashboards"
    )
    meeting = models.ForeignKey(
        "governance.Meeting", models.PROTECT, null=True, blank=True, related_name="dashboards"
    )
    title = models.CharField(max_length=200)
    first = models.DateField("first day of the period")
    last = models.DateField("last day of the period")
    facts: "models.JSONField[Any, Any]" = models.JSONField()
    facts_sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField()

    objects = DashboardQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="dashboard_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="dashboard_period_does_not_end_before_it_begins",
                condition=Q(last__gte=F("first")),
            ),
            models.CheckConstraint(
                name="dashboard_hash_is_sha256",
                condition=Q(facts_sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "-kept_at", "-id"], name="dashboard_newest_first")
        ]

    def __str__(self) -> str:
        return self.title


class DashboardFile(models.Model):
    """The PDF of a kept dashboard; frozen."""

    dashboard = models.OneToOneField(Dashboard, models.PROTECT, related_name="file")
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes")
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dashboard_file_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"PDF of {self.dashboard}"
