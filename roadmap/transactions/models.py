"""What residents can do online: services, and what each council offers of each."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.people.permissions import Visitor
from roadmap.publication import PartQuerySet, PublishedQuerySet
from roadmap.transactions.rules import SAYS

USUAL_MONTHS = 12


class Channel(models.TextChoices):
    """How most of it comes in; the names are those of the councils' own lists of channels."""

    WEB = "web", "Online"
    PHONE = "phone", "Telephone"
    FACE = "face", "In person"
    POST = "post", "Post"
    EMAIL = "email", "E-mail"


CHANNEL_WORDS = {
    "web": "online", "phone": "by telephone", "face": "in person", "post": "by post",
    "email": "by e-mail",
}  # fmt: skip


class Service(models.Model):
    """Something that residents ask of every council: a row of the matrix."""

    class RunBy(models.TextChoices):
        PARTNERSHIP = "partnership", "The partnership"
        SOVEREIGN = "sovereign", "Each council for itself"

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="services"
    )
    name = models.CharField(max_length=200)
    lgsl_id = models.PositiveSmallIntegerField("LGSL id", null=True, blank=True)
    department = models.CharField(max_length=200, blank=True)
    run_by = models.CharField(max_length=11, choices=RunBy, blank=True)
    is_published = models.BooleanField("published", default=False)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = PublishedQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="one_service_a_name"),
            models.CheckConstraint(name="service_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="service_lgsl_id_has_one_to_four_figures",
                condition=Q(lgsl_id=None) | Q(lgsl_id__gte=1, lgsl_id__lte=9999),
            ),
            models.CheckConstraint(
                name="service_run_by_is_known",
                condition=Q(run_by__in=["", "partnership", "sovereign"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TransactionQuerySet(PartQuerySet["Transaction"]):
    """Each follows its service."""

    whole = "service"


class Transaction(models.Model):
    """What one council offers of a service, how much of it there is, and who verified that."""

    class Online(models.TextChoices):
        YES = "yes", "Yes"
        PART = "part", "Partly"
        NO = "no", "No"

    service = models.ForeignKey(Service, models.PROTECT, related_name="transactions")
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="transactions")
    online = models.CharField("available online", max_length=4, choices=Online, blank=True)
    platform = models.CharField(max_length=100, blank=True)
    channel = models.CharField("main channel", max_length=5, choices=Channel, blank=True)
    volume = models.PositiveIntegerField("volume a year", null=True, blank=True)
    volume_year = models.CharField("year of the volume", max_length=20, blank=True)
    note = models.TextField(blank=True)
    verified_on = models.DateField("verified", null=True, blank=True)
    verified_by = models.CharField("verified by, as a post", max_length=200, blank=True)
    is_illustrative = models.BooleanField("illustrative", default=False)

    objects = TransactionQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "council"], name="one_transaction_a_service_and_council"
            ),
            models.CheckConstraint(
                name="transaction_online_is_known",
                condition=Q(online__in=["", "yes", "part", "no"]),
            ),
            models.CheckConstraint(
                name="transaction_channel_is_known",
                condition=Q(channel__in=["", "web", "phone", "face", "post", "email"]),
            ),
            models.CheckConstraint(
                name="transaction_volume_is_one_that_can_be_counted",
                condition=Q(volume=None) | Q(volume__lte=1_000_000_000),
            ),
            models.CheckConstraint(
                name="transaction_verified_says_by_whom",
                condition=Q(verified_on=None, verified_by="")
                | Q(verified_on__isnull=False) & ~Q(verified_by=""),
            ),
            models.CheckConstraint(
                name="transaction_verified_on_a_day_that_can_be_counted_from",
                condition=Q(verified_on=None)
                | Q(verified_on__gte=date(1974, 4, 1), verified_on__lte=date(2200, 12, 31)),
            ),
        ]
        indexes = [models.Index(fields=["council", "verified_on"], name="transaction_oldest_first")]

    def __str__(self) -> str:
        return f"{self.service}: {self.council.short_name}"

    @property
    def status(self) -> tuple[str, str]:
        """Whether it is online, as (shape, words)."""
        return SAYS[self.online]

    @property
    def volume_words(self) -> str:
        """Return "1,200 a year (2022/23)"; nothing where none is recorded."""
        if self.volume is None:
            return ""
        year = f" ({self.volume_year})" if self.volume_year else ""
        return f"{self.volume:,} a year{year}"

    @property
    def channel_words(self) -> str:
        """Return the main channel as it reads in a sentence: "by telephone"."""
        return CHANNEL_WORDS.get(self.channel, "")


class Recheck(models.Model):
    """After how many months what a partnership knows of its services is verified again."""

    partnership = models.OneToOneField(
        "governance.Partnership", models.PROTECT, related_name="recheck"
    )
    months = models.PositiveSmallIntegerField("verified again after months", default=USUAL_MONTHS)

    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="recheck_is_after_one_month_to_ten_years",
                condition=Q(months__gte=1, months__lte=120),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership}: {self.months} months"


class RecheckDutyQuerySet(models.QuerySet["RecheckDuty"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: such a duty is made of published services alone, and names none."""
        return self


class RecheckDuty(models.Model):
    """A duty of one council: to verify its oldest data again."""

    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, related_name="recheck_duties"
    )
    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="recheck_duties")
    duty = models.OneToOneField("governance.Duty", models.PROTECT, related_name="of_recheck")
    oldest_on = models.DateField("oldest data is of")

    objects = RecheckDutyQuerySet.as_manager()
    history = kept()

    def __str__(self) -> str:
        return str(self.duty)
