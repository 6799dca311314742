"""The ways a message can leave: each tells truthfully how an attempt ended."""

from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from governance.messages.models import Message
from governance.messages.rules import Ending

THROUGH = {
    "smtp": "governance.messages.smtp.Smtp",
    "notify": "governance.messages.notify.Notify",
}
# Asked just before the text leaves; False: somebody else sends it now, so this one must not.
HandOver = Callable[[], bool]


class NotSentError(Exception):
    """An attempt ended otherwise than sent; `ending` says how much is known of that.

    `is_blocked`: it was no fault of this message, so that the next would fare no better now.
    """

    def __init__(self, ending: Ending, why: str, *, is_blocked: bool = False) -> None:
        super().__init__(why)
        self.ending = ending
        self.is_blocked = is_blocked


class Transport(Protocol):
    def send(self, message: Message, hand_over: HandOver) -> str:
        """Send it and return what the other side called it; raise NotSentError otherwise."""

    def close(self) -> None:
        """End what was opened."""


def transport() -> Transport:
    """Return the way that this installation sends its mail (MAIL_THROUGH)."""
    made: Transport = import_string(THROUGH[settings.MAIL_THROUGH])()
    return made
