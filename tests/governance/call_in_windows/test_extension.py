"""Letting a window run on: never earlier, to a working day, with a trace that says so."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import is_working_day
from governance.call_in_windows.extension import extend
from governance.call_in_windows.rules import Terms, Window, count_window
from governance.errors import Refused

CALENDAR = england_and_wales({})
# Published on Friday 14 April 2023; closes at the end of Friday 21 April.
PUBLISHED, CLOSES = date(2023, 4, 14), date(2023, 4, 21)


def counted(published=PUBLISHED, **terms):
    terms = {"unit": "working_days", "count": 5} | terms
    return count_window(published, Terms.from_json(terms), CALENDAR)


def test_the_window_runs_to_the_day_chosen_and_shuts_at_the_rules_hour():
    window = extend(counted(cut_off="17:00"), date(2023, 4, 28), CALENDAR)
    assert window.deadline == date(2023, 4, 28)
    assert window.closes_at.isoformat() == "2023-04-28T17:00:00+01:00"
    assert window.in_effect_on == date(2023, 4, 29)


def test_after_clear_working_days_it_takes_effect_the_next_working_day():
    window = extend(counted(unit="clear_working_days"), date(2023, 4, 28), CALENDAR)
    assert window.in_effect_on == date(2023, 5, 2)  # past the weekend and the May holiday


def test_the_trace_says_from_when_to_when_it_was_extended():
    told = {day.date: day for day in extend(counted(), date(2023, 4, 25), CALENDAR).trace}
    assert told[CLOSES].why == "Last day until it was extended"
    assert (told[date(2023, 4, 22)].kind, told[date(2023, 4, 22)].why) == ("skipped", "Weekend")
    assert (told[date(2023, 4, 24)].kind, told[date(2023, 4, 24)].why) == ("open", "Extended")
    last = told[date(2023, 4, 25)]
    assert (last.kind, last.why) == (
        "last",
        "Last day to call in, extended from Friday 21 April 2023",
    )


def test_extended_twice_it_has_one_last_day():
    twice = extend(extend(counted(), date(2023, 4, 25), CALENDAR), date(2023, 4, 28), CALENDAR)
    assert [day.date for day in twice.trace if day.kind == "last"] == [date(2023, 4, 28)]


def test_an_extended_window_is_stored_and_read_back_as_it_is():
    window = extend(counted(), date(2023, 4, 28), CALENDAR)
    assert Window.from_json(window.as_json()) == window


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (CLOSES, "already runs to Friday 21 April 2023"),
        (date(2023, 4, 20), "already runs to Friday 21 April 2023"),
        (date(2023, 4, 22), "not a working day .Weekend."),
        (date(2023, 5, 1), "not a working day .Early May bank holiday."),
    ],
)
def test_what_is_no_extension_is_refused(until, sentence):
    with pytest.raises(Refused, match=sentence):
        extend(counted(), until, CALENDAR)


@given(
    published=st.dates(date(2019, 1, 1), date(2026, 6, 1)),
    unit=st.sampled_from(["working_days", "clear_working_days", "calendar_days"]),
    ahead=st.integers(1, 40),
)
def test_every_day_is_told_once_and_the_numbered_days_stay(published, unit, ahead):
    before = counted(published, unit=unit)
    until = before.deadline + timedelta(days=ahead)
    if not is_working_day(until, CALENDAR):
        return
    window = extend(before, until, CALENDAR)
    days = [day.date for day in window.trace]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert [d.number for d in window.trace if d.number] == [
        d.number for d in before.trace if d.number
    ]
    assert window.in_effect_on > window.deadline > before.deadline
