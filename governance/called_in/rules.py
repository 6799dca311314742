"""Where a decision stands at each council that may call it in, and in all. Pure.

Nothing here is a stored state: it follows from the clock, the stored windows and what was recorded
of a call-in, so that no page waits for a job. A joint body's decision has a window at each council:
it is frozen while called in at any of them, and takes effect when the last is clear. Source: Local
Government Act 2000, section 9F(4), each council's constitution, and the common clause of joint
arrangements that the last council's process must be complete.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.calendar.rules import Calendar, shift
from governance.call_in_windows.standing import State as ByTheClock
from governance.call_in_windows.standing import standing


class State(StrEnum):
    """In the order in which one council's state holds up all the others."""

    CALLED_IN = "called_in"
    REQUESTED = "requested"
    REFERRED = "referred"
    DECIDED_AGAIN = "decided_again"
    OPEN = "open"
    CLOSES_TODAY = "closes_today"
    CLOSED = "closed"
    RELEASED = "released"
    IN_EFFECT = "in_effect"


HOLDS_UP = list(State)
FREEZES = (State.CALLED_IN, State.REQUESTED, State.REFERRED)
SAID_WITH_ITS_COUNCIL = (*FREEZES, State.OPEN, State.CLOSES_TODAY)
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
    `lapses`: whether by the rule the decision takes effect if nobody hears it in time.
    """

    received_at: datetime
    hearing_by: date | None = None
    outcome: str = ""
    ended_on: date | None = None
    in_effect_on: date | None = None
    again: tuple[str, date] | None = None
    lapses: bool = False


@dataclass(frozen=True)
class Before:
    """What is known beside a valid call-in, of requests and of the hearing.

    waiting_since: the instant of a request that is being checked; released_on: the day the last
    one fell, and how; hearing_on: the day for which a hearing is arranged, and before whom.
    """

    waiting_since: datetime | None = None
    released_on: date | None = None
    how: str = ""
    hearing_on: date | None = None
    hearing_body: str = ""


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
    before: Before | None = None,
) -> Stand:
    """Return where a decision stands at one council.

    `window` is (moment it closes, last day, first day in effect if nobody calls it in), as stored;
    `request` the valid call-in, if there was one; `calendar` counts the days left; `before` is what
    is known of requests that were not found valid, or not yet, and of the hearing.
    """
    closes_at, deadline_on, in_effect_on = window
    before = before or Before()
    if request is not None:
        request = _by_the_clock(request, in_effect_on, now, before)
        return _called_in(council, closes_at, deadline_on, request, before, now)
    if before.waiting_since:
        return _requested(council, closes_at, deadline_on, before.waiting_since)
    fell = ""
    if before.released_on:
        # While it was being checked nothing could be done, so it takes effect no sooner than that.
        in_effect_on = max(in_effect_on, before.released_on)
        fell = f". A request to call it in was {before.how} on {words.day(before.released_on)}"
    found = standing(closes_at, deadline_on, in_effect_on, now, calendar)
    if found.state is not ByTheClock.CLOSED:
        state = State.OPEN if found.state is ByTheClock.OPEN else State.CLOSES_TODAY
        more = f"{found.days_left_words}. {found.effect_words}{fell}"
        return Stand(council, state, found.sentence, more, closes_at, deadline_on, in_effect_on)
    state = State.IN_EFFECT if local_day(now) >= in_effect_on else State.CLOSED
    closed = f"{found.sentence.split('. ')[0]}{fell}"
    return Stand(council, state, found.effect_words, closed, closes_at, deadline_on, in_effect_on)


def _requested(council: str, closes_at: datetime, deadline_on: date, since: datetime) -> Stand:
    sentence = f"A call-in was requested on {words.day(since)}"
    more = "The proper officer is checking it; nothing may be done meanwhile"
    return Stand(council, State.REQUESTED, sentence, more, closes_at, deadline_on, None)


def _by_the_clock(request: Request, in_effect_on: date, now: datetime, before: Before) -> Request:
    """Return the call-in as lapsed where nobody heard it in time and the rule says so."""
    last = request.hearing_by
    if request.outcome or not request.lapses or last is None:
        return request
    if not is_unheard(last, before.hearing_on, local_day(now)):
        return request
    after = shift(last, 1)
    return replace(request, outcome="lapsed", ended_on=after, in_effect_on=max(after, in_effect_on))


def is_unheard(hearing_by: date, hearing_on: date | None, today: date) -> bool:
    """Return whether the last day to hear a call-in has passed, and nobody arranged to in time.

    One that was arranged in time is not unheard, however late its outcome is written down.
    """
    return today > hearing_by and (hearing_on is None or hearing_on > hearing_by)


def _hearing(request: Request, before: Before) -> str:
    by = f"by {words.day(request.hearing_by)}" if request.hearing_by else ""
    if before.hearing_on:
        return f"{before.hearing_body} hears it on {words.day(before.hearing_on)}. "
    return f"It is to be heard {by}. " if by else ""


def _called_in(
    council: str,
    closes_at: datetime,
    deadline_on: date,
    request: Request,
    before: Before,
    now: datetime,
) -> Stand:
    received = f"Called in on {words.day(request.received_at)}"
    if not request.outcome or request.ended_on is None:
        heard = _hearing(request, before)
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
    if several and last.state in SAID_WITH_ITS_COUNCIL:
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
