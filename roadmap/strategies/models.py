"""What a partnership means to do with its ICT: strategies, in versions that stay as published.

Only strategies.actions writes them. What a version says can change while it is a draft; the
database refuses any later change (see migrations).
"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from governance.history.models import kept
from governance.people.permissions import Visitor
from roadmap.publication import drafts_of
from roadmap.strategies.states import State


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: those with a published version. Those who read drafts see the others too."""
        told = StrategyVersion.objects.exclude(state=State.DRAFT)
        return self.filter(Q(pk__in=told.values("strategy")) | drafts_of(user))


class Strategy(models.Model):
    """One strategy of a partnership, for as long as it has versions."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="strategies"
    )
    # Where each council's decision about it is followed; without one only dates are known.
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="strategies"
    )
    title = models.CharField(max_length=200)
    slug = models.SlugField("address", max_length=120)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = StrategyQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "strategies"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "slug"], name="one_strategy_a_partnership_and_address"
            ),
            models.CheckConstraint(name="strategy_has_a_title", condition=~Q(title="")),
        ]
        indexes = [models.Index(fields=["partnership", "title"], name="strategy_by_title")]

    def __str__(self) -> str:
        return self.title


class VersionQuerySet(models.QuerySet["StrategyVersion"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: all but drafts. Drafts: those who read drafts of the partnership."""
        return self.filter(~Q(state=State.DRAFT) | drafts_of(user, "strategy__partnership"))


class StrategyVersion(models.Model):
    """What a strategy said from some day on. Published, it changes only to superseded."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(
        max_length=200, help_text="What tells it from the others: “As adopted in April 2023”"
    )
    dated_on = models.DateField("date that the document bears", null=True, blank=True)
    note = models.TextField(
        "what readers should know of this version", blank=True, help_text="Published with it"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField("published", null=True, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = VersionQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "number"], name="one_version_a_strategy_and_number"
            ),
            models.UniqueConstraint(
                fields=["strategy"], condition=Q(state="draft"), name="one_draft_a_strategy"
            ),
            models.UniqueConstraint(
                fields=["strategy"], condition=Q(state="published"), name="one_version_counts"
            ),
            models.CheckConstraint(
                name="version_state_is_known",
                condition=Q(state__in=["draft", "published", "superseded"]),
            ),
            models.CheckConstraint(
                name="version_has_a_moment_once_published",
                condition=Q(state="draft", published_at=None)
                | ~Q(state="draft") & Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.strategy}, version {self.number}"


class PartQuerySet(models.QuerySet["models.Model"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return the parts of the versions that `user` may see."""
        return self.filter(version__in=StrategyVersion.objects.visible_to(user))


class Part(models.Model):
    """One part of a version, in its place. `key` stays the same from version to version."""

    position = models.PositiveSmallIntegerField()
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    class Meta:
        abstract = True


def _in_its_place(noun: str, whole: str = "version") -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(fields=[whole, "position"], name=f"one_{noun}_a_place"),
        models.UniqueConstraint(fields=[whole, "key"], name=f"{noun}_is_in_a_version_once"),
    ]


class Section(Part):
    """A heading with its text: paragraphs, and lists whose lines begin with “- ” or “1. ”."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="sections")
    heading = models.CharField(max_length=200)
    body = models.TextField("text", blank=True)
    note = models.TextField(
        "note about the text", blank=True,
        help_text="For example why the text is not held here. Published.",
    )  # fmt: skip

    objects = PartQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = _in_its_place("section")

    def __str__(self) -> str:
        return self.heading


class Principle(Part):
    """A rule that everything in the strategy keeps to: “adopt, not adapt”."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="principles")
    title = models.CharField("principle", max_length=200)
    text = models.TextField("what it means", blank=True)

    objects = PartQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = _in_its_place("principle")

    def __str__(self) -> str:
        return self.title


class Priority(Part):
    """What the strategy puts before other things."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="priorities")
    title = models.CharField("priority", max_length=200)
    text = models.TextField("what it means", blank=True)

    objects = PartQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "priorities"
        constraints = _in_its_place("priority")

    def __str__(self) -> str:
        return self.title


class OrderedList(Part):
    """A list whose order says something: residents, staff and members."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="lists")
    name = models.CharField("what is listed", max_length=200)
    text = models.TextField("where the order comes from", blank=True)

    objects = PartQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = _in_its_place("list")

    def __str__(self) -> str:
        return self.name


class EntryQuerySet(models.QuerySet["ListEntry"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return the entries of the versions that `user` may see."""
        seen = StrategyVersion.objects.visible_to(user)
        return self.filter(ordered_list__version__in=seen)


class ListEntry(Part):
    """One entry of an ordered list, in its place."""

    ordered_list = models.ForeignKey(OrderedList, models.PROTECT, related_name="entries")
    text = models.CharField("entry", max_length=200)

    objects = EntryQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "list entries"
        constraints = _in_its_place("entry", "ordered_list")

    def __str__(self) -> str:
        return self.text


class GlossaryTerm(Part):
    """A technical word and what it means, explained wherever the text uses it."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="terms")
    term = models.CharField(max_length=100)
    explanation = models.TextField()

    objects = PartQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            *_in_its_place("term"),
            models.UniqueConstraint("version", Lower("term"), name="one_meaning"),
            models.CheckConstraint(name="term_is_explained", condition=~Q(explanation="")),
        ]

    def __str__(self) -> str:
        return self.term


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those of visible versions. Whether the decision itself may be read is asked of it."""
        return self.filter(version__in=StrategyVersion.objects.visible_to(user))


class Adoption(models.Model):
    """One council taking a version for its own, by a decision recorded here or on a day alone."""

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="adoptions")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="adoptions")
    decision = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="adoptions"
    )
    on = models.DateField(
        "adopted on", null=True, blank=True, help_text="Where no decision is recorded here"
    )
    note = models.TextField(blank=True, help_text="Published")
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = AdoptionQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "council"], name="one_adoption_a_version_and_council"
            ),
            models.CheckConstraint(
                name="adoption_names_its_decision_or_its_day",
                condition=Q(decision__isnull=False, on=None) | Q(decision=None, on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} at {self.council}"


class EarlierStrategy(models.Model):
    """What an adoption replaced, by the name it had."""

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="replaced")
    name = models.CharField(max_length=300)

    history = kept()

    class Meta:
        verbose_name_plural = "earlier strategies"
        constraints = [
            models.UniqueConstraint(
                fields=["adoption", "name"], name="one_earlier_strategy_a_name"
            ),
            models.CheckConstraint(name="earlier_strategy_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class StrategyFile(models.Model):
    """The PDF of a published version, made from the facts of `facts_sha256`; frozen.

    A council that adopts later makes another file; the newest is the one that is offered. Facts
    that come back (a call-in that ends) are printed again, to the same bytes.
    """

    version = models.ForeignKey(StrategyVersion, models.PROTECT, related_name="files")
    facts_sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="strategy_file_hashes_are_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$", facts_sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"PDF of {self.version}"
