"""Dates and times as typed: what is understood, and the sentence for what is not."""

import re
from datetime import date, time

import pytest

from governance.pages.dates import read_date, read_time


@pytest.mark.parametrize("month", ["4", "04", "April", "april", "Apr", " apr "])
def test_a_month_may_be_a_figure_or_a_name(month):
    assert read_date("14", month, "2023") == date(2023, 4, 14)


def test_the_leap_day_of_a_leap_year():
    assert read_date("29", "2", "2024") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("31", "4", "2023"), "Enter a real date: 31 April does not exist, April has 30 days"),
        (
            ("29", "2", "2023"),
            "Enter a real date: 29 February 2023 does not exist, February 2023 has 28 days",
        ),
        (("0", "5", "2023"), "Enter a real date: 0 May does not exist, May has 31 days"),
        (("1", "13", "2023"), "Enter a real date: there is no month 13"),
        (("1", "ma", "2023"), "Month must be a number, like 4 or April"),
        (("1", "Aprilis", "2023"), "Month must be a number, like 4 or April"),
        (("1st", "4", "2023"), "Day must be a number, like 14"),
        (("١٤", "4", "2023"), "Day must be a number, like 14"),
        (("1", "4", "23"), "Year must have four figures, like 2023"),
        (("1", "4", "0023"), "Year must have four figures, like 2023"),
        (("1", "4", "MMXX"), "Year must be a number, like 2023"),
        (("1", "4", ""), "Date must include a year"),
        (("", "4", " "), "Date must include a day and year"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(typed, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        read_date(*typed)


def test_the_sentence_begins_with_what_the_date_is_called():
    with pytest.raises(ValueError, match=r"^Publication date must include a month$"):
        read_date("1", "", "2023", called="Publication date")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("6.50pm", time(18, 50)),
        ("6:50 PM", time(18, 50)),
        ("6.50 p.m.", time(18, 50)),
        ("18:50", time(18, 50)),
        ("18.50", time(18, 50)),
        ("1850", time(18, 50)),
        ("6pm", time(18)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12.30pm", time(12, 30)),
        ("12:30", time(12, 30)),
        ("0:05", time(0, 5)),
        ("09:30", time(9, 30)),
        ("noon", time(12)),
        ("Midday", time(12)),
        ("midnight", time(0)),
    ],
)
def test_times_people_write(typed, expected):
    assert read_time(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "6", "18", "25:00", "6.75pm", "13pm", "0am", "24:00", "soon"]
)
def test_what_is_no_time_is_refused_with_an_example(typed):
    with pytest.raises(ValueError, match=r"^Enter a time like 6\.50pm or 18:50$"):
        read_time(typed)


def test_a_time_that_may_be_morning_or_evening_is_asked_about():
    with pytest.raises(ValueError, match=r"am or pm: enter 6\.50am or 6\.50pm$"):
        read_time("6.50")
