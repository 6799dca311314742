"""What one change of several rollouts does to each. Pure: today is passed in."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from governance.calendar import words
from roadmap.items.rules import Dated, Status

FURTHEST = 3650


class Dates(StrEnum):
    """Which dates are moved."""

    FORECAST = "forecast"
    PLANNED = "planned"

    @property
    def words(self) -> str:
        return {"forecast": "Forecast dates", "planned": "Planned dates"}[self]


@dataclass(frozen=True)
class Outcome:
    """What becomes of a rollout: field -> value, or why nothing does, in a sentence."""

    changes: dict[str, Any]
    why_not: str = ""


def with_status(rollout: Dated, status: Status, sentence: str) -> Outcome:
    """Return what giving `status` with its sentence changes; nothing where it has both already."""
    told = {"status": status.value, "sentence": sentence}
    changes = {name: value for name, value in told.items() if getattr(rollout, name) != value}
    return Outcome(changes, "" if changes else "It has this status and sentence already.")


def shifted(rollout: Dated, days: int, which: Dates) -> Outcome:
    """Return the dates moved by `days` (earlier: below 0), both ends as far as they are known.

    A forecast that is not known begins from what was planned. What has happened does not move: of a
    rollout that has started only the end does, and nothing of one that is complete.
    """
    if rollout.status == Status.COMPLETE:
        return Outcome({}, "It is complete, so its dates do not move.")
    begun = rollout.actual_start is not None
    ends = ("end",) if begun and which is Dates.FORECAST else ("start", "end")
    known = {end: _from(rollout, which, end) for end in ends}
    moved = {f"{which.value}_{end}": on + timedelta(days=days) for end, on in known.items() if on}
    if not moved:
        return Outcome({}, "It has no such dates to move.")
    return Outcome(moved)


def _from(rollout: Dated, which: Dates, end: str) -> date | None:
    on: date | None = getattr(rollout, f"{which.value}_{end}")
    planned: date | None = getattr(rollout, f"planned_{end}")
    return on or (planned if which is Dates.FORECAST else None)


def shift_words(days: int, which: Dates) -> str:
    """Return "Forecast dates 14 days later" or "… earlier"."""
    return f"{which.words} {words.counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


@dataclass(frozen=True)
class SetStatus:
    """Give each rollout one status with one sentence."""

    status: Status
    sentence: str

    @property
    def words(self) -> str:
        return f"Status “{self.status.words}”"

    @property
    def is_plan(self) -> bool:
        return False

    def outcome(self, rollout: Dated) -> Outcome:
        """Return what this does to `rollout`."""
        return with_status(rollout, self.status, self.sentence)


@dataclass(frozen=True)
class Shift:
    """Move dates of each rollout by a number of days; earlier: below 0."""

    days: int
    which: Dates

    @property
    def words(self) -> str:
        return shift_words(self.days, self.which)

    @property
    def is_plan(self) -> bool:
        return self.which is Dates.PLANNED

    def outcome(self, rollout: Dated) -> Outcome:
        """Return what this does to `rollout`."""
        return shifted(rollout, self.days, self.which)


Ask = SetStatus | Shift
