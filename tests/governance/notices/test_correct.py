"""Correcting: the next version, its reason, and what it does to the clock."""

from datetime import date, timedelta

import pytest

from governance.errors import Refused
from governance.history.actions import write
from governance.models import CallInWindow, NoticeVersion
from governance.notices import actions
from governance.notices.actions import Incomplete
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import NOT_CALLABLE, a_complete_decision
from tests.factories.meetings import an_item
from tests.factories.notices import PUBLISHED_AT, a_notice, a_published_notice, publish
from tests.factories.people import a_user, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
# Wednesday 19 April 2023; five working days later is Wednesday 26 April.
CORRECTED_AT = PUBLISHED_AT + timedelta(days=5)


def correct(notice, *, by=None, reason="A name was missing.", clock="keeps", seen=None):
    return actions.correct(
        notice, by=by or the_clerk(), at=CORRECTED_AT, reason=reason, clock=clock, seen=seen
    )


def test_a_correction_is_the_next_version_and_says_why():
    notice = a_published_notice()
    version = correct(notice, reason=" A name was missing. ")
    assert (version.number, version.reason, version.clock) == (2, "A name was missing.", "keeps")
    assert version.snapshot["correction"] == {
        "reason": "A name was missing.",
        "clock": "The window runs on to the same date",
    }


def test_a_correction_does_not_move_the_day_of_publication():
    notice = a_published_notice()
    correct(notice)
    notice.refresh_from_db()
    first = notice.versions.get(number=1)
    assert (notice.state, notice.published_at) == ("published", first.published_at)


def test_the_version_before_stays_as_it_was():
    notice = a_published_notice(reasons="Before.")
    first = NoticeVersion.objects.get(notice=notice)
    decision = first.windows.get().decision
    decision.reasons = "After."
    write(decision, by=the_clerk(), because="To correct the notice")
    second = correct(notice)
    again = NoticeVersion.objects.get(pk=first.pk)
    assert (again.snapshot, again.sha256) == (first.snapshot, first.sha256)
    assert again.snapshot["decisions"][0]["reasons"] == "Before."
    assert second.snapshot["decisions"][0]["reasons"] == "After."


def test_history_has_the_person_and_the_reason():
    notice = a_published_notice()
    somebody = a_user()
    correct(notice, by=somebody)
    newest = notice.history.latest()
    assert (newest.history_user, newest.history_change_reason) == (somebody, "A name was missing.")


def test_a_correction_that_keeps_the_clock_opens_no_window():
    notice = a_published_notice()
    version = correct(notice)
    assert CallInWindow.objects.count() == 1
    (shown,) = version.snapshot["decisions"][0]["windows"]
    assert shown["deadline"] == "2023-04-21"


def test_a_correction_that_restarts_the_clock_counts_from_now():
    version = correct(a_published_notice(), clock="restarts")
    assert version.windows.get().deadline_on == date(2023, 4, 26)
    (shown,) = version.snapshot["decisions"][0]["windows"]
    assert shown["deadline"] == "2023-04-26"


def test_after_a_restart_a_correction_that_keeps_shows_the_restarted_window():
    notice = a_published_notice()
    correct(notice, clock="restarts")
    (shown,) = correct(notice).snapshot["decisions"][0]["windows"]
    assert shown["deadline"] == "2023-04-26"


def test_what_was_missing_keeps_its_reason_until_it_is_there():
    notice = a_notice(reasons="")
    publish(notice, gaps_reason="Not known in 2023.")
    second = correct(notice)
    assert second.snapshot["gaps"] == {
        "missing": ["Reasons for the decision"],
        "reason": "Not known in 2023.",
    }
    decision = CallInWindow.objects.get().decision
    decision.reasons = "Found in the minute book."
    write(decision, by=the_clerk(), because="To correct the notice")
    assert correct(notice).snapshot["gaps"] == {}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"reason": "  "}, "Say what was wrong. The reason is printed"),
        ({"clock": "opens"}, "Choose what the correction does to the call-in window"),
        ({"clock": ""}, "Choose what the correction does to the call-in window"),
    ],
)
def test_correct_refuses_in_a_sentence_and_writes_nothing(options, sentence):
    notice = a_published_notice()
    with nothing_written(), pytest.raises(Refused, match=sentence):
        correct(notice, **options)


def test_a_draft_is_not_corrected_but_published():
    notice = a_notice()
    with nothing_written(), pytest.raises(Refused, match="This notice is a draft: publish it"):
        correct(notice)


def test_a_decision_that_the_first_notice_left_out_has_no_window_to_run_on():
    notice = a_published_notice()
    a_complete_decision(an_item(notice.meeting), title="Left out")
    with nothing_written(), pytest.raises(Refused, match="“Left out” has no call-in window"):
        correct(notice)


def test_a_decision_that_the_first_notice_left_out_is_published_by_its_correction():
    notice = a_published_notice()
    left_out = a_complete_decision(an_item(notice.meeting))
    version = correct(notice, clock="restarts")
    left_out.refresh_from_db()
    assert left_out.state == "published"
    assert version.windows.get(decision=left_out).deadline_on == date(2023, 4, 26)


def test_a_correction_does_not_take_a_window_away():
    notice = a_published_notice(title="Networks")
    decision = CallInWindow.objects.get().decision
    decision.call_in_answer, decision.no_call_in_reason = "no", "It was urgent."
    write(decision, by=the_clerk(), because="To take the window away")
    with nothing_written(), pytest.raises(Refused, match="“Networks” was published as open to"):
        correct(notice, clock="restarts")


def test_there_is_no_window_to_start_again_where_nothing_can_be_called_in():
    notice = a_published_notice(**NOT_CALLABLE)
    with nothing_written(), pytest.raises(Refused, match="no window to start again"):
        correct(notice, clock="restarts")


def test_a_correction_says_nothing_of_a_window_where_there_is_none():
    version = correct(a_published_notice(**NOT_CALLABLE))
    assert version.snapshot["correction"]["clock"] == ""


def test_a_correction_may_not_lose_what_the_law_wants():
    notice = a_published_notice()
    decision = CallInWindow.objects.get().decision
    decision.reasons = ""
    write(decision, by=the_clerk(), because="By mistake")
    with nothing_written(), pytest.raises(Incomplete, match="Reasons for the decision"):
        correct(notice)


def test_a_correction_pressed_twice_is_one_version():
    notice = a_published_notice()
    correct(notice, seen=1)
    with nothing_written(), pytest.raises(Refused, match="published version 2"):
        correct(notice, seen=1)


# --- Extending ----------------------------------------------------------------------------------


def extended(notice, until, **options):
    return actions.correct(
        notice, by=the_clerk(), at=options.pop("at", CORRECTED_AT),
        reason="Members asked for time.", clock="extends", until=until, **options,
    )  # fmt: skip


def test_an_extension_is_a_window_of_its_own_and_is_printed():
    version = extended(a_published_notice(), date(2023, 4, 28))
    assert version.windows.get().deadline_on == date(2023, 4, 28)
    assert version.snapshot["correction"]["clock"] == (
        "The window is extended to Friday 28 April 2023"
    )
    (shown,) = version.snapshot["decisions"][0]["windows"]
    assert shown["deadline"] == "2023-04-28"


def test_the_window_that_was_extended_stays_in_the_record():
    extended(a_published_notice(), date(2023, 4, 28))
    deadlines = CallInWindow.objects.order_by("pk").values_list("deadline_on", flat=True)
    assert list(deadlines) == [date(2023, 4, 21), date(2023, 4, 28)]


def test_after_an_extension_a_correction_that_keeps_shows_the_later_day():
    notice = a_published_notice()
    extended(notice, date(2023, 4, 28))
    (shown,) = correct(notice).snapshot["decisions"][0]["windows"]
    assert shown["deadline"] == "2023-04-28"


def test_a_window_already_open_for_longer_runs_on_as_it_was():
    ten_days = a_council_with_a_rule("Ten", {"unit": "working_days", "count": 10})
    notice = a_published_notice(a_council_with_a_rule("Five"), ten_days)
    version = extended(notice, date(2023, 4, 25))
    assert [window.council.short_name for window in version.windows.all()] == ["Five"]
    shown = version.snapshot["decisions"][0]["windows"]
    assert {one["council"]: one["deadline"] for one in shown} == {
        "Five": "2023-04-25",
        "Ten": "2023-04-28",
    }


@pytest.mark.parametrize(
    ("until", "at", "sentence"),
    [
        (None, CORRECTED_AT, "Enter the day to which call-in runs on"),
        (date(2023, 4, 20), CORRECTED_AT, "already runs to Friday 21 April 2023"),
        (date(2023, 4, 29), CORRECTED_AT, "Saturday 29 April 2023 is not a working day"),
        (date(2023, 4, 28), CORRECTED_AT + timedelta(days=5), "No call-in window is still open"),
    ],
)
def test_an_extension_that_cannot_be_is_refused_and_writes_nothing(until, at, sentence):
    notice = a_published_notice()
    with nothing_written(), pytest.raises(Refused, match=sentence):
        extended(notice, until, at=at)
