"""England and Wales as the pinned library gives them, and where we stop trusting it."""

from datetime import date, timedelta

import holidays
import pytest

from governance.calendar import bank_holidays
from governance.calendar.bank_holidays import england_and_wales, plain_name, runs_out_on, warning
from governance.calendar.rules import Calendar, add_working_days, is_working_day
from governance.errors import Refused
from tests.governance.call_in_windows.vectors import call_in_vectors

KNOWN = england_and_wales()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2011, 4, 29), "Royal wedding"),
        (date(2012, 6, 5), "Diamond Jubilee"),
        (date(2020, 5, 8), "Early May bank holiday"),
        (date(2022, 6, 2), "Spring bank holiday"),
        (date(2022, 6, 3), "Platinum Jubilee"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2022, 12, 27), "Christmas Day (substitute day)"),
        (date(2023, 4, 10), "Easter Monday"),
        (date(2023, 5, 8), "Coronation of King Charles III"),
        (date(2023, 8, 28), "Summer bank holiday"),
    ],
)
def test_a_bank_holiday_has_its_name_in_plain_words(day, name):
    assert KNOWN.why_not_counted(day) == name


def test_two_holidays_on_one_day_are_both_named():
    assert plain_name("May Day; Coronation of Charles III") == (
        "Early May bank holiday and Coronation of King Charles III"
    )


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2020, 5, 4), id="early-may-moved-to-ve-day"),
        pytest.param(date(2022, 5, 30), id="spring-holiday-moved-for-the-jubilee"),
        pytest.param(date(2022, 9, 12), id="national-mourning-was-not-a-bank-holiday"),
        pytest.param(date(2023, 4, 6), id="maundy-thursday"),
        pytest.param(date(2026, 6, 15), id="holiday-in-scotland-only"),
        pytest.param(date(2024, 12, 24), id="christmas-eve"),
    ],
)
def test_an_ordinary_day_is_a_working_day(day):
    assert is_working_day(day, KNOWN)


def test_without_its_subdivision_the_library_disagrees_with_real_deadlines():
    """Nobody may drop `subdiv`: Easter Monday and August are not holidays of the whole UK."""
    whole_uk = Calendar(
        bank_holidays=dict(holidays.country_holidays("GB", years=range(2010, 2029))),
        closures={},
        first_day=date(2010, 1, 1),
        last_day=date(2028, 12, 31),
        source="no subdivision",
    )
    wrong = [
        row["publication_date"]
        for row in call_in_vectors()
        if row["rule"] == "wd_after_pub"
        and add_working_days(
            date.fromisoformat(row["publication_date"]), int(row["working_days"]), whole_uk
        )
        != date.fromisoformat(row["deadline"])
    ]
    assert "2023-03-31" in wrong


def test_a_closure_is_not_a_working_day_and_keeps_its_reason():
    closed = england_and_wales({date(2022, 12, 28): "Christmas closure"})
    assert closed.why_not_counted(date(2022, 12, 28)) == "Christmas closure"


def test_version_names_the_library_release():
    assert KNOWN.version == "holidays 0.109, England and Wales; local days none"


def test_known_days_end_where_they_are_said_to():
    with pytest.raises(Refused):
        is_working_day(runs_out_on() + timedelta(days=1), KNOWN)


def test_every_known_year_has_its_eight_holidays_or_more():
    weekdays = [day for day in KNOWN.bank_holidays if day.weekday() < 5]
    years = {year: sum(day.year == year for day in weekdays) for year in range(2010, 2029)}
    assert min(years.values()) == 8


def test_no_warning_more_than_a_year_before_known_days_run_out():
    assert warning(runs_out_on() - timedelta(days=366)) is None


def test_warning_begins_a_year_before_known_days_run_out():
    assert warning(runs_out_on() - bank_holidays.WARN_FOR) == (
        "Bank holidays are known until Sunday 31 December 2028. A deadline after that day will be "
        "refused: bring the calendar up to date before then."
    )


def test_warning_says_when_known_days_have_run_out():
    assert "were known until" in (warning(runs_out_on() + timedelta(days=1)) or "")
