"""Publishing: what is frozen, what is opened, what is refused, and what a refusal leaves behind."""

import hashlib
from datetime import date, datetime, timedelta
from unittest import mock

import pytest
from kombu.exceptions import OperationalError

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import LONDON
from governance.errors import Refused
from governance.models import CallInWindow, NoticeVersion
from governance.notices import actions, windows
from governance.notices.snapshot import canonical
from tests.factories.councils import a_council, a_council_with_a_rule, a_rule
from tests.factories.decisions import (
    NOT_CALLABLE,
    a_complete_decision,
    a_decision,
    an_agreement,
)
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import (
    PUBLISHED_AT,
    a_notice,
    a_notice_of_meeting,
    a_notice_of_one,
    publish,
)
from tests.factories.people import a_user
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
LATER = PUBLISHED_AT + timedelta(days=200)


def test_publish_makes_version_one_and_marks_notice_and_decision():
    notice = a_notice()
    version = publish(notice)
    notice.refresh_from_db()
    assert (version.number, version.clock, version.reason) == (1, "opens", "")
    assert (notice.state, notice.published_at) == ("published", PUBLISHED_AT)
    decision = version.windows.get().decision
    decision.refresh_from_db()
    assert decision.state == "published"


def test_the_fingerprint_is_of_the_snapshot_as_the_database_gives_it_back():
    version = NoticeVersion.objects.get(pk=publish(a_notice()).pk)
    assert version.sha256 == hashlib.sha256(canonical(version.snapshot)).hexdigest()


def test_canonical_bytes_do_not_depend_on_the_order_of_keys():
    assert (
        canonical({"b": "é", "a": [1]})
        == canonical({"a": [1], "b": "é"})
        == ('{"a":[1],"b":"é"}'.encode())
    )


def test_the_window_is_stored_with_its_trace_rule_and_calendar():
    council = a_council()
    rule = a_rule(council)
    window = publish(a_notice(council)).windows.get()
    assert (window.council, window.rule) == (council, rule)
    assert (window.published_on, window.deadline_on) == (date(2023, 4, 14), date(2023, 4, 21))
    assert window.closes_at == datetime(2023, 4, 22, tzinfo=LONDON)
    assert window.in_effect_on == date(2023, 4, 22)
    counted = [day["date"][-2:] for day in window.counted["trace"] if day["counted"]]
    assert counted == ["17", "18", "19", "20", "21"]
    assert window.terms == window.counted["rule"]
    assert window.terms["count"] == 5
    assert window.calendar_version == england_and_wales().version


def test_the_snapshot_holds_the_same_window():
    version = publish(a_notice())
    (shown,) = version.snapshot["decisions"][0]["windows"]
    stored = version.windows.get()
    assert shown == {"council": stored.council.short_name, **stored.counted}


def test_a_notice_put_out_before_this_system_counts_from_its_own_day():
    version = publish(a_notice(), at=LATER, published_at=PUBLISHED_AT)
    assert (version.published_at, version.recorded_at) == (PUBLISHED_AT, LATER)
    assert version.windows.get().deadline_on == date(2023, 4, 21)


def test_the_rule_in_force_on_the_day_of_publication_counts():
    council = a_council()
    then = a_rule(council, to_on=date(2023, 6, 30))
    a_rule(council, {"unit": "calendar_days", "count": 3}, version=2, from_on=date(2023, 7, 1))
    version = publish(a_notice(council), at=LATER, published_at=PUBLISHED_AT)
    assert version.windows.get().rule == then


def test_history_has_the_person_and_the_reason():
    somebody = a_user("Ann Clerk")
    notice = a_notice()
    window = publish(notice, by=somebody).windows.get()
    said = {
        thing.history.latest().history_change_reason
        for thing in (notice, window.decision, window)
        if thing.history.latest().history_user == somebody
    }
    assert said == {
        "Published",
        "Published in a notice",
        "Opened when the notice was published",
    }


def test_a_decision_already_made_is_published_too():
    notice = a_notice(state="made")
    assert publish(notice).windows.get().decision.state == "published"


def test_a_decision_of_one_member_is_counted_at_their_own_council():
    council = a_council_with_a_rule("Boston")
    assert publish(a_notice_of_one(council)).windows.get().council == council


# --- What is refused ----------------------------------------------------------------------------


def a_notice_without_decisions():
    return a_notice_of_meeting(a_meeting(a_body(a_council_with_a_rule())))


def a_notice_whose_second_decision_is_undated():
    """The first is marked published before the second is refused."""
    notice = a_notice()
    a_complete_decision(an_item(notice.meeting), made_on=None)
    return notice


REFUSED = {
    "in the future": (
        a_notice, {"published_at": PUBLISHED_AT + timedelta(minutes=1)}, Refused,
        "cannot have been published in the future",
    ),
    "before it was decided": (
        lambda: a_notice(title="Networks", made_on=date(2023, 4, 15)), {}, Refused,
        "“Networks” was made on Saturday 15 April 2023, after the day of publication, Friday 14",
    ),
    "nothing decided": (a_notice_without_decisions, {}, Refused, "There is no decision to publish"),
    "no rule": (
        lambda: a_notice(a_council("Boston")), {}, Refused,
        "Boston Council has no call-in rule for that day. An administrator must enter",
    ),
    "one thing missing": (
        lambda: a_notice(reasons=""), {"gaps_reason": "  "}, actions.Incomplete,
        "^1 thing is missing. Add what is missing, or say why",
    ),
    "two things missing": (
        lambda: a_notice(reasons="", contact=""), {}, actions.Incomplete,
        "^2 things are missing",
    ),
    "not dated": (
        a_notice_whose_second_decision_is_undated, {"gaps_reason": "Not known."}, Refused,
        "A decision that is “Draft” cannot become “Published”",
    ),
    "moved deadline": (
        a_notice, {"expected": datetime(2023, 4, 21, tzinfo=LONDON)}, windows.DeadlineMoved,
        "you saw Friday 21 April 2023.*it is now Saturday 22 April 2023",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_publish_refuses_in_a_sentence_and_writes_nothing(case):
    make, options, error, sentence = REFUSED[case]
    notice = make()
    publisher = a_user()
    with nothing_written(), pytest.raises(error, match=sentence):
        publish(notice, by=publisher, **options)
    notice.refresh_from_db()
    assert notice.state == "draft"


def test_a_second_publication_is_refused_and_names_the_first():
    notice = a_notice()
    publish(notice, by=a_user("Ann Clerk"))
    with (
        nothing_written(),
        pytest.raises(Refused, match=r"by Ann Clerk at Friday 14 April 2023, 10.05am. Nothing was"),
    ):
        publish(notice, at=LATER)


def test_the_deadline_that_was_shown_is_the_one_that_is_published():
    publish(a_notice(), expected=datetime(2023, 4, 22, tzinfo=LONDON))
    assert CallInWindow.objects.count() == 1


def test_what_is_missing_is_printed_with_the_reason():
    notice = a_notice(reasons="", title="Networks")
    a_decision(notice.meeting.items.get(), title="Second")
    version = publish(notice, gaps_reason=" The clerk was ill. ")
    assert version.snapshot["gaps"]["reason"] == "The clerk was ill."
    assert "Reasons for the decision (Networks)" in version.snapshot["gaps"]["missing"]
    assert "Reasons for the decision (Second)" in version.snapshot["gaps"]["missing"]


def test_a_reason_for_gaps_is_not_printed_when_nothing_is_missing():
    assert publish(a_notice(), gaps_reason="The clerk was ill.").snapshot["gaps"] == {}


# --- Which windows open -------------------------------------------------------------------------


def test_a_joint_body_opens_a_window_at_each_council_by_its_own_rule():
    boston = a_council_with_a_rule("Boston")
    lindsey = a_council_with_a_rule("East Lindsey", {"unit": "calendar_days", "count": 3})
    version = publish(a_notice(boston, lindsey))
    assert dict(version.windows.values_list("council__short_name", "deadline_on")) == {
        "Boston": date(2023, 4, 21),
        "East Lindsey": date(2023, 4, 17),
    }


def test_a_joint_body_is_not_published_while_one_council_has_no_rule():
    notice = a_notice(a_council_with_a_rule(), a_council("East Lindsey"))
    with nothing_written(), pytest.raises(Refused, match="East Lindsey Council has no call-in"):
        publish(notice)


def test_a_decision_that_cannot_be_called_in_opens_no_window_and_needs_no_rule():
    version = publish(a_notice(a_council(), **NOT_CALLABLE))
    assert not version.windows.exists()
    assert version.snapshot["decisions"][0]["windows"] == []


def test_of_two_decisions_only_the_callable_one_has_a_window():
    notice = a_notice(**NOT_CALLABLE)
    callable_one = a_complete_decision(an_item(notice.meeting))
    assert publish(notice).windows.get().decision == callable_one


def test_an_answer_not_yet_given_counts_as_callable():
    assert publish(a_notice(call_in_answer=""), gaps_reason="Not known.").windows.count() == 1


# --- The PDF ------------------------------------------------------------------------------------


@pytest.fixture
def queue():
    with mock.patch.object(actions.render_notice_pdf, "delay") as delay:
        yield delay


def test_the_pdf_is_queued_once_and_only_after_the_commit(
    queue, django_capture_on_commit_callbacks
):
    notice = a_notice()
    with django_capture_on_commit_callbacks() as waiting:
        version = publish(notice)
    queue.assert_not_called()
    for one in waiting:  # the other tells subscribers
        one()
    queue.assert_called_once_with(version_id=version.pk)


def test_no_pdf_is_queued_when_publishing_is_refused(queue, django_capture_on_commit_callbacks):
    notice = a_notice(reasons="")
    with django_capture_on_commit_callbacks() as waiting, pytest.raises(actions.Incomplete):
        publish(notice)
    assert waiting == []


@pytest.mark.parametrize("fault", [OperationalError("no broker"), ConnectionRefusedError("none")])
def test_a_queue_that_does_not_answer_does_not_undo_the_publication(
    queue, fault, django_capture_on_commit_callbacks
):
    queue.side_effect = fault
    notice = a_notice()
    with django_capture_on_commit_callbacks(execute=True):
        publish(notice)
    queue.assert_called_once()
    notice.refresh_from_db()
    assert notice.state == "published"


# --- Urgency -------------------------------------------------------------------------------------

URGENT = {
    "call_in_answer": "no",
    "no_call_in_ground": "urgent",
    "no_call_in_reason": "The licences end tomorrow.",
}


def test_no_reason_excuses_leaving_it_out_of_call_in_without_an_agreement():
    notice = a_notice(**URGENT)
    with nothing_written(), pytest.raises(Refused, match="Nobody’s agreement to leaving it out"):
        publish(notice, gaps_reason="No time to ask.")


def test_special_urgency_without_its_agreement_is_refused():
    key = {"key_answer": "yes", "key_test": "money", "key_route": "urgency"}
    notice = a_notice(**key, key_route_reason="It could not wait.")
    an_agreement(notice.meeting.items.get().decisions.get(), purpose="call_in")
    with nothing_written(), pytest.raises(Refused, match="agreement to special urgency"):
        publish(notice, gaps_reason="No time to ask.")


def test_who_agreed_in_which_office_and_when_is_frozen_with_the_reason():
    notice = a_notice(**URGENT)
    an_agreement(notice.meeting.items.get().decisions.get(), purpose="call_in")
    (decision,) = publish(notice).snapshot["decisions"]
    assert decision["no_call_in_reason"] == "The licences end tomorrow."
    assert [one["office"] for one in decision["agreements"]] == ["Chair of the scrutiny committee"]
    assert decision["windows"] == []
