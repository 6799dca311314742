"""When a contract ends and must be acted upon: worked examples, reported mistakes, and laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.rules import months_from
from governance.errors import Refused
from roadmap.contracts.rules import (
    Notice,
    Option,
    Renewal,
    State,
    Terms,
    Unit,
    dates_of,
    last_day_to_give,
    open_months,
)

DAY = timedelta(days=1)
MONTHS = {n: Notice(n, Unit.MONTHS) for n in range(1, 13)}


def tacit(ends_on, roll=12, notice=3, **more):
    return Terms(ends_on, Renewal.TACIT, roll_months=roll, notice=MONTHS[notice], **more)


def said(found):
    return [step.what for step in found.trace]


# --- Months -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "months", "expected"),
    [
        (date(2026, 3, 31), -6, date(2025, 9, 30)),
        (date(2024, 11, 30), -3, date(2024, 8, 31)),
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2024, 5, 31), -3, date(2024, 2, 29)),
        (date(2026, 8, 28), -2, date(2026, 6, 28)),
        (date(2026, 5, 30), -3, date(2026, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 29)),
        (date(2028, 2, 28), 12, date(2029, 2, 28)),
        (date(2026, 1, 30), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_end_leads_to_a_month_end_and_any_other_day_to_its_own(end, months, expected):
    assert months_from(end, months) == expected


def test_a_day_beyond_every_calendar_is_refused_in_words():
    with pytest.raises(Refused, match=r"120 months from .* is too far away"):
        months_from(date(9998, 1, 1), 120)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (Notice(30, Unit.DAYS), date(2026, 5, 31)),
        (Notice(12, Unit.WEEKS), date(2026, 4, 7)),
        (Notice(3, Unit.MONTHS), date(2026, 3, 31)),
        (Notice(1, Unit.DAYS), date(2026, 6, 29)),
    ],
)
def test_notice_is_counted_in_days_weeks_or_calendar_months(notice, expected):
    assert last_day_to_give(notice, date(2026, 6, 30)) == expected


def test_a_notice_period_is_said_as_people_say_it():
    assert [str(Notice(1, Unit.MONTHS)), str(Notice(12, Unit.WEEKS))] == ["1 month", "12 weeks"]


# --- What was reported against other registers ---------------------------------------------------


def test_notice_is_counted_from_the_rolled_end_not_from_the_first():
    """A yearly renewal had its notice date a year too early once it had rolled."""
    found = dates_of(tacit(date(2025, 8, 28), notice=2), date(2026, 2, 11))
    assert (found.term_end, found.notice_by) == (date(2026, 8, 28), date(2026, 6, 28))


@pytest.mark.parametrize(
    ("today", "end", "notice_by"),
    [
        (date(2021, 1, 1), date(2023, 7, 31), date(2023, 4, 30)),
        (date(2023, 10, 31), date(2024, 7, 31), date(2024, 4, 30)),
    ],
)
def test_three_years_and_then_one_at_a_time_is_not_three_years_again(today, end, notice_by):
    """Three years from August 2020, then year by year, was shown to end in 2026."""
    found = dates_of(tacit(date(2023, 7, 31), starts_on=date(2020, 8, 1)), today)
    assert (found.term_end, found.notice_by) == (end, notice_by)


def test_sixty_months_and_a_renewal_of_twelve_make_seventy_two():
    """They were shown as a hundred and twenty."""
    first = date(2023, 5, 31)  # sixty months from June 2018
    assert dates_of(tacit(first), date(2023, 6, 1)).term_end == date(2024, 5, 31)


def test_the_initial_term_of_thirty_six_months_counts_before_the_renewal_of_twelve():
    """A warning came in June 2019 of a contract that ran until September 2021."""
    found = dates_of(tacit(date(2021, 9, 26)), date(2019, 6, 7))
    assert (found.term_end, found.notice_by) == (date(2021, 9, 26), date(2021, 6, 26))


def test_a_contract_that_does_not_renew_ends_at_its_end_and_asks_to_be_replaced():
    """Nobody was warned of one that had to be renewed by hand, even after it had ended."""
    terms = Terms(date(2020, 1, 12), lead_months=6)
    before, after = (dates_of(terms, day) for day in (date(2019, 7, 1), date(2020, 1, 13)))
    assert (before.act_by, before.decide_by) == (date(2020, 1, 12), date(2019, 7, 12))
    assert (after.state, after.act_by) == (State.LAPSED, None)


def test_what_renews_only_if_asked_ends_at_its_end_and_never_at_a_renewed_one():
    """Asking for renewal was shown as having been granted."""
    terms = Terms(date(2026, 6, 30), Renewal.EXPRESS, notice=MONTHS[3])
    assert dates_of(terms, date(2026, 1, 1)).term_end == date(2026, 6, 30)
    assert dates_of(terms, date(2026, 7, 1)).state is State.LAPSED


def test_a_contract_without_renewal_keeps_its_last_day_for_years_after_it():
    """A notice date in the past was moved into another year."""
    terms = Terms(date(2020, 2, 10), notice=MONTHS[2])
    assert dates_of(terms, date(2025, 3, 10)).term_end == date(2020, 2, 10)


# --- Terms that roll on --------------------------------------------------------------------------


def test_the_day_of_notice_is_still_in_time_and_the_next_is_not():
    terms = tacit(date(2026, 3, 31), notice=6)
    last = date(2025, 9, 30)
    on, after = dates_of(terms, last), dates_of(terms, last + DAY)
    assert (on.state, on.notice_by, on.can_end_on) == (State.RUNNING, last, date(2026, 3, 31))
    assert (after.state, after.notice_by) == (State.NOTICE_PASSED, date(2026, 9, 30))
    assert (after.term_end, after.can_end_on) == (date(2026, 3, 31), date(2027, 3, 31))


def test_the_last_day_of_a_term_is_in_it():
    terms = tacit(date(2026, 3, 31), notice=1)
    assert dates_of(terms, date(2026, 3, 31)).term_end == date(2026, 3, 31)
    rolled = dates_of(terms, date(2026, 4, 1))
    assert (rolled.state, rolled.term_end) == (State.ROLLED, date(2027, 3, 31))


def test_month_by_month_from_a_thirtieth_loses_no_day_in_february():
    terms = tacit(date(2026, 1, 30), roll=1, notice=1)
    assert dates_of(terms, date(2026, 3, 15)).term_end == date(2026, 3, 30)


def test_notice_longer_than_a_term_reaches_the_first_end_it_is_in_time_for():
    found = dates_of(tacit(date(2026, 1, 31), roll=1, notice=3), date(2026, 3, 10))
    assert (found.notice_by, found.can_end_on) == (date(2026, 3, 31), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("given", "ends"),
    [(date(2025, 9, 30), date(2026, 3, 31)), (date(2025, 10, 1), date(2027, 3, 31))],
)
def test_notice_given_ends_the_term_it_was_in_time_for(given, ends):
    found = dates_of(tacit(date(2026, 3, 31), notice=6, notice_given_on=given), date(2025, 12, 1))
    assert (found.state, found.term_end, found.act_by) == (State.ENDING, ends, ends)


def test_a_contract_ended_by_notice_has_ended_and_has_not_lapsed():
    terms = tacit(date(2026, 3, 31), notice=6, notice_given_on=date(2025, 1, 1))
    found = dates_of(terms, date(2026, 4, 1))
    assert found.state is State.ENDED
    assert "Lapsed" not in said(found)


def test_without_a_notice_period_the_end_is_the_last_day_to_say_anything():
    terms = Terms(date(2026, 3, 31), Renewal.TACIT, roll_months=12)
    assert dates_of(terms, date(2026, 1, 1)).notice_by == date(2026, 3, 31)


# --- Asking for renewal, extensions, no end ------------------------------------------------------


def test_when_the_day_to_ask_has_passed_the_contract_ends_and_the_end_is_what_counts():
    terms = Terms(date(2024, 9, 30), Renewal.EXPRESS, notice=Notice(6, Unit.MONTHS))
    found = dates_of(terms, date(2024, 6, 3))
    assert (found.state, found.act_by) == (State.NOTICE_PASSED, date(2024, 9, 30))
    assert found.notice_by == date(2024, 3, 31)


def test_extensions_taken_up_move_the_end_and_those_left_do_not():
    options = (Option(12, taken_on=date(2025, 1, 1)), Option(24, take_up_by=date(2026, 12, 31)))
    terms = Terms(date(2026, 3, 31), options=options)
    found = dates_of(terms, date(2026, 1, 1))
    assert (found.term_end, found.act_by) == (date(2027, 3, 31), date(2026, 12, 31))
    assert open_months(options, date(2026, 1, 1)) == 24
    assert open_months(options, date(2027, 1, 1)) == 0


def test_an_extension_missed_is_said_and_the_next_is_not_offered_for_it():
    options = (Option(12, take_up_by=date(2025, 12, 31)),)
    found = dates_of(Terms(date(2026, 3, 31), options=options), date(2026, 1, 1))
    assert "Extension missed" in said(found)
    assert found.act_by == date(2026, 3, 31)


def test_notice_of_a_rolling_contract_comes_before_a_later_extension():
    options = (Option(12),)
    found = dates_of(tacit(date(2026, 3, 31), notice=6, options=options), date(2025, 1, 1))
    assert found.act_by == date(2025, 9, 30)


def test_a_contract_without_an_end_has_no_date_and_says_how_it_can_be_ended():
    found = dates_of(Terms(None, notice=MONTHS[3]), date(2026, 1, 1))
    assert (found.state, found.decide_by) == (State.NO_DATES, None)
    assert "at any time with 3 months of notice" in found.trace[0].why


def test_a_contract_that_is_closed_has_ended_whatever_its_dates():
    closed = date(2025, 6, 30)
    for terms in (tacit(date(2026, 3, 31), closed_on=closed), Terms(None, closed_on=closed)):
        assert dates_of(terms, date(2026, 1, 1)).state is State.ENDED


def test_a_contract_that_has_not_started_says_so():
    terms = tacit(date(2028, 3, 31), starts_on=date(2027, 4, 1))
    assert dates_of(terms, date(2027, 3, 31)).state is State.NOT_STARTED


def test_the_working_names_every_day_it_uses():
    found = dates_of(tacit(date(2026, 3, 31), notice=6, lead_months=3), date(2025, 1, 1))
    assert [(step.what, step.day) for step in found.trace] == [
        ("Initial term ends", date(2026, 3, 31)),
        ("Give notice by", date(2025, 9, 30)),
        ("Decide together by", date(2025, 6, 30)),
    ]
    assert (
        found.trace[-1].why == "3 months to procure a joint replacement, before 30 September 2025."
    )


# --- Laws ----------------------------------------------------------------------------------------

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
notices = st.none() | st.builds(
    Notice, st.integers(1, 36), st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS])
)
options = st.lists(
    st.builds(Option, st.integers(1, 60), st.none() | days, st.none() | days), max_size=3
).map(tuple)


@st.composite
def terms(draw):
    renewal = draw(st.sampled_from(Renewal))
    return Terms(
        ends_on=draw(days), renewal=renewal,
        roll_months=draw(st.integers(1, 60)) if renewal is Renewal.TACIT else None,
        notice=draw(notices), notice_given_on=draw(st.none() | days),
        lead_months=draw(st.integers(0, 36)), options=draw(options),
    )  # fmt: skip


@given(days, st.integers(0, 240), st.integers(0, 240))
def test_more_months_never_lead_to_an_earlier_day(day, fewer, more):
    assert months_from(day, fewer) <= months_from(day, fewer + more)


@given(days, days, st.integers(-240, 240))
def test_a_later_day_never_leads_to_an_earlier_one(one, other, months):
    first, second = sorted((one, other))
    assert months_from(first, months) <= months_from(second, months)


@given(days, st.integers(1, 36))
def test_the_last_day_of_notice_is_in_time_and_the_day_after_it_is_too_late(end, months):
    """In time: counted forward by the corresponding date, the period is over when the end comes."""
    by = last_day_to_give(Notice(months, Unit.MONTHS), end)

    def over(day):  # the same day of a later month, or its last
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        first_after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        return min(first_after - DAY, date(year, month + 1, 1) + (day.day - 1) * DAY)

    assert over(by) <= end < over(by + DAY)


@given(terms(), days)
def test_what_is_to_be_done_is_never_before_today_and_never_after_the_end(terms, today):
    found = dates_of(terms, today)
    if found.state in {State.LAPSED, State.ENDED}:
        assert found.act_by is None
        assert found.term_end < today
    else:
        assert today <= found.act_by <= (found.can_end_on or found.term_end)
        assert found.decide_by <= found.act_by
        assert found.trace[-1].day == found.decide_by


@given(terms(), days)
def test_the_term_that_runs_is_the_one_that_today_falls_in(terms, today):
    found = dates_of(terms, today)
    if terms.renewal is Renewal.TACIT and not terms.notice_given_on:
        assert found.term_end >= today
        earlier = dates_of(terms, found.term_end)
        assert earlier.term_end == found.term_end
        assert dates_of(terms, found.term_end + DAY).term_end > found.term_end


@given(terms(), days, st.integers(0, 400))
def test_dates_never_move_back_as_time_goes_on(terms, today, later):
    first, second = (dates_of(terms, day) for day in (today, today + later * DAY))
    assert first.term_end <= second.term_end
    if first.notice_by and second.notice_by:
        assert first.notice_by <= second.notice_by
