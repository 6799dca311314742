"""What a kind of notice is: what it publishes, what it wants, how it is shown.

A kind is one small module of this package; `registry` names them all. To add one: its name and
subject in `notices.subjects`, its module here, its line in the registry, its two templates.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models

from governance.decisions.rules import Check
from governance.notices.publication import Publication

if TYPE_CHECKING:
    from governance.notices.models import Notice, NoticeVersion
    from governance.notices.standing import Verdict
    from governance.people.models import User

Snapshot = dict[str, Any]


class Source(NamedTuple):
    """A model whose records a kind reads: each of its fields is published or is not.

    A field in neither list fails a test, so that whoever adds a field decides.
    """

    model: type[models.Model]
    published: frozenset[str]
    not_published: frozenset[str]


class Line(NamedTuple):
    """A line of the checklist, and the address where what it asks for is written."""

    check: Check
    address: str


def nothing_more(*_: object) -> None:
    """Most kinds have no further rule, and write nothing beside their version."""


class ClockChoice(NamedTuple):
    """What a correction may do to a period: how the form asks it, and how the notice prints it.

    `printed` may hold “{}” for the day to which it runs on.
    """

    asked: str
    printed: str


@dataclass(frozen=True)
class Kind:
    """A kind of notice.

    code: its `Notice.Kind`. sources: the allow-list.
    facts: what this kind freezes, as plain JSON values under keys of its own.
    checklist: what it still wants at a moment; those that are missing stop publication without a
    reason. refuse: raises Refused where it may not be published at all at a moment.
    words: a snapshot as its templates show it. heading: what it is called in lists.
    page, printed: the templates of the body of its page and of its PDF.
    decides: it publishes decisions and opens their call-in windows.
    clocks: what a correction may do to the period that it begins, by `NoticeVersion.Clock`; empty
    where no period hangs on it. period: what that period is called.
    published: what else is written when a version is published, in the same transaction.
    standing: where one that opens no window stands at a moment.
    related: what to fetch with a list of its notices, so that their checklists cost no query each.
    """

    code: str
    sources: tuple[Source, ...]
    facts: "Callable[[Notice, Publication], Snapshot]"
    checklist: "Callable[[Notice, datetime], list[Line]]"
    words: Callable[[Snapshot], dict[str, Any]]
    heading: Callable[[Snapshot], str]
    page: str
    printed: str
    standing: "Callable[[Snapshot, datetime], Verdict] | None" = None
    refuse: "Callable[[Notice, datetime], None]" = nothing_more
    published: "Callable[[Notice, NoticeVersion, User], None]" = nothing_more
    decides: bool = False
    clocks: Mapping[str, ClockChoice] = field(default_factory=dict)
    period: str = "the call-in window"
    related: tuple[str, ...] = ()
