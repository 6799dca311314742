"""What may happen to a meeting, in the words the public reads."""

from datetime import date

from django.db.models import TextChoices

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
    State.CANCELLED: [],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a meeting in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A meeting that is “{old.label}” cannot become “{new.label}”.")


def in_words(state: State, held_on: date, today: date) -> str:
    """Return how a meeting stands on `today`: an agenda whose day has passed claims no future."""
    if state == State.CALLED and held_on < today:
        return "Its day has passed; no minutes are recorded here"
    return state.label
