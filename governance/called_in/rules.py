"""Where a decision stands at each council that may call it in, and in all. Pure.

Nothing here is a stored state: it follows from the clock, the stored windows and what was recorded
of a call-in, so that no page waits for a job. A joint body's decision has a window at each council:
it is frozen while called in at any of them, and takes effect when the last is clear. Source: Local
Government Act 2000, section 9F(4), each council's constitution, and the common clause of joint
arrangements that the last council's process must be complete.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.calendar.rules import Calendar
from governance.call_in_windows.standing import State as ByTheClock
from governance.call_in_windows.standing import standing


class State(StrEnum):
    """In the order in which one council's state holds up all the others."""

    CALLED_IN = "called_in"
    REFERRED = "referred"
    DECIDED_AGAIN = "decided_again"
    OPEN = "open"
    CLOSES_TODAY = "closes_today"
    CLOSED = "closed"
    RELEASED = "released"
    IN_EFFECT = "in_effect"


HOLDS_UP = list(State)
AGAIN = {
    "": "Decided again",
    "confirmed": "Confirmed as it was",
    "modified": "Confirmed with changes",
    "rescinded": "Rescinded",
}
ENDINGS = {
    "no_action": "Released: the scrutiny committee took no further action",
    "withdrawn": "Released: those who called it in withdrew the call-in",
    "lapsed": "Released: the call-in lapsed, because it was not heard in time",
}


@dataclass(frozen=True)
class Request:
    """A valid call-in, as recorded: `outcome` is empty while it waits to be heard.

    `again`: what became of a decision that was referred, and the day it was decided again.
    """

    received_at: datetime
    hearing_by: date | None = None
    outcome: str = ""
    ended_on: date | None = None
    in_effect_on: date | None = None
    again: tuple[str, date] | None = None


@dataclass(frozen=True)
class Stand:
    """Where a decision stands; sentences without a full stop at the end.

    `council` is empty where there is only one. `in_effect_on` is None while a call-in keeps the
    date from being known.
    """

    council: str
    state: State
    sentence: str
    more: str
    closes_at: datetime
    deadline_on: date
    in_effect_on: date | None

    @property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.CLOSES_TODAY)


def at_council(
    council: str,
    window: tuple[datetime, date, date],
    request: Request | None,
    now: datetime,
    calendar: Calendar,
) -> Stand:
    """Return where a decision stands at one council.

    `window` is (moment it closes, last day, first day in effect if nobody calls it in), as stored;
    `request` the valid call-in, if there was one; `calendar` counts the days left.
    """
    closes_at, deadline_on, in_effect_on = window
    if request is not None:
        return _called_in(council, closes_at, deadline_on, request, now)
    found = standing(closes_at, deadline_on, in_effect_on, now, calendar)
    if found.state is not ByTheClock.CLOSED:
        state = State.OPEN if found.state is ByTheClock.OPEN else State.CLOSES_TODAY
        more = f"{found.days_left_words}. {found.effect_words}"
        return Stand(council, state, found.sentence, more, closes_at, deadline_on, in_effect_on)
    state = State.IN_EFFECT if local_day(now) >= in_effect_on else State.CLOSED
    closed = found.sentence.split(". ")[0]
    return Stand(council, state, found.effect_words, closed, closes_at, deadline_on, in_effect_on)


def _called_in(
    council: str, closes_at: datetime, deadline_on: date, request: Request, now: datetime
) -> Stand:
    received = f"Called in on {words.day(request.received_at)}"
    if not request.outcome or request.ended_on is None:
        heard = (
            f"It is to be heard by {words.day(request.hearing_by)}. " if request.hearing_by else ""
        )
        more = f"{heard}Until the call-in ends, nothing may be done under the decision"
        sentence = f"{received}: frozen until it is heard"
        return Stand(council, State.CALLED_IN, sentence, more, closes_at, deadline_on, None)
    ended = words.day(request.ended_on)
    if request.again:
        sentence = f"{AGAIN[request.again[0]]} on {words.day(request.again[1])}"
        more = f"{received}. The decision was taken again, and the new one counts"
        return Stand(council, State.DECIDED_AGAIN, sentence, more, closes_at, deadline_on, None)
    if request.in_effect_on is None:
        whom = "the full council" if request.outcome == "council" else "who made it"
        sentence = f"Referred to {whom} on {ended}"
        more = f"{received}. It takes no effect unless it is confirmed"
        return Stand(council, State.REFERRED, sentence, more, closes_at, deadline_on, None)
    holds = local_day(now) >= request.in_effect_on
    sentence = (
        f"{'In effect from' if holds else 'Takes effect on'} {words.day(request.in_effect_on)}"
    )
    more = f"{received}. {ENDINGS[request.outcome]}, on {ended}"
    state = State.IN_EFFECT if holds else State.RELEASED
    return Stand(council, state, sentence, more, closes_at, deadline_on, request.in_effect_on)


def together(stands: Sequence[Stand]) -> Stand:
    """Return where a decision stands in all, of where it stands at each council (at least one).

    The council that holds it up longest speaks for all; its name is said where there are several.
    """
    several = len({stand.council for stand in stands}) > 1
    last = min(stands, key=_holds_up)
    sentence, more = last.sentence, last.more
    if several and last.state in (State.CALLED_IN, State.REFERRED, State.OPEN, State.CLOSES_TODAY):
        sentence = f"{last.sentence} at {last.council}"
    elif several:
        more = f"{last.more} at {last.council}"
    return Stand(
        last.council if several else "",
        last.state, sentence, more,
        max(stand.closes_at for stand in stands),
        max(stand.deadline_on for stand in stands),
        _last_day(stand.in_effect_on for stand in stands),
    )  # fmt: skip


def _holds_up(stand: Stand) -> tuple[int, float]:
    """Order by state; open until later, or in effect later, comes before the same but sooner."""
    if stand.is_open:  # the last to close speaks, whether or not another closes today
        return HOLDS_UP.index(State.OPEN), -stand.closes_at.timestamp()
    return HOLDS_UP.index(stand.state), -(stand.in_effect_on or date.max).toordinal()


def _last_day(days: Iterable[date | None]) -> date | None:
    found = list(days)
    known = [day for day in found if day is not None]
    return max(known) if len(known) == len(found) else None
