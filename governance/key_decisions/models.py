"""From what sum a council treats a decision as key."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.people.permissions import Visitor


class KeyThresholdQuerySet(models.QuerySet["KeyThreshold"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody may know what a council calls significant."""
        return self


class KeyThreshold(models.Model):
    """From what sum a council treats spending or saving as significant, and so as key.

    The law names no sum: SI 2012/2089 regulation 8 leaves it to the council.
    """

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="key_thresholds")
    amount_pence = models.BigIntegerField(help_text="In pence")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    wards = models.CharField(
        max_length=300, blank=True, help_text="How effects on two or more wards are judged"
    )
    source = models.CharField(max_length=300)
    is_illustrative = models.BooleanField(default=False)

    objects = KeyThresholdQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="key_threshold_is_a_sum", condition=Q(amount_pence__gt=0)),
            models.CheckConstraint(
                name="key_threshold_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}, from £{self.amount_pence // 100:,}"
