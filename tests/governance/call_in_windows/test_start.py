"""Rules that count from the decision or the minutes, and that open some decisions only."""

from datetime import date, datetime

import pytest

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import LONDON
from governance.call_in_windows.rules import Start, Terms, Window, count_window
from governance.errors import Refused
from governance.models import AffectedCouncil, CallInWindow
from tests.factories.councils import FIVE_WORKING_DAYS, a_council, a_rule
from tests.factories.decisions import a_complete_decision, a_limb
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import a_notice, a_notice_of_meeting, a_notice_of_one, publish
from tests.factories.people import made
from tests.factories.unchanged import nothing_written

CALENDAR = england_and_wales()
FIVE = Terms(unit="working_days", count=5)
WEDNESDAY, FRIDAY = date(2023, 4, 12), date(2023, 4, 14)
FROM_DECISION = Start("decision", WEDNESDAY)


def test_a_rule_may_count_from_the_decision_whenever_it_is_published():
    window = count_window(FRIDAY, FIVE, CALENDAR, FROM_DECISION)
    assert window.deadline == date(2023, 4, 19)
    assert [(d.date.day, d.kind, d.number) for d in window.trace[:3]] == [
        (12, "event", None), (13, "counted", 1), (14, "counted", 2),
    ]  # fmt: skip
    assert window.trace[0].why == "Day of the decision"
    assert window.trace[2].why == "Working day; notice published"
    assert "after the day of the decision" in window.rule_in_words


def test_such_a_window_is_read_back_as_it_was_stored():
    window = count_window(FRIDAY, FIVE, CALENDAR, FROM_DECISION)
    assert window.as_json()["starts_from"] == "decision"
    assert Window.from_json(window.as_json()) == window
    assert "starts_from" not in count_window(FRIDAY, FIVE, CALENDAR).as_json()


@pytest.mark.parametrize(
    "published", [date(2023, 4, 20), datetime(2023, 4, 20, 0, 0, tzinfo=LONDON)]
)
def test_a_notice_put_out_when_the_window_has_closed_is_refused(published):
    with pytest.raises(Refused, match="before the notice is published"):
        count_window(published, FIVE, CALENDAR, FROM_DECISION)


def test_a_decision_without_a_day_cannot_start_a_count():
    with pytest.raises(Refused, match="enter the day on which it was made"):
        count_window(FRIDAY, FIVE, CALENDAR, Start("decision"))


def test_the_minutes_start_the_count_where_the_rule_says_so():
    window = count_window(FRIDAY, FIVE, CALENDAR, Start("minutes"))
    assert window.deadline == date(2023, 4, 21)
    assert window.trace[0].why == "Day the minutes were published"
    assert "publication of the minutes" in window.rule_in_words


# --- Publishing under such rules ------------------------------------------------------------------

pytestmark = pytest.mark.django_db


def a_council_that(**conduct):
    council = a_council()
    a_rule(council, FIVE_WORKING_DAYS, conduct=conduct)
    return council


def test_publishing_counts_from_the_decision_where_the_rule_does():
    publish(a_notice(a_council_that(clock_start="decision")))
    window = CallInWindow.objects.get()
    assert (window.published_on, window.deadline_on) == (WEDNESDAY, date(2023, 4, 19))


def recommends(decision):
    limb = decision.resolutions.get()
    limb.verb = "recommend"
    made(limb)
    return decision


def test_a_recommendation_opens_no_window_unless_the_rule_says_so():
    for conduct, windows in (({}, 0), ({"recommendations": True}, 1)):
        notice = a_notice_of_one(a_council_that(**conduct), call_in_answer="")
        recommends(notice.decision)
        publish(notice, gaps_reason="It was not asked.")
        assert notice.decision.windows.count() == windows


def test_a_promise_of_call_in_that_no_rule_keeps_is_refused():
    notice = a_notice_of_one(a_council_that())
    recommends(notice.decision)
    with nothing_written(), pytest.raises(Refused, match="Record that it cannot be called in"):
        publish(notice)


def test_a_limb_that_decides_opens_a_window_beside_one_that_recommends():
    notice = a_notice_of_one(a_council_that())
    a_limb(recommends(notice.decision), 2)
    publish(notice)
    assert notice.decision.windows.count() == 1


@pytest.mark.parametrize(("eligible", "windows"), [("key_only", 0), ("all_executive", 1)])
def test_a_council_of_key_decisions_opens_no_other(eligible, windows):
    notice = a_notice_of_one(a_council_that(eligible=eligible), call_in_answer="")
    publish(notice, gaps_reason="It was not asked.")
    assert notice.decision.windows.count() == windows


def councils_with_windows(*councils, affects=()):
    meeting = a_meeting(a_body(*councils))
    decision = a_complete_decision(an_item(meeting))
    for council in affects:
        made(AffectedCouncil(decision=decision, council=council))
    publish(a_notice_of_meeting(meeting))
    return {window.council for window in decision.windows.all()}


def test_a_joint_decision_opens_at_no_council_whose_rule_says_so():
    each, none = a_council_that(), a_council_that(joint="none")
    assert councils_with_windows(each, none) == {each}


def test_a_joint_decision_opens_where_it_affects_a_council():
    one, other = a_council_that(joint="affected"), a_council_that(joint="affected")
    assert councils_with_windows(one, other, affects=[one]) == {one}


def test_where_nobody_said_whom_it_affects_it_opens_at_each():
    one, other = a_council_that(joint="affected"), a_council_that(joint="affected")
    assert councils_with_windows(one, other) == {one, other}


def test_a_body_of_one_council_is_no_joint_body():
    council = a_council_that(joint="none")
    assert councils_with_windows(council) == {council}
