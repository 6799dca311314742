"""Monitoring reports: what became of recommendations, as told to a scrutiny body; frozen."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.people.permissions import Visitor


class MonitoringReportQuerySet(models.QuerySet["MonitoringReport"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody may see what was told: only what is published ever gets into it."""
        return self


class MonitoringReport(models.Model):
    """What is outstanding, what was done since the last meeting, and what may be closed.

    It is made from published records alone, so it may be read by anybody.
    """

    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="monitoring_reports")
    meeting = models.ForeignKey(
        "governance.Meeting", models.PROTECT, null=True, blank=True,
        related_name="monitoring_reports",
    )  # fmt: skip
    title = models.CharField(max_length=200)
    since = models.DateField("tells what was done since", null=True, blank=True)
    facts: "models.JSONField[Any, Any]" = models.JSONField()
    facts_sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    objects = MonitoringReportQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="monitoring_report_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="monitoring_report_hash_is_sha256",
                condition=Q(facts_sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]
        indexes = [models.Index(fields=["body", "-made_at", "-id"], name="monitoring_newest_first")]

    def __str__(self) -> str:
        return self.title


class MonitoringFile(models.Model):
    """The PDF of a monitoring report; frozen."""

    report = models.OneToOneField(MonitoringReport, models.PROTECT, related_name="file")
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes")
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="monitoring_file_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"PDF of {self.report}"
