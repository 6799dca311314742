"""What holds for every rule, every day and every calendar, tried on thousands made at random."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from governance.calendar.bank_holidays import KNOWN_FROM, KNOWN_UNTIL, england_and_wales
from governance.calendar.local_time import LONDON
from governance.calendar.rules import is_working_day
from governance.call_in_windows.rules import Terms, count_window
from governance.errors import Refused

KNOWN = england_and_wales()
# Leaves room to count 15 days of any unit at the far end.
DAYS = st.dates(KNOWN_FROM, KNOWN_UNTIL - timedelta(days=60))
MOMENTS = st.datetimes(
    datetime.combine(KNOWN_FROM, time(0)),
    datetime.combine(KNOWN_UNTIL, time(0)) - timedelta(days=60),
)
TIMES = st.sampled_from(["10:00", "16:00", "17:00"])
CUT_OFFS = TIMES | st.just("end_of_day")
COUNTS = st.integers(1, 15)
COMMON = {
    "deemed": st.sampled_from(["as_published", "next_working_day"]),
    "office_closes": st.none() | TIMES,
    "roll": st.sampled_from(["none", "next_working_day"]),
    "cut_off": CUT_OFFS,
}
WORKING_DAYS = st.builds(
    Terms, unit=st.just("working_days"), count=COUNTS, count_first_day=st.booleans(), **COMMON
)
CLEAR_DAYS = st.builds(Terms, unit=st.just("clear_working_days"), count=COUNTS, **COMMON)
CALENDAR_DAYS = st.builds(
    Terms, unit=st.just("calendar_days"), count=COUNTS, count_first_day=st.booleans(), **COMMON
)
FIXED = st.builds(
    Terms,
    unit=st.just("fixed_weekday"),
    weekday=st.sampled_from(["monday", "tuesday", "friday", "sunday"]),
    **COMMON,
)
COUNTED = WORKING_DAYS | CLEAR_DAYS
ANY = COUNTED | CALENDAR_DAYS | FIXED


@st.composite
def published_and_closures(draw):
    published = draw(DAYS)
    near = st.integers(0, 25).map(lambda ahead: published + timedelta(days=ahead))
    return published, draw(st.sets(near, max_size=6))


@given(DAYS, COUNTED)
def test_deadline_in_working_days_is_always_a_working_day(published, terms):
    assert is_working_day(count_window(published, terms, KNOWN).deadline, KNOWN)


@given(published_and_closures(), COUNTED)
def test_deadline_in_working_days_is_never_a_local_closure(made, terms):
    published, closures = made
    closed = KNOWN.with_closures(dict.fromkeys(closures, "Closed"))
    assert count_window(published, terms, closed).deadline not in closures


def closing(published, terms):
    """When a window closes; a notice that would be out only after that is no example."""
    try:
        return count_window(published, terms, KNOWN).closes_at
    except Refused:
        reject()


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=10)), ANY)
@settings(max_examples=300)
def test_later_publication_never_closes_sooner(published, later, terms):
    assert closing(published + later, terms) >= closing(published, terms)


@given(published_and_closures(), ANY)
def test_another_closure_never_brings_a_deadline_forward(made, terms):
    published, closures = made
    closed = KNOWN.with_closures(dict.fromkeys(closures, "Closed"))
    before = count_window(published, terms, KNOWN)
    assert count_window(published, terms, closed).deadline >= before.deadline


@given(published_and_closures(), ANY)
def test_trace_has_every_day_once_from_publication_to_effect(made, terms):
    published, closures = made
    window = count_window(published, terms, KNOWN.with_closures(dict.fromkeys(closures, "x")))
    days = (window.in_effect_on - published).days + 1
    expected = [published + timedelta(days=ahead) for ahead in range(days)]
    assert [day.date for day in window.trace] == expected


@given(DAYS, ANY)
def test_trace_and_answer_agree_on_the_last_day(published, terms):
    window = count_window(published, terms, KNOWN)
    assert [day.date for day in window.trace if day.kind == "last"] == [window.deadline]


@given(DAYS, ANY)
def test_trace_numbers_as_many_days_as_the_rule_counts(published, terms):
    window = count_window(published, terms, KNOWN)
    numbers = [day.number for day in window.trace if day.counted]
    assert numbers == list(range(1, (terms.count or 0) + 1))


@given(DAYS, COUNTED)
def test_a_day_is_counted_only_if_it_is_a_working_day(published, terms):
    counted = [day.date for day in count_window(published, terms, KNOWN).trace if day.counted]
    assert all(is_working_day(day, KNOWN) for day in counted)


@given(DAYS, ANY)
def test_window_closes_in_local_time_on_its_deadline_whatever_the_season(published, terms):
    window = count_window(published, terms, KNOWN)
    if terms.cut_off == "end_of_day":
        expected = datetime.combine(window.deadline + timedelta(days=1), time(0), LONDON)
    else:
        expected = datetime.combine(window.deadline, time.fromisoformat(terms.cut_off), LONDON)
    assert window.closes_at == expected


@given(DAYS, ANY)
def test_decision_never_takes_effect_before_the_window_closes(published, terms):
    window = count_window(published, terms, KNOWN)
    assert datetime.combine(window.in_effect_on, time(0), LONDON) >= window.closes_at


@given(ANY, st.sets(st.dates(date(2020, 1, 1), date(2028, 1, 1)), max_size=3))
def test_terms_survive_storage_as_json(terms, closed):
    with_days = Terms.from_json(terms.as_json() | {"closed": [str(day) for day in closed]})
    assert Terms.from_json(with_days.as_json()) == with_days
