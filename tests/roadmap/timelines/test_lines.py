"""The words of a row of the timeline, and what is drawn beside them."""

from dataclasses import dataclass
from datetime import date

import pytest

from roadmap.drawing import Scale
from roadmap.timelines.lines import Bar, line_of

SCALE = Scale(date(2023, 4, 1), date(2025, 4, 1), width=731)


@dataclass
class ARollout:
    status: str = "green"
    phase: int = 1
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_start: date | None = None
    forecast_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None


@dataclass
class AGate:
    phase: int = 1
    due_on: date = date(2024, 7, 12)
    decided_on: date | None = None
    outcome: str = "waiting"


PLANNED = {"planned_start": date(2023, 6, 1), "planned_end": date(2024, 3, 31)}
FORECAST = {"forecast_start": date(2023, 7, 1), "forecast_end": date(2024, 2, 29)}


@pytest.mark.parametrize(
    ("dates", "runs", "notes"),
    [
        (PLANNED, "Jun 2023 to Mar 2024", []),
        (FORECAST, "Jul 2023 to Feb 2024", []),
        (PLANNED | FORECAST, "Jul 2023 to Feb 2024", ["planned Jun 2023 to Mar 2024"]),
        (
            PLANNED | {"forecast_end": date(2024, 5, 31)},
            "Jun 2023 to May 2024",
            ["planned Mar 2024"],
        ),
        ({"planned_end": date(2024, 3, 31)}, "Until Mar 2024, start not known", []),
        ({"planned_start": date(2024, 3, 1)}, "From Mar 2024, end not known", []),
        (PLANNED | {"forecast_start": date(2023, 6, 1)}, "Jun 2023 to Mar 2024", []),
        ({}, "Dates not known", []),
    ],
)
def test_when_it_runs_is_said_and_the_plan_only_where_it_differs(dates, runs, notes):
    line = line_of(ARollout(**dates), [], SCALE)
    assert (line.runs, line.notes) == (runs, notes)


def test_the_bar_is_what_is_expected_now_and_the_outline_what_was_planned():
    line = line_of(ARollout(**PLANNED | FORECAST), [], SCALE)
    assert line.planned == Bar("plan", 61, 305)
    assert line.bar == Bar("good", 91, 244)


def test_a_rollout_without_dates_has_no_drawing():
    line = line_of(ARollout(), [], SCALE)
    assert (line.planned, line.bar) == (None, None)


def test_one_known_day_is_drawn_as_a_mark():
    line = line_of(ARollout(planned_end=date(2024, 3, 31)), [], SCALE)
    assert (line.bar.x, line.bar.width) == (365, 2)


@pytest.mark.parametrize(
    ("gate", "note", "x"),
    [
        (AGate(), "gate Jul 2024", "M468"),
        (
            AGate(decided_on=date(2024, 6, 3), outcome="passed"),
            "gate passed Jun 2024",
            "M429",
        ),
        (
            AGate(decided_on=date(2024, 6, 3), outcome="not_passed"),
            "gate not passed Jun 2024",
            "M429",
        ),
    ],
)
def test_a_gate_is_said_and_drawn_where_it_was_decided_or_is_due(gate, note, x):
    line = line_of(ARollout(**PLANNED), [gate], SCALE)
    assert line.notes == [note]
    assert line.gates[0].startswith(x)


def test_gates_stand_in_the_order_of_their_days():
    gates = [AGate(due_on=date(2024, 9, 1)), AGate(due_on=date(2024, 1, 1))]
    assert line_of(ARollout(), gates, SCALE).notes == ["gate Jan 2024", "gate Sep 2024"]
