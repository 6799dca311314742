"""What may happen to a meeting, in the words the public reads."""

from datetime import date, time

from django.db.models import TextChoices

from governance.calendar import words
from governance.errors import Refused


class State(TextChoices):
    DRAFT = "draft", "Draft"
    CALLED = "called", "To be held"
    HELD = "held", "Held"
    ADJOURNED = "adjourned", "Adjourned"
    CANCELLED = "cancelled", "Cancelled"


NEXT: dict[State, list[State]] = {
    State.DRAFT: [State.CALLED, State.HELD, State.CANCELLED],
    State.CALLED: [State.HELD, State.ADJOURNED, State.CANCELLED],
    State.ADJOURNED: [State.HELD, State.CANCELLED],
    State.HELD: [],
    # Called again: a meeting cancelled by mistake, or held on its day after all.
    State.CANCELLED: [State.CALLED],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a meeting in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A meeting that is “{old.label}” cannot become “{new.label}”.")


def in_words(
    state: State, held_on: date, today: date, adjourned_to: tuple[date, time | None] | None = None
) -> str:
    """Return how a meeting stands on `today`: an agenda whose day has passed claims no future.

    `adjourned_to` is when the meeting goes on, where it was adjourned to another.
    """
    if state == State.CALLED and held_on < today:
        return "Its day has passed; no minutes are recorded here"
    if adjourned_to:
        return f"Adjourned to {when(*adjourned_to)}"
    if state == State.ADJOURNED:
        return "Adjourned to a day not yet fixed"
    return state.label


def when(on: date, at: time | None) -> str:
    """Return "Tuesday 16 January 2024 at 6pm"."""
    return words.day(on) + (f" at {words.clock(at)}" if at else "")
