"""How a date was counted, day by day: what a page, a PDF and a member asking "why?" are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast

Kind = Literal["uploaded", "published", "skipped", "open", "counted", "last", "in_effect", "event"]
"""Where a day stands in the count, for pages that draw it; `why` says the same in words.

uploaded: put out, but counting as published later; published: counts as the day of publication;
skipped: passed over; counted: has a number; open: in a window whose rule numbers no days; last: the
last day of a window or period; in_effect: the first day the decision takes effect; event: the
meeting, notice or receipt that a statutory period is tied to.
"""


@dataclass(frozen=True)
class TraceDay:
    """One day of a count. `number` is its place, 1 to n; None for a day that has none."""

    date: date
    counted: bool
    number: int | None
    why: str
    kind: Kind

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; the date as "2023-04-21"."""
        return {
            "date": self.date.isoformat(),
            "counted": self.counted,
            "number": self.number,
            "why": self.why,
            "kind": self.kind,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "TraceDay":
        """Read back what `as_json` wrote."""
        return cls(
            date=date.fromisoformat(stored["date"]),
            counted=stored["counted"],
            number=stored["number"],
            why=stored["why"],
            kind=cast(Kind, stored["kind"]),
        )
