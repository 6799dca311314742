"""Where a window stands at a moment: the state, and the words every page and file shares."""

from datetime import UTC, date, datetime

import pytest

from governance.calendar.bank_holidays import england_and_wales
from governance.call_in_windows.rules import State, Terms, count_window, standing

CALENDAR = england_and_wales()
TO_MIDNIGHT = count_window(date(2023, 4, 14), Terms(unit="working_days", count=5), CALENDAR)
TO_FIVE = count_window(
    date(2023, 4, 14), Terms(unit="working_days", count=5, cut_off="17:00"), CALENDAR
)
CLEAR = count_window(date(2023, 4, 14), Terms(unit="clear_working_days", count=5), CALENDAR)


def at(window, *moment, tzinfo=None):
    now = datetime(*moment, tzinfo=tzinfo)
    return standing(window.closes_at, window.deadline, window.in_effect_on, now, CALENDAR)


def test_open_window_that_runs_to_midnight():
    said = "Call-in closes at the end of Friday 21 April 2023"
    assert at(TO_MIDNIGHT, 2023, 4, 19, 10).sentence == said


def test_open_window_with_a_time_of_day():
    assert at(TO_FIVE, 2023, 4, 19, 10).sentence == "Call-in closes at 5pm on Friday 21 April 2023"


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (14, "5 working days are left after today"),
        (16, "5 working days are left after today"),
        (19, "2 working days are left after today"),
        (20, "1 working day is left after today"),
        (21, "Today is the last day"),
        (22, ""),
    ],
)
def test_days_left_are_working_days_after_today(day, left):
    assert at(TO_MIDNIGHT, 2023, 4, day, 10).days_left_words == left


def test_days_left_do_not_count_a_bank_holiday():
    easter = count_window(date(2023, 4, 6), Terms(unit="working_days", count=1), CALENDAR)
    assert at(easter, 2023, 4, 7, 9).days_left_words == "1 working day is left after today"


def test_on_the_last_day_a_window_with_a_time_says_it():
    assert at(TO_FIVE, 2023, 4, 21, 9).sentence == "Call-in closes today at 5pm"


def test_on_the_last_day_a_window_without_a_time_says_so():
    assert at(TO_MIDNIGHT, 2023, 4, 21, 9).sentence == "Call-in closes today at the end of the day"


def test_what_is_kept_never_says_today():
    said = "Call-in closes at 5pm on Friday 21 April 2023"
    assert at(TO_FIVE, 2023, 4, 21, 9).dated_sentence == said


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        pytest.param((2023, 4, 20, 23, 59, 59), State.OPEN, id="the-day-before"),
        pytest.param((2023, 4, 21, 0, 0, 0), State.CLOSES_TODAY, id="last-day-begins"),
        pytest.param((2023, 4, 21, 16, 59, 59), State.CLOSES_TODAY, id="last-second"),
        pytest.param((2023, 4, 21, 17, 0, 0), State.CLOSED, id="on-the-stroke"),
    ],
)
def test_state_turns_on_the_stroke_of_the_hour(moment, state):
    assert at(TO_FIVE, *moment).state == state


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        pytest.param((2023, 4, 20, 23, 0, 0), State.CLOSES_TODAY, id="already-friday-in-london"),
        pytest.param((2023, 4, 21, 22, 59, 59), State.CLOSES_TODAY, id="last-second"),
        pytest.param((2023, 4, 21, 23, 0, 0), State.CLOSED, id="midnight-in-london"),
    ],
)
def test_state_follows_the_day_in_london_not_in_utc(moment, state):
    assert at(TO_MIDNIGHT, *moment, tzinfo=UTC).state == state


def test_closed_window_says_since_when_the_decision_is_in_effect():
    assert at(TO_MIDNIGHT, 2023, 4, 22, 0).sentence == (
        "Call-in closed at the end of Friday 21 April 2023. In effect from Saturday 22 April 2023"
    )


def test_between_closing_and_effect_the_decision_is_not_yet_in_effect():
    assert at(CLEAR, 2023, 4, 22, 12).sentence == (
        "Call-in closed at the end of Friday 21 April 2023. Takes effect on Monday 24 April 2023"
    )


def test_open_window_says_what_follows_if_nobody_calls_in():
    assert at(TO_MIDNIGHT, 2023, 4, 19, 10).effect_words == (
        "If it is not called in, the decision takes effect on Saturday 22 April 2023"
    )
