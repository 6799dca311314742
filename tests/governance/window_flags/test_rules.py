"""What a stored window would be, had a day been known not to be worked."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.bank_holidays import england_and_wales
from governance.call_in_windows.extension import extend
from governance.call_in_windows.rules import Start, Terms, count_window
from governance.window_flags.rules import as_it_would_be, differs, printed
from tests.factories.window_flags import FUNERAL

KNOWN = england_and_wales()
BEFORE = replace(
    KNOWN, bank_holidays={d: name for d, name in KNOWN.bank_holidays.items() if d != FUNERAL}
)
AFTER = replace(BEFORE, bank_holidays={**BEFORE.bank_holidays, FUNERAL: "State Funeral"})
FIVE = Terms(unit="working_days", count=5)
FRIDAY = date(2022, 9, 16)
STORED = count_window(FRIDAY, FIVE, BEFORE)


def test_the_funeral_of_2022_moves_a_window_published_the_friday_before():
    assert STORED.deadline == date(2022, 9, 23)
    again = as_it_would_be(STORED, AFTER)
    assert again.deadline == date(2022, 9, 26)
    assert again.in_effect_on == date(2022, 9, 27)
    assert next(d for d in again.trace if d.date == FUNERAL).why == "State Funeral"
    assert differs(STORED, again)


def test_a_day_outside_the_window_changes_nothing():
    early = count_window(date(2022, 9, 5), FIVE, BEFORE)
    assert not differs(early, as_it_would_be(early, AFTER))


def test_a_closure_taken_back_since_is_passed_over_again():
    closed = count_window(FRIDAY, FIVE, BEFORE.with_closures({date(2022, 9, 21): "Flood"}))
    assert as_it_would_be(closed, BEFORE).deadline == closed.deadline
    assert as_it_would_be(closed, AFTER).deadline == date(2022, 9, 27)


def test_a_rule_that_counts_from_the_decision_is_counted_from_it_again():
    start = Start("decision", date(2022, 9, 14))
    stored = count_window(FRIDAY, FIVE, BEFORE, start)
    again = as_it_would_be(stored, AFTER)
    assert (stored.deadline, again.deadline) == (date(2022, 9, 21), date(2022, 9, 22))
    assert again.trace[0] == stored.trace[0]
    assert again.trace[2].why == "Working day; notice published"


def test_what_came_before_the_day_of_publication_stays_in_the_count():
    terms = Terms(unit="working_days", count=5, deemed="next_working_day")
    stored = count_window(date(2022, 9, 10), terms, BEFORE)
    again = as_it_would_be(stored, AFTER)
    assert again.trace[0] == stored.trace[0]
    assert again.trace[0].kind == "uploaded"


def test_a_day_that_a_person_set_stands_unless_it_is_the_day_not_worked():
    extended = extend(STORED, date(2022, 9, 28), BEFORE)
    assert not differs(extended, as_it_would_be(extended, AFTER))
    to_the_funeral = extend(count_window(date(2022, 9, 8), FIVE, BEFORE), FUNERAL, BEFORE)
    assert as_it_would_be(to_the_funeral, AFTER).deadline == date(2022, 9, 20)


def test_the_notice_prints_both_dates_whatever_is_decided():
    again = as_it_would_be(STORED, AFTER)
    keeps = printed(STORED, again, "It is not counted.", moves=False)
    moves = printed(STORED, again, "It is not counted.", moves=True)
    for said in (keeps, moves):
        assert "Friday 23 September 2022" in said
        assert "Monday 26 September 2022" in said
    assert keeps != moves


@given(
    st.dates(date(2021, 1, 1), date(2026, 12, 1)),
    st.integers(1, 15),
    st.sampled_from(["working_days", "clear_working_days", "calendar_days"]),
    st.integers(0, 30),
)
def test_a_further_day_off_never_brings_a_window_forward(published, count, unit, ahead):
    stored = count_window(published, Terms(unit=unit, count=count), KNOWN)
    late = published + timedelta(days=ahead)
    again = as_it_would_be(stored, england_and_wales(proclaimed={late: "Proclaimed late"}))
    assert again.deadline >= stored.deadline
    assert again.published_on == stored.published_on
    if late > stored.in_effect_on:
        assert not differs(stored, again)
