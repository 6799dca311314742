"""Where a notice stands at a moment, to the minute, and what the strip of days shows."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import LONDON
from governance.call_in_windows.rules import Terms, count_window
from governance.notices.standing import verdict
from governance.notices.strip import strip

CALENDAR = england_and_wales()
FIVE = Terms(unit="working_days", count=5)
AT_FIVE = Terms(unit="working_days", count=5, cut_off="17:00")
CLEAR = Terms(unit="clear_working_days", count=5)
MINUTE = timedelta(minutes=1)
FRIDAY = date(2023, 4, 14)


def stored(window, council="Boston"):
    """Return a window as the database has it."""
    return SimpleNamespace(
        council=SimpleNamespace(short_name=council),
        decision_id=1,
        closes_at=window.closes_at.astimezone(UTC),
        deadline_on=window.deadline,
        in_effect_on=window.in_effect_on,
        counted=window.as_json(),
    )


def at(now, *windows):
    return verdict(list(windows), now)


WINDOW = stored(count_window(FRIDAY, FIVE, CALENDAR))
CLOSES = datetime(2023, 4, 22, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "state", "sentence", "is_open"),
    [
        (
            datetime(2023, 4, 14, 10, tzinfo=LONDON),
            "Open for call-in",
            "Call-in closes at the end of Friday 21 April 2023",
            True,
        ),
        (
            CLOSES - timedelta(days=1) - MINUTE,
            "Open for call-in",
            "Call-in closes at the end of Friday 21 April 2023",
            True,
        ),
        (
            CLOSES - timedelta(days=1),
            "Closes today",
            "Call-in closes today at the end of the day",
            True,
        ),
        (CLOSES - MINUTE, "Closes today", "Call-in closes today at the end of the day", True),
        (CLOSES, "In effect", "In effect from Saturday 22 April 2023", False),
        (CLOSES + MINUTE, "In effect", "In effect from Saturday 22 April 2023", False),
    ],
)
def test_the_verdict_to_the_minute(now, state, sentence, is_open):
    found = at(now, WINDOW)
    assert (found.state, found.sentence, found.is_open) == (state, sentence, is_open)
    assert found.closes_at == CLOSES


def test_closed_and_not_yet_in_effect():
    window = stored(count_window(FRIDAY, CLEAR, CALENDAR))
    found = at(CLOSES + MINUTE, window)
    assert (found.shape, found.state) == ("idle", "Closed, not called in")
    assert found.sentence == "Takes effect on Monday 24 April 2023"
    assert found.more == "Call-in closed at the end of Friday 21 April 2023."


def test_a_window_with_a_time_closes_at_that_time():
    window = stored(count_window(FRIDAY, AT_FIVE, CALENDAR))
    five = datetime(2023, 4, 21, 17, tzinfo=LONDON)
    assert at(five - MINUTE, window).sentence == "Call-in closes today at 5pm"
    closed = at(five, window)
    assert (closed.state, closed.is_open) == ("Closed, not called in", False)


def test_without_a_window_nothing_can_be_called_in():
    found = at(CLOSES)
    assert (found.state, found.is_open, found.closes_at) == ("Not open to call-in", False, None)


def test_of_several_councils_the_last_to_close_decides_and_is_named():
    sooner = stored(count_window(FRIDAY, Terms(unit="calendar_days", count=3), CALENDAR), "Lindsey")
    found = at(datetime(2023, 4, 18, 9, tzinfo=LONDON), sooner, WINDOW)
    assert found.sentence == "Call-in closes at the end of Friday 21 April 2023 at Boston"
    assert found.closes_at == CLOSES
    assert at(CLOSES, sooner, WINDOW).more.endswith("21 April 2023 at Boston.")


@pytest.mark.parametrize(
    ("published", "closes"),
    [
        # The clocks go forward on 26 March 2023 and back on 29 October 2023.
        (date(2023, 3, 17), datetime(2023, 3, 25, 0, 0, tzinfo=UTC)),
        (date(2023, 3, 20), datetime(2023, 3, 27, 23, 0, tzinfo=UTC)),
        (date(2023, 10, 20), datetime(2023, 10, 27, 23, 0, tzinfo=UTC)),
        (date(2023, 10, 23), datetime(2023, 10, 31, 0, 0, tzinfo=UTC)),
    ],
)
def test_midnight_is_local_on_both_sides_of_a_change_of_the_clocks(published, closes):
    window = stored(count_window(published, FIVE, CALENDAR))
    assert at(closes - MINUTE, window).state == "Closes today"
    assert not at(closes, window).is_open


def test_days_left_leave_out_a_closure_that_the_count_left_out():
    closed = england_and_wales({date(2023, 4, 19): "Flood"})
    window = stored(count_window(FRIDAY, FIVE, closed))
    found = at(datetime(2023, 4, 18, 9, tzinfo=LONDON), window)
    assert found.more.startswith("3 working days are left after today")


# --- The strip ----------------------------------------------------------------------------------


def entries(window, **options):
    options.setdefault("made_on", None)
    return [
        (f"{day['date']:%a %d}", day["label"], day["note"], day["kind"])
        for day in strip(window, **options)
    ]


def test_a_strip_goes_from_the_decision_to_the_day_it_takes_effect():
    window = count_window(FRIDAY, FIVE, CALENDAR)
    assert entries(window, made_on=date(2023, 4, 12)) == [
        ("Wed 12", "Decision taken", "", "plain"),
        ("Thu 13", "", "Not yet published", "plain"),
        ("Fri 14", "Published", "Day of publication, not counted", "plain"),
        ("Sat 15", "", "Weekend, not counted", "skip"),
        ("Sun 16", "", "Weekend, not counted", "skip"),
        ("Mon 17", "Day 1", "", "on"),
        ("Tue 18", "Day 2", "", "on"),
        ("Wed 19", "Day 3", "", "on"),
        ("Thu 20", "Day 4", "", "on"),
        ("Fri 21", "Day 5", "Last day to call in", "last"),
        ("Sat 22", "Takes effect", "if not called in", "plain"),
    ]


def test_a_decision_of_long_ago_or_of_the_same_day_is_not_in_the_strip():
    window = count_window(FRIDAY, FIVE, CALENDAR)
    for made_on in (None, FRIDAY, date(2023, 4, 6)):
        assert entries(window, made_on=made_on)[0][0] == "Fri 14"
    assert entries(window, made_on=date(2023, 4, 7))[0][0] == "Fri 07"


def test_today_is_marked_once_and_only_inside_the_strip():
    window = count_window(FRIDAY, FIVE, CALENDAR)
    marked = [
        day["date"] for day in strip(window, made_on=None, today=date(2023, 4, 19)) if day["today"]
    ]
    assert marked == [date(2023, 4, 19)]
    assert not any(day["today"] for day in strip(window, made_on=None, today=date(2023, 5, 1)))


def test_a_strip_where_the_day_of_publication_counts():
    window = count_window(
        FRIDAY, Terms(unit="calendar_days", count=3, count_first_day=True), CALENDAR
    )
    assert entries(window)[0] == ("Fri 14", "Published", "Day of publication", "plain")


def test_a_strip_of_a_notice_put_out_after_hours_and_of_a_fixed_weekday():
    late = datetime(2023, 4, 14, 18, tzinfo=LONDON)
    terms = Terms(unit="fixed_weekday", weekday="tuesday", office_closes="17:00")
    shown = entries(count_window(late, terms, CALENDAR))
    assert shown[0][1] == "Put out after 5pm: counts as published on Monday 17 April 2023"
    assert ("Tue 18", "Call-in is open", "", "on") in shown
    assert shown[-2] == ("Tue 25", "", "Last day to call in", "last")
