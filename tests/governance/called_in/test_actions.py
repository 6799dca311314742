"""Recording a call-in to the minute, once, and what its end does to the decision."""

from datetime import date, datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from governance.called_in import actions
from governance.errors import Refused
from governance.models import CalledIn
from governance.notices.actions import correct as correct_notice
from governance.notices.withdrawal import withdraw
from tests.factories.councils import a_council_with_a_rule
from tests.factories.notices import PUBLISHED_AT, a_call_in, a_published_notice
from tests.factories.people import the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 6, 1, 9, tzinfo=LONDON)
SAID = {
    "requested_by": "Three councillors",
    "ground": "Costs",
    "alternative": "",
    "hearing_by": None,
}
AT_FIVE = {"unit": "working_days", "count": 5, "cut_off": "17:00"}


def a_window(terms=AT_FIVE):
    notice = a_published_notice(a_council_with_a_rule(terms=terms))
    return notice.versions.get().windows.get()


def call_in(window, received_at, **said):
    return actions.call_in(
        window, received_at=received_at, said=SAID | said, by=the_clerk(), at=NOW
    )


def end(called, outcome, ended_on=date(2023, 5, 10), reason="Heard on the day."):
    return actions.end(
        called, outcome=outcome, ended_on=ended_on, reason=reason, by=the_clerk(), at=NOW
    )


def test_a_request_in_the_last_second_counts():
    window = a_window()
    called = call_in(window, window.closes_at - timedelta(seconds=1))
    assert CalledIn.objects.get(window=window) == called


def test_a_request_at_the_moment_of_closing_is_too_late():
    window = a_window()
    with nothing_written(), pytest.raises(Refused, match="closed at 5pm on Friday 21 April 2023"):
        call_in(window, window.closes_at)


def test_a_request_before_publication_is_refused():
    window = a_window()
    with nothing_written(), pytest.raises(Refused, match="before then"):
        call_in(window, PUBLISHED_AT - timedelta(minutes=1))


def test_a_request_of_the_future_is_refused():
    window = a_window()
    with nothing_written(), pytest.raises(Refused, match="in the future"):
        call_in(window, NOW + timedelta(minutes=1))


def test_a_decision_is_called_in_once():
    called = a_call_in(a_window())
    with nothing_written(), pytest.raises(Refused, match="can be called in once"):
        call_in(called.window, called.received_at)


@pytest.mark.parametrize("outcome", ["no_action", "withdrawn"])
def test_a_released_decision_takes_effect_the_day_the_call_in_ended(outcome):
    assert end(a_call_in(a_window()), outcome).in_effect_on == date(2023, 5, 10)


def test_withdrawn_before_the_window_closes_it_runs_on_to_its_end():
    window = a_window()
    called = a_call_in(window, received_at=window.closes_at - timedelta(days=2))
    ended = end(called, "withdrawn", ended_on=date(2023, 4, 20))
    assert ended.in_effect_on == window.in_effect_on == date(2023, 4, 22)


@pytest.mark.parametrize("outcome", ["referred", "council"])
def test_a_referred_decision_takes_no_effect(outcome):
    assert end(a_call_in(a_window()), outcome).in_effect_on is None


def test_it_lapses_only_after_the_last_day_for_hearing_it():
    called = a_call_in(a_window(), hearing_by=date(2023, 5, 10))
    with nothing_written(), pytest.raises(Refused, match="Wednesday 10 May 2023"):
        end(called, "lapsed", ended_on=date(2023, 5, 10))
    assert end(called, "lapsed", ended_on=date(2023, 5, 11)).in_effect_on == date(2023, 5, 11)


def test_a_call_in_ends_once():
    called = end(a_call_in(a_window()), "no_action")
    with nothing_written(), pytest.raises(Refused, match="cannot become"):
        end(called, "referred")


def test_the_full_council_may_refer_back_what_was_referred_to_it():
    called = end(a_call_in(a_window()), "council")
    assert end(called, "referred", ended_on=date(2023, 5, 24)).outcome == "referred"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"reason": " "}, "Say why"),
        ({"ended_on": date(2023, 6, 2)}, "still to come"),
        ({"ended_on": date(2023, 4, 1)}, "before it was received"),
    ],
)
def test_an_end_without_sense_is_refused_in_a_sentence(changes, says):
    called = a_call_in(a_window())
    with nothing_written(), pytest.raises(Refused, match=says):
        end(called, "no_action", **changes)


def extended(window, at=PUBLISHED_AT + timedelta(days=1)):
    """Let the window run on to Friday 28 April 2023 by a correction published `at`."""
    correct_notice(
        window.version.notice, by=the_clerk(), at=at, reason="More time.", clock="extends",
        until=date(2023, 4, 28),
    )  # fmt: skip


def test_a_request_recorded_on_an_older_window_freezes_the_one_in_force():
    window = a_window()
    extended(window)
    called = call_in(window, PUBLISHED_AT + timedelta(days=2))
    assert called.window.version.number == 2
    assert called.window.deadline_on == date(2023, 4, 28)


def test_a_request_made_before_the_window_was_extended_still_counts():
    window = a_window()
    extended(window)
    assert call_in(window, PUBLISHED_AT + timedelta(hours=1)).pk


def test_a_request_of_the_minute_of_publication_came_after_it():
    notice = a_published_notice(
        a_council_with_a_rule(terms=AT_FIVE), at=PUBLISHED_AT + timedelta(seconds=30)
    )
    assert call_in(notice.versions.get().windows.get(), PUBLISHED_AT).pk


def test_once_is_once_whichever_window_it_came_by():
    window = a_window()
    a_call_in(window)
    newest = correct_notice(
        window.version.notice, by=the_clerk(), at=NOW, reason="A name.", clock="keeps"
    )
    assert newest.number == 2
    with nothing_written(), pytest.raises(Refused, match="can be called in once"):
        call_in(window, PUBLISHED_AT + timedelta(hours=1))


def test_history_says_who_recorded_it():
    row = call_in(a_window(), PUBLISHED_AT + timedelta(hours=1)).history.get()
    assert (row.history_user, row.history_change_reason) == (
        the_clerk(),
        "Recorded a valid call-in",
    )


def correct(notice, clock):
    return correct_notice(
        notice, by=the_clerk(), at=NOW, reason="A name was wrong.", clock=clock,
        until=date(2023, 6, 9),
    )  # fmt: skip


@pytest.mark.parametrize("clock", ["restarts", "extends"])
def test_a_correction_does_not_move_the_window_of_what_was_called_in(clock):
    called = a_call_in(a_window())
    notice = called.window.version.notice
    with nothing_written(), pytest.raises(Refused, match="was called in at"):
        correct(notice, clock)
    assert correct(notice, "keeps").number == 2


def test_a_notice_can_come_down_though_its_decision_was_called_in():
    """Exempt text published by mistake cannot wait for a hearing."""
    called = a_call_in(a_window())
    notice = called.window.version.notice
    withdraw(notice, by=the_clerk(), at=NOW, reason="It held exempt text.", title="A notice")
    called.window.decision.refresh_from_db()
    assert called.window.decision.state == "made"
    assert CalledIn.objects.filter(pk=called.pk).exists()
