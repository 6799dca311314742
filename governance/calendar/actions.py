"""Entering and taking back days that are not worked. Each change flags the windows it touches."""

from datetime import date, datetime

from django.db import transaction

from governance.calendar import words
from governance.calendar.bank_holidays import known_days
from governance.calendar.models import BankHoliday, LocalClosure
from governance.councils.models import Council
from governance.errors import Refused
from governance.history.actions import remove, write
from governance.people.models import User
from governance.window_flags.models import WindowFlag
from governance.window_flags.raising import raise_flags, take_back


@transaction.atomic
def add_bank_holiday(
    day: date, *, name: str, source: str, by: User, at: datetime
) -> list[WindowFlag]:
    """Enter a bank holiday that was proclaimed late; return the windows it would have changed.

    Raises Refused for a day that is known already, or is not worked anyway. Source of such days:
    Banking and Financial Dealings Act 1971, section 1(3).
    """
    entered = BankHoliday.objects.filter(day=day).first()
    known = entered.name if entered else known_days().get(day)
    if known:
        raise Refused(f"{words.day(day)} is known already: {known}.")
    _not_at_a_weekend(day)
    write(BankHoliday(day=day, name=name, source=source), by=by, because=source)
    return raise_flags(day, name, by=by, at=at)


@transaction.atomic
def remove_bank_holiday(holiday: BankHoliday, *, by: User, at: datetime, because: str) -> None:
    """Take back a bank holiday entered by mistake, and the flags that wait because of it alone."""
    day, name = holiday.day, holiday.name
    remove(holiday, by=by, because=because)
    take_back(day, name, by=by, at=at, council_id=None)


@transaction.atomic
def add_closure(
    council: Council, day: date, *, reason: str, by: User, at: datetime
) -> list[WindowFlag]:
    """Enter a day on which the offices of `council` are closed; return the windows it touches."""
    entered = LocalClosure.objects.filter(council=council, day=day).first()
    known = entered.reason if entered else known_days().get(day)
    if known:
        raise Refused(f"{words.day(day)} is not worked already: {known}.")
    _not_at_a_weekend(day)
    write(LocalClosure(council=council, day=day, reason=reason), by=by, because=reason)
    return raise_flags(day, reason, by=by, at=at, council_id=council.pk)


@transaction.atomic
def remove_closure(closure: LocalClosure, *, by: User, at: datetime, because: str) -> None:
    """Take back a closure, and the flags that wait because of it alone. No window is touched."""
    day, reason, council_id = closure.day, closure.reason, closure.council_id
    remove(closure, by=by, because=because)
    take_back(day, reason, by=by, at=at, council_id=council_id)


def _not_at_a_weekend(day: date) -> None:
    if day.weekday() >= 5:
        raise Refused(f"{words.day(day)} is at a weekend, which is never counted.")
