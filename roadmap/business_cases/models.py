"""Why a change is worth its money: the options side by side, and who decides."""

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from roadmap.business_cases.states import State
from roadmap.publication import PartQuerySet, PublishedQuerySet

MOST = 10**13  # pence


class CaseQuerySet(PublishedQuerySet["BusinessCase"]):
    """Business cases, by whether they are published."""


class BusinessCase(models.Model):
    """The case for one change, at one of its stages."""

    class DoNothing(models.TextChoices):
        OPTION = "option", "It is one of the options below"
        REJECTED = "rejected", "It was considered and rejected"
        NOT_RECORDED = "", "Not recorded"

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="business_cases"
    )
    title = models.CharField(max_length=200)
    summary = models.TextField("what it is for", blank=True, help_text="Published")
    stage = models.CharField(max_length=14, choices=State, default=State.ASSESSMENT)
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="business_cases"
    )
    body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="business_cases",
        verbose_name="which body decides",
    )  # fmt: skip
    decided_by = models.CharField(
        "who decides", max_length=200, blank=True,
        help_text="Where it is no body: the portfolio holder",
    )  # fmt: skip
    decision = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="business_cases"
    )
    do_nothing = models.CharField(
        "doing nothing", max_length=8, choices=DoNothing, blank=True, default=""
    )
    do_nothing_reason = models.TextField("why doing nothing was rejected", blank=True)
    proviso = models.TextField("on what condition", blank=True, help_text="Published")
    recorded_in = models.TextField("where this is recorded", blank=True, help_text="Published")
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = CaseQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="business_case_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="business_case_stage_is_known", condition=Q(stage__in=State.values)
            ),
            models.CheckConstraint(
                name="business_case_says_why_doing_nothing_was_rejected",
                condition=Q(do_nothing="rejected") & ~Q(do_nothing_reason="")
                | Q(do_nothing__in=["", "option"], do_nothing_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["partnership", "title"], name="business_case_by_title")]

    def __str__(self) -> str:
        return self.title


class OptionQuerySet(PartQuerySet["Option"]):
    """Options of business cases."""

    whole = "business_case"


class Option(models.Model):
    """One way of doing it, or of doing nothing, with what it costs and what it can carry."""

    business_case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="options")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    summary = models.TextField("what it is", blank=True)
    capacity = models.TextField("what it has capacity for", blank=True)
    once_pence = models.BigIntegerField("cost once", null=True, blank=True, help_text="In pence")
    yearly_pence = models.BigIntegerField(
        "cost each year", null=True, blank=True, help_text="In pence"
    )
    is_recommended = models.BooleanField("recommended", default=False)
    is_do_nothing = models.BooleanField("doing nothing", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = OptionQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["business_case", "position"], name="one_option_a_place"
            ),
            models.UniqueConstraint(
                fields=["business_case"], condition=Q(is_recommended=True),
                name="one_recommended_option_a_case",
            ),
            models.UniqueConstraint(
                fields=["business_case"], condition=Q(is_do_nothing=True),
                name="doing_nothing_is_one_option",
            ),
            models.CheckConstraint(name="option_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="option_costs_nothing_or_more",
                condition=(Q(once_pence=None) | Q(once_pence__gte=0, once_pence__lte=MOST))
                & (Q(yearly_pence=None) | Q(yearly_pence__gte=0, yearly_pence__lte=MOST)),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class CaseItemQuerySet(PartQuerySet["CaseItem"]):
    """Links of business cases to the roadmap."""

    whole = "business_case"


class CaseItem(models.Model):
    """An item of the roadmap that a business case is about."""

    business_case = models.ForeignKey(BusinessCase, models.PROTECT, related_name="case_items")
    item = models.ForeignKey("roadmap.Item", models.PROTECT, related_name="case_items")
    note = models.CharField("what it has to do with it", max_length=200, blank=True)

    objects = CaseItemQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["business_case", "item"], name="one_link_a_case_and_item"
            )
        ]

    def __str__(self) -> str:
        return f"{self.business_case}: {self.item}"
