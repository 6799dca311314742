"""Each council's dated call-in rule, and the window of each decision as it was counted."""

from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import DateField, F, Func, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest, Least

from governance.calendar import words
from governance.decisions.models import Decision
from governance.history.models import kept
from governance.people.permissions import Visitor


class RuleSetQuerySet(models.QuerySet["RuleSet"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: they tell what constitutions have published."""
        return self


class RuleSet(models.Model):
    """The call-in rule of a real council as far as it could be found, to read and to start from."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    terms = models.JSONField(
        null=True, blank=True, help_text="As call_in_windows.terms.Terms; none: not known"
    )
    conduct = models.JSONField(
        default=dict,
        blank=True,
        help_text="As call_in_windows.conduct.Conduct; what is absent is not known",
    )
    source = models.CharField(max_length=300, help_text="Where it was found")
    what_is_unknown = models.TextField(blank=True)
    note = models.TextField(blank=True)

    objects = RuleSetQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="rule_set_names_its_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return self.name


class CallInRuleQuerySet(models.QuerySet["CallInRule"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: a constitution is public."""
        return self

    def in_force(self, council_id: int, on: date) -> Self:
        return self.filter(
            Q(from_on=None) | Q(from_on__lte=on),
            Q(to_on=None) | Q(to_on__gte=on),
            council=council_id,
        ).order_by("-version")


def _range(kind: str, *ends: Combinable) -> Func:
    """Both ends belong to the range; given the wrong way round they are still one."""
    return Func(Least(*ends), Greatest(*ends), Value("[]"), function=kind)


# An end that is not known is before, or after, any day.
IN_FORCE = (
    Coalesce(F("from_on"), Value(date.min, DateField())),
    Coalesce(F("to_on"), Value(date.max, DateField())),
)


class CallInRule(models.Model):
    """How a council's constitution counts its call-in window, from a date, to a date.

    `terms` fixes the dates (`call_in_windows.rules.Terms`), `conduct` everything else
    (`call_in_windows.conduct.Conduct`). A changed rule is a new version: the database lets only the
    day change on which one ends, and no two of a council's be in force on one day.
    """

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="call_in_rules")
    version = models.PositiveSmallIntegerField()
    from_on = models.DateField(null=True, blank=True, help_text="Blank: for as long as is known")
    to_on = models.DateField(null=True, blank=True)
    terms = models.JSONField()
    conduct = models.JSONField(
        default=dict,
        blank=True,
        help_text="As call_in_windows.conduct.Conduct; what is absent is not known",
    )
    who = models.CharField(
        max_length=300, blank=True, help_text="Who may call in, in the constitution's terms"
    )
    source = models.CharField(max_length=300, help_text="Where the rule is written")
    is_illustrative = models.BooleanField(default=False)

    objects = CallInRuleQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "version"], name="one_call_in_rule_a_council_and_version"
            ),
            models.CheckConstraint(
                name="call_in_rule_does_not_end_before_it_begins",
                condition=Q(to_on=None) | Q(from_on=None) | Q(to_on__gte=F("from_on")),
            ),
            ExclusionConstraint(
                name="one_call_in_rule_a_council_and_day",
                # A range of one council: equality in such an index would need an extension.
                expressions=[
                    (_range("int8range", F("council"), F("council")), RangeOperators.OVERLAPS),
                    (_range("daterange", *IN_FORCE), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council} call-in rule, version {self.version}"

    @property
    def dated(self) -> str:
        """Return "Version 1, until Friday 1 March 2024"."""
        days = [("from", self.from_on), ("until", self.to_on)]
        said = [f"{word} {words.day(on)}" for word, on in days if on]
        return f"Version {self.version}, {' '.join(said) or 'for as long as is known'}"

    def is_in_force(self, on: date) -> bool:
        """Return whether it is the council's rule on a local date."""
        return (self.from_on or date.min) <= on <= (self.to_on or date.max)


class CallInWindowQuerySet(models.QuerySet["CallInWindow"]):
    def visible_to(self, user: Visitor) -> Self:
        """The windows of every decision that `user` may read."""
        return self.filter(decision__in=Decision.objects.visible_to(user))


class CallInWindow(models.Model):
    """When one decision may be called in at one council: counted once, stored, never recounted."""

    decision = models.ForeignKey("governance.Decision", models.PROTECT, related_name="windows")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="windows")
    rule = models.ForeignKey(CallInRule, models.PROTECT, related_name="windows")
    # The version of the notice that opened it; a correction may open another.
    version = models.ForeignKey("governance.NoticeVersion", models.PROTECT, related_name="windows")
    published_on = models.DateField()
    deadline_on = models.DateField()
    closes_at = models.DateTimeField(help_text="From this instant no call-in is possible")
    in_effect_on = models.DateField()
    counted = models.JSONField(help_text="The day-by-day trace, as call_in_windows.rules.Window")
    terms = models.JSONField(help_text="The rule as it was applied")
    calendar_version = models.TextField()

    objects = CallInWindowQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "council", "version"],
                name="one_window_a_decision_council_and_version",
            ),
            models.CheckConstraint(
                name="window_closes_no_earlier_than_it_opens",
                condition=Q(deadline_on__gte=F("published_on")),
            ),
            models.CheckConstraint(
                name="decision_takes_effect_after_the_deadline",
                condition=Q(in_effect_on__gt=F("deadline_on")),
            ),
        ]
        indexes = [models.Index(fields=["closes_at"], name="window_soonest_first")]

    def __str__(self) -> str:
        return f"{self.decision}, {self.council}, until {self.deadline_on}"
