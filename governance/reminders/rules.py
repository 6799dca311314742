"""On which occasions somebody is reminded of a duty. Pure: the day is passed in.

An occasion is a day counted from the day the duty is due: so many days before, the day itself, the
day after, and then every week. The question is always "which occasion is the newest that has come?"
and never "is today such a day?", so that a day on which nothing ran loses nothing, and a second run
finds nothing to add.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Self

from governance.duties.kinds import ENDED_BY_THE_CLOCK, leads_of

DAYS_A_WEEK = 7
# From this day after it was due, those who watch over the council's duties are told as well.
ESCALATED_AFTER = 1 + DAYS_A_WEEK


@dataclass(frozen=True, order=True)
class Occasion:
    """So many days after (or, negative, before) the day on which a duty was due then."""

    due_on: date
    offset: int

    def __str__(self) -> str:
        way = "after" if self.offset > 0 else "before"
        return f"{self.due_on.isoformat()} {abs(self.offset)} {way}"

    @classmethod
    def read(cls, said: str) -> Self:
        """Return the occasion that `str` wrote."""
        due_on, days, way = said.split(" ")
        return cls(date.fromisoformat(due_on), int(days) * (1 if way == "after" else -1))

    @property
    def is_early(self) -> bool:
        return self.offset < 0

    @property
    def is_escalated(self) -> bool:
        return self.offset >= ESCALATED_AFTER


@dataclass(frozen=True)
class Facts:
    """What of a duty its reminders depend on."""

    kind: str
    due_on: date
    lead_days: list[int] | None = None
    acknowledged_until: date | None = None


def newest_occasion(duty: Facts, today: date) -> Occasion | None:
    """Return the newest occasion that has come by `today`; None where none has yet."""
    offset = (today - duty.due_on).days
    if offset > 0:
        if duty.kind in ENDED_BY_THE_CLOCK:
            return None
        return Occasion(duty.due_on, offset - (offset - 1) % DAYS_A_WEEK)
    come = [-lead for lead in (*leads_of(duty.kind, duty.lead_days), 0) if -lead <= offset]
    return Occasion(duty.due_on, max(come)) if come else None


def is_to_be_told(
    duty: Facts, occasion: Occasion, told: Collection[str], today: date, *, works: bool, early: bool
) -> bool:
    """Return whether somebody is written to today about a duty, on its newest occasion.

    told: the occasions, as written, on which this person was told of it. works: whether today is a
    working day of the council. early: whether the person wants to be told before it is due. Nothing
    is said on a day that is not a working day unless it is the day itself; nor before the day until
    which it was acknowledged; nor of an occasion that is older than one that was told, as when a
    clock went back.
    """
    if str(occasion) in told or (occasion.is_early and not early):
        return False
    if duty.acknowledged_until and today < duty.acknowledged_until:
        return False
    if not works and today != duty.due_on:
        return False
    same_day = (one for one in map(Occasion.read, told) if one.due_on == occasion.due_on)
    return all(one.offset < occasion.offset for one in same_day)
