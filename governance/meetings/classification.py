"""Who may read a paper: public, exempt under Schedule 12A, or confidential. Unset is not public."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from governance.meetings.rules import PARAGRAPHS, is_blanket

__all__ = ["PARAGRAPHS", "Classified", "Level"]


class Level(models.TextChoices):
    PUBLIC = "public", "Public"
    EXEMPT = "exempt", "Exempt, under Schedule 12A paragraphs I will choose"
    CONFIDENTIAL = "confidential", "Confidential"


class Classified(models.Model):
    """A record whose text may be withheld. That it exists, and under which paragraph, is public."""

    classification = models.CharField(max_length=12, choices=Level, blank=True)
    exempt_paragraphs = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(7)]),
        verbose_name="exempt under paragraphs",
        default=list,
        blank=True,
    )
    public_interest_reason = models.TextField(
        "why keeping it exempt outweighs disclosure", blank=True
    )
    exemption_review_on = models.DateField("exemption looked at again on", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_classification_is_known",
                condition=Q(classification__in=["", *Level.values]),
            ),
            models.CheckConstraint(
                name="%(class)s_names_paragraphs_only_when_exempt",
                condition=Q(classification=Level.EXEMPT, exempt_paragraphs__len__gt=0)
                & ~Q(public_interest_reason="")
                | ~Q(classification=Level.EXEMPT) & Q(exempt_paragraphs=[]),
            ),
        ]

    @property
    def is_public(self) -> bool:
        return self.classification == Level.PUBLIC

    @property
    def restriction(self) -> str:
        """Return the words a stranger reads in place of the text, or nothing when it is public."""
        match self.classification:
            case Level.PUBLIC:
                return ""
            case Level.EXEMPT:
                noun = "paragraph" if len(self.exempt_paragraphs) == 1 else "paragraphs"
                grounds = "; ".join(
                    f"{number}, {PARAGRAPHS[number]}" for number in self.exempt_paragraphs
                )
                return f"Restricted: {noun} {grounds} (Schedule 12A, Local Government Act 1972)"
            case Level.CONFIDENTIAL:
                return "Restricted: confidential information"
        return "Not public: nobody has yet said who may read it"

    @property
    def is_blanket(self) -> bool:
        """Does it cite all seven paragraphs, which gives no reason at all?"""
        return is_blanket(self.exempt_paragraphs)
