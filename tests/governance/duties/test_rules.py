"""Where a duty stands on a day."""

from datetime import date, timedelta

import pytest

from governance.duties.rules import State, next_due, standing

# Quarter 3 of 2022/23, as a council says it.
FIRST, LAST = date(2022, 10, 1), date(2022, 12, 31)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "state", "says"),
    [
        (FIRST - DAY, State.NOT_YET, "Not due yet"),
        (FIRST, State.DUE, "To be done"),
        (LAST, State.DUE, "To be done"),
        (LAST + DAY, State.OVERDUE, "Overdue by 1 day"),
        (LAST + 2 * DAY, State.OVERDUE, "Overdue by 2 days"),
    ],
)
def test_a_duty_is_overdue_from_the_day_after_its_last(today, state, says):
    found = standing(FIRST, LAST, None, today)
    assert (found.state, found.says) == (state, says)


def test_the_dates_are_said_in_words():
    found = standing(FIRST, LAST, None, FIRST)
    assert found.dates == "Due between Saturday 1 October 2022 and Saturday 31 December 2022"
    assert standing(None, LAST, None, FIRST).dates == "Due by Saturday 31 December 2022"


@pytest.mark.parametrize(("done_on", "state"), [(LAST, State.DONE), (LAST + DAY, State.DONE_LATE)])
def test_what_is_done_says_when_and_whether_it_was_late(done_on, state):
    found = standing(FIRST, LAST, done_on, date(2025, 1, 1))
    assert found.state is state
    assert found.says.endswith("late") == (state is State.DONE_LATE)


def test_what_the_clock_ends_is_over_and_never_overdue():
    found = standing(None, LAST, None, LAST + DAY, passes=True)
    assert (found.state, found.says) == (State.PASSED, "Over since Saturday 31 December 2022")
    assert standing(None, LAST, None, LAST, passes=True).state is State.DUE


@pytest.mark.parametrize(
    ("repeat_from", "done_on", "expected"),
    [
        ("due", LAST, date(2023, 6, 30)),
        ("due", LAST + 40 * DAY, date(2023, 6, 30)),
        # So late that the next occurrence had come as well: it is not due on the day it is made.
        ("due", date(2023, 6, 30), date(2023, 12, 31)),
        ("done", date(2023, 2, 15), date(2023, 8, 15)),
        ("done", date(2022, 11, 30), date(2023, 5, 31)),
    ],
)
def test_a_duty_that_repeats_is_due_again_as_its_rule_says(repeat_from, done_on, expected):
    assert next_due(LAST, done_on, 6, repeat_from) == expected
