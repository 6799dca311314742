"""What becomes of a flag on a stored window. Nothing moves by itself: a person decides."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    WAITING = "waiting", "Needs a decision"
    KEPT = "kept", "The window keeps its date"
    MOVED = "moved", "The window moves to the new date"
    TAKEN_BACK = "taken_back", "The day was taken back"


NEXT: dict[State, list[State]] = {
    State.WAITING: [State.KEPT, State.MOVED, State.TAKEN_BACK],
    State.KEPT: [],
    State.MOVED: [],
    State.TAKEN_BACK: [],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a flag in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A flag that is “{old.label}” cannot become “{new.label}”.")
