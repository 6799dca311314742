"""What one change of several rollouts does to each."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap.bulk.rules import Dates, shift_words, shifted, with_status
from roadmap.items.rules import Status

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@dataclass
class ARollout:
    status: str = "green"
    sentence: str = ""
    phase: int = 1
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_start: date | None = None
    forecast_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None


@given(DAYS, DAYS, st.integers(-3000, 3000))
def test_what_was_moved_comes_back_by_moving_it_as_far_the_other_way(one, other, days):
    start, end = sorted([one, other])
    rollout = ARollout(forecast_start=start, forecast_end=end)
    there = shifted(rollout, days, Dates.FORECAST).changes
    back = shifted(ARollout(**there), -days, Dates.FORECAST).changes
    assert back == {"forecast_start": start, "forecast_end": end}


def test_a_forecast_not_known_yet_begins_from_the_plan_and_the_plan_stays():
    rollout = ARollout(planned_start=date(2024, 4, 1), planned_end=date(2024, 6, 30))
    assert shifted(rollout, 14, Dates.FORECAST).changes == {
        "forecast_start": date(2024, 4, 15), "forecast_end": date(2024, 7, 14),
    }  # fmt: skip


def test_of_a_rollout_that_has_started_only_the_end_moves():
    rollout = ARollout(
        actual_start=date(2024, 4, 2),
        forecast_start=date(2024, 4, 1),
        forecast_end=date(2024, 6, 30),
    )
    assert shifted(rollout, 1, Dates.FORECAST).changes == {"forecast_end": date(2024, 7, 1)}


def test_what_is_complete_does_not_move():
    outcome = shifted(ARollout(status="complete", planned_end=date(2024, 1, 1)), 7, Dates.PLANNED)
    assert (outcome.changes, outcome.why_not) == ({}, "It is complete, so its dates do not move.")


def test_a_rollout_without_dates_says_so():
    assert shifted(ARollout(), 7, Dates.FORECAST).why_not == "It has no such dates to move."


def test_planned_dates_move_only_when_they_are_asked_to():
    rollout = ARollout(planned_end=date(2024, 6, 30), forecast_end=date(2024, 9, 30))
    moved = date(2024, 6, 30) + timedelta(days=-30)
    assert shifted(rollout, -30, Dates.PLANNED).changes == {"planned_end": moved}


def test_a_status_it_has_already_changes_nothing():
    outcome = with_status(ARollout(sentence="Late"), Status.GREEN, "Late")
    assert (outcome.changes, outcome.why_not) == ({}, "It has this status and sentence already.")


def test_a_status_comes_with_its_sentence():
    outcome = with_status(ARollout(sentence="Late"), Status.RED, "Later still")
    assert outcome.changes == {"status": "red", "sentence": "Later still"}


def test_how_far_dates_move_is_said_in_words():
    assert shift_words(14, Dates.FORECAST) == "Forecast dates 14 days later"
    assert shift_words(-1, Dates.PLANNED) == "Planned dates 1 day earlier"
