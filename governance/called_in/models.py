"""A decision called in at a council: since when, who hears it, and how it ended."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.called_in.states import State
from governance.decisions.models import Decision
from governance.history.models import kept
from governance.people.permissions import Visitor

OUTCOMES = [(state.value, state.label) for state in State if state is not State.WAITING]


class CalledInQuerySet(models.QuerySet["CalledIn"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those of the decisions that `user` may read."""
        return self.filter(window__decision__in=Decision.objects.visible_to(user))


class CalledIn(models.Model):
    """A valid call-in: it freezes the decision until it ends. There is one a window at most.

    Source: Local Government Act 2000, section 9F(4), and the rule in the council's constitution.
    """

    window = models.OneToOneField(
        "governance.CallInWindow", models.PROTECT, related_name="called_in"
    )
    received_at = models.DateTimeField()
    requested_by = models.TextField(help_text="Who called it in, as the notice prints it")
    ground = models.TextField(help_text="On what ground, and why")
    alternative = models.TextField("what they propose instead", blank=True)
    hearing_by = models.DateField("to be heard by", null=True, blank=True)
    outcome = models.CharField(max_length=9, choices=OUTCOMES, blank=True)
    outcome_reason = models.TextField("why it ended so", blank=True)
    ended_on = models.DateField(null=True, blank=True)
    in_effect_on = models.DateField(
        "the decision takes effect on", null=True, blank=True,
        help_text="Blank where it was referred: a decision is then taken again",
    )  # fmt: skip

    objects = CalledInQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name = "call-in"
        constraints = [
            models.CheckConstraint(
                name="call_in_names_who_and_why",
                condition=~Q(requested_by="") & ~Q(ground=""),
            ),
            models.CheckConstraint(
                name="call_in_ends_with_an_outcome_a_reason_and_a_day",
                condition=Q(outcome="", outcome_reason="", ended_on=None, in_effect_on=None)
                | Q(
                    outcome__in=["referred", "council"],
                    ended_on__isnull=False, in_effect_on=None,
                ) & ~Q(outcome_reason="")
                | Q(
                    outcome__in=["no_action", "withdrawn", "lapsed"],
                    ended_on__isnull=False, in_effect_on__isnull=False,
                ) & ~Q(outcome_reason=""),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Call-in of {self.window}"
