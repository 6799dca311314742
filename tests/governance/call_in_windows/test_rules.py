"""Counting a call-in window: the worked examples, local time, and what the trace says."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from governance.calendar.bank_holidays import england_and_wales
from governance.call_in_windows.rules import Terms, Window, count_window
from governance.errors import Refused
from tests.governance.call_in_windows.vectors import (
    RULES,
    call_in_vectors,
    published_of,
    rule_of,
)

CALENDAR = england_and_wales()
FIVE = Terms(unit="working_days", count=5)


def told(window):
    """The trace as (day of the month, number, kind)."""
    return [(day.date.day, day.number, day.kind) for day in window.trace]


def why(window, day):
    return next(one.why for one in window.trace if one.date == day)


@pytest.mark.parametrize(
    "row", call_in_vectors(), ids=lambda row: f"{row['publication_date']}-{row['rule']}"
)
def test_worked_example_comes_out_right(row):
    window = count_window(published_of(row), Terms.from_json(rule_of(row)), CALENDAR)
    assert window.deadline == date.fromisoformat(row["deadline"])


def test_every_rule_has_a_worked_example():
    assert {row["rule"] for row in call_in_vectors()} == set(RULES)


def test_window_of_the_boston_notice_is_told_day_by_day():
    assert told(count_window(date(2023, 4, 14), FIVE, CALENDAR)) == [
        (14, None, "published"),
        (15, None, "skipped"),
        (16, None, "skipped"),
        (17, 1, "counted"),
        (18, 2, "counted"),
        (19, 3, "counted"),
        (20, 4, "counted"),
        (21, 5, "last"),
        (22, None, "in_effect"),
    ]


def test_trace_names_the_bank_holiday_it_skipped():
    window = count_window(date(2023, 3, 31), FIVE, CALENDAR)
    assert why(window, date(2023, 4, 10)) == "Easter Monday"


def test_trace_names_a_closure_of_the_rule():
    terms = Terms(unit="working_days", count=5, closed=(date(2022, 12, 28),))
    window = count_window(date(2022, 12, 21), terms, CALENDAR)
    assert why(window, date(2022, 12, 28)) == "Council offices closed"


def test_calendar_version_covers_the_closures_of_the_rule():
    terms = Terms(unit="working_days", count=5, closed=(date(2022, 12, 28),))
    assert count_window(date(2022, 12, 21), terms, CALENDAR).calendar_version != CALENDAR.version


def test_decision_takes_effect_the_next_calendar_day():
    assert count_window(date(2023, 4, 14), FIVE, CALENDAR).in_effect_on == date(2023, 4, 22)


def test_after_clear_working_days_decision_takes_effect_the_next_working_day():
    clear = Terms(unit="clear_working_days", count=5)
    assert told(count_window(date(2023, 4, 14), clear, CALENDAR))[-4:] == [
        (21, 5, "last"),
        (22, None, "skipped"),
        (23, None, "skipped"),
        (24, None, "in_effect"),
    ]


def test_window_that_sets_no_time_closes_as_the_next_day_begins():
    window = count_window(date(2023, 4, 14), FIVE, CALENDAR)
    assert window.closes_at.isoformat() == "2023-04-22T00:00:00+01:00"


@pytest.mark.parametrize(
    ("published", "closes_at"),
    [
        pytest.param(date(2023, 3, 17), datetime(2023, 3, 24, 17, tzinfo=UTC), id="last-of-winter"),
        pytest.param(date(2023, 3, 24), datetime(2023, 3, 31, 16, tzinfo=UTC), id="into-summer"),
        pytest.param(date(2023, 4, 14), datetime(2023, 4, 21, 16, tzinfo=UTC), id="summer"),
        pytest.param(date(2023, 10, 27), datetime(2023, 11, 3, 17, tzinfo=UTC), id="into-winter"),
    ],
)
def test_cut_off_is_local_time_on_either_side_of_a_clock_change(published, closes_at):
    at_five = Terms(unit="working_days", count=5, cut_off="17:00")
    assert count_window(published, at_five, CALENDAR).closes_at == closes_at


@pytest.mark.parametrize(
    ("published", "closes_at"),
    [
        pytest.param(date(2023, 3, 21), datetime(2023, 3, 26, 23, tzinfo=UTC), id="23-hour-day"),
        pytest.param(date(2023, 10, 24), datetime(2023, 10, 30, 0, tzinfo=UTC), id="25-hour-day"),
    ],
)
def test_last_day_runs_to_its_end_when_the_clocks_change_on_it(published, closes_at):
    five_days = Terms(unit="calendar_days", count=5)
    assert count_window(published, five_days, CALENDAR).closes_at == closes_at


def test_publication_in_utc_counts_from_the_day_in_london():
    window = count_window(datetime(2023, 6, 15, 23, 30, tzinfo=UTC), FIVE, CALENDAR)
    assert window.published_on == date(2023, 6, 16)


@pytest.mark.parametrize(
    ("published", "published_on"),
    [
        pytest.param(
            datetime.fromisoformat("2023-04-14T17:00"), date(2023, 4, 14), id="as-the-office-closes"
        ),
        pytest.param(
            datetime.fromisoformat("2023-04-14T17:00:01"), date(2023, 4, 17), id="a-second-later"
        ),
        pytest.param(datetime(2023, 4, 14, 16, 30, tzinfo=UTC), date(2023, 4, 17), id="in-utc"),
        pytest.param(
            datetime.fromisoformat("2023-04-15T09:00"), date(2023, 4, 17), id="on-a-saturday"
        ),
        pytest.param(
            datetime.fromisoformat("2023-04-06T18:00"), date(2023, 4, 11), id="before-easter"
        ),
        pytest.param(date(2023, 4, 14), date(2023, 4, 14), id="no-time-given"),
    ],
)
def test_upload_after_the_office_closes_counts_from_the_next_working_day(published, published_on):
    terms = Terms(unit="working_days", count=5, office_closes="17:00")
    assert count_window(published, terms, CALENDAR).published_on == published_on


def test_trace_of_a_late_upload_says_which_day_it_counts_from():
    terms = Terms(unit="working_days", count=1, office_closes="17:00")
    window = count_window(datetime.fromisoformat("2023-04-14T17:30"), terms, CALENDAR)
    assert [(day.date.day, day.kind, day.why) for day in window.trace] == [
        (14, "uploaded", "Put out after 5pm: counts as published on Monday 17 April 2023"),
        (15, "skipped", "Weekend"),
        (16, "skipped", "Weekend"),
        (17, "published", "Day of publication"),
        (18, "last", "Last day to call in"),
        (19, "in_effect", "Takes effect if not called in"),
    ]


def test_trace_of_a_weekend_upload_says_which_day_it_counts_from():
    terms = Terms(unit="working_days", count=1, deemed="next_working_day")
    window = count_window(date(2023, 4, 15), terms, CALENDAR)
    said = "Weekend: counts as published on Monday 17 April 2023"
    assert why(window, date(2023, 4, 15)) == said


def test_first_day_is_day_one_where_the_rule_counts_it():
    terms = Terms(unit="working_days", count=2, count_first_day=True)
    window = count_window(date(2023, 4, 14), terms, CALENDAR)
    assert told(window)[0] == (14, 1, "published")


def test_first_day_that_is_not_worked_is_not_counted():
    terms = Terms(unit="working_days", count=1, count_first_day=True)
    assert count_window(date(2023, 4, 15), terms, CALENDAR).deadline == date(2023, 4, 17)


def test_window_of_one_day_is_published_and_closes_on_it():
    terms = Terms(unit="working_days", count=1, count_first_day=True)
    window = count_window(date(2023, 4, 14), terms, CALENDAR)
    assert window.trace[0].why == "Day of publication and last day to call in"


def test_rolled_deadline_says_what_moved_it():
    terms = Terms(unit="calendar_days", count=5, roll="next_working_day")
    window = count_window(date(2023, 4, 5), terms, CALENDAR)
    assert [(day.number, day.why) for day in window.trace[-3:]] == [
        (5, "Easter Monday, so the last day moves to the next working day"),
        (None, "Last day to call in, moved from Monday 10 April 2023"),
        (None, "Takes effect if not called in"),
    ]


def test_fixed_weekday_numbers_no_days():
    window = count_window(
        date(2022, 7, 21), Terms(unit="fixed_weekday", weekday="tuesday"), CALENDAR
    )
    assert told(window) == [
        (21, None, "published"),
        (22, None, "open"),
        (23, None, "skipped"),
        (24, None, "skipped"),
        (25, None, "open"),
        (26, None, "last"),
        (27, None, "in_effect"),
    ]


@pytest.mark.parametrize("published", [date(2022, 7, 18), date(2022, 7, 24)])
def test_fixed_weekday_is_of_the_week_after_publication(published):
    tuesday = Terms(unit="fixed_weekday", weekday="tuesday")
    assert count_window(published, tuesday, CALENDAR).deadline == date(2022, 7, 26)


def test_rolled_fixed_weekday_does_not_count_the_holiday_it_moved_from():
    terms = Terms(unit="fixed_weekday", weekday="tuesday", roll="next_working_day")
    window = count_window(date(2022, 12, 22), terms, CALENDAR)
    assert told(window)[-3:] == [(27, None, "skipped"), (28, None, "last"), (29, None, "in_effect")]


def test_window_that_closes_before_the_notice_is_out_is_refused():
    terms = Terms(unit="working_days", count=1, count_first_day=True, cut_off="17:00")
    with pytest.raises(Refused, match="would close at 5pm on Friday 14 April 2023, before"):
        count_window(datetime.fromisoformat("2023-04-14T17:00"), terms, CALENDAR)


def test_window_beyond_the_known_bank_holidays_is_refused():
    with pytest.raises(Refused, match="not known"):
        count_window(CALENDAR.last_day - timedelta(days=2), FIVE, CALENDAR)


def test_window_survives_storage_as_json():
    terms = Terms.from_json(
        {"unit": "clear_working_days", "count": 5, "closed": ["2023-04-19"], "cut_off": "16:00"}
    )
    window = count_window(date(2023, 4, 14), terms, CALENDAR)
    assert Window.from_json(json.loads(json.dumps(window.as_json()))) == window


def test_stored_window_is_in_london_time_again():
    stored = count_window(date(2023, 4, 14), FIVE, CALENDAR).as_json()
    assert str(Window.from_json(stored).closes_at.tzinfo) == "Europe/London"
