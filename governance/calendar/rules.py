"""Working days, clear days and corresponding dates. Pure: the caller passes the calendar in.

A working day is Monday to Friday, less bank holidays and the council's own dated closures. Most
constitutions say "working days" without defining them; this is the definition wherever one was
found. Maundy Thursday and Christmas Eve are ordinary working days.
"""

import hashlib
import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.calendar import words
from governance.errors import Refused

SATURDAY = 5
WEEKEND = "Weekend"
OFFICE_CLOSED = "Council offices closed"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days on which a council does not work, and the range of days for which we know them.

    `bank_holidays` maps a date to its name, `closures` a local date to its reason. Outside
    `first_day` to `last_day`, both included, every question is refused: a date that is silently
    wrong is worse than no date. `source` names the table the bank holidays came from.
    """

    bank_holidays: Mapping[date, str]
    closures: Mapping[date, str]
    first_day: date
    last_day: date
    source: str

    @property
    def version(self) -> str:
        """The source and a fingerprint of the local days: equal versions count alike."""
        days = {day.isoformat(): reason for day, reason in self.closures.items()}
        text = json.dumps(days, sort_keys=True, ensure_ascii=False)
        local = hashlib.sha256(text.encode()).hexdigest()[:12] if days else "none"
        return f"{self.source}; local days {local}"

    def with_closures(self, closures: Mapping[date, str]) -> "Calendar":
        """Return this calendar with more local closures; a reason already given is kept."""
        return replace(self, closures={**closures, **self.closures})

    def why_not_counted(self, day: date) -> str | None:
        """Return why `day` is not a working day, "Easter Monday" say, or None if it is one."""
        if not self.first_day <= day <= self.last_day:
            raise Refused(
                f"The bank holidays around {words.day(day)} are not known: this calendar runs "
                f"from {words.plain_day(self.first_day)} to {words.plain_day(self.last_day)}."
            )
        if day.weekday() >= SATURDAY:
            return WEEKEND
        if day in self.closures and day not in self.bank_holidays:
            return self.closures[day] or OFFICE_CLOSED
        return self.bank_holidays.get(day)


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Return whether the council works on `day`."""
    return calendar.why_not_counted(day) is None


def shift(day: date, days: int) -> date:
    """Return `day` moved by calendar days; Refused where that leaves the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Refused(
            f"{words.counted(abs(days), 'day')} from {words.day(day)} is too far away to count."
        ) from None


def add_working_days(start: date, number: int, calendar: Calendar) -> date:
    """Return the last of `number` working days after `start`, which is not itself counted.

    A negative number counts backwards. Zero returns `start`, working day or not.
    """
    day, left, step = start, abs(number), 1 if number > 0 else -1
    while left > 0:
        day = shift(day, step)
        if is_working_day(day, calendar):
            left -= 1
    return day


def next_working_day(day: date, calendar: Calendar) -> date:
    """Return the first working day after `day`."""
    return add_working_days(day, 1, calendar)


def on_or_after(day: date, calendar: Calendar) -> date:
    """Return `day` if it is a working day, else the next one."""
    return day if is_working_day(day, calendar) else next_working_day(day, calendar)


def clear_working_days_before(day: date, number: int, calendar: Calendar) -> date:
    """Return the last working day with `number` whole working days between it and `day`.

    "Clear" leaves out both ends: the day of publication and the day of the meeting. That short
    periods are working days: R v Swansea City Council, ex parte Elitestone (Court of Appeal, 1993).
    """
    return add_working_days(day, -(number + 1), calendar)


def clear_working_days_after(day: date, number: int, calendar: Calendar) -> date:
    """Return the first working day with `number` whole working days between `day` and it."""
    return add_working_days(day, number + 1, calendar)


def clear_days_before(day: date, number: int) -> date:
    """Return the last calendar day with `number` whole days between it and `day`."""
    return shift(day, -(number + 1))


def clear_days_after(day: date, number: int) -> date:
    """Return the first calendar day with `number` whole days between `day` and it."""
    return shift(day, number + 1)


def months_beginning_with(first: date, months: int) -> date:
    """Return the last day of a period of `months` that begins with, and so includes, `first`.

    The corresponding date rule: two months beginning with 6 March end on 5 May. Where the last
    month has no corresponding date, the period ends on that month's last day.
    """
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    if year > date.max.year:
        raise Refused(
            f"{words.counted(months, 'month')} from {words.day(first)} is too far away to count."
        )
    if first.day > monthrange(year, month)[1]:
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, first.day) - ONE_DAY


def months_from(day: date, months: int) -> date:
    """Return the end of a term `months` after (or, negative, before) one that ends on `day`.

    The last day of a month leads to the last day of a month; otherwise the same day, or the month's
    last where it has none. Raises Refused beyond the years that a calendar has.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise Refused(
            f"{words.counted(abs(months), 'month')} from {words.day(day)} is too far away."
        )
    last = monthrange(year, month + 1)[1]
    ends_a_month = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends_a_month else min(day.day, last))
