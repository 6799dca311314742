"""The contracts under which systems are run, their extensions and their licences."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.people.permissions import Visitor
from roadmap.contracts import rules
from roadmap.contracts.choices import Procurement, Renewal, SupplierKind, Unit
from roadmap.publication import drafts_of

# Days before and after which no contract of ours begins or ends: all arithmetic stays in bounds.
FIRST_DAY, LAST_DAY = date(1974, 4, 1), date(2200, 12, 31)


class ContractQuerySet(models.QuerySet["Contract"]):
    def visible_to(self, user: Visitor) -> Self:
        """Published to all, once its system is, too; drafts to who reads the partnership's."""
        public = Q(is_published=True, system__is_published=True)
        return self.filter(public | drafts_of(user, "system__partnership"))


class Contract(models.Model):
    """What one council bought, for itself or for others too, and how it ends.

    `council` is the contracting authority: it publishes the contract. `ends_on` is the last day of
    the initial term; extensions and rolled terms follow from it (see `contracts.rules`).
    """

    system = models.ForeignKey("roadmap.System", models.PROTECT, related_name="contracts")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="contracts")
    reference = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    department = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    supplier = models.CharField(max_length=200, blank=True)
    supplier_kind = models.CharField(max_length=7, choices=SupplierKind, blank=True)
    supplier_number = models.CharField("company or charity number", max_length=20, blank=True)
    value_pence = models.BigIntegerField("sum over the whole contract", null=True, blank=True)
    annual_pence = models.BigIntegerField("estimated yearly spend", null=True, blank=True)
    vat_pence = models.BigIntegerField("VAT that cannot be recovered", null=True, blank=True)
    money_withheld = models.TextField("why the money is not published", blank=True)
    starts_on = models.DateField("start", null=True, blank=True)
    ends_on = models.DateField("end of the initial term", null=True, blank=True)
    review_on = models.DateField("review", null=True, blank=True)
    renewal = models.CharField(max_length=7, choices=Renewal, default=Renewal.NONE)
    roll_months = models.PositiveSmallIntegerField("rolls on for months", null=True, blank=True)
    notice_count = models.PositiveSmallIntegerField("length of notice", null=True, blank=True)
    notice_unit = models.CharField("notice counted in", max_length=6, choices=Unit, blank=True)
    notice_given_on = models.DateField("notice given", null=True, blank=True)
    closed_on = models.DateField("no longer in use since", null=True, blank=True)
    lead_months = models.PositiveSmallIntegerField(
        "months to procure a joint replacement", null=True, blank=True
    )
    can_be_joined = models.BooleanField("other councils may join it", default=False)
    procurement = models.CharField(max_length=9, choices=Procurement, blank=True)
    route = models.CharField("route of procurement", max_length=200, blank=True)
    is_unapproved = models.BooleanField("found without approval", default=False)
    approved_by = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="contracts"
    )
    replaced_by = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="contracts_next"
    )
    decided_for = models.DateField("end that the decision is about", null=True, blank=True)
    source = models.TextField("where the facts come from", blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ContractQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="contract_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="contract_supplier_kind_is_known",
                condition=Q(supplier_kind__in=["", "sme", "vcse", "neither"]),
            ),
            models.CheckConstraint(
                name="contract_procurement_is_known",
                condition=Q(procurement__in=["", "tender", "quotes", "framework", "direct"]),
            ),
            models.CheckConstraint(
                name="contract_sums_are_nothing_or_more",
                condition=(Q(value_pence=None) | Q(value_pence__gte=0))
                & (Q(annual_pence=None) | Q(annual_pence__gte=0))
                & (Q(vat_pence=None) | Q(vat_pence__gte=0)),
            ),
            models.CheckConstraint(
                name="contract_does_not_end_before_it_starts",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="contract_ends_on_a_day_that_can_be_counted_from",
                condition=Q(ends_on=None)
                | Q(ends_on__gte=FIRST_DAY, ends_on__lte=LAST_DAY),
            ),
            models.CheckConstraint(
                name="contract_renewal_is_known",
                condition=Q(renewal__in=["none", "tacit", "express"]),
            ),
            models.CheckConstraint(
                name="contract_that_rolls_on_says_from_when_and_how_far",
                condition=Q(
                    renewal="tacit", ends_on__isnull=False, roll_months__isnull=False,
                    roll_months__gte=1, roll_months__lte=120,
                )
                | ~Q(renewal="tacit") & Q(roll_months=None),
            ),
            models.CheckConstraint(
                name="contract_notice_has_a_length_and_a_unit",
                condition=Q(notice_count=None, notice_unit="")
                | Q(
                    notice_count__isnull=False, notice_count__gte=1, notice_count__lte=1000,
                    notice_unit__in=["days", "weeks", "months"],
                ),
            ),
            models.CheckConstraint(
                name="contract_is_replaced_within_ten_years",
                condition=Q(lead_months=None) | Q(lead_months__lte=120),
            ),
            models.CheckConstraint(
                name="contract_found_without_approval_was_not_approved",
                condition=Q(is_unapproved=False) | Q(approved_by=None),
            ),
            models.CheckConstraint(
                name="contract_decided_says_about_which_end",
                condition=Q(replaced_by=None, decided_for=None)
                | Q(replaced_by__isnull=False, decided_for__isnull=False),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["council", "reference", "id"], name="contract_by_reference"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def notice(self) -> rules.Notice | None:
        """The notice period, as one value; None where none is recorded."""
        if self.notice_count is None:
            return None
        return rules.Notice(self.notice_count, rules.Unit(self.notice_unit))

    def terms(self, lead_months: int) -> rules.Terms:
        """Return what the rules need; `lead_months` of its function, unless it has its own.

        Reads the extensions: fetch them with the contract.
        """
        return rules.Terms(
            ends_on=self.ends_on,
            renewal=rules.Renewal(self.renewal),
            starts_on=self.starts_on,
            roll_months=self.roll_months,
            notice=self.notice,
            notice_given_on=self.notice_given_on,
            closed_on=self.closed_on,
            lead_months=lead_months if self.lead_months is None else self.lead_months,
            options=tuple(
                rules.Option(row.months, row.take_up_by, row.taken_on)
                for row in self.extensions.all()
            ),
        )


Part = TypeVar("Part", bound=models.Model)


class ContractPartQuerySet(models.QuerySet[Part]):
    """Rows that are part of a contract."""

    def visible_to(self, user: Visitor) -> Self:
        """Those of the contracts that `user` may see."""
        return self.filter(contract__in=Contract.objects.visible_to(user))


class Extension(models.Model):
    """Further months that a contract offers, in the order in which they can be had."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="extensions")
    position = models.PositiveSmallIntegerField(default=1)
    months = models.PositiveSmallIntegerField("length in months")
    take_up_by = models.DateField("to be taken up by", null=True, blank=True)
    taken_on = models.DateField("taken up", null=True, blank=True)

    objects = ContractPartQuerySet.as_manager()
    history = kept()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "position"], name="one_extension_a_place"
            ),
            models.CheckConstraint(
                name="extension_is_of_one_month_to_ten_years",
                condition=Q(months__gte=1, months__lte=120),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.months} months"


class CoveredCouncil(models.Model):
    """A council that a contract covers besides the one that made it."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="covered")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="covered_by")
    joined_on = models.DateField("joined", null=True, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "council"], name="one_cover_a_contract_and_council"
            ),
        ]

    def __str__(self) -> str:
        return str(self.council)


class Licence(models.Model):
    """How many of a licence a contract gives, and how many were in use when somebody counted."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="licences")
    position = models.PositiveSmallIntegerField(default=1)
    name = models.CharField("licence", max_length=200)
    held = models.PositiveIntegerField("licences held")
    used = models.PositiveIntegerField("licences in use", null=True, blank=True)
    counted_on = models.DateField("counted", null=True, blank=True)

    objects = ContractPartQuerySet.as_manager()
    history = kept()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "position"], name="one_licence_a_place"
            ),
            models.CheckConstraint(name="licence_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="licences_in_use_were_counted_on_a_day",
                condition=Q(used=None, counted_on=None)
                | Q(used__isnull=False, counted_on__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def is_over(self) -> bool:
        """Are more in use than the contract gives?"""
        return self.used is not None and self.used > self.held


class ContractDuty(models.Model):
    """A duty that a contract makes: to decide, or to act, before one of its ends."""

    class Purpose(models.TextChoices):
        DECIDE = "decide", "Decide what follows"
        ACT = "act", "Act"

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="duty_links")
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_contract")
    purpose = models.CharField(max_length=6, choices=Purpose)
    term_end = models.DateField("end that it is about")

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "purpose", "term_end"], name="one_duty_a_purpose_and_end"
            ),
            models.CheckConstraint(
                name="contract_duty_purpose_is_known", condition=Q(purpose__in=["decide", "act"])
            ),
        ]

    def __str__(self) -> str:
        return str(self.duty)
