"""What is different between how a row of the roadmap stood on a day and how it stands. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.calendar import words
from roadmap.items.rules import Outcome, Status


@dataclass(frozen=True)
class Compared:
    """A field that readers follow: its words, and how its values are said."""

    field: str
    words: str
    say: Callable[[Any], str] = str


@dataclass(frozen=True)
class Difference:
    """A field with what it said then ("" where nothing) and what it says now."""

    field: str
    words: str
    was: str
    now: str


def _status(value: Any) -> str:
    return Status(value).words if value else "as its rollouts"


ROLLOUT = (
    Compared("status", "Status", _status),
    Compared("sentence", "Why"),
    Compared("forecast_start", "Forecast start", words.short_day),
    Compared("forecast_end", "Forecast end", words.short_day),
    Compared("actual_start", "Started", words.short_day),
    Compared("actual_end", "Ended", words.short_day),
    Compared("planned_start", "Planned start", words.short_day),
    Compared("planned_end", "Planned end", words.short_day),
    Compared("owner", "Owner"),
    Compared("turn", "Turn"),
    Compared("turn_reason", "Why this turn"),
    Compared("phase", "Phase"),
)
ITEM = (
    Compared("title", "Title"),
    Compared("status", "Status", _status),
    Compared("sentence", "Why"),
    Compared("description", "Description"),
    Compared("owner", "Owner"),
    Compared("pattern_reason", "Why in that order"),
)
MILESTONE = (
    Compared("title", "Title"),
    Compared("planned_on", "Planned for", words.short_day),
    Compared("forecast_on", "Forecast for", words.short_day),
    Compared("met_on", "Met on", words.short_day),
)
GATE = (
    Compared("outcome", "Outcome", lambda value: Outcome(value).words),
    Compared("due_on", "To be decided by", words.short_day),
    Compared("decided_on", "Decided on", words.short_day),
    Compared("sentence", "What was found"),
)


def differences(
    was: Mapping[str, Any], now: Mapping[str, Any], fields: Iterable[Compared]
) -> list[Difference]:
    """Return the fields that differ, in the order of `fields`; a change undone is none."""
    return [
        Difference(one.field, one.words, _said(was[one.field], one), _said(now[one.field], one))
        for one in fields
        if was[one.field] != now[one.field]
    ]


def _said(value: Any, one: Compared) -> str:
    return "" if value is None or value == "" else one.say(value)


@dataclass(frozen=True)
class Moved:
    """How one rollout moved: its status then (None: it is new) and now, and its ends."""

    was: str | None
    now: str
    ended: date | None = None
    ends: date | None = None


def in_words(moved: Iterable[Moved]) -> str:
    """Return "2 became off track, 1 became complete, 3 end later, 1 ends earlier, 1 is new"; ""."""
    every = list(moved)
    became = Counter(Status(m.now) for m in every if m.was is not None and m.was != m.now)
    told = [
        f"{became[status]} became {status.words.lower()}" for status in Status if became[status]
    ]
    pairs = [(m.ended, m.ends) for m in every if m.was is not None and m.ended and m.ends]
    for how, many in (
        ("later", sum(now > then for then, now in pairs)),
        ("earlier", sum(now < then for then, now in pairs)),
    ):
        told += [f"{many} {'ends' if many == 1 else 'end'} {how}"] if many else []
    new = sum(m.was is None for m in every)
    told += [f"{new} {'is' if new == 1 else 'are'} new"] if new else []
    return ", ".join(told)
