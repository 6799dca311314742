"""Where a decision stands while it may be called in, while it is, and afterwards."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import LONDON
from governance.call_in_windows.rules import Terms, count_window
from governance.called_in.rules import Request, State, at_council, together

CALENDAR = england_and_wales()


def window(published=date(2023, 4, 14), **terms):
    counted = count_window(
        published, Terms(**{"unit": "working_days", "count": 5} | terms), CALENDAR
    )
    return counted.closes_at, counted.deadline, counted.in_effect_on


BOSTON = window()  # closes at the end of Friday 21 April 2023
EAST_HERTS = window(count=3, cut_off="17:00")  # closes at 5pm on Wednesday 19 April 2023
RECEIVED = Request(datetime(2023, 4, 19, 16, 59, tzinfo=LONDON), date(2023, 5, 12))


def ended(outcome, in_effect_on=None, **fields):
    return Request(
        RECEIVED.received_at, RECEIVED.hearing_by, outcome, date(2023, 5, 10), in_effect_on,
        **fields,
    )  # fmt: skip


def at(day, hour=12, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


def boston(now, request=None):
    return at_council("Boston", BOSTON, request, now, CALENDAR)


def east_herts(now, request=None):
    return at_council("East Herts", EAST_HERTS, request, now, CALENDAR)


def test_a_call_in_freezes_the_decision_long_after_its_window_has_closed():
    found = boston(at(date(2023, 4, 30)), RECEIVED)
    assert found.state is State.CALLED_IN
    assert found.sentence == "Called in on Wednesday 19 April 2023: frozen until it is heard"
    assert found.more.startswith("It is to be heard by Friday 12 May 2023.")
    assert found.in_effect_on is None


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("no_action", "took no further action"),
        ("withdrawn", "withdrew the call-in"),
        ("lapsed", "was not heard in time"),
    ],
)
def test_a_decision_that_is_released_takes_effect_and_says_how_the_call_in_ended(outcome, says):
    found = boston(at(date(2023, 5, 10)), ended(outcome, date(2023, 5, 10)))
    assert (found.state, found.sentence) == (
        State.IN_EFFECT,
        "In effect from Wednesday 10 May 2023",
    )
    assert says in found.more


def test_a_decision_released_for_a_later_day_is_not_yet_in_effect():
    found = boston(at(date(2023, 5, 10)), ended("withdrawn", date(2023, 5, 11)))
    assert (found.state, found.sentence) == (
        State.RELEASED,
        "Takes effect on Thursday 11 May 2023",
    )


@pytest.mark.parametrize(
    ("outcome", "whom"), [("referred", "who made it"), ("council", "the full council")]
)
def test_a_decision_that_was_referred_has_no_date_of_effect(outcome, whom):
    found = boston(at(date(2023, 5, 20)), ended(outcome))
    assert found.state is State.REFERRED
    assert found.sentence == f"Referred to {whom} on Wednesday 10 May 2023"
    assert found.in_effect_on is None


def test_a_decision_taken_again_points_to_the_new_one():
    request = ended("referred", again=("modified", date(2023, 5, 24)))
    found = boston(at(date(2023, 5, 25)), request)
    assert found.state is State.DECIDED_AGAIN
    assert found.sentence == "Confirmed with changes on Wednesday 24 May 2023"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (at(date(2023, 4, 19), 16, 59), State.CLOSES_TODAY),
        (at(date(2023, 4, 19), 17, 0), State.CLOSED),
        (at(date(2023, 4, 20), 0, 0), State.IN_EFFECT),
    ],
)
def test_a_window_with_a_cut_off_to_the_minute(now, state):
    assert east_herts(now).state is state


def test_a_joint_decision_is_open_while_any_council_is():
    now = at(date(2023, 4, 20))
    found = together([boston(now), east_herts(now)])
    assert found.state is State.OPEN
    assert found.sentence.endswith("Friday 21 April 2023 at Boston")


def test_a_joint_decision_takes_effect_when_the_last_council_is_clear():
    now = at(date(2023, 4, 22))
    found = together([east_herts(now), boston(now)])
    assert found.state is State.IN_EFFECT
    assert found.in_effect_on == date(2023, 4, 22)
    assert found.sentence == "In effect from Saturday 22 April 2023"


def test_a_joint_decision_is_frozen_everywhere_while_one_council_has_called_it_in():
    now = at(date(2023, 4, 20))
    found = together([boston(now), east_herts(now, RECEIVED)])
    assert found.state is State.CALLED_IN
    assert found.sentence.endswith("frozen until it is heard at East Herts")
    assert found.in_effect_on is None


def test_a_decision_of_one_council_names_no_council():
    found = together([boston(at(date(2023, 4, 20)))])
    assert found.council == ""
    assert "Boston" not in found.sentence + found.more


requests = st.sampled_from(
    [None, RECEIVED, ended("referred"), ended("withdrawn", date(2023, 5, 10))]
)
moments = st.integers(0, 24 * 45).map(lambda hours: at(date(2023, 4, 14)) + timedelta(hours=hours))


@given(st.lists(requests, min_size=1, max_size=4), moments)
def test_nothing_takes_effect_before_every_council_is_clear(found, now):
    stands = [boston(now, request) for request in found]
    whole = together(stands)
    assert (whole.state is State.CALLED_IN) == (RECEIVED in found)
    if whole.state is State.IN_EFFECT:
        assert all(stand.state is State.IN_EFFECT for stand in stands)
        assert whole.in_effect_on == max(stand.in_effect_on for stand in stands)
