"""Bodies that meet: executives, committees, boards and task groups, and who sits on them."""

from django.db import models
from django.db.models import Q

from governance.history.models import kept


class BodyQuerySet(models.QuerySet["Body"]):
    def visible_to(self, user: object) -> "BodyQuerySet":
        """Everybody may know which bodies there are."""
        return self


class Body(models.Model):
    """A council's or several councils' executive, committee, board or task group."""

    class Regime(models.TextChoices):
        EXECUTIVE = "executive", "Executive (SI 2012/2089)"
        COMMITTEE = "committee", "Committee (Local Government Act 1972)"
        OFFICER_BOARD = "officer_board", "Officer board"
        TASK_GROUP = "task_group", "Task group"

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80)
    regime = models.CharField(max_length=15, choices=Regime)
    # The council whose officers serve the body; a joint body has more in BodyCouncil.
    lead_council = models.ForeignKey("governance.Council", models.PROTECT, related_name="bodies")
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    numbers_on = models.BooleanField(
        "minutes are numbered on from meeting to meeting", default=False
    )
    chair_rotates = models.BooleanField(
        "the chair passes from council to council each year", default=False
    )
    question_days = models.PositiveSmallIntegerField(
        "clear working days' notice of a public question", null=True, blank=True
    )
    question_cut_off = models.TimeField("hour by which a question is in", null=True, blank=True)

    objects = BodyQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lead_council", "slug"], name="one_body_a_council_and_address"
            ),
            models.CheckConstraint(
                name="body_regime_is_known",
                condition=Q(regime__in=["executive", "committee", "officer_board", "task_group"]),
            ),
            models.CheckConstraint(
                name="body_takes_questions_a_sensible_time_ahead",
                condition=Q(question_days=None, question_cut_off=None)
                | Q(question_days__isnull=False, question_days__gte=1, question_days__lte=60),
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="body_by_name")]

    def __str__(self) -> str:
        return self.name


class BodyCouncil(models.Model):
    """A council's part in a body: every body has one row, a joint body one for each council."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="councils")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    seats = models.PositiveSmallIntegerField(null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "council"], name="one_part_a_body_and_council")
        ]

    def __str__(self) -> str:
        return f"{self.council} on {self.body}"


def of_bodies_of(councils: set[int], *, path: str) -> Q:
    """Return the condition that the body at `path` belongs to one of `councils` (ids)."""
    bodies = BodyCouncil.objects.filter(council__in=councils).values("body")
    return Q(**{f"{path}__in": bodies})
