"""When contracts end, drawn: a mark for the joint decision, one for notice and one for the end."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from governance.calendar.rules import months_from
from roadmap.contracts.standing import brief
from roadmap.drawing import Scale, next_quarter, quarter_begins
from roadmap.systems.page import Row

YEARS = (1, 2, 5)
LINE, TOP = 20, 15
NEAR_THE_EDGE = 90
MARK = 24


@dataclass(frozen=True)
class Line:
    """One contract's notice and end, or several that are alike: letters say whose."""

    y: int
    notice_x: float | None
    end_x: float
    letters: str
    letters_x: float
    words: str
    is_to_the_left: bool = False

    @property
    def from_x(self) -> float:
        return self.end_x if self.notice_x is None else self.notice_x

    @property
    def letters_y(self) -> int:
        return self.y + 4

    @property
    def box_x(self) -> float:
        return round(self.end_x - 5, 1)

    @property
    def box_y(self) -> int:
        return self.y - 5


@dataclass(frozen=True)
class Drawn:
    """A function's row of the drawing."""

    row: Row
    lines: list[Line]
    decide_x: float | None

    @property
    def needs_a_lane(self) -> bool:
        """Would the mark of the joint decision hide a contract's, if it stood in the middle?"""
        x = self.decide_x
        return x is not None and any(one.from_x - MARK < x < one.end_x + MARK for one in self.lines)

    @property
    def height(self) -> int:
        return (max(len(self.lines), 1) + self.needs_a_lane) * LINE + 10

    @property
    def diamond_y(self) -> float:
        """Where the mark of the joint decision begins: in the middle, or on a line of its own."""
        middle = TOP + len(self.lines) * LINE if self.needs_a_lane else self.height / 2
        return middle - 9

    @property
    def words(self) -> str:
        """Return what the drawing shows, for those who do not see it."""
        return "; ".join(line.words for line in self.lines)


@dataclass(frozen=True)
class Timeline:
    """The drawing: its scale, its rows, what has no date in it, and whose the letters are."""

    years: int
    scale: Scale
    today_x: float
    rows: list[Drawn]
    beyond: list[Row]
    letters: list[tuple[str, str]]


def timeline(rows: list[Row], today: date, years: int) -> Timeline:
    """Return the contracts that end, or must be decided, within `years` of `today`."""
    until = months_from(today, 12 * years)
    scale = Scale(quarter_begins(today), next_quarter(quarter_begins(until)))
    names = [council.short_name for council, _ in rows[0].cells] if rows else []
    letters = dict(zip(names, _letters(names), strict=True))
    drawn = [_drawn(row, scale, until, letters) for row in rows]
    shown = [one for one in drawn if one.lines or one.decide_x is not None]
    shown.sort(key=lambda one: (one.row.decide_by or date.max, one.row.function.position))
    seen = {id(one.row) for one in shown}
    beyond = [row for row in rows if row.entries and id(row) not in seen]
    said = [(letter, name) for name, letter in letters.items()]
    return Timeline(years, scale, scale.x(today), shown, beyond, said)


def _letters(names: list[str]) -> list[str]:
    """Return the shortest beginnings that tell the councils apart: B, E, S."""
    for length in range(1, 12):
        if len({name[:length] for name in names}) == len(names):
            return [name[:length] for name in names]
    return names


def _drawn(row: Row, scale: Scale, until: date, letters: dict[str, str]) -> Drawn:
    alike: dict[tuple[date | None, date], list[str]] = defaultdict(list)
    for entry in row.entries:
        if entry.standing is None or entry.standing.is_gone:
            continue
        dates = entry.standing.dates
        end = dates.can_end_on or dates.term_end
        if end is not None and end <= until:
            alike[dates.notice_by, end].append(entry.council.short_name)
    lines = [
        _line(at, notice_by, end, names, scale, letters)
        for at, ((notice_by, end), names) in enumerate(sorted(alike.items(), key=lambda o: o[0][1]))
    ]
    by = row.decide_by
    decide_x = scale.x(by) if by and by <= until else None
    return Drawn(row, lines, decide_x)


def _line(
    at: int, notice_by: date | None, end: date, names: list[str], scale: Scale,
    letters: dict[str, str],
) -> Line:  # fmt: skip
    # Drawn at the end of the last day: a quarter's end stands on its line.
    end_x = scale.x(end + timedelta(days=1))
    notice_x = scale.x(notice_by + timedelta(days=1)) if notice_by else None
    whose = ", ".join(dict.fromkeys(letters[name] for name in names))
    left = end_x > scale.width - NEAR_THE_EDGE
    words = f"{', '.join(dict.fromkeys(names))} ends {brief(end)}"
    if notice_by:
        words += f", notice by {brief(notice_by)}"
    start = min(end_x, notice_x) if left and notice_x is not None else end_x
    letters_x = round(start + (-14 if left else 14), 1)
    return Line(TOP + at * LINE, notice_x, end_x, whose, letters_x, words, left)
