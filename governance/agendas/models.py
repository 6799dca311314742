"""The duty to publish an agenda in time, which every meeting makes that is called."""

from django.db import models

from governance.history.models import kept


class AgendaDuty(models.Model):
    """Which meeting a duty to publish an agenda comes from; there is one a meeting at most."""

    meeting = models.OneToOneField("governance.Meeting", models.PROTECT, related_name="agenda_duty")
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_agenda")

    history = kept()

    def __str__(self) -> str:
        return str(self.duty)
