"""What an item has beside its rollouts: milestones, other items that it needs, and gates."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.people.permissions import Visitor
from roadmap.items import rules
from roadmap.items.models import Item, Rollout
from roadmap.publication import PartQuerySet, drafts_of

USUAL_QUESTION = "Does it still add value, and is the next phase still relevant?"


class MilestoneQuerySet(PartQuerySet["Milestone"]):
    whole = "item"


class Milestone(models.Model):
    """A day by which something is there to be seen, of an item or of one of its rollouts."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="milestones")
    # One of the item's own; that is checked where milestones are written.
    rollout = models.ForeignKey(
        Rollout, models.PROTECT, null=True, blank=True, related_name="milestones"
    )
    title = models.CharField(max_length=200)
    planned_on = models.DateField("planned for")
    forecast_on = models.DateField("forecast for", null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = MilestoneQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="milestone_has_a_title", condition=~Q(title="")),
        ]
        indexes = [
            models.Index(fields=["item", "planned_on", "id"], name="milestone_soonest_first"),
        ]

    def __str__(self) -> str:
        return self.title


class DependencyQuerySet(PartQuerySet["Dependency"]):
    whole = "item"

    def visible_to(self, user: Visitor) -> Self:
        """Return those between two items that `user` may both see: neither tells of a draft."""
        needed = Q(needs__is_published=True) | drafts_of(user, "needs__partnership")
        return super().visible_to(user).filter(needed)


class Dependency(models.Model):
    """One item that must be done, or far enough, before another can be."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="dependencies")
    needs = models.ForeignKey(Item, models.PROTECT, related_name="needed_by")
    reason = models.CharField("why", max_length=300, blank=True)

    objects = DependencyQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "dependencies"
        constraints = [
            models.UniqueConstraint(fields=["item", "needs"], name="one_dependency_a_pair"),
            models.CheckConstraint(
                name="item_does_not_depend_on_itself", condition=~Q(item=F("needs"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} needs {self.needs}"


class PhaseGateQuerySet(PartQuerySet["PhaseGate"]):
    whole = "item"


class PhaseGate(models.Model):
    """A question that a body must answer before a phase of an item may start."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="gates")
    phase = models.PositiveSmallIntegerField("the phase that waits for it", default=2)
    question = models.CharField(max_length=300, default=USUAL_QUESTION)
    due_on = models.DateField("to be decided by")
    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="phase_gates")
    outcome = models.CharField(
        max_length=10, choices=[(o.value, o.words) for o in rules.Outcome],
        default=rules.Outcome.WAITING.value,
    )  # fmt: skip
    decided_on = models.DateField(null=True, blank=True)
    decision = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="phase_gates"
    )
    sentence = models.CharField("what was found, in one sentence", max_length=300, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = PhaseGateQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "phase", "body"], name="one_gate_a_phase_and_body"
            ),
            models.CheckConstraint(
                name="gate_phase_is_counted_from_one", condition=Q(phase__gte=1)
            ),
            models.CheckConstraint(name="gate_asks_something", condition=~Q(question="")),
            models.CheckConstraint(
                name="gate_is_waiting_or_decided_on_a_day",
                condition=Q(outcome="waiting", decided_on=None, decision=None)
                | Q(outcome__in=["passed", "not_passed"], decided_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["item", "phase", "id"], name="gate_in_order_of_phases")]

    def __str__(self) -> str:
        return f"Gate before phase {self.phase}, {self.body}"

    @property
    def who(self) -> str:
        """Return "Cabinet of Boston", or the name of a joint body; with `body__lead_council`."""
        body = self.body
        return (
            body.name if body.partnership_id else f"{body.name} of {body.lead_council.short_name}"
        )

    def as_rule(self) -> rules.Gate:
        """Return what the rules read of it; asks for the body's name."""
        return rules.Gate(self.phase, self.who, self.due_on, rules.Outcome(self.outcome))


class GateDutyQuerySet(models.QuerySet["GateDuty"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return the duties of the gates that `user` may see."""
        return self.filter(gate__in=PhaseGate.objects.visible_to(user))


class GateDuty(models.Model):
    """The duty that a gate makes: to decide before its phase may start."""

    gate = models.OneToOneField(PhaseGate, models.PROTECT, related_name="duty_link")
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_gate")

    objects = GateDutyQuerySet.as_manager()
    history = kept()

    def __str__(self) -> str:
        return str(self.duty)
