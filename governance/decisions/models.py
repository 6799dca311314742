"""Decisions and the numbered limbs of what was resolved."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.decisions.states import State
from governance.history.models import kept
from governance.meetings.classification import Classified
from governance.meetings.models import of_bodies_of
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

PUBLISHED = Q(state=State.PUBLISHED)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: published and public. Members add restricted ones, officers drafts."""
        theirs, drafts = _of(user, Ability.READ_RESTRICTED), _of(user, Ability.READ_DRAFTS)
        not_restricted = Q(classification__in=["", "public"])
        return self.filter(
            PUBLISHED & (Q(classification="public") | theirs) | drafts & (not_restricted | theirs)
        )


def _of(user: Visitor, ability: Ability) -> Q:
    """The decisions of the councils, joint bodies and partnerships for which `user` has it."""
    seats = seats_of(user)
    councils, partnerships = seats.councils(ability), seats.partnerships(ability)
    return (
        Q(council__in=councils)
        | of_bodies_of(councils, path="item__meeting__body")
        | Q(item__meeting__body__partnership__in=partnerships)
    )


class Decision(Classified):
    """What a body, member or officer decided, with what regulations 12 and 13 want."""

    class Maker(models.TextChoices):
        BODY = "body", "A body at a meeting"
        MEMBER = "member", "An individual member"
        OFFICER = "officer", "An officer under delegation"

    class Regime(models.TextChoices):
        EXECUTIVE = "2012", "Executive decision (SI 2012/2089)"
        OTHER = "2014", "Other decision (SI 2014/2095)"

    class Answer(models.TextChoices):
        """Chosen, never left blank: blank means that nobody has answered yet."""

        NONE = "none", "None"
        SOME = "some", "Some"

    class YesNo(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    class KeyTest(models.TextChoices):
        MONEY = "money", "Significant spending or savings for the service's budget"
        WARDS = "wards", "Significant effects on communities in two or more wards"

    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        "governance.AgendaItem", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    maker = models.CharField(max_length=8, choices=Maker, default=Maker.BODY)
    made_by = models.CharField(
        max_length=200, blank=True, help_text="The member's or officer's post, when not a body"
    )
    regime = models.CharField(max_length=4, choices=Regime, default=Regime.EXECUTIVE)
    title = models.CharField(max_length=300)
    made_on = models.DateField("date of the decision", null=True, blank=True)
    preamble = models.CharField(
        "words before the limbs", max_length=200, blank=True, help_text="Cabinet resolved to:"
    )
    presented_by = models.CharField(max_length=200, blank=True)
    replaces = models.TextField("what it replaces", blank=True)
    reasons = models.TextField(blank=True)
    alternatives_answer = models.CharField(
        "were there alternatives?", max_length=4, choices=Answer, blank=True
    )
    alternatives = models.TextField(blank=True)
    conflicts_answer = models.CharField(
        "were there conflicts of interest?", max_length=4, choices=Answer, blank=True
    )
    conflicts = models.TextField(blank=True)
    dispensations_answer = models.CharField(
        "were there dispensations?", max_length=4, choices=Answer, blank=True
    )
    dispensations = models.TextField(blank=True)
    key_answer = models.CharField("is it a key decision?", max_length=3, choices=YesNo, blank=True)
    key_test = models.CharField("what makes it key", max_length=5, choices=KeyTest, blank=True)
    call_in_answer = models.CharField(
        "can it be called in?", max_length=3, choices=YesNo, blank=True
    )
    no_call_in_reason = models.TextField("why it cannot be called in", blank=True)
    wards = models.CharField(max_length=300, blank=True)
    contact = models.CharField(
        max_length=300, blank=True, help_text="The portfolio holder or officer to ask"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = DecisionQuerySet.as_manager()
    history = kept()

    class Meta(Classified.Meta):
        constraints = [
            *Classified.Meta.constraints,
            models.CheckConstraint(
                name="decision_state_is_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="decision_maker_is_known",
                condition=Q(maker__in=["body", "member", "officer"]),
            ),
            models.CheckConstraint(
                name="decision_regime_is_known", condition=Q(regime__in=["2012", "2014"])
            ),
            models.CheckConstraint(
                name="decision_has_a_date_once_made",
                condition=Q(state=State.DRAFT) | Q(made_on__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_of_a_body_has_an_item_and_of_a_person_a_post",
                condition=Q(maker="body", item__isnull=False) | ~Q(maker="body") & ~Q(made_by=""),
            ),
            models.CheckConstraint(
                name="decision_says_none_or_says_what",
                condition=Q(alternatives_answer__in=["", "none"], alternatives="")
                | Q(alternatives_answer="some") & ~Q(alternatives=""),
            ),
            models.CheckConstraint(
                name="decision_names_conflicts_or_none",
                condition=Q(conflicts_answer__in=["", "none"], conflicts="")
                | Q(conflicts_answer="some") & ~Q(conflicts=""),
            ),
            models.CheckConstraint(
                name="decision_names_dispensations_or_none",
                condition=Q(dispensations_answer__in=["", "none"], dispensations="")
                | Q(dispensations_answer="some") & ~Q(dispensations=""),
            ),
            models.CheckConstraint(
                name="decision_is_key_by_a_named_test",
                condition=Q(key_answer__in=["", "no"], key_test="")
                | Q(key_answer="yes", key_test__in=["money", "wards"]),
            ),
            models.CheckConstraint(
                name="decision_not_for_call_in_says_why",
                condition=Q(call_in_answer__in=["", "yes"], no_call_in_reason="")
                | Q(call_in_answer="no") & ~Q(no_call_in_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Resolution(models.Model):
    """One limb of what was resolved, with its own verb."""

    class Verb(models.TextChoices):
        APPROVE = "approve", "Approve"
        AGREE = "agree", "Agree"
        NOTE = "note", "Note"
        DELEGATE = "delegate", "Delegate"
        RECOMMEND = "recommend", "Recommend"
        REFUSE = "refuse", "Refuse"
        DEFER = "defer", "Defer"

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=9, choices=Verb)
    text = models.TextField(help_text="What follows the verb")
    mark = models.CharField(max_length=4, blank=True)
    footnote = models.TextField(blank=True)
    delegated_to = models.CharField(max_length=200, blank=True)
    in_consultation_with = models.CharField(max_length=200, blank=True)
    recommended_to = models.CharField(max_length=200, blank=True)
    due_from = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "number"], name="one_limb_a_number_and_decision"
            ),
            models.CheckConstraint(
                name="resolution_verb_is_known",
                condition=Q(
                    verb__in=[
                        "approve",
                        "agree",
                        "note",
                        "delegate",
                        "recommend",
                        "refuse",
                        "defer",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="resolution_delegates_to_somebody",
                condition=~Q(verb="delegate") | ~Q(delegated_to=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_verb_display()} {self.text[:60]}"
