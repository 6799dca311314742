"""What a committee is told of a period."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.dashboards.rules import Fate, by_status, fate, fate_words, quarter_of

FIRST, LAST = date(2024, 4, 1), date(2024, 6, 30)
AFTER = date(2024, 7, 15)
DAYS = st.dates(date(2024, 1, 1), date(2025, 1, 1))


@dataclass
class AMilestone:
    planned_on: date = date(2024, 5, 31)
    forecast_on: date | None = None
    met_on: date | None = None


@pytest.mark.parametrize(
    ("milestone", "today", "became", "says"),
    [
        (AMilestone(met_on=date(2024, 5, 31)), AFTER, Fate.MET, "on the day it was planned for"),
        (AMilestone(met_on=date(2024, 6, 12)), AFTER, Fate.MET, "12 days after it was planned"),
        (AMilestone(met_on=date(2024, 5, 30)), AFTER, Fate.MET, "1 day early"),
        (AMilestone(), AFTER, Fate.MISSED, "no new forecast is recorded"),
        (
            AMilestone(forecast_on=date(2024, 9, 27)), AFTER, Fate.MISSED,
            "now forecast for Fri 27 Sep 2024",
        ),
        (
            AMilestone(met_on=date(2024, 7, 2)), AFTER, Fate.MISSED,
            "met later, on Tue 2 Jul 2024",
        ),
        (AMilestone(), date(2024, 5, 31), Fate.MISSED, None),
        (AMilestone(planned_on=date(2024, 8, 30)), AFTER, Fate.COMING, "as planned"),
        (
            AMilestone(planned_on=date(2024, 3, 28), forecast_on=date(2024, 8, 30)), AFTER,
            Fate.COMING, "planned for Thu 28 Mar 2024",
        ),
    ],
)  # fmt: skip
def test_what_became_of_a_milestone(milestone, today, became, says):
    if says is None:  # its day is today: it may still be met
        assert fate(milestone, FIRST, LAST, today) is None
        return
    assert fate(milestone, FIRST, LAST, today) is became
    assert fate_words(milestone, became) == says


@pytest.mark.parametrize(
    "milestone",
    [
        AMilestone(planned_on=date(2024, 3, 28), met_on=date(2024, 3, 28)),
        AMilestone(planned_on=date(2025, 3, 28)),
        AMilestone(planned_on=date(2024, 5, 31), met_on=date(2024, 3, 28)),
    ],
)
def test_what_is_no_matter_of_the_period_is_not_told(milestone):
    assert fate(milestone, FIRST, LAST, AFTER) is None


@given(DAYS, st.none() | DAYS, st.none() | DAYS, DAYS)
def test_nothing_is_met_that_has_not_happened_yet(planned, forecast, met, today):
    became = fate(AMilestone(planned, forecast, met), FIRST, LAST, today)
    if became is Fate.MET:
        assert met <= today
    if became is Fate.MISSED:
        assert planned < today


@given(DAYS, st.none() | DAYS)
def test_what_was_planned_in_the_period_is_met_or_missed_once_it_is_over(planned, met):
    became = fate(AMilestone(planned, None, met), FIRST, LAST, LAST + timedelta(days=1))
    if FIRST <= planned <= LAST and not (met and met < FIRST):
        assert became in (Fate.MET, Fate.MISSED)


def test_statuses_are_counted_in_the_order_in_which_they_are_told():
    row = by_status("Staff", ["red", "complete", "complete", "green"])
    assert (row.counts, row.total) == ([2, 1, 0, 1, 0], 4)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2024, 3, 31), "2023-24-q4"), (date(2024, 4, 1), "2024-25-q1"),
        (date(2024, 12, 31), "2024-25-q3"), (date(2025, 1, 1), "2024-25-q4"),
    ],
)  # fmt: skip
def test_a_day_lies_in_a_quarter_of_the_financial_year(day, value):
    found = quarter_of(day)
    assert found.value == value
    assert found.first <= day <= found.last
