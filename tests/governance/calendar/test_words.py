"""Dates and times read as they do on the pages, whatever the zone they come in."""

from datetime import UTC, date, datetime, time

import pytest

from governance.calendar import words

FRIDAY = date(2023, 4, 21)


def test_day_has_its_weekday():
    assert words.day(FRIDAY) == "Friday 21 April 2023"


def test_day_of_an_aware_moment_is_the_day_in_london():
    assert words.day(datetime(2023, 4, 20, 23, 30, tzinfo=UTC)) == "Friday 21 April 2023"


def test_day_of_a_naive_moment_is_its_own_day():
    assert words.day(datetime.fromisoformat("2023-04-21T23:30")) == "Friday 21 April 2023"


def test_day_and_month_leaves_out_the_year():
    assert words.day_and_month(FRIDAY) == "Friday 21 April"


def test_short_day():
    assert words.short_day(date(2023, 4, 14)) == "Fri 14 Apr 2023"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (time(0, 0), "midnight"),
        (time(0, 5), "12.05am"),
        (time(9, 0), "9am"),
        (time(11, 59), "11.59am"),
        (time(12, 0), "noon"),
        (time(12, 30), "12.30pm"),
        (time(17, 0), "5pm"),
        (time(18, 50), "6.50pm"),
        (datetime(2023, 4, 21, 16, 0, tzinfo=UTC), "5pm"),
        (datetime(2023, 11, 3, 17, 0, tzinfo=UTC), "5pm"),
    ],
)
def test_clock(when, said):
    assert words.clock(when) == said


def test_moment():
    at = datetime(2023, 4, 14, 9, 5, tzinfo=UTC)
    assert words.moment(at) == "Friday 14 April 2023, 10.05am"


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ([], ""),
        (["staff"], "staff"),
        (["residents", "staff"], "residents and staff"),
        (["residents", "staff", "members"], "residents, staff and members"),
    ],
)
def test_listed(things, said):
    assert words.listed(things) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "No working days are left after today"),
        (1, "1 working day is left after today"),
        (2, "2 working days are left after today"),
    ],
)
def test_days_left(number, said):
    assert words.days_left(number) == said


def test_counted_takes_an_irregular_plural():
    assert words.counted(2, "body", "bodies") == "2 bodies"


@pytest.mark.parametrize(("number", "said"), [(5, "five"), (9, "nine"), (10, "10")])
def test_number_word(number, said):
    assert words.number_word(number) == said


def test_month_is_short_and_has_its_year():
    assert words.month(date(2024, 6, 3)) == "Jun 2024"


def test_months_between_two_days_are_said_once_where_it_is_one():
    assert words.months(date(2023, 7, 1), date(2024, 2, 29)) == "Jul 2023 to Feb 2024"
    assert words.months(date(2024, 6, 3), date(2024, 6, 28)) == "Jun 2024"


def test_either_has_a_last_or():
    assert words.either(["a", "b", "c"]) == "a, b or c"
    assert (words.either(["a"]), words.either([])) == ("a", "")
