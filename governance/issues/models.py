"""One matter, followed through the bodies and councils that take it."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.meetings.models import Meeting
from governance.people.permissions import Visitor


class IssueQuerySet(models.QuerySet["Issue"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody may know which matters there are; what was said of each is checked itself."""
        return self


class Issue(models.Model):
    """A matter such as a shared strategy, which several councils each decide for themselves."""

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, unique=True)
    summary = models.TextField(
        blank=True, help_text="What it is about, in a few sentences. Published."
    )
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True, related_name="issues"
    )

    objects = IssueQuerySet.as_manager()
    history = kept()

    def __str__(self) -> str:
        return self.title

    def councils_of_partnership(self) -> list[int]:
        """Return the ids of the councils of its partnership; none where it has no partnership."""
        if self.partnership is None:
            return []
        return [row.council_id for row in self.partnership.constituents.all()]


class ConsiderationQuerySet(models.QuerySet["Consideration"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those at meetings that `user` may see, and those not yet at a meeting."""
        return self.filter(Q(meeting=None) | Q(meeting__in=Meeting.objects.visible_to(user)))


class Consideration(models.Model):
    """A matter before a body: to scrutinise, recommend, decide or note it, and what came of it."""

    class Role(models.TextChoices):
        SCRUTINISE = "scrutinise", "Scrutinise"
        RECOMMEND = "recommend", "Recommend"
        DECIDE = "decide", "Decide"
        NOTE = "note", "Note"

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="considerations")
    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="considerations")
    # Where a body serves one council alone, or several and this concerns one of them.
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="considerations",
        help_text="Blank: every council of the body",
    )  # fmt: skip
    meeting = models.ForeignKey(
        "governance.Meeting", models.PROTECT, null=True, blank=True, related_name="considerations"
    )
    item = models.ForeignKey(
        "governance.AgendaItem", models.PROTECT, null=True, blank=True,
        related_name="considerations",
    )  # fmt: skip
    on = models.DateField("date", null=True, blank=True, help_text="Blank: not recorded")
    role = models.CharField(max_length=10, choices=Role)
    outcome = models.CharField(
        max_length=300, blank=True, help_text="What came of it, in a sentence. Published."
    )
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ConsiderationQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "body", "council", "on", "role"],
                name="one_consideration_a_matter_body_day_and_role",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="consideration_role_is_known",
                condition=Q(role__in=["scrutinise", "recommend", "decide", "note"]),
            ),
            models.CheckConstraint(
                name="consideration_of_an_item_names_its_meeting",
                condition=Q(item=None) | Q(meeting__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["issue", "on"], name="consideration_in_time_order")]

    def __str__(self) -> str:
        return f"{self.issue}: {self.body}"
