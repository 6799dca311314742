"""Whether the councils' systems for one job could become one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.rules import months_from
from roadmap.contracts.rules import Notice, Option, Renewal, Terms, Unit, dates_of
from roadmap.systems.rules import Kind, Run, alignment, months_between

TODAY = date(2024, 6, 3)
SIX_MONTHS = Notice(6, Unit.MONTHS)


def run(council, system, ends_on=None, renewal=Renewal.NONE, extra=0, **more):
    """Return a council's system whose contract ends on a day; without one, with no contract."""
    if ends_on is None:
        return Run(council, system, f"System {system}", **more)
    rolls = renewal is Renewal.TACIT
    options = (Option(extra),) if extra else ()
    terms = Terms(ends_on, renewal, roll_months=12 if rolls else None, notice=SIX_MONTHS,
                  options=options)  # fmt: skip
    dates = dates_of(terms, TODAY)
    limit = None if rolls else months_from(dates.term_end, extra)
    return Run(council, system, f"System {system}", dates, limit, **more)


def found(*runs, lead=4):
    return alignment(runs, TODAY, lead)


def test_one_system_is_already_one_and_says_when_its_contracts_end():
    end = date(2026, 3, 31)
    assert found(run("B", 1, end), run("E", 1, end)).kind is Kind.ALREADY
    apart = found(run("B", 1, end), run("E", 1, date(2026, 6, 30)))
    assert apart.why == "Contracts end from 31 March 2026 to 30 June 2026."


def test_a_contract_that_can_be_joined_is_joined():
    goss = run("East Lindsey", 2, date(2026, 5, 31), can_be_joined=True)
    answer = found(run("B", 1, date(2024, 11, 30)), goss, run("S", 3, date(2025, 1, 31)))
    assert (answer.kind, answer.says) == (Kind.YES, "Yes, on System 2")
    assert answer.why == "East Lindsey’s contract can be joined."


def test_what_ends_before_the_others_can_be_reached_must_be_extended_until_then():
    ring = [run(council, 1, date(2027, 4, 30)) for council in ("B", "E")]
    answer = found(*ring, run("South Holland", 2, date(2024, 9, 30)))
    assert (answer.kind, answer.says) == (Kind.IF_EXTENDED, "Yes, if extended by 1 month")
    assert "South Holland, to cover the move, which the contract does not offer" in answer.why


def test_an_extension_that_the_contract_offers_is_said_to_be_offered():
    ring = [run(council, 1, date(2027, 4, 30)) for council in ("B", "E")]
    answer = found(*ring, run("South Holland", 2, date(2024, 9, 30), extra=6))
    assert answer.why.endswith("as the contract offers.")


def test_ends_two_years_apart_wait_for_the_last():
    answer = found(run("B", 1, date(2025, 3, 31)), run("E", 2, date(2027, 3, 31)), run("S", 3))
    assert (answer.kind, answer.says) == (Kind.NOT_BEFORE, "Not before 2027")
    assert answer.why == "2 years between end dates."


def test_ends_months_apart_are_bridged_or_met_by_rolling_on():
    late = run("E", 2, date(2025, 9, 30))
    answer = found(run("B", 1, date(2025, 3, 31)), late)
    assert answer.says == "Yes, if extended by 6 months"
    rolling = found(run("B", 1, date(2025, 3, 31), Renewal.TACIT), late)
    assert (rolling.kind, rolling.says) == (Kind.YES, "Yes, from 30 September 2025")


def test_what_was_recently_invested_in_is_left_out_of_removal():
    answer = found(run("B", 1, date(2025, 3, 31), is_left_out=True), run("E", 2, date(2025, 3, 31)))
    assert answer.kind is Kind.LEFT_OUT
    assert answer.why == "B has recently invested in System 1."


def test_what_was_recently_invested_in_may_be_what_the_others_move_to():
    goss = run("B", 1, date(2028, 3, 31), can_be_joined=True, is_left_out=True)
    assert found(goss, run("E", 2, date(2025, 3, 31))).kind is Kind.YES


def test_a_contract_held_beyond_the_end_of_the_one_to_be_joined_waits():
    goss = run("B", 1, date(2025, 3, 31), can_be_joined=True)
    assert found(goss, run("E", 2, date(2026, 3, 31))).says == "Not before 2026"


def test_a_lapsed_contract_cannot_be_joined():
    lapsed = run("B", 1, date(2023, 3, 31), can_be_joined=True)
    assert found(lapsed, run("E", 2, date(2025, 3, 31))).kind is not Kind.NOT_BEFORE
    assert "System 1" not in found(lapsed, run("E", 2, date(2025, 3, 31))).says


@pytest.mark.parametrize(
    ("runs", "why"),
    [
        ([], "No system is recorded."),
        ([run("B", 1, date(2025, 3, 31))], "Only B runs one."),
        ([run("B", 1), run("E", 2)], "No end of a contract is recorded."),
    ],
)
def test_what_is_not_known_is_said(runs, why):
    answer = found(*runs)
    assert (answer.kind, answer.why) == (Kind.UNKNOWN, why)


days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(days, days)
def test_months_between_are_the_fewest_that_reach_the_day(first, last):
    months = months_between(first, last)
    assert months_from(first, months) >= last or months == 0
    assert months == 0 or months_from(first, months - 1) < last


ends = st.dates(date(2024, 6, 3), date(2035, 1, 1))


@given(st.lists(st.tuples(st.integers(1, 3), ends, st.sampled_from(Renewal)), max_size=4))
def test_there_is_an_answer_in_words_for_any_systems(several):
    runs = [run(f"C{n}", *one) for n, one in enumerate(several)]
    answer = found(*runs)
    assert answer.says
    assert answer.shape in {"done", "good", "warn", "bad", "noted", "idle"}


def test_a_council_whose_end_is_not_recorded_is_not_taken_to_be_free():
    answer = found(run("B", 1, date(2025, 3, 31)), run("E", 2, date(2025, 3, 31)), run("S", 3))
    assert (answer.kind, answer.shape) == (Kind.UNKNOWN, "idle")
    assert answer.why == "No end of a contract is recorded for S."
    goss = run("B", 1, date(2028, 3, 31), can_be_joined=True)
    assert found(goss, run("S", 3)).kind is Kind.UNKNOWN


def test_a_contract_that_ends_before_a_move_is_ready_is_not_moved_to():
    goss = run("B", 1, date(2024, 7, 2), can_be_joined=True)
    answer = found(goss, run("E", 2, date(2023, 7, 2)))
    assert (answer.kind, "System 1" in answer.says) == (Kind.IF_EXTENDED, False)
