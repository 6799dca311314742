"""What scrutiny recommended, what each council answered, what came of it, and how it was closed."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.people.permissions import Visitor
from scrutiny.recommendations import rules
from scrutiny.recommendations.states import Step
from scrutiny.reviews.models import Review

Row = TypeVar("Row", bound=models.Model)


class Kind(models.TextChoices):
    ONE_OFF = "one_off", rules.Kind.ONE_OFF.words
    CONTINUING = "continuing", rules.Kind.CONTINUING.words
    SPREAD = "spread", rules.Kind.SPREAD.words
    REPEATS = "repeats", rules.Kind.REPEATS.words


class Answer(models.TextChoices):
    ACCEPTED = "accepted", rules.Answer.ACCEPTED.words
    IN_PART = "in_part", rules.Answer.IN_PART.words
    REJECTED = "rejected", rules.Answer.REJECTED.words
    NOTED = "noted", rules.Answer.NOTED.words
    ADDED = "added", rules.Answer.ADDED.words


class Status(models.TextChoices):
    GREEN = "green", "On track"
    AMBER = "amber", "At risk"
    RED = "red", "Off track"
    COMPLETE = "complete", "Complete"
    NOT_STARTED = "not_started", "Not started"


class OfReviewQuerySet(models.QuerySet[Row]):
    """Rows that follow a review; subclasses name the way to it."""

    review = "review"

    def visible_to(self, user: Visitor) -> Self:
        """Those of the reviews that `user` may see: a draft's parts are drafts."""
        return self.filter(**{f"{self.review}__in": Review.objects.visible_to(user)})


class RecommendationQuerySet(OfReviewQuerySet["Recommendation"]):
    pass


class OfRecommendationQuerySet(OfReviewQuerySet[Row]):
    """Rows that follow a recommendation's review."""

    review = "recommendation__review"


class Recommendation(models.Model):
    """What a review asks councils to do, numbered as its report prints it."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="recommendations")
    position = models.PositiveSmallIntegerField(default=1)
    number = models.CharField("number, as printed", max_length=10)
    text = models.TextField()
    summary = models.CharField("in a few words, for tables", max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ONE_OFF)
    # Where a body that received the report added one of its own.
    added_by = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    asks_for_answer = models.BooleanField("an answer is asked for", default=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = RecommendationQuerySet.as_manager()
    history = kept()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "added_by", "number"],
                name="one_recommendation_a_review_and_number", nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["review", "position"], name="one_recommendation_a_place"
            ),
            models.CheckConstraint(
                name="recommendation_has_a_number_and_text",
                condition=~Q(number="") & ~Q(text=""),
            ),
            models.CheckConstraint(
                name="recommendation_kind_is_known",
                condition=Q(kind__in=["one_off", "continuing", "spread", "repeats"]),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["review", "position", "id"], name="recommendation_in_order")
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"

    @property
    def short(self) -> str:
        """The text as tables show it."""
        return self.summary or self.text


class ResponseQuerySet(OfRecommendationQuerySet["Response"]):
    pass


class Response(models.Model):
    """What a council, or another of its bodies, said to a recommendation.

    One that `settles` is the council's answer, as section 9FE of the Local Government Act 2000
    wants it; the others are what its panels said on the way, and leave the answer outstanding.
    """

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="responses")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer)
    settles = models.BooleanField("this is the council’s own answer", default=True)
    body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.CharField("portfolio holder or other post", max_length=200, blank=True)
    answered_on = models.DateField("date of the answer")
    reason = models.TextField(blank=True)
    reference = models.CharField("where it is recorded", max_length=200, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ResponseQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "council"],
                name="one_answer_a_recommendation_and_council",
                condition=Q(settles=True),
            ),
            models.CheckConstraint(
                name="response_answer_is_known",
                condition=Q(answer__in=["accepted", "in_part", "rejected", "noted", "added"]),
            ),
            models.CheckConstraint(
                name="response_says_who_gave_it",
                condition=Q(body__isnull=False) | ~Q(post=""),
            ),
            models.CheckConstraint(
                name="response_that_says_no_says_why",
                condition=~Q(answer__in=["in_part", "rejected"]) | ~Q(reason=""),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.words}: {self.who}"

    @property
    def words(self) -> str:
        return rules.Answer(self.answer).words

    @property
    def who(self) -> str:
        """Who said it: "Executive Board", "Portfolio Holder for ICT, Cabinet"."""
        return ", ".join(one for one in (self.post, self.body.name if self.body else "") if one)


class ProgressQuerySet(OfRecommendationQuerySet["Progress"]):
    pass


class Progress(models.Model):
    """How far a council was with a recommendation on a day: a new row each time.

    One that was wrong is corrected with a reason, which everybody reads; its history keeps both.
    """

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="progress")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    on = models.DateField("as at")
    status = models.CharField(max_length=11, choices=Status)
    sentence = models.CharField("what was done, or why not", max_length=300)
    evidence = models.TextField(blank=True)
    evidence_address = models.URLField("where the evidence is", max_length=500, blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    correction = models.TextField("why it was corrected", blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ProgressQuerySet.as_manager()
    history = kept()

    class Meta:
        verbose_name_plural = "progress"
        constraints = [
            models.CheckConstraint(
                name="progress_status_is_known",
                condition=Q(status__in=["green", "amber", "red", "complete", "not_started"]),
            ),
            models.CheckConstraint(name="progress_says_what", condition=~Q(sentence="")),
            models.CheckConstraint(
                name="progress_corrected_says_why",
                condition=Q(corrected_on=None, correction="")
                | Q(corrected_on__isnull=False) & ~Q(correction=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["recommendation", "council", "-on", "-id"], name="progress_newest_first"
            )
        ]

    def __str__(self) -> str:
        return self.sentence


class ClosingQuerySet(OfRecommendationQuerySet["Closing"]):
    pass


class Closing(models.Model):
    """A step towards closing a recommendation at a council; the newest says how it stands."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="closings")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    step = models.CharField(max_length=9, choices=Step)
    on = models.DateField("date")
    body = models.ForeignKey(
        "governance.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    said = models.TextField("what was said")
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = ClosingQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="closing_step_is_known",
                condition=Q(step__in=["propose", "take_back", "close", "keep_open", "reopen"]),
            ),
            models.CheckConstraint(
                name="closing_is_decided_by_a_body",
                condition=Q(step__in=["close", "keep_open", "reopen"], body__isnull=False)
                | ~Q(step__in=["close", "keep_open", "reopen"]) & Q(body=None),
            ),
            models.CheckConstraint(name="closing_says_why", condition=~Q(said="")),
        ]
        indexes = [
            models.Index(
                fields=["recommendation", "council", "on", "id"], name="closing_in_time_order"
            )
        ]

    def __str__(self) -> str:
        return Step(self.step).label


class ResponseDuty(models.Model):
    """The duty of a council to answer the recommendations of a review."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="response_duties")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="+")
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_response")

    history = kept()

    class Meta:
        verbose_name_plural = "response duties"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "council"], name="one_duty_a_review_and_council"
            ),
        ]

    def __str__(self) -> str:
        return str(self.duty)
