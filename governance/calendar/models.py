"""Days on which a council's offices are closed, beyond weekends and bank holidays."""

from django.db import models
from django.db.models import Q

from governance.history.models import kept


class LocalClosure(models.Model):
    """A day that one council does not count as a working day, and why."""

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="closures")
    day = models.DateField()
    reason = models.CharField(max_length=200)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "day"], name="one_closure_a_council_and_day"
            ),
            models.CheckConstraint(name="closure_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.council}, {self.day}: {self.reason}"
