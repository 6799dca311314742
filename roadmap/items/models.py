"""What a partnership's ICT roadmap consists of: items, and their rollouts in each council."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from governance.history.models import kept
from roadmap.items import rules
from roadmap.publication import PartQuerySet, PublishedQuerySet

STATUSES = [(status.value, status.words) for status in rules.Status]


class Theme(models.Model):
    """What several items are about, such as residents, staff or members; ordered as data."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="roadmap_themes"
    )
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField(default=1)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="one_theme_a_name"),
            models.UniqueConstraint(
                fields=["partnership", "position"], name="one_theme_a_place_in_a_partnership"
            ),
            models.CheckConstraint(name="theme_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """One thing that a partnership sets out to do, in one council after another or in all."""

    class Horizon(models.TextChoices):
        NOW = "now", "Now"
        NEXT = "next", "Next"
        LATER = "later", "Later"
        LONG_TERM = "long_term", "Long-term ambition"

    class Priority(models.TextChoices):
        HIGH = "high", "High"
        MEDIUM = "medium", "Medium"
        LOW = "low", "Low"

    class Pattern(models.TextChoices):
        TOGETHER = "together", "All councils together"
        NEED_FIRST = "need_first", "The council most in need first"

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="roadmap_items"
    )
    title = models.CharField(max_length=200)
    slug = models.SlugField("address", max_length=120)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="items")
    position = models.PositiveIntegerField("place in the roadmap", default=0)
    description = models.TextField(blank=True)
    horizon = models.CharField(max_length=9, choices=Horizon, default=Horizon.NOW)
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.MEDIUM)
    owner = models.CharField("owner, as a post", max_length=200, blank=True)
    principle = models.CharField("principle of the strategy", max_length=200, blank=True)
    serves = models.CharField("priority of the strategy", max_length=200, blank=True)
    pattern = models.CharField(
        "order of the councils", max_length=10, choices=Pattern, default=Pattern.TOGETHER
    )
    pattern_reason = models.TextField("why in that order", blank=True)
    # Blank: how it stands follows from its rollouts.
    status = models.CharField(max_length=11, choices=STATUSES, blank=True)
    sentence = models.CharField("why, in one sentence", max_length=300, blank=True)
    source = models.TextField("where the facts come from", blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = PublishedQuerySet["Item"].as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "slug"], name="one_roadmap_item_an_address"
            ),
            models.CheckConstraint(
                name="item_has_a_title_and_an_address", condition=~Q(title="") & ~Q(slug="")
            ),
            models.CheckConstraint(
                name="item_horizon_is_known",
                condition=Q(horizon__in=["now", "next", "later", "long_term"]),
            ),
            models.CheckConstraint(
                name="item_priority_is_known", condition=Q(priority__in=["high", "medium", "low"])
            ),
            models.CheckConstraint(
                name="item_pattern_is_known", condition=Q(pattern__in=["together", "need_first"])
            ),
            models.CheckConstraint(
                name="item_that_begins_with_one_council_says_why",
                condition=~Q(pattern="need_first") | ~Q(pattern_reason=""),
            ),
            models.CheckConstraint(
                name="item_status_is_known",
                condition=Q(status__in=["", *(status.value for status in rules.Status)]),
            ),
        ]
        indexes = [
            models.Index(fields=["partnership", "position", "id"], name="item_in_roadmap_order"),
        ]

    def __str__(self) -> str:
        return self.title


class RolloutQuerySet(PartQuerySet["Rollout"]):
    whole = "item"

    def in_order(self) -> Self:
        """In the order of the roadmap: item, phase, whose turn it is, council."""
        return self.order_by(
            "item__position", "item_id", "phase", F("turn").asc(nulls_last=True),
            F("council__short_name").asc(nulls_first=True), "pk",
        )  # fmt: skip

    def with_names(self) -> Self:
        """Together with the records that a row of the table names."""
        return self.select_related("item__theme", "item__partnership", "council")

    def with_span(self) -> Self:
        """Annotated with `runs_from` and `runs_to`, as `rules.span` gives them."""
        return self.annotate(
            runs_from=Coalesce("actual_start", "forecast_start", "planned_start"),
            runs_to=Coalesce("actual_end", "forecast_end", "planned_end"),
        )

    def running(self, first: date, last: date) -> Self:
        """Those that run on some day from `first` to `last`, as far as their dates are known."""
        return self.annotate(
            runs_from=Coalesce("actual_start", "forecast_start", "planned_start"),
            runs_to=Coalesce("actual_end", "forecast_end", "planned_end"),
        ).filter(runs_from__lte=last, runs_to__gte=first)


class Rollout(models.Model):
    """An item in one council, or in all councils together, in one of its phases."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="rollouts")
    # None: all councils of the partnership together.
    council = models.ForeignKey(
        "governance.Council", models.PROTECT, null=True, blank=True, related_name="rollouts"
    )
    phase = models.PositiveSmallIntegerField(default=1)
    turn = models.PositiveSmallIntegerField("whose turn it is", null=True, blank=True)
    turn_reason = models.CharField("why this turn", max_length=300, blank=True)
    status = models.CharField(
        max_length=11, choices=STATUSES, default=rules.Status.NOT_STARTED.value
    )
    sentence = models.CharField("why, in one sentence", max_length=300, blank=True)
    owner = models.CharField("owner, as a post", max_length=200, blank=True)
    planned_start = models.DateField(null=True, blank=True)
    planned_end = models.DateField(null=True, blank=True)
    forecast_start = models.DateField(null=True, blank=True)
    forecast_end = models.DateField(null=True, blank=True)
    actual_start = models.DateField("started", null=True, blank=True)
    actual_end = models.DateField("ended", null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = RolloutQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "phase", "council"],
                condition=Q(council__isnull=False),
                name="one_rollout_a_council_and_phase_of_an_item",
            ),
            models.UniqueConstraint(
                fields=["item", "phase"],
                condition=Q(council=None),
                name="one_rollout_of_all_councils_a_phase_of_an_item",
            ),
            models.UniqueConstraint(
                fields=["item", "phase", "turn"], name="one_rollout_a_turn_in_a_phase"
            ),
            models.CheckConstraint(
                name="rollout_status_is_known",
                condition=Q(status__in=[status.value for status in rules.Status]),
            ),
            models.CheckConstraint(name="rollout_phase_is_counted_from_one",
                                   condition=Q(phase__gte=1)),
            models.CheckConstraint(
                name="rollout_turn_is_counted_from_one_and_of_one_council",
                condition=Q(turn=None, turn_reason="")
                | Q(turn__isnull=False, turn__gte=1, council__isnull=False),
            ),
            *(
                models.CheckConstraint(
                    name=f"rollout_{kind}_end_is_not_before_its_start",
                    condition=Q(**{f"{kind}_start": None}) | Q(**{f"{kind}_end": None})
                    | Q(**{f"{kind}_end__gte": F(f"{kind}_start")}),
                )
                for kind in ("planned", "forecast", "actual")
            ),
            models.CheckConstraint(
                name="rollout_that_has_not_started_has_no_day_it_started",
                condition=~Q(status="not_started") | Q(actual_start=None),
            ),
            models.CheckConstraint(
                name="rollout_that_has_ended_is_complete",
                condition=Q(actual_end=None) | Q(status="complete"),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["item", "phase", "turn", "id"], name="rollout_in_its_order"),
        ]

    def __str__(self) -> str:
        return f"{self.item}, {self.place}"

    @property
    def place(self) -> str:
        """Return "South Holland" or "all councils together", with its phase after the first."""
        place = self.council.short_name if self.council else "all councils together"
        return f"{place}, phase {self.phase}" if self.phase > 1 else place
