"""What the pages of the outbox show: never the text of a message, which is its reader's."""

from collections.abc import Iterable
from dataclasses import dataclass

from governance.messages.models import Message
from governance.messages.states import State

SHAPES = {
    State.WAITING: "open",
    State.CLAIMED: "open",
    State.SENT: "done",
    State.GIVEN_UP: "bad",
}


@dataclass(frozen=True)
class Row:
    message: Message
    shape: str
    says: str


def rows(found: Iterable[Message]) -> list[Row]:
    """Return messages for a list, each with its state in a shape and words."""
    return [_row(message) for message in found]


def _row(message: Message) -> Row:
    state = State(message.state)
    said = state.label
    if state is State.WAITING and message.attempts:
        said = "Waiting to be tried again"
    return Row(message, SHAPES[state], said)
