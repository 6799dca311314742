"""Dates fixed by statute: every worked example, the defaults, and the counts that explain them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from governance.calendar import statutory_dates
from governance.calendar.bank_holidays import england_and_wales
from governance.errors import Refused

CALENDAR = england_and_wales()
VECTORS = Path(__file__).parents[2] / "vectors" / "other_deadlines.csv"

WITH_CLEAR_DAYS = {
    "agenda_latest_publication_5_clear_working_days": lambda day: (
        statutory_dates.agenda_publication(day, CALENDAR)
    ),
    "public_question_latest_2_clear_working_days": lambda day: statutory_dates.public_questions(
        day, 2, CALENDAR
    ),
    "key_decision_notice_latest_28_clear_calendar_days": lambda day: (
        statutory_dates.key_decision_notice(day, CALENDAR)
    ),
    "private_meeting_notice_latest_28_clear_calendar_days": lambda day: (
        statutory_dates.private_meeting_notice(day, 28, CALENDAR)
    ),
    "key_decision_earliest_after_28_clear_calendar_days": lambda day: (
        statutory_dates.key_decision_earliest(day, CALENDAR)
    ),
    "general_exception_earliest_decision_5_clear_working_days": lambda day: (
        statutory_dates.general_exception(day, CALENDAR)
    ),
    "general_exception_earliest_decision_5_clear_calendar_days": lambda day: (
        statutory_dates.general_exception(day, CALENDAR, "calendar")
    ),
}
PERIODS = {
    "scrutiny_response_due_two_months_beginning_with": statutory_dates.scrutiny_response,
    "retain_decision_record_last_day_six_years_beginning_with": statutory_dates.decision_retention,
    "retain_background_papers_last_day_four_years_beginning_with": (
        statutory_dates.background_paper_retention
    ),
}
RULES = WITH_CLEAR_DAYS | PERIODS


def vectors():
    with VECTORS.open(newline="", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['rule']}-{row['input_date']}")
def test_worked_example_comes_out_right(row):
    found = RULES[row["rule"]](date.fromisoformat(row["input_date"]))
    assert found.date == date.fromisoformat(row["result_date"])


def test_every_rule_has_a_worked_example():
    assert {row["rule"] for row in vectors()} == set(RULES)


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['rule']}-{row['input_date']}")
def test_trace_marks_the_answer_as_its_last_day(row):
    found = RULES[row["rule"]](date.fromisoformat(row["input_date"]))
    assert [day.date for day in found.trace if day.kind == "last"] == [found.date]


def test_private_meeting_second_notice_counts_working_days():
    found = statutory_dates.private_meeting_notice(date(2023, 4, 12), 5, CALENDAR)
    assert found.date == date(2023, 3, 31)


def test_private_meeting_reading_can_be_overridden():
    found = statutory_dates.private_meeting_notice(date(2023, 4, 12), 5, CALENDAR, "calendar")
    assert found.date == date(2023, 4, 6)


def test_28_clear_days_can_be_read_as_working_days():
    found = statutory_dates.key_decision_notice(date(2023, 4, 12), CALENDAR, "working")
    assert found.date == date(2023, 2, 28)


def test_clear_days_trace_names_the_holiday_it_skipped():
    found = statutory_dates.public_questions(date(2023, 4, 12), 2, CALENDAR)
    assert [(day.date.day, day.number, day.why) for day in found.trace] == [
        (5, None, "Last day for a question"),
        (6, 1, "Working day"),
        (7, None, "Good Friday"),
        (8, None, "Weekend"),
        (9, None, "Weekend"),
        (10, None, "Easter Monday"),
        (11, 2, "Working day"),
        (12, None, "Day of the meeting or decision"),
    ]


def test_calendar_days_trace_counts_holidays_too():
    found = statutory_dates.general_exception(date(2023, 4, 6), CALENDAR, "calendar")
    assert [day.number for day in found.trace] == [None, 1, 2, 3, 4, 5, None]


def test_two_months_are_traced_month_by_month():
    found = statutory_dates.scrutiny_response(date(2023, 3, 6))
    assert [(day.date, day.why) for day in found.trace] == [
        (date(2023, 3, 6), "Day of receipt, the first day of the period"),
        (date(2023, 4, 5), "End of month 1"),
        (date(2023, 5, 5), "End of month 2: last day to respond"),
    ]


def test_six_years_are_traced_year_by_year():
    found = statutory_dates.decision_retention(date(2023, 4, 12))
    assert found.trace[-1].why == "End of year 6: last day the record must be kept"


def test_answer_says_how_it_was_counted():
    found = statutory_dates.public_questions(date(2023, 4, 12), 1, CALENDAR)
    assert found.counted_as == "One clear working day: the days at either end are not counted."


@pytest.mark.parametrize("count", [0, -1, 367])
def test_public_questions_refuses_a_count_that_makes_no_sense(count):
    with pytest.raises(Refused, match=f"from 1 to 366, not {count}"):
        statutory_dates.public_questions(date(2023, 4, 12), count, CALENDAR)
