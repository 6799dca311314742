"""Dates as places on a line."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmap.drawing import Scale, financial_year, next_quarter, quarter_begins

TODAY = date(2024, 6, 3)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(DAYS)
def test_a_day_lies_in_its_quarter(day):
    first = quarter_begins(day)
    assert first <= day < next_quarter(first)
    assert (first.day, first.month % 3) == (1, 1)


def test_the_financial_year_begins_in_april():
    days = (date(2024, 3, 31), date(2024, 4, 1), date(1999, 12, 31))
    assert [financial_year(day) for day in days] == ["2023/24", "2024/25", "1999/00"]


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_today_is_always_on_the_line(days):
    scale = Scale.around(list(days), TODAY)
    assert scale.first <= TODAY < scale.end
    assert (scale.end - scale.first).days <= 26 * 92


@given(st.lists(DAYS, min_size=2, max_size=2))
def test_later_is_never_drawn_to_the_left(days):
    early, late = sorted(days)
    scale = Scale.around([date(2023, 4, 1), date(2025, 3, 31)], TODAY)
    assert 0 <= scale.x(early) <= scale.x(late) <= scale.width


def test_a_bar_reaches_the_end_of_its_last_day():
    scale = Scale(date(2024, 4, 1), date(2025, 4, 1), width=365)
    assert scale.bar(date(2024, 4, 1), date(2024, 4, 10)) == (0, 10)


def test_a_bar_outside_the_line_is_a_mark_at_its_edge():
    scale = Scale(date(2024, 4, 1), date(2025, 4, 1))
    left, width = scale.bar(date(2030, 1, 1), date(2031, 1, 1))
    assert (left, width) == (640, 2)


def test_quarters_are_named_and_years_where_they_begin():
    ticks = Scale.around([date(2023, 8, 1), date(2024, 5, 31)], TODAY).ticks
    assert [(tick.words, tick.year) for tick in ticks] == [
        ("Q2", "2023/24"), ("Q3", ""), ("Q4", ""), ("Q1", "2024/25"), ("", ""),
    ]  # fmt: skip
    assert [tick.ends for tick in ticks] == [False] * 4 + [True]


def test_only_years_are_named_on_a_long_line():
    ticks = Scale.around([TODAY, TODAY + timedelta(days=365 * 5)], TODAY).ticks
    assert {tick.words for tick in ticks} == {""}
    assert [tick.year for tick in ticks if tick.year][:2] == ["2024/25", "2025/26"]
