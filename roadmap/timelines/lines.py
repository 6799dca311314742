"""What one rollout shows on the timeline: its words, and the drawing that repeats them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from governance.calendar import words
from roadmap.drawing import Scale
from roadmap.items.rules import Dated, Outcome, Status, span

# Where on the line of 34 units the centre of a gate stands.
MIDDLE = 9


class Gate(Protocol):
    """What the timeline reads of a phase gate."""

    phase: int
    due_on: date
    decided_on: date | None
    outcome: str


@dataclass(frozen=True)
class Bar:
    """A rectangle: what kind it is (a shape's name), where it begins and how wide it is."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Line:
    """The words of a row, each on its own line, and what is drawn beside them."""

    status: Status
    sentence: str
    runs: str
    notes: list[str]
    planned: Bar | None
    bar: Bar | None
    gates: list[str]


def line_of(rollout: Dated, gates: Iterable[Gate], scale: Scale, *, sentence: str = "") -> Line:
    """Return the line of a rollout; `gates` are those of its own phase."""
    start, end = span(rollout)
    status = Status(rollout.status)
    asked = sorted(gates, key=lambda gate: gate.due_on)
    return Line(
        status=status,
        sentence=sentence,
        runs=_between(start, end),
        notes=[*_planned(rollout, start, end), *map(_gate, asked)],
        planned=_bar("plan", rollout.planned_start, rollout.planned_end, scale),
        bar=_bar(status.shape, start, end, scale),
        gates=[_diamond(scale.x(gate.decided_on or gate.due_on)) for gate in asked],
    )


def _between(start: date | None, end: date | None) -> str:
    if start and end:
        return words.months(start, end)
    if start:
        return f"From {words.month(start)}, end not known"
    return f"Until {words.month(end)}, start not known" if end else "Dates not known"


def _planned(rollout: Dated, start: date | None, end: date | None) -> list[str]:
    """Say what was planned only where it differs from what is now expected."""
    first, last = rollout.planned_start, rollout.planned_end
    differs = [_month(was) != _month(now) for was, now in ((first, start), (last, end)) if was]
    if not any(differs):
        return []
    if first and last and differs[0]:
        return [f"planned {words.months(first, last)}"]
    return [f"planned {_month(last or first)}"]


def _month(on: date | None) -> str:
    return words.month(on) if on else ""


def _gate(gate: Gate) -> str:
    match Outcome(gate.outcome):
        case Outcome.PASSED:
            return f"gate passed {words.month(gate.decided_on or gate.due_on)}"
        case Outcome.NOT_PASSED:
            return f"gate not passed {words.month(gate.decided_on or gate.due_on)}"
    return f"gate {words.month(gate.due_on)}"


def _bar(kind: str, start: date | None, end: date | None, scale: Scale) -> Bar | None:
    """A rollout with one known day is drawn as a mark on that day."""
    if start is None and end is None:
        return None
    first, last = start or end, end or start
    return Bar(kind, *scale.bar(first, last)) if first and last else None


def _diamond(x: float) -> str:
    return f"M{x} 8l{MIDDLE} {MIDDLE}-{MIDDLE} {MIDDLE}-{MIDDLE}-{MIDDLE}z"
