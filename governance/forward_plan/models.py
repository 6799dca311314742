"""The key decisions that a council's executive intends to take: its forward plan."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from governance.bodies.models import of_bodies_of
from governance.decisions import choices
from governance.forward_plan.rules import Office
from governance.history.models import kept
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

OFFICES = [(office.value, words) for office, words in Office.words().items()]


class EntryQuerySet(models.QuerySet["ForwardPlanEntry"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: those with a published notice. Officers add the drafts of their own council."""
        allowed, seats = Q(published_at__isnull=False), seats_of(user)
        if councils := seats.councils(Ability.READ_DRAFTS):
            allowed |= Q(council__in=councils) | of_bodies_of(councils, path="body")
        if partnerships := seats.partnerships(Ability.READ_DRAFTS):
            allowed |= Q(body__partnership__in=partnerships)
        return self.filter(allowed)


class ForwardPlanEntry(models.Model):
    """One key decision to come, with what regulation 9 wants said of it beforehand.

    Where the general exception or special urgency is used in place of 28 clear days, what
    regulations 10 and 11 want recorded stands here too.
    """

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="plan_entries")
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="plan_entries"
    )
    title = models.CharField(max_length=300)
    matter = models.TextField(blank=True)
    maker = models.CharField(max_length=8, choices=choices.Maker, default=choices.Maker.BODY)
    body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="plan_entries"
    )
    maker_name = models.CharField("name of the decision maker", max_length=200, blank=True)
    maker_title = models.CharField("title of the decision maker", max_length=200, blank=True)
    planned_from = models.DateField("date, or first day of the period", null=True, blank=True)
    planned_to = models.DateField("last day of the period", null=True, blank=True)
    documents = models.TextField("documents to be submitted", blank=True)
    copies_from = models.TextField("where copies can be had", blank=True)
    how_to_ask = models.TextField("how to ask for other documents", blank=True)
    key_test = models.CharField(
        "what makes it key", max_length=5, choices=choices.KeyTest, blank=True
    )
    value_pence = models.BigIntegerField(
        "likely spending or saving", null=True, blank=True, help_text="In pence"
    )
    private_answer = models.CharField(
        "is any of it to be private?", max_length=3, choices=choices.YesNo, blank=True
    )
    private_paragraphs = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(7)]),
        verbose_name="private under paragraphs",
        default=list,
        blank=True,
    )
    private_reasons = models.TextField("why part of it is to be private", blank=True)
    wards = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    # Regulation 10: told in writing, and why 28 clear days cannot be given.
    exception_reason = models.TextField("why 28 clear days are impracticable", blank=True)
    told = models.CharField("who was told in writing", max_length=300, blank=True)
    told_on = models.DateField("when they were told", null=True, blank=True)
    # Regulation 11: who agreed that it is urgent, and why it cannot reasonably be deferred.
    urgency_reason = models.TextField("why it cannot reasonably be deferred", blank=True)
    agreed_by = models.CharField("who agreed that it is urgent", max_length=200, blank=True)
    agreed_office = models.CharField(
        "in which office they agreed", max_length=20, choices=OFFICES, blank=True
    )
    agreed_capacity = models.TextField("why that office", blank=True)
    agreed_at = models.DateTimeField("when they agreed", null=True, blank=True)
    # The first notice of any kind; what the public reads is in the notices.
    published_at = models.DateTimeField("first published", null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = EntryQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="entry_maker_is_known", condition=Q(maker__in=["body", "member", "officer"])
            ),
            models.CheckConstraint(
                name="entry_of_a_body_names_it_and_of_a_person_does_not",
                condition=Q(maker="body", body__isnull=False) | ~Q(maker="body") & Q(body=None),
            ),
            models.CheckConstraint(
                name="entry_period_does_not_end_before_it_begins",
                condition=Q(planned_to=None)
                | Q(planned_from__isnull=False, planned_to__gte=F("planned_from")),
            ),
            models.CheckConstraint(
                name="entry_key_test_is_known", condition=Q(key_test__in=["", "money", "wards"])
            ),
            models.CheckConstraint(
                name="entry_is_worth_nothing_or_more",
                condition=Q(value_pence=None) | Q(value_pence__gte=0),
            ),
            models.CheckConstraint(
                name="entry_says_why_it_is_private_or_that_it_is_not",
                condition=Q(
                    private_answer__in=["", "no"], private_paragraphs=[], private_reasons=""
                )
                | Q(private_answer="yes") & ~Q(private_reasons=""),
            ),
            models.CheckConstraint(
                name="entry_names_who_was_told_and_when",
                condition=Q(told="", told_on=None) | ~Q(told="") & Q(told_on__isnull=False),
            ),
            models.CheckConstraint(
                name="entry_names_who_agreed_in_which_office_and_when",
                condition=Q(agreed_by="", agreed_office="", agreed_at=None)
                | Q(agreed_office__in=[office.value for office in Office], agreed_at__isnull=False)
                & ~Q(agreed_by=""),
            ),
        ]
        indexes = [
            models.Index(fields=["planned_from", "id"], name="entry_soonest_first"),
        ]

    def __str__(self) -> str:
        return self.title
