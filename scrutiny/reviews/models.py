"""What scrutiny looks into: a review with its scope, evidence and report, and where that went.

Only reviews.actions writes them. What a report says does not change while the review stands as
reported; its files never change.
"""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.bodies.models import of_bodies_of
from governance.history.models import kept
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability
from roadmap.publication import drafts_of
from scrutiny.reviews.states import State


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: what is published. Drafts: who reads those of its council or partnership."""
        councils = seats_of(user).councils(Ability.READ_DRAFTS)
        return self.filter(Q(is_published=True) | Q(lead_council__in=councils) | drafts_of(user))


class Review(models.Model):
    """One review, done by a task group for the bodies that asked for it."""

    title = models.CharField(max_length=200)
    slug = models.SlugField("address", max_length=120, unique=True)
    # Where the bodies that receive its report are followed.
    issue = models.ForeignKey(
        "governance.Issue", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    lead_council = models.ForeignKey(
        "governance.Council", models.PROTECT, related_name="reviews",
        verbose_name="council whose officers serve it",
    )  # fmt: skip
    task_group = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    scope = models.TextField("what is looked into, and what is not", blank=True)
    outcomes_wanted = models.TextField("what should come of it", blank=True)
    began_on = models.DateField("began on", null=True, blank=True)
    report_due_on = models.DateField("report due by", null=True, blank=True)
    reported_on = models.DateField("report agreed on", null=True, blank=True)
    report_by = models.CharField("report of", max_length=200, blank=True)
    edition = models.PositiveSmallIntegerField("editions of the report so far", default=0)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    state_reason = models.TextField("why, in the words that are published", blank=True)
    record_note = models.TextField("what is not known, or stands in for it", blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(name="review_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="review_state_is_known",
                condition=Q(
                    state__in=[
                        *("proposed", "scoped", "gathering", "reporting"),
                        *("reported", "monitoring", "closed", "stopped"),
                    ]
                ),
            ),
            models.CheckConstraint(
                name="review_stopped_says_why", condition=~Q(state="stopped", state_reason="")
            ),
            models.CheckConstraint(
                name="review_reported_has_an_edition",
                condition=~Q(state__in=["reported", "monitoring", "closed"], edition=0),
            ),
        ]
        indexes = [models.Index(fields=["title", "id"], name="review_by_title")]

    def __str__(self) -> str:
        return self.title

    @property
    def public_name(self) -> str:
        """Return what other records call it: never the title of a draft."""
        return self.title if self.is_published else "A review that is not published"

    @property
    def has_reported(self) -> bool:
        """Does its report stand, so that nothing it says is changed?"""
        return self.state in {State.REPORTED, State.MONITORING, State.CLOSED}


class OfReviewQuerySet(models.QuerySet["models.Model"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return what belongs to the reviews that `user` may see."""
        return self.filter(review__in=Review.objects.visible_to(user))


class Commission(models.Model):
    """A body that asked for a review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="commissions")
    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="commissions")
    asked_on = models.DateField("asked for it on", null=True, blank=True)
    note = models.TextField(blank=True, help_text="Published")

    objects = OfReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "body"], name="one_commission_a_review_and_body"
            )
        ]

    def __str__(self) -> str:
        return self.body.name


class Part(models.Model):
    """One part of a review, in its place."""

    position = models.PositiveSmallIntegerField()
    is_illustrative = models.BooleanField("illustrative", default=False)

    class Meta:
        abstract = True


def in_its_place(noun: str) -> models.UniqueConstraint:
    """Return the promise that no two parts of one review share a place."""
    return models.UniqueConstraint(fields=["review", "position"], name=f"one_{noun}_a_place")


class LineOfEnquiry(Part):
    """A question that the review sets out to answer, and what was found."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="lines")
    question = models.TextField()
    found = models.TextField("what was found", blank=True)

    objects = OfReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name = "line of enquiry"
        verbose_name_plural = "lines of enquiry"
        constraints = [
            in_its_place("line_of_enquiry"),
            models.CheckConstraint(name="line_of_enquiry_asks", condition=~Q(question="")),
        ]

    def __str__(self) -> str:
        return self.question[:100]


class Witness(Part):
    """Somebody who was heard, or is to be: by post, or by a name that a record prints."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="witnesses")
    who = models.CharField("post, or name", max_length=200)
    on_behalf_of = models.CharField("on behalf of", max_length=200, blank=True)
    heard_on = models.DateField("heard on", null=True, blank=True)
    told = models.TextField("what they told", blank=True)

    objects = OfReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "witnesses"
        constraints = [
            in_its_place("witness"),
            models.CheckConstraint(name="witness_is_named", condition=~Q(who="")),
        ]

    def __str__(self) -> str:
        return self.who


class ReportSection(Part):
    """A heading of the report with its text."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="sections")
    heading = models.CharField(max_length=200)
    body = models.TextField("text", blank=True)
    note = models.TextField("note about the text", blank=True)

    objects = OfReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name = "section"
        constraints = [
            in_its_place("report_section"),
            models.CheckConstraint(name="report_section_has_a_heading", condition=~Q(heading="")),
        ]

    def __str__(self) -> str:
        return self.heading


class Finding(Part):
    """What the review found, in a sentence or two, with what it rests on."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="findings")
    text = models.TextField("what was found")
    rests_on = models.TextField("what it rests on", blank=True)

    objects = OfReviewQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            in_its_place("finding"),
            models.CheckConstraint(name="finding_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text[:100]


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, user: Visitor) -> Self:
        """Return the receipts of the reviews that `user` may see."""
        return self.filter(review__in=Review.objects.visible_to(user))


class Receipt(models.Model):
    """A body to which the report goes: when it was planned, when it came, what the body did.

    The council's time to answer begins with the receipt that asks for its answer (Local Government
    Act 2000, section 9FE).
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="receipts")
    body = models.ForeignKey("governance.Body", models.PROTECT, related_name="receipts")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="receipts")
    planned_on = models.DateField("planned for", null=True, blank=True)
    received_on = models.DateField("received on", null=True, blank=True)
    outcome = models.CharField(
        "what the body did", max_length=300, blank=True, help_text="In a sentence. Published."
    )
    asks_for_answer = models.BooleanField("the council’s answer is due from here", default=False)
    # Its place in the history of the matter; written by the same actions, so both stay in step.
    consideration = models.ForeignKey(
        "governance.Consideration", models.PROTECT, null=True, blank=True, related_name="receipts"
    )
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ReceiptQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "body", "council"], name="one_receipt_a_review_body_and_council"
            ),
            models.UniqueConstraint(
                fields=["review", "council"],
                condition=Q(asks_for_answer=True),
                name="one_answer_a_review_and_council",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.council}"

    @property
    def is_received(self) -> bool:
        """Did it come? Some records say what a body did and not on which day."""
        return self.received_on is not None or bool(self.outcome)


class ReportFile(models.Model):
    """The PDF of an edition of a report, made from the facts of `facts_sha256`; frozen."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="files")
    edition = models.PositiveSmallIntegerField()
    facts_sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="report_file_hashes_are_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$", facts_sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"PDF of the report of {self.review}"


def of_own_bodies(user: Visitor, path: str) -> Q:
    """Return the condition that `user` reads restricted papers of the review at `path`.

    Source: the review's task group is a body of each council that sits on it.
    """
    seats = seats_of(user)
    edits = seats.councils(Ability.EDIT_SCRUTINY)
    allowed = Q(**{f"{path}__lead_council__in": edits})
    allowed |= Q(**{f"{path}__partnership__in": seats.partnerships(Ability.EDIT_SCRUTINY)})
    if councils := seats.councils(Ability.READ_RESTRICTED):
        allowed |= Q(**{f"{path}__lead_council__in": councils})
        allowed |= of_bodies_of(councils, path=f"{path}__task_group")
    return allowed
