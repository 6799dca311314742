"""Where a call-in window stands at a given moment: one answer for page, PDF, feed and e-mail. Pure.

It follows from the stored deadline and the moment passed in, never from a job having run.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from governance.calendar import words
from governance.calendar.local_time import in_london, local_day
from governance.calendar.rules import Calendar, is_working_day, shift


class State(StrEnum):
    """Whether call-in is still possible by the clock alone; a call-in made is not known here."""

    OPEN = "open"
    CLOSES_TODAY = "closes_today"
    CLOSED = "closed"


@dataclass(frozen=True)
class Standing:
    """Where a window stands, in words without a full stop.

    sentence: the verdict as of now; it may say "today". dated_sentence: the same with the date
    always written out, for what is kept or read later (a PDF, a feed, an e-mail).
    days_left_words: working days left after today; empty once closed.
    effect_words: what follows for the decision, with its date.
    """

    state: State
    sentence: str
    dated_sentence: str
    days_left_words: str
    effect_words: str


def standing(
    window_closes_at: datetime,
    deadline_on: date,
    in_effect_on: date,
    now: datetime,
    calendar: Calendar,
) -> Standing:
    """Return where a window stands at `now`; at `window_closes_at` itself it is already closed.

    Both moments may be in any zone: the day is the day in London. `calendar` counts the days left.
    """
    closes_at, today = in_london(window_closes_at), local_day(now)
    if in_london(now) >= closes_at:
        return _closed(closes_at, deadline_on, in_effect_on, today)
    dated = f"Call-in closes {closing_words(closes_at, deadline_on)}"
    effect = f"If it is not called in, the decision takes effect on {words.day(in_effect_on)}"
    if today == deadline_on:
        how = (
            "at the end of the day"
            if _runs_to_midnight(closes_at)
            else f"at {words.clock(closes_at)}"
        )
        sentence = f"Call-in closes today {how}"
        return Standing(State.CLOSES_TODAY, sentence, dated, "Today is the last day", effect)
    left = words.days_left(_working_days_between(today, deadline_on, calendar))
    return Standing(State.OPEN, dated, dated, left, effect)


def _closed(closes_at: datetime, deadline_on: date, in_effect_on: date, today: date) -> Standing:
    closed = f"Call-in closed {closing_words(closes_at, deadline_on)}"
    begins = "In effect from" if today >= in_effect_on else "Takes effect on"
    effect = f"{begins} {words.day(in_effect_on)}"
    sentence = f"{closed}. {effect}"
    return Standing(State.CLOSED, sentence, sentence, "", effect)


def _runs_to_midnight(closes_at: datetime) -> bool:
    return closes_at.time() == time(0)


def closing_words(closes_at: datetime, deadline_on: date) -> str:
    """Return "at the end of Friday 21 April 2023" or "at 5pm on Friday 21 April 2023"."""
    closes_at = in_london(closes_at)
    if _runs_to_midnight(closes_at):
        return f"at the end of {words.day(deadline_on)}"
    return f"at {words.clock(closes_at)} on {words.day(deadline_on)}"


def _working_days_between(today: date, deadline_on: date, calendar: Calendar) -> int:
    days = (shift(today, ahead) for ahead in range(1, (deadline_on - today).days + 1))
    return sum(is_working_day(day, calendar) for day in days)
