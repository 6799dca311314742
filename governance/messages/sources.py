"""What each kind of message was written from: whether it is still wanted, and what it told of.

Whoever writes messages of a kind registers here, as messages know none of their writers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from governance.messages.models import Message
from governance.messages.rules import Ending
from governance.messages.transport import NotSentError
from governance.people.permissions import Visitor

NOT_WANTED = "Its reader may no longer read what it tells."


@dataclass(frozen=True)
class About:
    """What a message told of: titles with addresses, and how many the reader may not see.

    `counted` are the words, for one and for many, in which the unseen are counted.
    """

    told: list[tuple[str, str]]
    unseen: int = 0
    counted: str = "record,records"


class Source(NamedTuple):
    """`is_wanted` says just before sending whether a message may still go to its address;
    `dropped` is called in the transaction that gave up one that may not; `about` returns what a
    message told of, as far as a visitor may read it.
    """

    is_wanted: Callable[[Message], bool]
    dropped: Callable[[Message], None]
    about: Callable[[Message, Visitor], About]


REGISTERED: dict[str, Source] = {}


def register(kind: str, source: Source) -> None:
    """Name the source of a kind of message. Called once, as an app starts."""
    REGISTERED[kind] = source


def is_wanted(message: Message) -> bool:
    """Return whether a message may still go out: its account is active, its source agrees."""
    if message.user and not message.user.is_active:
        return False
    source = REGISTERED.get(message.kind)
    return source is None or source.is_wanted(message)


def check_wanted(message: Message) -> None:
    """Raise NotSentError where an account closed, or a role or subscription ended, meanwhile."""
    if not is_wanted(message):
        raise NotSentError(Ending.NOT_WANTED, NOT_WANTED)


def dropped(message: Message) -> None:
    """Tell the source that a message was given up because its reader may not read it."""
    if source := REGISTERED.get(message.kind):
        source.dropped(message)


def about(message: Message, user: Visitor) -> About:
    """Return what a message told of, as far as `user` may read it."""
    source = REGISTERED.get(message.kind)
    return source.about(message, user) if source else About([])
