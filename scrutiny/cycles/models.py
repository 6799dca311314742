"""Reviews that come round: in depth every so many months, with a light touch between.

Only cycles.actions writes them. An occurrence is stored when its turn comes, or when somebody
moves it; those further ahead follow from the cycle (see cycles.rules).
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.people.models import Role
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from roadmap.publication import drafts_of

LONGEST_MONTHS = 240


class CycleQuerySet(models.QuerySet["ReviewCycle"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: what is published. Drafts: who reads those of its council or partnership."""
        councils = seats_of(user).councils(Ability.READ_DRAFTS)
        return self.filter(Q(is_published=True) | Q(council__in=councils) | drafts_of(user))


class ReviewCycle(models.Model):
    """What is reviewed again and again, how often, by whom, and who obliged them to."""

    title = models.CharField("what is reviewed", max_length=200)
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="review_cycles"
    )
    strategy = models.ForeignKey(
        "roadmap.Strategy", models.PROTECT, null=True, blank=True, related_name="review_cycles"
    )
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True,
        related_name="review_cycles",
    )  # fmt: skip
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, related_name="review_cycles",
        verbose_name="council that must see to it",
    )  # fmt: skip
    holder = models.CharField("post that must see to it", max_length=200, blank=True)
    holder_role = models.CharField(
        "whose accounts are reminded", max_length=20, blank=True,
        choices=[(kind.value, label) for kind, label in Role.LABELS.items()],
    )  # fmt: skip
    months = models.PositiveSmallIntegerField("months from one in-depth review to the next")
    first_due = models.DateField("first in-depth review due by")
    light_months = models.PositiveSmallIntegerField(
        "months from one light touch to the next", null=True, blank=True
    )
    light_from = models.DateField("first light touch due by", null=True, blank=True)
    source = models.TextField("where the obligation comes from", blank=True)
    note = models.TextField("what readers should know", blank=True)
    ends_on = models.DateField("nothing is due after", null=True, blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = CycleQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="review_cycle_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="review_cycle_is_of_something",
                condition=Q(issue__isnull=False) | Q(strategy__isnull=False),
            ),
            models.CheckConstraint(
                name="review_cycle_comes_round",
                condition=Q(months__gte=1, months__lte=LONGEST_MONTHS)
                & (Q(light_months=None) | Q(light_months__gte=1, light_months__lte=LONGEST_MONTHS)),
            ),
            models.CheckConstraint(
                name="review_cycle_light_touch_is_whole",
                condition=Q(light_months=None, light_from=None)
                | Q(light_months__isnull=False, light_from__isnull=False),
            ),
            models.CheckConstraint(
                name="review_cycle_role_is_known",
                condition=Q(
                    holder_role__in=[
                        *("", "member", "officer", "partnership_officer"),
                        *("democratic_services", "scrutiny_officer", "administrator"),
                    ]
                ),
            ),
        ]
        indexes = [models.Index(fields=["title", "id"], name="review_cycle_by_title")]

    def __str__(self) -> str:
        return self.title


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return the occurrences of the cycles that `user` may see."""
        return self.filter(cycle__in=ReviewCycle.objects.visible_to(user))


class Occurrence(models.Model):
    """One time that a cycle comes round. Its duty says whether it was done, when and how."""

    class Kind(models.TextChoices):
        IN_DEPTH = "in_depth", "In depth"
        LIGHT = "light", "Light touch"

    cycle = models.ForeignKey(ReviewCycle, models.PROTECT, related_name="occurrences")
    kind = models.CharField(max_length=8, choices=Kind)
    planned_on = models.DateField("due by, as the cycle has it")
    due_on = models.DateField("due by")
    moved_because = models.TextField("why it was moved", blank=True)
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_occurrence")
    review = models.ForeignKey(
        "scrutiny.Review", models.PROTECT, null=True, blank=True, related_name="occurrences",
        verbose_name="the review that does it",
    )  # fmt: skip

    objects = OccurrenceQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "planned_on"], name="one_occurrence_a_cycle_and_day"
            ),
            models.CheckConstraint(
                name="occurrence_kind_is_known", condition=Q(kind__in=["in_depth", "light"])
            ),
            models.CheckConstraint(
                name="occurrence_moved_says_why",
                condition=Q(due_on=F("planned_on")) | ~Q(moved_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.cycle}"
