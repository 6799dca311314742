"""How a call-in comes about: who signed it and when, and what the proper officer found.

What a valid one does to the decision, and how it ends, is governance's record (`CalledIn`).
"""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from governance.decisions.models import Decision
from governance.history.models import kept
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from scrutiny.call_ins.states import STORED, State

UNCHECKED = ["gathering", "requested", "withdrawn"]


Row = TypeVar("Row", bound=models.Model)


class OpenQuerySet(models.QuerySet[Row]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: who sits where for which group is public."""
        return self


class CouncilMember(models.Model):
    """What a rule of call-in asks of a member that no other record says."""

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    user = models.ForeignKey("governance.User", models.PROTECT, related_name="+")
    political_group = models.CharField("political group", max_length=100, blank=True)
    is_co_opted = models.BooleanField("co-opted, and no councillor", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = OpenQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "user"], name="one_council_member_a_council_and_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.council}"


class HearingBody(models.Model):
    """A scrutiny body of a council: it hears call-ins, and its members are "the committee"."""

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="+")
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = OpenQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "body"], name="one_hearing_body_a_council_and_body"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} hears call-ins of {self.council}"


class CallInQuerySet(models.QuerySet["CallIn"]):
    def visible_to(self, user: Visitor) -> Self:
        """Of decisions that `user` may read: all that were requested; to members, those gathering.

        Only members of the council see what is still gathering, or never became a request.
        """
        members = seats_of(user).councils(Ability.SIGN_CALL_IN)
        asked = Q(requested_at__isnull=False) | Q(council__in=members)
        return self.filter(asked, decision__in=Decision.objects.visible_to(user))


class CallIn(models.Model):
    """A request of members that a decision be looked at again before it takes effect.

    It is frozen with the text that its members signed. From the instant of `requested_at` nothing
    may be done under the decision. Source: Local Government Act 2000, section 9F(4).
    """

    decision = models.ForeignKey("governance.Decision", models.PROTECT, related_name="call_ins")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="call_ins")
    # The window in force when it was begun; from the request on, the one that it met.
    window = models.ForeignKey("governance.CallInWindow", models.PROTECT, related_name="call_ins")
    state = models.CharField(
        max_length=9, choices=[(s.value, s.label) for s in STORED], default=State.GATHERING
    )
    grounds = models.TextField(
        blank=True, help_text="In the words of the council’s rule, one a line"
    )
    reasons = models.TextField(blank=True)
    alternative = models.TextField("what is proposed instead", blank=True)
    begun_by = models.ForeignKey("governance.User", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField("begun")
    requested_at = models.DateTimeField("requested", null=True, blank=True)
    enough_as = models.TextField("the way in which enough had signed", blank=True)
    checks = models.JSONField(
        "the tests and their results", default=list, blank=True,
        help_text="As call_ins.checking.Answered, in the order in which they were asked",
    )  # fmt: skip
    checked_at = models.DateTimeField("checked", null=True, blank=True)
    checked_by = models.ForeignKey(
        "governance.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_for = models.CharField("who found so", max_length=300, blank=True)
    check_reason = models.TextField("why it was found so", blank=True)
    called_in = models.OneToOneField(
        "governance.CalledIn", models.PROTECT, null=True, blank=True, related_name="asked"
    )
    hearing_body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    hearing_on = models.DateField("to be heard", null=True, blank=True)
    hearing_reason = models.TextField("why it is heard so late", blank=True)
    reconsider_by = models.DateField("to be decided again by", null=True, blank=True)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = CallInQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name = "call-in"
        constraints = [
            models.CheckConstraint(
                name="asked_call_in_state_is_known", condition=Q(state__in=STORED)
            ),
            models.UniqueConstraint(
                fields=["window"],
                condition=Q(state__in=["requested", "valid"]),
                name="one_request_a_window",
            ),
            models.CheckConstraint(
                name="asked_call_in_says_why", condition=~Q(grounds="") | ~Q(reasons="")
            ),
            models.CheckConstraint(
                name="asked_call_in_has_a_moment_once_requested",
                condition=Q(state="gathering", requested_at=None)
                | Q(state="withdrawn")
                | ~Q(state__in=["gathering", "withdrawn"]) & Q(requested_at__isnull=False),
            ),
            models.CheckConstraint(
                name="asked_call_in_says_who_checked_it",
                condition=Q(
                    state__in=UNCHECKED, checked_at=None, checked_by=None, called_in=None
                )
                | ~Q(state__in=UNCHECKED)
                & Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
            models.CheckConstraint(
                name="asked_call_in_freezes_if_valid_and_says_why_if_not",
                condition=Q(state="invalid", called_in=None) & ~Q(check_reason="")
                | Q(state__in=UNCHECKED)
                | ~Q(state__in=[*UNCHECKED, "invalid"]) & Q(called_in__isnull=False),
            ),
            models.CheckConstraint(
                name="asked_call_in_is_withdrawn_at_a_moment",
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | ~Q(state="withdrawn") & Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="hearing_of_a_call_in_has_a_body_and_a_day",
                condition=Q(hearing_body=None, hearing_on=None)
                | Q(hearing_body__isnull=False, hearing_on__isnull=False)
                & ~Q(state__in=[*UNCHECKED, "invalid"]),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["-requested_at", "-id"], name="call_in_newest_first")]

    def __str__(self) -> str:
        return f"Call-in at {self.council} of {self.decision}"

    @property
    def ground_list(self) -> list[str]:
        """The grounds, as the rule words them."""
        return self.grounds.splitlines()


class SignatureQuerySet(models.QuerySet["Signature"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those of the call-ins that `user` may see."""
        return self.filter(call_in__in=CallIn.objects.visible_to(user))

    def standing(self) -> Self:
        """Those not taken back, in the order in which they were made."""
        return self.filter(taken_back_at=None).order_by("signed_at", "pk")


class Signature(models.Model):
    """A member's own signature, with what the record said of them at that instant."""

    call_in = models.ForeignKey(CallIn, models.PROTECT, related_name="signatures")
    member = models.ForeignKey("governance.User", models.PROTECT, related_name="+")
    signed_at = models.DateTimeField("signed")
    ways = models.JSONField(
        default=list, blank=True,
        help_text="The numbers, from 1, of the ways of the rule for which it counts",
    )  # fmt: skip
    counted_as = models.CharField("signed as", max_length=300)
    political_group = models.CharField(max_length=100, blank=True)
    taken_back_at = models.DateTimeField("taken back", null=True, blank=True)

    objects = SignatureQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "member"],
                condition=Q(taken_back_at=None),
                name="one_signature_a_call_in_and_member",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.counted_as}"


class CallInDuty(models.Model):
    """A duty that call-in makes: to watch a window close, to check, to hear, to decide again."""

    class Purpose(models.TextChoices):
        CLOSE = "close", "See whether it was called in"
        CHECK = "check", "Check the request"
        HEAR = "hear", "Hold the hearing"
        RECONSIDER = "again", "Decide again"

    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_call_in")
    purpose = models.CharField(max_length=5, choices=Purpose)
    decision = models.ForeignKey("governance.Decision", models.PROTECT, related_name="+")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    # The request that is to be checked: one decision may be asked for more than once.
    call_in = models.ForeignKey(
        CallIn, models.PROTECT, null=True, blank=True, related_name="duty_links"
    )

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "council", "purpose", "call_in"],
                nulls_distinct=False,
                name="one_call_in_duty_a_purpose",
            ),
            models.CheckConstraint(
                name="call_in_duty_purpose_is_known",
                condition=Q(purpose__in=["close", "check", "hear", "again"]),
            ),
            models.CheckConstraint(
                name="only_a_check_is_of_one_request",
                condition=Q(purpose="check", call_in__isnull=False)
                | ~Q(purpose="check") & Q(call_in=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.duty)
