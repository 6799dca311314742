"""Dividing money to the penny, shares that sum to the whole, and sources that are enough."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.funding import rules
from roadmap.funding.rules import WHOLE, allocate, divide, faults_of_shares
from roadmap.funding.totals import Saving, Spending, savings, totals

AMOUNTS = st.integers(min_value=-(10**13), max_value=10**13)


def whole_shares():
    """Return party -> share, in the order of the names, that sum to 100.00 %."""
    return st.lists(st.integers(0, WHOLE), max_size=4).map(parted)


def parted(cuts):
    ends = [0, *sorted(cuts), WHOLE]
    return {number: b - a for number, (a, b) in enumerate(pairwise(ends))}


def test_boston_pays_10_580_of_46_000_at_23_percent():
    assert allocate(46_000_00, {"Boston": 2300, "others": 7700})["Boston"] == 10_580_00


@given(AMOUNTS, whole_shares())
def test_the_parts_always_sum_to_the_whole(pence, shares):
    assert sum(allocate(pence, shares).values()) == pence


@given(AMOUNTS, whole_shares())
def test_no_part_is_a_penny_or_more_from_its_exact_share(pence, shares):
    for party, part in allocate(pence, shares).items():
        assert abs(part * WHOLE - pence * shares[party]) < WHOLE


@given(AMOUNTS, whole_shares())
def test_a_refund_is_divided_as_the_same_sum_would_be(pence, shares):
    assert allocate(-pence, shares) == {p: -part for p, part in allocate(pence, shares).items()}


@given(AMOUNTS, whole_shares())
def test_a_larger_share_never_pays_less(pence, shares):
    parts = allocate(abs(pence), shares)
    by_share = sorted(shares, key=lambda party: shares[party])
    assert [parts[p] for p in by_share] == sorted(parts[p] for p in by_share)


@given(AMOUNTS, whole_shares())
def test_whoever_has_no_share_pays_nothing(pence, shares):
    assert all(allocate(pence, shares)[p] == 0 for p, share in shares.items() if share == 0)


@pytest.mark.parametrize(
    ("pence", "shares", "parts"),
    [
        # The largest fraction lost gets the penny: .66 before .34.
        (2, {"a": 3333, "b": 6667}, {"a": 1, "b": 1}),
        # The same fraction lost: the larger share.
        (5, {"a": 1000, "b": 9000}, {"a": 0, "b": 5}),
        # The same fraction and share: whose name comes first.
        (1, {"Boston": 5000, "East Lindsey": 5000}, {"Boston": 1, "East Lindsey": 0}),
        (100, {"a": 3334, "b": 3333, "c": 3333}, {"a": 34, "b": 33, "c": 33}),
        (0, {"a": 5000, "b": 5000}, {"a": 0, "b": 0}),
        (-1, {"a": 5000, "b": 5000}, {"a": -1, "b": 0}),
    ],
)
def test_the_pence_left_over_go_by_the_stated_rule(pence, shares, parts):
    assert allocate(pence, shares) == parts


@pytest.mark.parametrize("shares", [{}, {"a": 9999}, {"a": 10_001}, {"a": 11_000, "b": -1000}])
def test_shares_that_are_not_the_whole_divide_nothing(shares):
    with pytest.raises(ValueError, match=r"100\.00 %"):
        allocate(100, shares)


def test_what_nobody_knows_how_to_divide_stays_one_sum():
    found = divide(46_000_00, {"Boston": 2300, "East Lindsey": None, "South Holland": None})
    assert found == {"Boston": 10_580_00, None: 35_420_00}


@given(AMOUNTS, st.integers(0, WHOLE))
def test_what_is_known_and_what_is_not_sum_to_the_whole(pence, share):
    assert sum(divide(pence, {"a": share, "b": None, "c": None}).values()) == pence


@pytest.mark.parametrize(
    ("shares", "fault"),
    [
        ({"Boston": 2300, "East Lindsey": 7700}, None),
        ({"Boston": 2300, "East Lindsey": None, "South Holland": None}, None),
        ({"Boston": 2300, "East Lindsey": 7699}, "sum to 99.99 %, 0.01 % less than 100 %"),
        ({"Boston": 5000, "East Lindsey": 6000}, "sum to 110 %, 10 % more than 100 %"),
        ({"Boston": 2300, "East Lindsey": None}, "it is the rest: enter 77 %"),
        ({"Boston": 10000, "East Lindsey": None, "South Holland": None}, "nothing is left for"),
        ({"Boston": 10001}, "from 0 % to 100 %"),
        ({}, "Give the share of each council."),
    ],
)
def test_a_fault_of_the_shares_is_told_in_a_sentence(shares, fault):
    found = faults_of_shares(shares)
    assert found == [] if fault is None else fault in found[0]


def test_a_restricted_source_is_neither_overspent_nor_spent_elsewhere_unnoticed():
    def why(**changes):
        usual = {"amount": 100, "spent_before": 40, "pence": 60, "restricted_to": "Cyber",
                 "purpose": "Cyber"}  # fmt: skip
        return rules.why_a_reason_is_needed(**usual | changes)

    assert why() == []
    assert "£0.01 too much" in why(pence=61)[0]
    assert "restricted to “Cyber”" in why(purpose="Paint")[0]
    assert why(amount=None, pence=10**9) == []
    assert why(restricted_to="", purpose="Paint") == []
    # Money that comes back is never too much.
    assert why(spent_before=200, pence=-10) == []


def test_an_overspent_source_says_by_how_much():
    found = rules.standing_of_source(100_00, 150_00, is_restricted=True, elsewhere=[("Paint", 500)])
    assert found.left == -50_00
    assert found.shape == "bad"
    assert "Overspent by £50" in found.warnings[0]
    assert "£5 went on “Paint”" in found.warnings[1]


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2024, 3, 31), 2023), (date(2024, 4, 1), 2024), (date(2024, 12, 31), 2024)],
)
def test_a_financial_year_begins_on_1_april(day, year):
    assert rules.year_of(day) == year


def test_a_year_is_written_with_both_its_years():
    assert [rules.year_words(year) for year in (1999, 2024)] == ["1999/00", "2024/25"]


SPENT = st.builds(
    lambda pence, shares, source, purpose, year: Spending(
        pence, divide(pence, shares), source, purpose, year
    ),
    AMOUNTS, whole_shares(), st.integers(1, 3), st.integers(1, 3),
    st.none() | st.integers(2020, 2025),
)  # fmt: skip


@given(st.lists(SPENT, max_size=8))
def test_councils_sources_purposes_and_years_each_sum_to_the_partnership(lines):
    found = totals(lines)
    assert found.reconciles
    assert found.whole == sum(line.pence for line in lines)


def test_totals_that_do_not_reconcile_are_found():
    broken = Spending(100, {1: 99}, 1, 1, 2024)
    assert not totals([broken]).reconciles


FIGURES = st.builds(
    Saving, st.integers(1, 3), st.integers(2020, 2023), st.none() | AMOUNTS, st.none() | AMOUNTS,
    st.booleans(),
)  # fmt: skip


@given(st.lists(FIGURES, max_size=8))
def test_savings_by_council_and_by_year_sum_to_the_partnership(figures):
    found = savings(figures)
    for way in (found.councils, found.years):
        for name in ("forecast", "actual", "cashable_forecast", "cashable_actual"):
            assert sum(getattr(row, name) for row in way.values()) == getattr(found.whole, name)
