"""What every import has: problems told by their cells, and a plan that is done as it was seen.

Pure: an import first says what it would do, and does that or nothing.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from governance.errors import Refused


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell of a line; no column where it is the line as a whole."""

    line: int
    column: str
    cell: str
    says: str

    @property
    def place(self) -> str:
        """Return "Line 3, Volume a year"."""
        return f"Line {self.line}, {self.column}" if self.column else f"Line {self.line}"


class NotAsSeen(Refused):
    """The import would not do what was looked at: `plan` says what it would do now."""

    def __init__(self, plan: Any, says: str) -> None:
        super().__init__(says)
        self.plan = plan


def fingerprint(parts: Iterable[str]) -> str:
    """Return what stands for all parts of a plan, to see that it is still the one looked at."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
