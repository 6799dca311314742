"""What follows an attempt to send a message: another one after a while, or none. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

# Between attempts: a mail server that is down for a weekend loses nothing.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440, 1440))
DOUBTS_ALLOWED = 1


class Ending(StrEnum):
    """How an attempt ended, as far as the sender can know."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    REFUSED = "refused"
    IN_DOUBT = "in_doubt"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True)
class Step:
    """What becomes of a message: it was sent, or it waits so long, or (no wait) is given up."""

    is_sent: bool = False
    wait: timedelta | None = None

    @property
    def is_given_up(self) -> bool:
        return not self.is_sent and self.wait is None


def after(ending: Ending, *, attempts: int, doubts: int) -> Step:
    """Return what follows an attempt; `attempts` and `doubts` count it already.

    What was certainly not accepted is tried again for about three days. What may have been accepted
    is tried once more, so that at most one copy too many arrives, and then left to a person. What
    the server refused for good, such as an address that does not exist, is not tried again; nor
    is what its reader may no longer read.
    """
    if ending is Ending.SENT:
        return Step(is_sent=True)
    if ending in (Ending.REFUSED, Ending.NOT_WANTED) or attempts > len(WAITS):
        return Step()
    if ending is Ending.IN_DOUBT and doubts > DOUBTS_ALLOWED:
        return Step()
    return Step(wait=WAITS[attempts - 1])
