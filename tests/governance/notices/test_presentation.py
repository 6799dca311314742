"""A snapshot in words. Its facts come from publishing; what is not recorded is not shown."""

import copy

import pytest

from governance.notices.kinds.registry import heading, present
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import NOT_CALLABLE
from tests.factories.everything import for_a_module
from tests.factories.meetings import an_attendance
from tests.factories.notices import a_notice, a_notice_of_one, publish
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db
SOME = {
    "alternatives_answer": "some", "alternatives": "Wait.",
    "conflicts_answer": "some", "conflicts": "A share.",
    "dispensations_answer": "some", "dispensations": "To speak.",
    "key_answer": "yes", "key_test": "money", "key_route": "notice",
}  # fmt: skip


@pytest.fixture(scope="module")
def published(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        notice = a_notice(a_council_with_a_rule("Boston"))
        for number, name in enumerate(["Ann", "Bob", "Cid"]):
            capacity = "chair" if number == 0 else "member"
            person = a_person(name, style="Councillor")
            an_attendance(notice.meeting, person=person, post="", capacity=capacity)
        an_attendance(notice.meeting, post="Clerk")
        joint = a_notice(a_council_with_a_rule("East"), a_council_with_a_rule("West"))
        for council in joint.meeting.body.councils.all():
            person = a_person(f"Dan {council.council.short_name}", style="Councillor")
            an_attendance(
                joint.meeting, person=person, post="", capacity="member", council=council.council
            )
        return {
            "plain": publish(notice).snapshot,
            "joint": publish(joint).snapshot,
            "some": publish(a_notice(**SOME)).snapshot,
            "not callable": publish(a_notice(**NOT_CALLABLE)).snapshot,
            "alone": publish(a_notice_of_one(title="Desk hours")).snapshot,
        }


@pytest.fixture
def shown(published):
    return lambda name: present(copy.deepcopy(published[name]))


def facts(shown, name):
    return dict(shown(name)["decisions"][0]["facts"])


def test_the_heading_is_the_meeting_or_the_decision_made_alone(published):
    assert heading(published["plain"]) == "Cabinet, Wednesday 12 April 2023"
    assert heading(published["alone"]) == "Desk hours"


def test_facts_that_are_not_recorded_are_left_out(shown):
    assert facts(shown, "plain") == {
        "Made by": "Cabinet, in public (Part I)",
        "Made on": "Wednesday 12 April 2023",
        "Key decision": "No",
        "Call-in": "Can be called in",
        "Contact": "Democratic services",
    }


def test_a_decision_made_alone_names_the_post(shown):
    assert facts(shown, "alone")["Made by"] == "Portfolio holder"
    assert shown("alone")["attendance"] == []
    assert shown("alone")["notes"] == []


def test_answers_in_words(shown):
    (plain,), (some,) = shown("plain")["decisions"], shown("some")["decisions"]
    assert plain["alternatives_words"] == "No alternatives were considered."
    assert plain["conflicts_words"] == "None declared. No dispensations."
    assert some["alternatives_words"] == "Wait."
    assert some["conflicts_words"] == "A share. To speak."
    key = facts(shown, "some")["Key decision"]
    assert key == "Yes: significant spending or savings for the service's budget"


def test_a_decision_that_cannot_be_called_in_says_why(shown):
    said = facts(shown, "not callable")["Call-in"]
    assert said == "Cannot be called in. It is a recommendation to council."
    assert shown("not callable")["closings"] == []


def test_people_are_shown_in_the_groups_of_a_minute(shown):
    assert dict(shown("plain")["attendance"]) == {
        "In the chair": "Councillor Ann",
        "Members": "Councillors Bob and Cid",
        "Officers": "Clerk",
    }


def test_members_of_a_joint_body_are_grouped_by_council(shown):
    assert dict(shown("joint")["attendance"])["Members"] == (
        "Councillor Dan East (East); Councillor Dan West (West)"
    )


def test_one_closing_needs_no_council_and_several_name_theirs(shown):
    assert shown("plain")["closings"] == [
        {
            "council": "",
            "ends": "end of Friday 21 April 2023",
            "in_effect": "Saturday 22 April 2023",
            "published": "Friday 14 April 2023",
        }
    ]
    assert [closing["council"] for closing in shown("joint")["closings"]] == ["East", "West"]


def test_the_count_is_told_day_by_day(shown):
    (count,) = shown("plain")["counts"]
    assert count["council"] == "Boston"
    assert count["rule"].startswith("Five working days after the day of publication.")
    assert [day["counted"] for day in count["days"]][-5:] == [f"Day {n}" for n in range(1, 6)]
    assert count["days"][0]["counted"] == "No"


def test_the_minute_of_a_decision_stands_apart_from_other_business(shown, published):
    snapshot = copy.deepcopy(published["plain"])
    other = snapshot["items"][0] | {"minute_number": None, "printed_number": "7a"}
    snapshot["items"].append(other)
    found = present(snapshot)
    assert len(found["minutes"]) == 1
    assert [item["number"] for item in found["other_business"]] == ["7a"]
