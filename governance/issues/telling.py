"""What other apps tell of a matter: they register here, as imports go one way."""

from collections.abc import Callable, Iterable

from governance.issues.chronology import Event
from governance.issues.models import Issue
from governance.people.permissions import Visitor

# Each returns the events of one matter that a visitor may read, in a fixed number of queries.
Teller = Callable[[Issue, Visitor], Iterable[Event]]
TELLERS: list[Teller] = []


def register(teller: Teller) -> None:
    """Let the history of every matter show what `teller` tells. Called once, as an app starts."""
    TELLERS.append(teller)


def told_elsewhere(issue: Issue, user: Visitor) -> list[Event]:
    """Return what every other app tells of a matter."""
    return [event for teller in TELLERS for event in teller(issue, user)]
