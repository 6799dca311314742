"""Dates as places on a line, for drawings beside tables. Pure; widths are in units of an SVG."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

QUARTERS = {4: "Q1", 7: "Q2", 10: "Q3", 1: "Q4"}


def quarter_begins(day: date) -> date:
    """Return the first day of the quarter of the financial year in which `day` lies."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def next_quarter(first: date) -> date:
    """Return the first day of the quarter after the one that begins on `first`."""
    return quarter_begins(first + timedelta(days=93))


def financial_year(day: date) -> str:
    """Return "2023/24" for the financial year, April to March, in which `day` lies."""
    begins = day.year if day.month >= 4 else day.year - 1
    return f"{begins}/{(begins + 1) % 100:02}"


@dataclass(frozen=True)
class Tick:
    """The first day of a quarter: where it is drawn, its words, and whether a year begins."""

    x: float
    words: str
    year: str
    ends: bool = False

    @property
    def words_x(self) -> float:
        return round(self.x + 4, 1)


@dataclass(frozen=True)
class Scale:
    """Whole quarters from `first` to the day before `end`, drawn `width` wide."""

    first: date
    end: date
    width: float = 640

    @classmethod
    def around(cls, days: "list[date | None]", today: date, *, most_quarters: int = 24) -> "Scale":
        """Return the scale on which all these days and `today` can be drawn.

        No longer than `most_quarters`, counted from the quarter before `today` where the days
        would make it longer: what lies outside is drawn at the edge, and the words say when it is.
        """
        known = [day for day in days if day] + [today]
        first, end = quarter_begins(min(known)), next_quarter(quarter_begins(max(known)))
        longest = timedelta(days=most_quarters * 92)
        if end - first > longest:
            first = max(first, quarter_begins(quarter_begins(today) - timedelta(days=1)))
            end = min(end, next_quarter(quarter_begins(first + longest)))
        return cls(first, end)

    def x(self, day: date) -> float:
        """Return where `day` begins on the line; a day outside it is drawn at its edge."""
        part = (day - self.first).days / (self.end - self.first).days
        return round(min(max(part, 0), 1) * self.width, 1)

    def bar(self, start: date, last: date) -> tuple[float, float]:
        """Return (x, width) of a bar from `start` to the end of its `last` day, never invisible."""
        left = self.x(start)
        return left, round(max(self.x(last + timedelta(days=1)) - left, 2), 1)

    @cached_property
    def ticks(self) -> list[Tick]:
        """Return the first days of its quarters, and its end; a year is named where it begins."""
        found, day = [], self.first
        many = (self.end - self.first).days > 12 * 92
        while day < self.end:
            year = financial_year(day) if day.month == 4 or day == self.first else ""
            # Only years are named where quarters would run into one another.
            words = "" if many else QUARTERS[day.month]
            found.append(Tick(self.x(day), words, year))
            day = next_quarter(day)
        return [*found, Tick(self.width, "", "", ends=True)]
