"""From what sum a decision is key, on a day. Pure.

Source: SI 2012/2089, regulation 8, and the constitution of each council.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol


class Threshold(Protocol):
    """A sum (in pence) from a day to a day; a blank day means for as long as is known."""

    amount_pence: int
    from_on: date | None
    to_on: date | None


def threshold_on(thresholds: Iterable[Threshold], day: date | None) -> int | None:
    """Return the lowest sum in force on `day`, or None where none is; `day` None: of any time."""
    held = [
        t.amount_pence
        for t in thresholds
        if day is None or (t.from_on or date.min) <= day <= (t.to_on or date.max)
    ]
    return min(held, default=None)
