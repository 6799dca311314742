"""Days that are not worked, beyond weekends and the bank holidays that the library knows."""

from typing import Self

from django.db import models
from django.db.models import Q

from governance.history.models import kept
from governance.people.permissions import Visitor


class BankHolidayQuerySet(models.QuerySet["BankHoliday"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: a proclamation is public."""
        return self


class BankHoliday(models.Model):
    """A bank holiday of England and Wales proclaimed after the library's release.

    Source: Banking and Financial Dealings Act 1971, section 1(3), by royal proclamation.
    """

    day = models.DateField(unique=True)
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=300, help_text="Where it was proclaimed")

    objects = BankHolidayQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bank_holiday_names_itself_and_its_source",
                condition=~Q(name="") & ~Q(source=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}"


class LocalClosureQuerySet(models.QuerySet["LocalClosure"]):
    def visible_to(self, user: Visitor) -> Self:
        """Everybody: a closure is told on each count that passes over it."""
        return self


class LocalClosure(models.Model):
    """A day that one council does not count as a working day, and why."""

    council = models.ForeignKey("governance.Council", models.PROTECT, related_name="closures")
    day = models.DateField()
    reason = models.CharField(max_length=200)

    objects = LocalClosureQuerySet.as_manager()
    history = kept()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "day"], name="one_closure_a_council_and_day"
            ),
            models.CheckConstraint(name="closure_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.council}, {self.day}: {self.reason}"
