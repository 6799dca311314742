"""Published, frozen, versioned documents. Only notices.actions writes them."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from governance.bodies.models import of_bodies_of
from governance.history.models import kept
from governance.notices.states import State
from governance.notices.subjects import SUBJECTS, Kind, about_its_subject
from governance.people.permissions import Visitor, seats_of
from governance.people.rules import Ability

# What a notice is about, with what is needed to name it.
SUBJECTS_WITH = (
    *("council", "meeting__body", "decision", "entry__body"),
    *("private_meeting__meeting__body", "called_in__window__decision__item"),
    "called_in__window__council",
)


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: Visitor) -> Self:
        """Public: all but drafts. Officers add their council's, joint bodies' and partnership's."""
        allowed, seats = ~Q(state=State.DRAFT), seats_of(user)
        if councils := seats.councils(Ability.READ_DRAFTS):
            allowed |= Q(council__in=councils) | of_bodies_of(councils, path="meeting__body")
            for path in ("entry__body", "private_meeting__meeting__body"):
                allowed |= of_bodies_of(councils, path=path)
        if partnerships := seats.partnerships(Ability.READ_DRAFTS):
            allowed |= Q(meeting__body__partnership__in=partnerships)
            allowed |= Q(entry__body__partnership__in=partnerships)
            allowed |= Q(private_meeting__meeting__body__partnership__in=partnerships)
        return self.filter(allowed)

    def about(self, decision_id: int, meeting_id: int | None) -> "Notice | None":
        """The notice of a decision: its own, or that of the meeting it was made at."""
        about = Q(kind=Notice.Kind.DECISION, decision=decision_id)
        if meeting_id is not None:
            about |= Q(kind=Notice.Kind.MEETING, meeting=meeting_id)
        found = self.filter(about).exclude(state=State.WITHDRAWN)
        return found.select_related("council", "meeting__body", "decision").first()

    def open_at(self, now: datetime) -> Self:
        """Those with a stored window that has not closed; a restarted one counts by its newest."""
        still = NoticeVersion.objects.filter(windows__closes_at__gt=now)
        return self.filter(pk__in=still.values("notice"), state=State.PUBLISHED)

    def last_to_close(self, now: datetime) -> "Notice | None":
        """The notice whose window closed last before `now`, with that moment as `closed_at`."""
        closed = self.annotate(closed_at=models.Max("versions__windows__closes_at"))
        found = closed.filter(closed_at__lte=now, state=State.PUBLISHED).select_related("council")
        return found.order_by("-closed_at").first()


class Notice(models.Model):
    """A notice at a lasting address; what it said, and when, is in its versions."""

    Kind = Kind

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="notices")
    slug = models.SlugField("address", max_length=120)
    kind = models.CharField(max_length=24, choices=Kind)
    # What it is about: the one that SUBJECTS says for its kind.
    meeting = models.ForeignKey(
        "governance.Meeting", models.PROTECT, null=True, blank=True, related_name="notices"
    )
    decision = models.ForeignKey(
        "governance.Decision", models.PROTECT, null=True, blank=True, related_name="notices"
    )
    entry = models.ForeignKey(
        "governance.ForwardPlanEntry", models.PROTECT, null=True, blank=True,
        related_name="notices",
    )  # fmt: skip
    private_meeting = models.ForeignKey(
        "governance.PrivateMeeting", models.PROTECT, null=True, blank=True,
        related_name="notices",
    )  # fmt: skip
    called_in = models.ForeignKey(
        "governance.CalledIn", models.PROTECT, null=True, blank=True, related_name="notices"
    )
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    is_illustrative = models.BooleanField("illustrative", default=False)
    # When its first version was published; a correction does not move it.
    published_at = models.DateTimeField("first published", null=True, blank=True)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)
    withdrawn_reason = models.TextField("why it was withdrawn", blank=True)

    objects = NoticeQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "slug"], name="one_notice_a_council_and_address"
            ),
            *(
                models.UniqueConstraint(
                    fields=[subject, "kind"],
                    condition=~Q(state=State.WITHDRAWN),
                    name=f"one_notice_a_kind_and_{subject}",
                )
                for subject in SUBJECTS
            ),
            models.CheckConstraint(
                name="notice_is_about_what_its_kind_says", condition=about_its_subject()
            ),
            models.CheckConstraint(
                name="notice_state_is_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="notice_has_a_moment_once_published",
                condition=Q(state=State.DRAFT, published_at=None)
                | ~Q(state=State.DRAFT) & Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_says_when_and_why_once_withdrawn",
                condition=Q(state=State.WITHDRAWN, withdrawn_at__isnull=False)
                & ~Q(withdrawn_reason="")
                | ~Q(state=State.WITHDRAWN) & Q(withdrawn_at=None, withdrawn_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["-published_at", "-id"], name="notice_newest_first")]

    def __str__(self) -> str:
        return self.title


class NoticeVersionQuerySet(models.QuerySet["NoticeVersion"]):
    def visible_to(self, user: Visitor) -> Self:
        """The versions of every notice `user` may see, each public from the moment it exists.

        Those of a withdrawn notice are read by nobody: they stay in the database alone.
        """
        seen = Notice.objects.visible_to(user).exclude(state=State.WITHDRAWN)
        return self.filter(notice__in=seen)


class NoticeVersion(models.Model):
    """What was published, frozen. The database refuses to alter or delete it."""

    class Clock(models.TextChoices):
        OPENS = "opens", "The call-in window opens with this version"
        KEEPS = "keeps", "The window runs on to the same date"
        RESTARTS = "restarts", "The window starts again from this version"
        EXTENDS = "extends", "The window runs on to a later day"

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    # When it was published, and when this system was told; they differ for a notice of the past.
    published_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    published_by = models.ForeignKey("governance.User", models.PROTECT, related_name="+")
    snapshot = models.JSONField()
    sha256 = models.CharField(max_length=64)
    reason = models.TextField(blank=True, help_text="Why it corrects the version before")
    clock = models.CharField(max_length=8, choices=Clock)

    objects = NoticeVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "number"], name="one_version_a_notice_and_number"
            ),
            models.CheckConstraint(
                name="first_version_opens_and_a_correction_says_why",
                condition=Q(number=1, reason="", clock="opens")
                | Q(number__gt=1, clock__in=["keeps", "restarts", "extends"]) & ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="version_is_not_published_after_it_was_recorded",
                condition=Q(published_at__lte=models.F("recorded_at")),
            ),
            models.CheckConstraint(
                name="version_hash_is_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice}, version {self.number}"


class NoticeFile(models.Model):
    """The PDF of one version. Its presence is what says that it was made."""

    version = models.OneToOneField(NoticeVersion, models.PROTECT, related_name="file")
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="file_hash_is_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            )
        ]

    def __str__(self) -> str:
        return f"PDF of {self.version}"
