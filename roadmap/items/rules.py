"""How items and rollouts stand, what may follow what, and what a phase waits for.

Pure: no Django, no clock. Dates, and the day that it is, are passed in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from governance.calendar import words


class Status(StrEnum):
    """How a rollout stands: the words officers use, and a shape that needs no colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    COMPLETE = "complete"
    NOT_STARTED = "not_started"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def shape(self) -> str:
        """Return the name of its drawing in governance.pages.shapes."""
        return _SHAPES[self]


_WORDS = {
    Status.GREEN: "On track",
    Status.AMBER: "At risk",
    Status.RED: "Off track",
    Status.COMPLETE: "Complete",
    Status.NOT_STARTED: "Not started",
}
_SHAPES = {
    Status.GREEN: "good",
    Status.AMBER: "warn",
    Status.RED: "bad",
    Status.COMPLETE: "done",
    Status.NOT_STARTED: "idle",
}
# Worst first: the status of an item is the first of these that one of its rollouts has.
WORST_FIRST = (Status.RED, Status.AMBER, Status.GREEN, Status.NOT_STARTED, Status.COMPLETE)
# As totals are told: what is done comes first.
AS_TOLD = (Status.COMPLETE, Status.GREEN, Status.AMBER, Status.RED, Status.NOT_STARTED)


class Outcome(StrEnum):
    """What a body made of the question at a gate."""

    WAITING = "waiting"
    PASSED = "passed"
    NOT_PASSED = "not_passed"

    @property
    def words(self) -> str:
        return {"waiting": "Not decided yet", "passed": "Passed", "not_passed": "Not passed"}[self]

    @property
    def shape(self) -> str:
        """Return the name of its drawing in governance.pages.shapes."""
        return {"waiting": "open", "passed": "done", "not_passed": "closed"}[self]


class Dated(Protocol):
    """What the rules read of a rollout."""

    status: str
    phase: int
    planned_start: date | None
    planned_end: date | None
    forecast_start: date | None
    forecast_end: date | None
    actual_start: date | None
    actual_end: date | None


def worst(statuses: Iterable[str]) -> Status | None:
    """Return the status of an item whose rollouts have these; None where it has no rollouts.

    The worst counts: one rollout that is off track puts the item off track. An item is complete
    only when every rollout is.
    """
    found = {Status(status) for status in statuses}
    return next((status for status in WORST_FIRST if status in found), None)


def totals(statuses: Iterable[str] | Mapping[str, int]) -> str:
    """Return "of 12 rollouts, 5 complete, 3 on track, 1 not started"; "" for none.

    `statuses` are those of the rollouts, one each, or how many have each.
    """
    found = Counter(statuses)
    if not found.total():
        return ""
    told = [f"{found[one]} {one.words.lower()}" for one in AS_TOLD if found[one]]
    return f"of {words.counted(found.total(), 'rollout')}, {', '.join(told)}"


# --- Dates ---------------------------------------------------------------------------------------


def span(rollout: Dated) -> tuple[date | None, date | None]:
    """Return from when to when it runs as far as is known: actual, else forecast, else planned."""
    start = rollout.actual_start or rollout.forecast_start or rollout.planned_start
    end = rollout.actual_end or rollout.forecast_end or rollout.planned_end
    return start, end


def slip(planned: date | None, now: date | None) -> int | None:
    """Return how many days later than planned it is (earlier: below 0); None where unknown."""
    return (now - planned).days if planned and now else None


def slip_words(days: int | None) -> str:
    """Return "46 days later than planned", "31 days earlier than planned", "as planned", or ""."""
    if days is None:
        return ""
    if days == 0:
        return "as planned"
    return f"{words.counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'} than planned"


def is_late(rollout: Dated, today: date) -> bool:
    """Has the day passed by which it was to end, while nobody has said that it is complete?"""
    end = rollout.forecast_end or rollout.planned_end
    return rollout.status != Status.COMPLETE and end is not None and end < today


def wrong_dates(rollout: Dated) -> dict[str, str]:
    """Return field -> what is wrong with its dates or with its status beside them, in a sentence.

    The database refuses the same. A complete rollout may lack its dates: then they are not
    recorded.
    """
    wrong = {}
    for kind in ("planned", "forecast", "actual"):
        start, end = getattr(rollout, f"{kind}_start"), getattr(rollout, f"{kind}_end")
        if start and end and end < start:
            wrong[f"{kind}_end"] = f"It starts on {words.day(start)}: it cannot end before that."
    if rollout.status == Status.NOT_STARTED and rollout.actual_start:
        wrong["actual_start"] = "It has started, so choose another status, or take out the day."
    if rollout.actual_end and rollout.status != Status.COMPLETE:
        wrong["actual_end"] = "It has ended, so choose Complete, or take out the day."
    return wrong


def to_come(rollout: Dated, today: date) -> dict[str, str]:
    """Return field -> why a day that is said to have happened cannot lie after `today`."""
    return {
        name: f"{words.day(on)} is still to come: give it as a forecast."
        for name in ("actual_start", "actual_end")
        if (on := getattr(rollout, name)) and on > today
    }


def has_started(rollout: Dated) -> bool:
    """Does its status, or a day on which it began, say that it is under way or done?"""
    return rollout.status != Status.NOT_STARTED or rollout.actual_start is not None


# --- Gates ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Gate:
    """A question that a body answers before a phase may start."""

    phase: int
    body: str
    due_on: date
    outcome: Outcome


def holding(phase: int, gates: Iterable[Gate]) -> list[Gate]:
    """Return the gates that `phase` waits for: its own and those of earlier phases, not passed."""
    held = [gate for gate in gates if gate.phase <= phase and gate.outcome != Outcome.PASSED]
    return sorted(held, key=lambda gate: (gate.phase, gate.due_on, gate.body))


def why_not_start(phase: int, gates: Iterable[Gate]) -> str:
    """Return why `phase` may not start, naming who must decide and by when; "" where it may."""
    held = holding(phase, gates)
    return f"Phase {phase} may not start yet. {' '.join(map(_told, held))}" if held else ""


def why_held(now: Dated, was: Dated | None, gates: Iterable[Gate]) -> str:
    """Return why a rollout, as it is about to be stored, may not have started; "" where it may.

    `was` is the row as it stands (None: new). What had started before its gate was set up goes on.
    """
    if not has_started(now):
        return ""
    if was is not None and has_started(was) and now.phase <= was.phase:
        return ""
    return why_not_start(now.phase, gates)


def _told(gate: Gate) -> str:
    if gate.outcome == Outcome.NOT_PASSED:
        return f"The {_of(gate.body)} did not pass the gate before phase {gate.phase}."
    return (
        f"The {_of(gate.body)} must decide by {words.day(gate.due_on)} "
        f"whether phase {gate.phase} goes ahead."
    )


def _of(body: str) -> str:
    return body.removeprefix("The ").removeprefix("the ")


# --- Dependencies --------------------------------------------------------------------------------


def circle(needs: Mapping[int, Iterable[int]], item: int, on: int) -> list[int]:
    """Return the items round which `item` would wait for itself if it needed `on`; [] for none.

    `needs` is, by id, what each item needs already. The answer begins and ends with `item`.
    """
    came_from: dict[int, int] = {}
    waiting, seen = [on], {on}
    while waiting:
        at = waiting.pop()
        if at == item:
            return _way_round(came_from, item, on)
        for further in needs.get(at, ()):
            if further not in seen:
                seen.add(further)
                came_from[further] = at
                waiting.append(further)
    return []


def _way_round(came_from: Mapping[int, int], item: int, on: int) -> list[int]:
    back = [item]
    while back[-1] != on:
        back.append(came_from[back[-1]])
    return [item, *reversed(back)]


def why_not_depend(way: Sequence[str]) -> str:
    """Return why a dependency may not be, given the titles of the items of the circle."""
    if not way:
        return ""
    if len(way) == 2:
        return "An item cannot depend on itself."
    return f"That would go round in a circle: {' needs '.join(way)}."
