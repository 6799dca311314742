"""What the pages of the outbox show: never the text of a message, which is its reader's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from governance.duties.models import Duty
from governance.messages.models import Message
from governance.messages.states import State
from governance.people.permissions import Visitor

SHAPES = {
    State.WAITING: "open",
    State.CLAIMED: "open",
    State.SENT: "done",
    State.GIVEN_UP: "bad",
}
MOST_SHOWN = 100


@dataclass(frozen=True)
class Row:
    message: Message
    shape: str
    says: str


@dataclass(frozen=True)
class About:
    """What a message told of: titles with addresses, and how many the reader may not see."""

    told: list[tuple[str, str]]
    unseen: int


def rows(found: Iterable[Message]) -> list[Row]:
    """Return messages for a list, each with its state in a shape and words."""
    return [_row(message) for message in found]


def _row(message: Message) -> Row:
    state = State(message.state)
    said = state.label
    if state is State.WAITING and message.attempts:
        said = "Waiting to be tried again"
    return Row(message, SHAPES[state], said)


def about(message: Message, user: Visitor) -> About:
    """Return the duties that a message told of, as far as `user` may read them."""
    told = Duty.objects.filter(reminders__message=message).order_by("due_on", "pk")
    readable = Duty.objects.visible_to(user).filter(pk__in=told.values("pk"))
    shown = [
        (duty.title, reverse("duties:detail", args=[duty.pk]))
        for duty in readable.order_by("due_on", "pk")[:MOST_SHOWN]
    ]
    return About(shown, told.count() - len(shown))
