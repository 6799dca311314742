"""The outbox: every e-mail that goes out, from the moment it was decided until it was sent.

Not governed: it is no record of governance but the log of a machine, and keeps its own account of
each attempt. What is read in a message lies in the records that it tells of.
"""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from governance.councils.models import Council
from governance.messages.states import State
from governance.people.models import Role, User
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, user: Visitor) -> Self:
        """Administrators, who see that it went, to whom and how; its text only where entitled.

        Those of every council see all, subscribers' too. Others see what went to the accounts that
        held a role at their councils when it was written: never the address of a subscriber.
        """
        seats = seats_of(user)
        own, bodies = seats.councils(Ability.CONFIGURE), seats.partnerships(Ability.CONFIGURE)
        if not own and not bodies:
            return self.none()
        theirs = Q(pk__in=own) | Q(memberships__partnership__in=bodies)
        configured = Council.objects.filter(theirs).values("pk")
        elsewhere = Council.objects.exclude(pk__in=configured)
        held = Role.objects.filter(
            Q(council__in=configured)
            | Q(partnership__in=bodies)
            | Q(partnership__constituents__council__in=configured),
            Q(to_on=None) | Q(to_on__gte=OuterRef("created_at__date")),
            user=OuterRef("user"), from_on__lte=OuterRef("created_at__date"),
        )  # fmt: skip
        return self.filter(Exists(held) | ~Exists(elsewhere))


class Message(models.Model):
    """One e-mail to one address. `key` is what it is about: the database keeps it single."""

    class Kind(models.TextChoices):
        DIGEST = "digest", "Digest of duties"
        REMINDER = "reminder", "Reminder of a duty"
        NOTICE = "notice", "What a subscriber follows"
        CONFIRMATION = "confirmation", "Confirmation of a subscription"
        CALL_IN = "call_in", "A call-in"

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    to = models.EmailField("to", max_length=254)
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=200)
    letter = models.JSONField(help_text="As messages.letters.Letter")
    unsubscribe = models.CharField(
        max_length=500, blank=True, help_text="Where one click ends messages of this kind"
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    created_at = models.DateTimeField()
    not_before = models.DateTimeField(help_text="The next attempt is made then or later")
    attempts = models.PositiveSmallIntegerField(default=0)
    # A claim is a worker's word that it sends this now; it lapses by the database's own clock.
    claim = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    # Set just before the text is handed over. An attempt that ends without an answer after that may
    # have arrived: such doubts are counted, and after the second nobody tries again by machine.
    handed_over_at = models.DateTimeField(null=True, blank=True)
    doubts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    receipt = models.CharField(
        max_length=200, blank=True, help_text="What the mail server or service called it"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="message_kind_is_known",
                condition=Q(kind__in=["digest", "reminder", "notice", "confirmation", "call_in"]),
            ),
            models.CheckConstraint(
                name="message_is_claimed_until_a_moment",
                condition=Q(state="claimed", claim__isnull=False, claimed_until__isnull=False)
                | ~Q(state="claimed") & Q(claim=None, claimed_until=None, handed_over_at=None),
            ),
            models.CheckConstraint(
                name="message_state_says_when_it_ended",
                condition=Q(state__in=["waiting", "claimed"], ended_at=None)
                | Q(state__in=["sent", "given_up"], ended_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before", "id"], name="message_next_to_send",
                condition=Q(state__in=["waiting", "claimed"]),
            ),
            models.Index(F("created_at").desc(), F("id").desc(), name="message_newest_first"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.created_at:%d %B %Y}"
