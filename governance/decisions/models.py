"""Decisions and the numbered limbs of what was resolved."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from governance.bodies.models import of_bodies_of
from governance.decisions import choices
from governance.decisions.states import State
from governance.history.models import kept
from governance.meetings.classification import Classified
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

    Maker = choices.Maker
    Regime = choices.Regime
    Answer = choices.Answer
    YesNo = choices.YesNo
    KeyTest = choices.KeyTest
    KeyRoute = choices.KeyRoute
    NoCallIn = choices.NoCallIn
    WhyRecorded = choices.WhyRecorded
    Reconsidered = choices.Reconsidered

    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="decisions")
    item = models.ForeignKey(
        "governance.AgendaItem", models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    maker = models.CharField(max_length=8, choices=choices.Maker, default=Maker.BODY)
    made_by = models.CharField(
        max_length=200, blank=True, help_text="The member's or officer's post, when not a body"
    )
    regime = models.CharField(max_length=4, choices=choices.Regime, default=Regime.EXECUTIVE)
    title = models.CharField(max_length=300)
    made_on = models.DateField("date of the decision", null=True, blank=True)
    preamble = models.CharField(
        "words before the limbs", max_length=200, blank=True, help_text="Cabinet resolved to:"
    )
    presented_by = models.CharField(max_length=200, blank=True)
    replaces = models.TextField("what it replaces", blank=True)
    reasons = models.TextField(blank=True)
    alternatives_answer = models.CharField(
        "were there alternatives?", max_length=4, choices=choices.Answer, blank=True
    )
    alternatives = models.TextField(blank=True)
    conflicts_answer = models.CharField(
        "were there conflicts of interest?", max_length=4, choices=choices.Answer, blank=True
    )
    conflicts = models.TextField(blank=True)
    dispensations_answer = models.CharField(
        "were there dispensations?", max_length=4, choices=choices.Answer, blank=True
    )
    dispensations = models.TextField(blank=True)
    key_answer = models.CharField(
        "is it a key decision?", max_length=3, choices=choices.YesNo, blank=True
    )
    key_test = models.CharField(
        "what makes it key", max_length=5, choices=choices.KeyTest, blank=True
    )
    call_in_answer = models.CharField(
        "can it be called in?", max_length=3, choices=choices.YesNo, blank=True
    )
    no_call_in_reason = models.TextField("why it cannot be called in", blank=True)
    wards = models.CharField(max_length=300, blank=True)
    contact = models.CharField(
        max_length=300, blank=True, help_text="The portfolio holder or officer to ask"
    )
    lead_officer = models.CharField(max_length=200, blank=True)
    portfolio_holder = models.CharField(max_length=200, blank=True)
    consulted = models.TextField("who was consulted", blank=True)
    value_pence = models.BigIntegerField(
        "likely spending or saving", null=True, blank=True, help_text="In pence"
    )
    key_route = models.CharField(
        "how the public was told beforehand", max_length=9, choices=choices.KeyRoute, blank=True
    )
    key_notice = models.ForeignKey(
        "governance.Notice", models.PROTECT, null=True, blank=True, related_name="key_decisions"
    )
    key_route_reason = models.TextField("why 28 clear days could not be given", blank=True)
    no_call_in_ground = models.CharField(
        "ground for leaving it out of call-in", max_length=10, choices=choices.NoCallIn, blank=True
    )
    why_recorded = models.CharField(
        "why an officer records it", max_length=10, choices=choices.WhyRecorded, blank=True
    )
    under = models.ForeignKey(
        "governance.Resolution", models.PROTECT, null=True, blank=True,
        related_name="decisions_under", verbose_name="made under this delegation",
    )  # fmt: skip
    reconsiders = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reconsidered_by",
        verbose_name="the decision it reconsiders",
    )  # fmt: skip
    reconsidered_as = models.CharField(
        "what became of that decision", max_length=9, choices=choices.Reconsidered, blank=True
    )
    effective_from = models.DateField(
        "takes effect from", null=True, blank=True, help_text="Where no call-in window says so"
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
            models.CheckConstraint(
                name="decision_names_a_ground_only_when_not_for_call_in",
                condition=Q(no_call_in_ground="")
                | Q(
                    call_in_answer="no",
                    no_call_in_ground__in=[
                        *("recommends", "notes", "other", "urgent", "again", "rule")
                    ],
                ),
            ),
            models.CheckConstraint(
                name="key_decision_says_why_28_days_were_not_given",
                condition=Q(key_route="", key_route_reason="", key_notice=None)
                | Q(key_answer="yes", key_route="notice", key_route_reason="")
                | Q(key_answer="yes", key_route__in=["exception", "urgency"])
                & ~Q(key_route_reason=""),
            ),
            models.CheckConstraint(
                name="decision_is_worth_nothing_or_more",
                condition=Q(value_pence=None) | Q(value_pence__gte=0),
            ),
            models.CheckConstraint(
                name="only_an_officer_says_why_it_is_recorded",
                condition=Q(why_recorded="")
                | Q(
                    maker="officer",
                    why_recorded__in=["express", "permission", "rights", "money"],
                ),
            ),
            models.CheckConstraint(
                name="reconsidered_decision_says_what_became_of_it",
                condition=Q(reconsiders=None, reconsidered_as="")
                | Q(
                    reconsiders__isnull=False,
                    reconsidered_as__in=["confirmed", "modified", "rescinded"],
                ),
            ),
            models.CheckConstraint(
                name="decision_does_not_reconsider_itself", condition=~Q(reconsiders=F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def public_title(self) -> str:
        """Return the title that anybody may read; a restricted decision's own title stays in.

        The agenda names a restricted item already. One made alone is named by who made it.
        """
        if self.is_public:
            return self.title
        return self.item.title if self.item else f"A decision of the {self.made_by}"


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def visible_to(self, user: Visitor) -> Self:
        """The limbs of every decision that `user` may read."""
        return self.filter(decision__in=Decision.objects.visible_to(user))


class Resolution(models.Model):
    """One limb of what was resolved, with its own verb."""

    Verb = choices.Verb

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=9, choices=choices.Verb)
    text = models.TextField(help_text="What follows the verb")
    mark = models.CharField(max_length=4, blank=True)
    footnote = models.TextField(blank=True)
    delegated_to = models.CharField(max_length=200, blank=True)
    in_consultation_with = models.CharField(max_length=200, blank=True)
    recommended_to = models.CharField(max_length=200, blank=True)
    due_from = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    objects = ResolutionQuerySet.as_manager()
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
            models.CheckConstraint(
                name="limb_is_due_from_a_day_before_it_is_due",
                condition=Q(due_from=None) | Q(due_on__gte=F("due_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_verb_display()} {self.text[:60]}"


class AffectedCouncil(models.Model):
    """A council that a joint body's decision affects; none recorded means all of the body's."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="affected")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    how = models.CharField("how it is affected", max_length=300, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "council"], name="one_affected_row_a_decision_and_council"
            )
        ]

    def __str__(self) -> str:
        return f"{self.council}, affected by {self.decision}"
