"""Who of the public follows what by e-mail, and which publications they are still to be told of.

Not governed: an address is personal data that is erased as soon as nobody wants it kept, which a
history that cannot be altered would prevent. What was sent is in the outbox.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from governance.people.permissions import Visitor


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def visible_to(self, user: Visitor) -> Self:
        """Nobody reads them by who they are: whoever holds a signed address reads its own."""
        return self.none()

    def of_address(self, email: str) -> Self:
        """Those of one address, for whoever proved that it is theirs."""
        return self.filter(email=email, confirmed_at__isnull=False)

    def confirmed_by(self, moment: datetime) -> Self:
        return self.filter(confirmed_at__lte=moment)


class Subscription(models.Model):
    """One address that wants to be told about a council, a ward of it, or an issue."""

    email = models.EmailField(max_length=254)
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ward = models.CharField(max_length=100, blank=True)
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email", "council", "ward", "issue"], nulls_distinct=False,
                name="one_subscription_an_address_and_topic",
            ),
            models.CheckConstraint(
                name="subscription_is_to_a_council_or_an_issue",
                condition=Q(council__isnull=False, issue=None)
                | Q(council=None, issue__isnull=False, ward=""),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["created_at"], name="subscription_unconfirmed",
                condition=Q(confirmed_at=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.topic

    @property
    def topic(self) -> str:
        """What it is about, for a sentence: "notices of Boston Borough Council"."""
        if self.issue:
            return f"the issue “{self.issue.title}”"
        name = self.council.name if self.council else ""
        if self.ward:
            return f"notices of {name} that name {self.ward}"
        return f"notices of {name}"


class Telling(models.Model):
    """A publication that subscribers are told of; written with it, done when all are queued.

    Not governed: it is a to-do of the machine. What is not done is found again by a sweep.
    """

    notice = models.ForeignKey("governance.Notice", models.PROTECT, related_name="+")
    # The version that was published; 0: the notice was withdrawn.
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "number"], name="one_telling_a_notice_and_version"
            ),
        ]
        indexes = [
            models.Index(
                fields=["at"], name="telling_still_to_do", condition=Q(done_at=None)
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.notice}, {self.number or 'withdrawn'}"
