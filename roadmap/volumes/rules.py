"""Reading the cells of a table of volumes. Pure: no Django, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from roadmap.transactions.rules import volume_of

SERVICE, COUNCIL, VOLUME, YEAR = "Service", "Council", "Volume a year", "Year"
LGSL_ID = "LGSL id"
NEEDED = (SERVICE, COUNCIL, VOLUME)
# Columns of the table that can be downloaded which an import leaves alone.
LEFT_ALONE = (
    *("Department", "Run by", "Online", "Platform", "Main channel"),
    *("Verified on", "Verified by", "Age", "Note", "Illustrative"),
)
COLUMNS = (SERVICE, LGSL_ID, COUNCIL, VOLUME, YEAR, *LEFT_ALONE)
LONGEST_YEAR = 20


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell: its line and column in the file, what is there, and why."""

    line: int
    column: str
    value: str
    says: str

    @property
    def place(self) -> str:
        """Return "Line 3, Volume a year"."""
        return f"Line {self.line}, {self.column}"


def volume_in(cell: str) -> tuple[int | None, str]:
    """Return the volume in a cell, or None and why there is none; an empty cell says nothing."""
    if not cell:
        return None, ""
    try:
        return volume_of(cell), ""
    except ValueError as wrong:
        return None, str(wrong)


def why_not_year(cell: str) -> str:
    """Return why a cell does not hold a year; nothing where it does, or is empty."""
    if len(cell) > LONGEST_YEAR:
        return f"A year is written in {LONGEST_YEAR} characters or fewer, like 2022/23."
    return ""


def fingerprint(parts: Iterable[str]) -> str:
    """Return what stands for a whole plan, to see that it is still the one looked at."""
    return sha256("\n".join(sorted(parts)).encode()).hexdigest()[:16]
