"""Where a duty stands on a day. Pure; a missed one says so for as long as it is not done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.calendar import words


class State(StrEnum):
    NOT_YET = "not_yet"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"


@dataclass(frozen=True)
class Standing:
    """The state with its shape, in a word or three, and the dates that explain it."""

    state: State
    shape: str
    says: str
    dates: str


def standing(due_from: date | None, due_on: date, done_on: date | None, today: date) -> Standing:
    """Return where a duty stands on `today`; on its last day it is not yet overdue."""
    dates = f"by {words.day(due_on)}"
    if due_from:
        dates = f"between {words.day(due_from)} and {words.day(due_on)}"
    if done_on:
        late = done_on > due_on
        says = f"Done on {words.day(done_on)}{', late' if late else ''}"
        return Standing(State.DONE_LATE if late else State.DONE, "done", says, f"Due {dates}")
    if today > due_on:
        days = words.counted((today - due_on).days, "day")
        return Standing(State.OVERDUE, "bad", f"Overdue by {days}", f"Was due {dates}")
    if due_from and today < due_from:
        return Standing(State.NOT_YET, "idle", "Not due yet", f"Due {dates}")
    return Standing(State.DUE, "open", "To be done", f"Due {dates}")
