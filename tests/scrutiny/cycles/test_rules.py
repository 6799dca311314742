"""When a review comes round, on which days and how deep."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.cycles.rules import Due, Plan, come_due, coming, in_turn, in_words, standing

EVERY_TWO_YEARS = Plan(24, date(2025, 3, 31), 12, date(2024, 3, 31))
TODAY = date(2026, 11, 22)


def days(found):
    return [(due.on.isoformat(), due.kind) for due in found]


def test_what_came_due_is_told_with_the_light_touches_between():
    assert days(come_due(EVERY_TWO_YEARS, TODAY)) == [
        ("2024-03-31", "light"), ("2025-03-31", "in_depth"), ("2026-03-31", "light"),
    ]  # fmt: skip


def test_the_next_ten_alternate_and_keep_the_last_day_of_the_month():
    found = coming(EVERY_TWO_YEARS, TODAY)
    assert len(found) == 10
    assert days(found)[:3] == [
        ("2027-03-31", "in_depth"), ("2028-03-31", "light"), ("2029-03-31", "in_depth"),
    ]  # fmt: skip
    assert {due.on.day for due in found} == {31}


def test_a_day_that_a_month_does_not_have_never_moves_the_days_after_it():
    plan = Plan(1, date(2025, 1, 30))
    assert days(coming(plan, date(2025, 1, 1), 3)) == [
        ("2025-01-30", "in_depth"), ("2025-02-28", "in_depth"), ("2025-03-30", "in_depth"),
    ]  # fmt: skip


def test_on_the_day_it_is_due_it_is_not_yet_missed():
    on = EVERY_TWO_YEARS.first_due
    assert on not in {due.on for due in come_due(EVERY_TWO_YEARS, on)}
    assert on in {due.on for due in come_due(EVERY_TWO_YEARS, on + timedelta(days=1))}


def test_nothing_is_due_after_a_cycle_ends():
    plan = Plan(24, date(2025, 3, 31), ends_on=date(2029, 3, 31))
    assert days(coming(plan, TODAY)) == [("2027-03-31", "in_depth"), ("2029-03-31", "in_depth")]


def test_what_is_in_turn_is_all_that_came_due_and_the_next_of_either_kind():
    assert days(in_turn(EVERY_TWO_YEARS, TODAY))[3:] == [
        ("2027-03-31", "in_depth"), ("2028-03-31", "light"),
    ]  # fmt: skip


def test_a_light_touch_close_to_a_review_in_depth_is_left_out():
    plan = Plan(24, date(2025, 3, 31), 12, date(2024, 6, 30))
    assert days(coming(plan, date(2024, 1, 1), 4)) == [
        ("2024-06-30", "light"), ("2025-03-31", "in_depth"), ("2026-06-30", "light"),
        ("2027-03-31", "in_depth"),
    ]  # fmt: skip


@given(
    months=st.integers(1, 240), first=st.dates(date(2016, 1, 1), date(2046, 12, 31)),
    light=st.integers(1, 240), since=st.dates(date(2016, 1, 1), date(2046, 12, 31)),
    today=st.dates(date(2016, 1, 1), date(2046, 12, 31)),
)  # fmt: skip
def test_days_go_on_in_order_and_none_is_both(months, first, light, since, today):
    plan = Plan(months, first, light, since)
    found = [*come_due(plan, today), *coming(plan, today)]
    assert [due.on for due in found] == sorted({due.on for due in found})
    assert all(due.on < today for due in come_due(plan, today))


def test_the_newest_review_in_depth_that_was_missed_is_told_first():
    missed, ahead = come_due(EVERY_TWO_YEARS, TODAY), coming(EVERY_TWO_YEARS, TODAY)
    found = standing(missed, ahead)
    assert (found.shape, found.says) == ("bad", "Overdue, 3 missed")
    assert found.sentence == (
        "The review in depth that was due by Monday 31 March 2025 is not recorded"
    )


@pytest.mark.parametrize(
    ("missed", "ahead", "says"),
    [
        (
            [Due(date(2024, 3, 31), "light")], [],
            "The light touch that was due by Sunday 31 March 2024 is not recorded",
        ),
        (
            [], [Due(date(2027, 3, 31), "in_depth")],
            "The next review in depth is due by Wednesday 31 March 2027",
        ),
        ([], [], "Nothing of it is due any more"),
    ],
)  # fmt: skip
def test_where_a_cycle_stands_is_said_in_a_sentence(missed, ahead, says):
    assert standing(missed, ahead).sentence == says


def test_how_often_is_said_in_words():
    assert in_words(EVERY_TWO_YEARS) == (
        "in depth every 24 months, with a light touch every 12 months between"
    )
    assert in_words(Plan(1, TODAY)) == "in depth every 1 month"
