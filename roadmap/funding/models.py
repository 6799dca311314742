"""Money of a partnership: how it is shared, where it comes from, what it went on, what it brings.

Whole pence throughout; shares are hundredths of a percent. What each council bears of a cost is
worked out from its split and never stored (see `rules.allocate`): a split that costs use is not
changed, a new one is begun from a day.
"""

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from roadmap.funding.rules import year_words
from roadmap.publication import PartQuerySet, PublishedQuerySet

MOST = 10**13  # pence


class SplitQuerySet(PublishedQuerySet["CostSplit"]):
    """Splits, by whether they are published."""


class CostSplit(models.Model):
    """A named way of sharing costs, in force between two days: the MOA split."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="cost_splits"
    )
    name = models.CharField(max_length=120)
    from_on = models.DateField("in force from", null=True, blank=True)
    to_on = models.DateField("in force until", null=True, blank=True)
    source = models.TextField("where this is laid down", blank=True, help_text="Published")
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = SplitQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name", "from_on"], nulls_distinct=False,
                name="one_split_a_name_and_day",
            ),
            models.CheckConstraint(name="split_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="split_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ShareQuerySet(PartQuerySet["Share"]):
    """Shares of splits."""

    whole = "split"


class Share(models.Model):
    """What one council bears under a split; None where the papers do not say.

    At commit the shares of a split sum to 100.00 %, or to less where two or more are unknown.
    """

    split = models.ForeignKey(CostSplit, models.PROTECT, related_name="shares")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="shares")
    hundredths = models.PositiveIntegerField(
        "share", null=True, blank=True, help_text="In hundredths of a percent"
    )
    note = models.CharField(
        "where the share is from", max_length=300, blank=True, help_text="Published"
    )

    objects = ShareQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["split", "council"], name="one_share_a_split_and_council"
            ),
            models.CheckConstraint(
                name="share_is_part_of_the_whole",
                condition=Q(hundredths=None) | Q(hundredths__lte=10_000),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}’s share of {self.split}"


class PurposeQuerySet(models.QuerySet["Purpose"]):
    def visible_to(self, user: object) -> "PurposeQuerySet":
        """Everybody may know what a partnership spends money on."""
        return self


class Purpose(models.Model):
    """What money is for. A restricted source names one, and every cost does."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="purposes"
    )
    name = models.CharField(max_length=120)

    objects = PurposeQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_purpose_a_partnership_and_name"
            ),
            models.CheckConstraint(name="purpose_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class SourceQuerySet(PublishedQuerySet["FundingSource"]):
    """Sources, by whether they are published."""


class FundingSource(models.Model):
    """Money that there is: a grant, a reserve, a revenue budget or capital. Kept apart."""

    class Kind(models.TextChoices):
        GRANT = "grant", "Grant"
        RESERVE = "reserve", "Reserve"
        REVENUE = "revenue", "Revenue budget"
        CAPITAL = "capital", "Capital"

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="funding_sources"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=Kind)
    given_by = models.CharField("who gave it", max_length=200, blank=True)
    amount_pence = models.BigIntegerField(
        "amount", null=True, blank=True, help_text="In pence; blank where it is not known"
    )
    received_on = models.DateField("received on", null=True, blank=True)
    received_words = models.CharField(
        "when it was received, in words", max_length=120, blank=True,
        help_text="Where the day is not known: October or November 2022",
    )  # fmt: skip
    restricted_to = models.ForeignKey(
        Purpose, models.PROTECT, null=True, blank=True, related_name="sources",
        help_text="Blank: it may be spent on anything",
    )  # fmt: skip
    conditions = models.TextField(blank=True, help_text="Published")
    source = models.TextField("where this is recorded", blank=True, help_text="Published")
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = SourceQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], name="one_funding_source_a_partnership_and_name"
            ),
            models.CheckConstraint(
                name="funding_kind_is_known",
                condition=Q(kind__in=["grant", "reserve", "revenue", "capital"]),
            ),
            models.CheckConstraint(
                name="funding_amount_is_a_sum",
                condition=Q(amount_pence=None) | Q(amount_pence__gte=0, amount_pence__lte=MOST),
            ),
            models.CheckConstraint(
                name="funding_day_is_a_date_or_words",
                condition=Q(received_on=None) | Q(received_words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CostQuerySet(PublishedQuerySet["Cost"]):
    """Costs, by whether they are published."""


class Cost(models.Model):
    """What was spent, on what, of which money, and by which split it is shared."""

    partnership = models.ForeignKey("governance.Partnership", models.PROTECT, related_name="costs")
    title = models.CharField("what for", max_length=200)
    # Below nothing: money that came back.
    amount_pence = models.BigIntegerField("amount", help_text="In pence")
    on = models.DateField("spent on", null=True, blank=True, help_text="Blank: not recorded")
    purpose = models.ForeignKey(Purpose, models.PROTECT, related_name="costs")
    source = models.ForeignKey(
        FundingSource, models.PROTECT, related_name="costs", verbose_name="paid from"
    )
    split = models.ForeignKey(
        CostSplit, models.PROTECT, null=True, blank=True, related_name="costs",
        verbose_name="shared by",
    )  # fmt: skip
    # Where one council bears all of it.
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="costs",
        verbose_name="borne by",
    )  # fmt: skip
    business_case = models.ForeignKey(
        "roadmap.BusinessCase", models.PROTECT, null=True, blank=True, related_name="costs"
    )
    item = models.ForeignKey(
        "roadmap.Item", models.PROTECT, null=True, blank=True, related_name="costs",
        verbose_name="item of the roadmap",
    )  # fmt: skip
    reason = models.TextField(
        "why it is charged to this source all the same", blank=True,
        help_text="Where it overspends the source, or is not what the source is for. Published.",
    )  # fmt: skip
    recorded_in = models.TextField("where this is recorded", blank=True, help_text="Published")
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = CostQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="cost_says_what_for", condition=~Q(title="")),
            models.CheckConstraint(
                name="cost_is_a_sum", condition=Q(amount_pence__gte=-MOST, amount_pence__lte=MOST)
            ),
            models.CheckConstraint(
                name="cost_is_shared_or_one_councils",
                condition=Q(split=None, council__isnull=False)
                | Q(split__isnull=False, council=None),
            ),
        ]
        indexes = [models.Index(fields=["partnership", "-on", "-id"], name="cost_newest_first")]

    def __str__(self) -> str:
        return self.title


class BenefitQuerySet(PublishedQuerySet["Benefit"]):
    """Benefits, by whether they are published."""


class Benefit(models.Model):
    """What a change is to bring: money that can be taken from a budget, or another good."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="benefits"
    )
    title = models.CharField(max_length=200)
    is_cashable = models.BooleanField(
        "cashable", default=False, help_text="It can be taken out of a budget"
    )
    baseline_pence = models.BigIntegerField(
        "baseline: what it costs today", null=True, blank=True, help_text="In pence"
    )
    measure = models.CharField(
        "how it is measured", max_length=200, blank=True,
        help_text="In words, where it is not money or not only money",
    )  # fmt: skip
    condition = models.TextField("on what condition", blank=True, help_text="Published")
    owner = models.CharField("who answers for it", max_length=200, blank=True, help_text="A post")
    recorded_in = models.TextField("where this is recorded", blank=True, help_text="Published")
    business_case = models.ForeignKey(
        "roadmap.BusinessCase", models.PROTECT, null=True, blank=True, related_name="benefits"
    )
    item = models.ForeignKey(
        "roadmap.Item", models.PROTECT, null=True, blank=True, related_name="benefits",
        verbose_name="item of the roadmap",
    )  # fmt: skip
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = BenefitQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="benefit_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="benefit_baseline_is_a_sum",
                condition=Q(baseline_pence=None)
                | Q(baseline_pence__gte=0, baseline_pence__lte=MOST),
            ),
        ]
        indexes = [models.Index(fields=["partnership", "title"], name="benefit_by_title")]

    def __str__(self) -> str:
        return self.title


class FigureQuerySet(PartQuerySet["BenefitFigure"]):
    """Figures of benefits."""

    whole = "benefit"


class BenefitFigure(models.Model):
    """A benefit at one council in one financial year: what was forecast and what came of it."""

    benefit = models.ForeignKey(Benefit, models.PROTECT, related_name="figures")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="benefits")
    year = models.PositiveSmallIntegerField(
        "financial year", help_text="The year in which it begins: 2024 is 2024/25"
    )
    forecast_pence = models.BigIntegerField("forecast", null=True, blank=True)
    actual_pence = models.BigIntegerField("actual", null=True, blank=True)

    objects = FigureQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["benefit", "council", "year"], name="one_figure_a_benefit_council_and_year"
            ),
            models.CheckConstraint(
                name="figure_is_of_a_year", condition=Q(year__gte=2000, year__lte=2100)
            ),
            models.CheckConstraint(
                name="figure_says_something",
                condition=Q(forecast_pence__isnull=False) | Q(actual_pence__isnull=False),
            ),
            models.CheckConstraint(
                name="figure_is_a_sum",
                condition=(
                    Q(forecast_pence=None) | Q(forecast_pence__gte=-MOST, forecast_pence__lte=MOST)
                )
                & (Q(actual_pence=None) | Q(actual_pence__gte=-MOST, actual_pence__lte=MOST)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council.short_name}, {year_words(self.year)}"
