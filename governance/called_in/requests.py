"""Requests for call-in are kept by another app: it registers here, as imports go one way.

A request freezes the decision from its instant until it is checked. Governance keeps only what a
valid one does (`CalledIn`); everything it shows of the time before comes from here, in one query
for a page however many decisions it shows.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from governance.call_in_windows.models import CallInWindow
from governance.called_in.rules import Before
from governance.people.models import User
from governance.people.permissions import Visitor

if TYPE_CHECKING:
    from governance.called_in.models import CalledIn
    from governance.notices.models import Notice


class Waiting(NamedTuple):
    """A request that somebody must check: the words for a list, and where to go."""

    due_on: date
    what: str
    says: str
    address: str


class Panel(NamedTuple):
    """What another app shows beside a notice: a template, and what it is given as `panel`."""

    template: str
    shown: Any


class Keeper(NamedTuple):
    """How another app tells of its requests, and what it wants to know.

    asked: of decisions (ids), by (decision, council) ids, what is known of requests.
    waiting: the requests that democratic services of these councils (ids) must check.
    panels: what a visitor is shown beside a notice, of its windows in force, at a moment.
    changed: called in the transaction in which the windows, the call-in or the publication of
        decisions (ids) changed; by whom, and when.
    ended: called in the transaction in which it was recorded how a valid call-in ended, whatever
        page recorded it; by whom, and when.
    """

    asked: Callable[[Collection[int]], dict[tuple[int, int], Before]]
    waiting: Callable[[Collection[int], date], list[Waiting]]
    panels: Callable[[Visitor, "Notice", list[CallInWindow], datetime], list[Panel]]
    changed: Callable[[Collection[int], User, datetime], None]
    ended: Callable[["CalledIn", User, datetime], None]


KEEPERS: list[Keeper] = []


def register(keeper: Keeper) -> None:
    """Let another app keep requests. Called once, as it starts."""
    KEEPERS.append(keeper)


def with_asked(windows: Iterable[CallInWindow]) -> list[CallInWindow]:
    """Return the windows, each with what is known of requests as its `asked`; one query."""
    found = list(windows)
    known: dict[tuple[int, int], Before] = {}
    if decisions := {window.decision_id for window in found}:
        for keeper in KEEPERS:
            known |= keeper.asked(decisions)
    for window in found:
        window.__dict__["asked"] = known.get((window.decision_id, window.council_id))
    return found


def asked_of(window: CallInWindow) -> Before | None:
    """Return what is known of requests for a window that `with_asked` has fetched; else None."""
    found: Before | None = window.__dict__.get("asked")
    return found


def waiting_since(window: CallInWindow) -> datetime | None:
    """Return the instant of a request for this decision at this council that waits to be checked.

    Asked of the database afresh: the caller holds the lock under which requests are made.
    """
    found = asked_of(with_asked([window])[0])
    return found.waiting_since if found else None


def waiting_at(councils: Collection[int], today: date) -> list[Waiting]:
    """Return the requests that democratic services of these councils (ids) must check."""
    return [one for keeper in KEEPERS for one in keeper.waiting(councils, today)]


def panels_for(
    user: Visitor, notice: "Notice", windows: list[CallInWindow], now: datetime
) -> list[Panel]:
    """Return what other apps show `user` beside a notice."""
    return [panel for keeper in KEEPERS for panel in keeper.panels(user, notice, windows, now)]


def changed(decisions: Iterable[int], *, by: User, at: datetime) -> None:
    """Tell other apps, in the same transaction, what changed of decisions (ids)."""
    if ids := set(decisions):
        for keeper in KEEPERS:
            keeper.changed(ids, by, at)


def ended(called: "CalledIn", *, by: User, at: datetime) -> None:
    """Tell other apps, in the same transaction, that a valid call-in has ended."""
    for keeper in KEEPERS:
        keeper.ended(called, by, at)
