"""Where a duty stands on a day. Pure; a missed one says so for as long as it is not done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.calendar import words
from governance.calendar.rules import months_from


class State(StrEnum):
    NOT_YET = "not_yet"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    PASSED = "passed"


@dataclass(frozen=True)
class Standing:
    """The state with its shape, in a word or three, and the dates that explain it."""

    state: State
    shape: str
    says: str
    dates: str


def standing(
    due_from: date | None, due_on: date, done_on: date | None, today: date, *, passes: bool = False
) -> Standing:
    """Return where a duty stands on `today`; on its last day it is not yet overdue.

    passes: the clock ends it, as a call-in window closes: afterwards it is over, never overdue.
    """
    dates = f"by {words.day(due_on)}"
    if due_from:
        dates = f"between {words.day(due_from)} and {words.day(due_on)}"
    if done_on:
        late = done_on > due_on
        says = f"Done on {words.day(done_on)}{', late' if late else ''}"
        return Standing(State.DONE_LATE if late else State.DONE, "done", says, f"Due {dates}")
    if today > due_on and passes:
        return Standing(State.PASSED, "closed", f"Over since {words.day(due_on)}", f"Was {dates}")
    if today > due_on:
        days = words.counted((today - due_on).days, "day")
        return Standing(State.OVERDUE, "bad", f"Overdue by {days}", f"Was due {dates}")
    if due_from and today < due_from:
        return Standing(State.NOT_YET, "idle", "Not due yet", f"Due {dates}")
    return Standing(State.DUE, "open", "To be done", f"Due {dates}")


def next_due(due_on: date, done_on: date, months: int, repeat_from: str) -> date:
    """Return when a duty that repeats every so many months is due again.

    repeat_from: "due" counts from the day it was due, however late it was done; an occurrence that
    is over when this one is done is left out. "done" counts from the day it was done. The last day
    of a month leads to the last day of a month.
    """
    if repeat_from == "done":
        return months_from(done_on, months)
    times = 1
    while (found := months_from(due_on, months * times)) <= done_on:
        times += 1
    return found
