"""What minutes record beside their items: interests declared, and the minutes' own approval."""

from django.db import models
from django.db.models import F, Q

from governance.history.models import kept
from governance.meetings.models import AgendaItem, Meeting


class Declaration(models.Model):
    """An interest that somebody declared at a meeting, and what followed from it.

    Source: Localism Act 2011, sections 31 to 34; the council's own code of conduct.
    """

    class Kind(models.TextChoices):
        PECUNIARY = "pecuniary", "Disclosable pecuniary interest"
        REGISTRABLE = "registrable", "Other registrable interest"
        OTHER = "other", "Non-registrable interest"
        SENSITIVE = "sensitive", "Sensitive interest, whose nature is withheld"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="declarations")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey("governance.Person", models.PROTECT, related_name="declarations")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="declarations"
    )
    kind = models.CharField("what kind of interest", max_length=11, choices=Kind)
    interest = models.TextField("nature of the interest", blank=True)
    withdrew = models.BooleanField("left the room and did not vote", default=False)
    dispensation = models.TextField(blank=True)
    dispensation_by = models.CharField("dispensation given by", max_length=200, blank=True)

    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], name="one_declaration_a_place_at_a_meeting"
            ),
            models.CheckConstraint(
                name="declaration_kind_is_known",
                condition=Q(kind__in=["pecuniary", "registrable", "other", "sensitive"]),
            ),
            models.CheckConstraint(
                name="declaration_says_what_unless_sensitive",
                condition=Q(kind="sensitive", interest="") | ~Q(kind="sensitive") & ~Q(interest=""),
            ),
            models.CheckConstraint(
                name="dispensation_says_what_and_by_whom",
                condition=Q(dispensation="", dispensation_by="")
                | ~Q(dispensation="") & ~Q(dispensation_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()}"


class Minutes(models.Model):
    """The minutes of one part of a meeting, and whether a later meeting agreed them.

    Their text is that of the items; what is kept here is their approval, Part I and II apart.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    part = models.CharField(max_length=1, choices=AgendaItem.Part)
    agreed_at = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="minutes_agreed"
    )
    signed_by = models.CharField(max_length=200, blank=True)
    amendment = models.TextField("agreed subject to", blank=True)

    history = kept()

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "part"], name="one_minutes_a_meeting_part"),
            models.CheckConstraint(name="minutes_part_is_known", condition=Q(part__in=["1", "2"])),
            models.CheckConstraint(
                name="minutes_are_signed_at_a_later_meeting",
                condition=Q(agreed_at=None, signed_by="", amendment="")
                | Q(agreed_at__isnull=False) & ~Q(agreed_at=F("meeting")) & ~Q(signed_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} minutes of {self.meeting}"
