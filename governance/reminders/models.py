"""Who was reminded of which duty on which occasion, and how each person wants to be written to.

Neither is governed: they are no record of governance, but of the machine that writes to people.
"""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.duties.models import Duty
from governance.messages.models import Message
from governance.people.models import User
from governance.people.permissions import Visitor


class Reminder(models.Model):
    """One person was told of one duty on one occasion: the database lets that happen once.

    `occasion` names the day that the duty was due on then and how far off it was, such as
    "2026-12-31 7 before"; a duty whose day is moved has new occasions.
    """

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="reminders")
    user = models.ForeignKey(User, models.PROTECT, related_name="reminders")
    occasion = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    message = models.ForeignKey(Message, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "user", "occasion"],
                name="one_reminder_a_duty_person_and_occasion",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty} ({self.occasion})"


class MailChoiceQuerySet(models.QuerySet["MailChoice"]):
    def visible_to(self, user: Visitor) -> Self:
        """One's own."""
        return self.filter(user=user.pk)


class MailChoice(models.Model):
    """How a person wants reminders: in one digest a morning, or each by itself."""

    class Style(models.TextChoices):
        DIGEST = "digest", "One e-mail each morning with everything"
        EACH = "each", "One e-mail for each duty"

    user = models.OneToOneField(User, models.PROTECT, related_name="mail_choice")
    style = models.CharField(max_length=6, choices=Style, default=Style.DIGEST)
    early = models.BooleanField(
        "before a duty is due", default=True,
        help_text="What is due today or overdue is always told",
    )  # fmt: skip

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="mail_choice_style_is_known", condition=Q(style__in=["digest", "each"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_style_display()}"
