"""Counting days on a small calendar whose every holiday is written out here."""

from datetime import date

import pytest

from governance.calendar.rules import (
    OFFICE_CLOSED,
    Calendar,
    add_working_days,
    clear_days_after,
    clear_days_before,
    clear_working_days_after,
    clear_working_days_before,
    is_working_day,
    months_beginning_with,
    next_working_day,
    on_or_after,
    shift,
)
from governance.errors import Refused

APRIL = Calendar(
    bank_holidays={date(2023, 4, 7): "Good Friday", date(2023, 4, 10): "Easter Monday"},
    closures={date(2023, 4, 11): "Flooded", date(2023, 4, 13): ""},
    first_day=date(2023, 3, 1),
    last_day=date(2023, 4, 30),
    source="written by hand",
)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        pytest.param(date(2023, 4, 6), None, id="maundy-thursday-is-a-working-day"),
        pytest.param(date(2023, 4, 7), "Good Friday", id="bank-holiday-by-name"),
        pytest.param(date(2023, 4, 8), "Weekend", id="saturday"),
        pytest.param(date(2023, 4, 9), "Weekend", id="sunday"),
        pytest.param(date(2023, 4, 11), "Flooded", id="closure-by-its-reason"),
        pytest.param(date(2023, 4, 13), OFFICE_CLOSED, id="closure-without-a-reason"),
    ],
)
def test_calendar_says_why_a_day_is_not_counted(day, why):
    assert APRIL.why_not_counted(day) == why


@pytest.mark.parametrize("day", [date(2023, 3, 1), date(2023, 4, 28)])
def test_calendar_knows_its_first_and_last_days(day):
    assert is_working_day(day, APRIL)


@pytest.mark.parametrize("day", [date(2023, 2, 28), date(2023, 5, 1)])
def test_calendar_refuses_to_guess_outside_its_range(day):
    with pytest.raises(Refused, match="are not known: this calendar runs from 1 March 2023"):
        APRIL.why_not_counted(day)


def test_version_changes_with_a_closure():
    more = APRIL.with_closures({date(2023, 4, 14): "Burst pipe"})
    assert more.version != APRIL.version


def test_version_is_the_same_whatever_order_closures_were_given_in():
    days = {date(2023, 4, 3): "a", date(2023, 4, 4): "b"}
    backwards = dict(reversed(days.items()))
    assert APRIL.with_closures(days).version == APRIL.with_closures(backwards).version


def test_version_without_local_days_says_so():
    plain = Calendar({}, {}, APRIL.first_day, APRIL.last_day, source="written by hand")
    assert plain.version == "written by hand; local days none"


def test_with_closures_keeps_a_reason_already_given():
    closed_twice = APRIL.with_closures({date(2023, 4, 11): OFFICE_CLOSED})
    assert closed_twice.why_not_counted(date(2023, 4, 11)) == "Flooded"


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        pytest.param(date(2023, 3, 20), 1, date(2023, 3, 21), id="next-day"),
        pytest.param(date(2023, 3, 24), 1, date(2023, 3, 27), id="over-a-weekend"),
        pytest.param(date(2023, 3, 25), 1, date(2023, 3, 27), id="from-a-saturday"),
        pytest.param(date(2023, 4, 6), 1, date(2023, 4, 12), id="over-easter-and-a-closure"),
        pytest.param(date(2023, 4, 12), -1, date(2023, 4, 6), id="backwards-over-easter"),
        pytest.param(date(2023, 3, 25), 0, date(2023, 3, 25), id="none-stays-put"),
    ],
)
def test_add_working_days(start, number, expected):
    assert add_working_days(start, number, APRIL) == expected


@pytest.mark.parametrize(("start", "number"), [(date(2023, 4, 27), 5), (date(2023, 3, 3), -5)])
def test_add_working_days_refuses_to_count_beyond_the_calendar(start, number):
    with pytest.raises(Refused):
        add_working_days(start, number, APRIL)


def test_next_working_day_is_never_the_day_itself():
    assert next_working_day(date(2023, 3, 20), APRIL) == date(2023, 3, 21)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 3, 20), date(2023, 3, 20)),
        (date(2023, 4, 8), date(2023, 4, 12)),
    ],
)
def test_on_or_after_moves_only_a_day_that_is_not_worked(day, expected):
    assert on_or_after(day, APRIL) == expected


def test_clear_working_days_before_leaves_out_both_ends():
    assert clear_working_days_before(date(2023, 3, 20), 5, APRIL) == date(2023, 3, 10)


def test_clear_working_days_after_leaves_out_both_ends():
    assert clear_working_days_after(date(2023, 3, 10), 5, APRIL) == date(2023, 3, 20)


def test_clear_days_before_counts_every_day_between():
    assert clear_days_before(date(2023, 4, 12), 28) == date(2023, 3, 14)


def test_clear_days_after_counts_every_day_between():
    assert clear_days_after(date(2024, 2, 1), 28) == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        pytest.param(date(2023, 3, 6), 2, date(2023, 5, 5), id="day-before-the-corresponding-one"),
        pytest.param(date(2023, 7, 1), 2, date(2023, 8, 31), id="from-the-first-of-a-month"),
        pytest.param(date(2022, 12, 31), 2, date(2023, 2, 28), id="no-corresponding-date"),
        pytest.param(date(2023, 12, 31), 2, date(2024, 2, 29), id="no-such-date-leap-year"),
        pytest.param(date(2022, 12, 28), 2, date(2023, 2, 27), id="corresponding-is-month-end"),
        pytest.param(date(2022, 12, 29), 2, date(2023, 2, 28), id="no-29-february"),
        pytest.param(date(2023, 11, 15), 2, date(2024, 1, 14), id="over-the-new-year"),
        pytest.param(date(2023, 10, 15), 2, date(2023, 12, 14), id="into-december"),
        pytest.param(date(2024, 2, 29), 72, date(2030, 2, 28), id="six-years-from-a-leap-day"),
    ],
)
def test_months_beginning_with_ends_before_the_corresponding_date(first, months, last):
    assert months_beginning_with(first, months) == last


def test_months_beginning_with_refuses_the_far_future():
    with pytest.raises(Refused, match="too far away"):
        months_beginning_with(date(9999, 12, 1), 1)


@pytest.mark.parametrize(("day", "days"), [(date.max, 1), (date.min, -1)])
def test_shift_refuses_to_leave_the_calendar(day, days):
    with pytest.raises(Refused, match="1 day from"):
        shift(day, days)
