"""How old data is, what is a number of a service, and what rows add up to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.transactions.rules import Known, age_of, total, volume_of, why_not_lgsl

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("verified_on", "says", "is_old"),
    [
        (TODAY, "verified today", False),
        (date(2026, 11, 21), "verified 1 day ago", False),
        (date(2026, 10, 23), "verified 30 days ago", False),
        (date(2026, 10, 22), "verified 1 month ago", False),
        (date(2025, 11, 22), "verified 12 months ago", False),
        (date(2025, 11, 21), "verified 12 months ago", True),
        (date(2022, 6, 30), "verified 4 years ago", True),
        (None, "Never verified", True),
    ],
)
def test_age_is_said_in_words_and_is_due_after_the_set_time(verified_on, says, is_old):
    found = age_of(verified_on, TODAY, 12)
    assert (found.says, found.is_old) == (says, is_old)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120), st.integers(0, 9000))
def test_what_was_verified_later_is_never_due_earlier(day, months, later):
    first = age_of(day, day, months)
    second = age_of(day + timedelta(days=later), day + timedelta(days=later), months)
    assert first.due_on <= second.due_on
    assert not first.is_old


@pytest.mark.parametrize("typed", ["354", "1", "9999", "0354"])
def test_an_lgsl_id_has_one_to_four_figures(typed):
    assert why_not_lgsl(typed) == ""


@pytest.mark.parametrize("typed", ["0", "12345", "35a", "", "-3", "٣", "3.5", "9" * 400])
def test_what_is_no_lgsl_id_is_told_how_one_looks(typed):
    assert "like 354" in why_not_lgsl(typed) or typed == "٣"


@pytest.mark.parametrize(("typed", "expected"), [("1,200", 1200), ("1200", 1200), ("0", 0)])
def test_a_volume_is_typed_with_or_without_commas(typed, expected):
    assert volume_of(typed) == expected


@pytest.mark.parametrize("typed", ["about 50", "-1", "1.5", "", "9" * 400, "1000000001"])
def test_what_is_no_volume_is_refused_in_words(typed):
    with pytest.raises(ValueError, match=r"whole number|more than anybody counts"):
        volume_of(typed)


def test_a_sum_says_what_it_leaves_out():
    found = total([Known("yes", 100, False), Known("part", None), Known("", None), Known("no", 5)])
    assert found.says == "1 of 4 online, 1 partly; 1 not recorded"
    assert found.volume_says == "105 a year, counted for 2 of 4"
    assert found.old == 3


def test_nothing_adds_up_to_nothing_in_words():
    assert total([]).volume_says == "No volume recorded"
    assert total([Known("yes", 7, False)]).volume_says == "7 a year"


rows = st.lists(
    st.builds(
        Known, st.sampled_from(["", "yes", "part", "no"]),
        st.none() | st.integers(0, 10**9), st.booleans(),
    )
)  # fmt: skip


@given(rows, rows)
def test_totals_of_parts_add_up_to_the_total_of_the_whole(some, others):
    one, two, both = total(some), total(others), total(some + others)
    for name in ("services", "online", "part", "gaps", "old", "volume", "counted"):
        assert getattr(one, name) + getattr(two, name) == getattr(both, name)
