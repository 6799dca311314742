"""The duty to look again at an exemption, on the day that was set when it was made.

Source: Local Government Act 1972, Schedule 12A, paragraph 10: information is exempt only for as
long as keeping it so outweighs the public interest in disclosing it.
"""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.decisions.models import Decision
from governance.history.models import kept
from governance.meetings.models import AgendaItem, Document
from governance.people.permissions import Visitor


class ExemptionDutyQuerySet(models.QuerySet["ExemptionDuty"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return those of the records whose restricted text `user` may read."""
        return self.filter(
            Q(kind="item", record__in=AgendaItem.objects.readable_by(user).values("pk"))
            | Q(kind="document", record__in=Document.objects.visible_to(user).values("pk"))
            | Q(kind="decision", record__in=Decision.objects.visible_to(user).values("pk"))
        )


class ExemptionDuty(models.Model):
    """Which exempt record a duty is about, by its number, and on which day it is looked at again.

    No key to the record: the record may go, and its duty follows at the next sweep.
    """

    class Kind(models.TextChoices):
        ITEM = "item", "Item"
        DOCUMENT = "document", "Paper"
        DECISION = "decision", "Decision"

    kind = models.CharField(max_length=8, choices=Kind)
    record = models.PositiveBigIntegerField()
    review_on = models.DateField("looked at again on")
    # Where the record stands: pages lead there, and its democratic services look again.
    meeting = models.ForeignKey(
        "governance.Meeting", models.PROTECT, null=True, blank=True, related_name="+"
    )
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_exemption")

    objects = ExemptionDutyQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "exemption duties"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record", "review_on"], name="one_exemption_duty_a_record_and_day"
            ),
            models.CheckConstraint(
                name="exemption_duty_kind_is_known",
                condition=Q(kind__in=["item", "document", "decision"]),
            ),
        ]

    def __str__(self) -> str:
        return str(self.duty)
