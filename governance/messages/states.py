"""What may happen next to a message in the outbox."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    WAITING = "waiting", "Waiting"
    CLAIMED = "claimed", "Being sent"
    SENT = "sent", "Sent"
    GIVEN_UP = "given_up", "Given up"


NEXT: dict[State, list[State]] = {
    State.WAITING: [State.CLAIMED],
    # A claim that lapsed is claimed anew; what failed waits for its next attempt, or is given up.
    State.CLAIMED: [State.SENT, State.WAITING, State.GIVEN_UP, State.CLAIMED],
    State.SENT: [],
    # An administrator put right what was wrong and tries once more.
    State.GIVEN_UP: [State.WAITING],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a message in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A message that is “{old.label}” cannot become “{new.label}”.")
