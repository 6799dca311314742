"""Who agreed that a decision could not wait."""

from django.db import models
from django.db.models import Q

from governance.decisions.models import Decision
from governance.history.models import kept


class Agreement(models.Model):
    """An office-holder's agreement that a decision could not wait: printed with it.

    Special urgency: SI 2012/2089 regulation 11. Exemption from call-in: the council's constitution.
    """

    class Purpose(models.TextChoices):
        SPECIAL_URGENCY = "key", "A key decision without 28 clear days' notice"
        CALL_IN = "call_in", "Carrying it out without a call-in window"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="agreements")
    purpose = models.CharField(max_length=7, choices=Purpose)
    name = models.CharField(max_length=200)
    office = models.CharField(max_length=200, help_text="Chair of the scrutiny committee")
    agreed_at = models.DateTimeField()

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "purpose", "office"],
                name="one_agreement_a_decision_purpose_and_office",
            ),
            models.CheckConstraint(
                name="agreement_purpose_is_known", condition=Q(purpose__in=["key", "call_in"])
            ),
            models.CheckConstraint(
                name="agreement_has_a_name_and_an_office",
                condition=~Q(name="") & ~Q(office=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"
