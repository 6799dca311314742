"""Financial years and their quarters, as filters name them: "2024-25", "2024-25-q1". Pure."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from governance.calendar import words
from roadmap.drawing import next_quarter, quarter_begins

_PERIOD = re.compile(r"([0-9]{4})-([0-9]{2})(?:-q([1-4]))?")
# So many years are offered at most, counted from the first.
MOST_YEARS = 12


class Period(NamedTuple):
    """A financial year, April to March, or one quarter of it; `last` is its last day."""

    value: str
    first: date
    last: date

    @property
    def words(self) -> str:
        """Return "2024/25", or "2024/25 quarter 1 (April to June 2024)"."""
        year = f"{self.value[:4]}/{self.value[5:7]}"
        if len(self.value) == 7:
            return year
        months = f"{words.MONTHS[self.first.month - 1]} to {words.MONTHS[self.last.month - 1]}"
        return f"{year} quarter {self.value[-1]} ({months} {self.last.year})"


def read(value: str) -> Period | None:
    """Return the period that `value` names; None where it names none."""
    found = _PERIOD.fullmatch(value)
    if not found or not 1900 <= int(found[1]) < 2200:
        return None
    year = int(found[1])
    if (year + 1) % 100 != int(found[2]):
        return None
    first, end = date(year, 4, 1), date(year + 1, 4, 1)
    if found[3]:
        for _ in range(int(found[3]) - 1):
            first = next_quarter(first)
        end = next_quarter(first)
    return Period(value, first, end - timedelta(days=1))


def offered(first: date | None, last: date | None) -> list[Period]:
    """Return each financial year from `first` to `last`, with its quarters after it."""
    if first is None or last is None:
        return []
    begins = quarter_begins(first)
    year = begins.year if begins.month >= 4 else begins.year - 1
    found: list[Period] = []
    for _ in range(MOST_YEARS):
        whole = f"{year}-{(year + 1) % 100:02}"
        known = [read(whole), *(read(f"{whole}-q{n}") for n in (1, 2, 3, 4))]
        found += [period for period in known if period]
        year += 1
        if date(year, 4, 1) > last:
            break
    return found
