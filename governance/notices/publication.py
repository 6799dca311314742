"""One publication of a notice: what a version says of itself, beside the facts of its records."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from governance.call_in_windows.rules import Window


@dataclass(frozen=True)
class Publication:
    """Where, when and as which version a notice is published.

    counts_from: the moment from which periods that this kind of notice begins are counted: its own,
    or that of the version whose clock a correction lets run on. windows: a decision's id to its
    (council's short name, window) pairs. correction: why it replaces another version, and what that
    does to the clock. gaps: what was missing and why it was published all the same.
    """

    published_at: datetime
    counts_from: datetime
    address: str = ""
    number: int = 1
    windows: dict[int, list[tuple[str, Window]]] = field(default_factory=dict)
    correction: dict[str, Any] = field(default_factory=dict)
    gaps: dict[str, Any] = field(default_factory=dict)


def preview(now: datetime) -> Publication:
    """Return the publication that there would be at `now`, for showing and comparing."""
    return Publication(published_at=now, counts_from=now)
