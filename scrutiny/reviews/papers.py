"""Evidence and appendices: papers that may be restricted, kept as a file or as an address."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.meetings.classification import Classified, Level
from governance.people.permissions import Visitor
from scrutiny.reviews.models import Part, Review, in_its_place, of_own_bodies


class PaperQuerySet(models.QuerySet["models.Model"]):
    def visible_to(self, user: Visitor) -> Self:
        """Those of visible reviews: that a paper exists, and why it is withheld, is public."""
        return self.filter(review__in=Review.objects.visible_to(user))

    def readable_by(self, user: Visitor) -> Self:
        """Those whose title, text and file `user` may read."""
        allowed = Q(classification=Level.PUBLIC) | of_own_bodies(user, "review")
        return self.visible_to(user).filter(allowed)


class Paper(Part, Classified):
    """A paper with its title, and where it is: a file kept here, or an address elsewhere."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=200)
    address = models.URLField("web address", max_length=500, blank=True)
    file = models.FileField(max_length=200, upload_to="scrutiny/", blank=True)
    size = models.PositiveIntegerField("size in bytes", default=0)
    sha256 = models.CharField("fingerprint of the file (SHA-256)", max_length=64, blank=True)

    class Meta(Classified.Meta):
        abstract = True


class Evidence(Paper):
    """What the review heard, read or saw."""

    class Kind(models.TextChoices):
        WRITTEN = "written", "Written"
        ORAL = "oral", "Oral"
        VISIT = "visit", "Visit"

    review = models.ForeignKey(Review, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=7, choices=Kind)
    source = models.CharField("from whom, or where", max_length=200, blank=True)
    received_on = models.DateField("received, heard or visited on", null=True, blank=True)
    summary = models.TextField("what it says", blank=True)

    objects = PaperQuerySet.as_manager()
    history = kept()

    class Meta(Classified.Meta):
        verbose_name_plural = "evidence"
        constraints = [
            *Classified.Meta.constraints,
            in_its_place("evidence"),
            models.CheckConstraint(
                name="evidence_kind_is_known", condition=Q(kind__in=["written", "oral", "visit"])
            ),
            models.CheckConstraint(name="evidence_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title


class Appendix(Paper):
    """A paper behind the report."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="appendices")
    label = models.CharField("letter or number", max_length=10, blank=True)
    note = models.TextField("note about it", blank=True)

    objects = PaperQuerySet.as_manager()
    history = kept()

    class Meta(Classified.Meta):
        verbose_name_plural = "appendices"
        constraints = [
            *Classified.Meta.constraints,
            in_its_place("appendix"),
            models.CheckConstraint(name="appendix_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title
