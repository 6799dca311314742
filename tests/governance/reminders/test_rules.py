"""On which occasions somebody is reminded of a duty."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import is_working_day
from governance.reminders.rules import Facts, Occasion, is_to_be_told, newest_occasion

CALENDAR = england_and_wales({})
# A Thursday in a week without a holiday.
DUE = date(2026, 11, 19)
DUTY = Facts("report_back", DUE)


def offset(days):
    found = newest_occasion(DUTY, DUE + timedelta(days=days))
    return found and found.offset


def occasion_now(duty, told, today, *, early=True):
    """Return the occasion on which somebody is told today, if they are."""
    occasion = newest_occasion(duty, today)
    works = is_working_day(today, CALENDAR)
    written = [str(one) for one in told]
    if occasion and is_to_be_told(duty, occasion, written, today, works=works, early=early):
        return occasion
    return None


def now(today, told=(), duty=DUTY, early=True):
    found = occasion_now(duty, told, today, early=early)
    return found and found.offset


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-31, None), (-30, -30), (-29, -30), (-8, -30), (-7, -7), (-2, -7), (-1, -1),
        (0, 0), (1, 1), (2, 1), (7, 1), (8, 8), (14, 8), (15, 15), (400, 400 - 399 % 7),
    ],
)  # fmt: skip
def test_the_newest_occasion_that_has_come(days, expected):
    assert offset(days) == expected


def test_a_duty_may_say_on_which_days_it_is_told():
    own = Facts("report_back", DUE, [3])
    assert newest_occasion(own, DUE - timedelta(days=7)) is None
    assert newest_occasion(own, DUE - timedelta(days=2)).offset == -3


def test_a_day_that_was_skipped_is_caught_up_with_the_newest_occasion_alone():
    assert now(DUE - timedelta(days=2)) == -7
    assert now(DUE - timedelta(days=2), [Occasion(DUE, -30)]) == -7


def test_an_occasion_that_was_told_is_not_told_again():
    assert now(DUE, [Occasion(DUE, 0)]) is None
    assert now(DUE + timedelta(days=1), [Occasion(DUE, 0)]) == 1


def test_a_clock_that_goes_back_tells_no_older_occasion():
    assert now(DUE - timedelta(days=7), [Occasion(DUE, 0)]) is None


def test_a_duty_whose_day_is_moved_has_new_occasions():
    moved = Facts("report_back", DUE + timedelta(days=7))
    assert now(DUE, [Occasion(DUE, 0)], moved) == -7


@pytest.mark.parametrize(
    ("due", "today", "expected"),
    [
        # A Saturday and a Sunday before a Monday; then the day itself on a Sunday.
        (date(2026, 11, 23), date(2026, 11, 22), None),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
        # Christmas Day, and the first working day after it.
        (date(2026, 12, 26), date(2026, 12, 25), None),
        (date(2026, 12, 24), date(2026, 12, 25), None),
        (date(2026, 12, 24), date(2026, 12, 29), 1),
    ],
)
def test_nothing_is_said_on_a_day_off_unless_it_is_due_that_day(due, today, expected):
    assert now(today, duty=Facts("report_back", due)) == expected


def test_one_who_acknowledged_is_not_told_until_the_day_they_named():
    until = DUE + timedelta(days=5)
    kept = Facts("report_back", DUE, acknowledged_until=until)
    assert now(DUE, duty=kept) is None
    assert now(until, duty=kept) == 1


def test_early_reminders_can_be_done_without_but_not_the_day_itself():
    assert now(DUE - timedelta(days=1), early=False) is None
    assert now(DUE, early=False) == 0


def test_what_the_clock_ends_is_never_late():
    assert newest_occasion(Facts("closing", DUE), DUE).offset == 0
    assert newest_occasion(Facts("closing", DUE), DUE + timedelta(days=1)) is None


def test_it_is_escalated_from_a_week_after_the_day():
    assert [Occasion(DUE, days).is_escalated for days in (0, 1, 8, 15)] == [
        False,
        False,
        True,
        True,
    ]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-800, 800))
def test_an_occasion_is_read_back_as_it_was_written(due, days):
    assert Occasion.read(str(Occasion(due, days))) == Occasion(due, days)


@given(
    st.lists(st.integers(0, 60), max_size=5),
    st.lists(st.booleans(), min_size=120, max_size=120),
    st.integers(1, 3),
)
def test_however_the_sweep_runs_each_occasion_is_told_once_and_the_newest_is_never_missed(
    leads, runs, times
):
    """A sweep runs on some days, several times on each; on the last it always runs."""
    duty, told = Facts("report_back", DUE, leads), []
    days = [DUE + timedelta(days=number) for number in range(-60, 60)]
    for day, ran in zip(days, runs, strict=True):
        for _ in range(times if ran else 0):
            if found := occasion_now(duty, told, day):
                told.append(found)
    assert len(told) == len(set(told))
    assert told == sorted(told)
    after = DUE + timedelta(days=63)  # the Thursday of an ordinary week
    newest = newest_occasion(duty, after)
    found = occasion_now(duty, told, after)
    assert newest in (found, told[-1] if told else None)
