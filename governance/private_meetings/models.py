"""Meetings of an executive, or parts of them, to be held in private, and who spoke against it."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.bodies.models import of_bodies_of
from governance.forward_plan.models import OFFICES
from governance.forward_plan.rules import Office
from governance.history.models import kept
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability


class PrivateMeetingQuerySet(models.QuerySet["PrivateMeeting"]):
    def visible_to(self, user: Visitor) -> Self:
        """Officers of the councils of the body; the public reads the published notices alone."""
        seats = seats_of(user)
        councils = seats.councils(Ability.READ_DRAFTS)
        partnerships = seats.partnerships(Ability.READ_DRAFTS)
        return self.filter(
            of_bodies_of(councils, path="meeting__body")
            | Q(meeting__body__partnership__in=partnerships)
        )


class PrivateMeeting(models.Model):
    """A meeting, or part of it, that an executive intends to hold in private.

    Source: SI 2012/2089, regulation 5. What is written here is published: nothing exempt in it.
    """

    meeting = models.ForeignKey("governance.Meeting", models.PROTECT, related_name="private_parts")
    matters = models.TextField("what is to be taken in private", blank=True)
    exempt_paragraphs = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(7)]),
        verbose_name="exempt under paragraphs",
        default=list,
        blank=True,
    )
    is_confidential = models.BooleanField("confidential information would be told", default=False)
    reasons = models.TextField("why it is to be private", blank=True)
    how_to_object = models.TextField("how to say that it should be public", blank=True)
    # The first notice and whether anybody answered it: "none" is chosen, never blank.
    representations_answer = models.CharField(
        "were there representations?", max_length=4,
        choices=[("none", "None"), ("some", "Some")], blank=True,
    )  # fmt: skip
    # Regulation 5(6): where there was no time for the notices.
    urgency_reason = models.TextField("why it cannot reasonably be deferred", blank=True)
    agreed_by = models.CharField("who agreed that it is urgent", max_length=200, blank=True)
    agreed_office = models.CharField(
        "in which office they agreed", max_length=20, choices=OFFICES, blank=True
    )
    agreed_capacity = models.TextField("why that office", blank=True)
    agreed_at = models.DateTimeField("when they agreed", null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = PrivateMeetingQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="private_meeting_says_whether_anybody_objected",
                condition=Q(representations_answer__in=["", "none", "some"]),
            ),
            models.CheckConstraint(
                name="private_meeting_names_who_agreed_and_when",
                condition=Q(agreed_by="", agreed_office="", agreed_at=None)
                | Q(agreed_office__in=[office.value for office in Office], agreed_at__isnull=False)
                & ~Q(agreed_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Private part of {self.meeting}"


class Representation(models.Model):
    """What somebody said about why a meeting should be public, and what was answered."""

    private_meeting = models.ForeignKey(
        PrivateMeeting, models.PROTECT, related_name="representations"
    )
    received_on = models.DateField()
    received_from = models.CharField(
        max_length=200, help_text="As it is published: A resident, or the name of a body"
    )
    said = models.TextField("what was said")
    response = models.TextField("what was answered", blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="representation_is_somebody_s_and_says_something",
                condition=~Q(received_from="") & ~Q(said=""),
            )
        ]
        indexes = [models.Index(fields=["received_on", "id"], name="representation_oldest_first")]

    def __str__(self) -> str:
        return f"{self.received_from}, {self.received_on}"
