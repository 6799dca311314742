"""Meetings in private: three notices, each with its last day, and what was said about them."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.errors import Refused
from governance.models import Notice, PrivateMeeting, Representation
from governance.notices.kinds.registry import gaps_of, present
from governance.notices.pdf import notice_html
from governance.private_meetings.actions import begin_private
from tests.factories.councils import a_council_with_a_rule
from tests.factories.forward_plan import AGREED, a_private_meeting, a_representation
from tests.factories.meetings import a_body, a_meeting
from tests.factories.notices import a_notice_of_private, publish
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
# For the meeting on Wednesday 12 April 2023: 28 clear days before is Tuesday 14 March, and five
# clear working days, with Good Friday and Easter Monday between, is Friday 31 March.
IN_TIME, TOO_LATE = (datetime(2023, 3, day, 10, tzinfo=LONDON) for day in (14, 15))
SECOND_IN_TIME = datetime(2023, 3, 31, 10, tzinfo=LONDON)
SECOND_LATE = datetime(2023, 4, 3, 10, tzinfo=LONDON)


def a_notice(kind="private_meeting", **fields):
    return a_notice_of_private(a_private_meeting(**fields), kind)


@pytest.mark.parametrize(
    ("kind", "at", "in_time", "latest"),
    [
        ("private_meeting", IN_TIME, True, "2023-03-14"),
        ("private_meeting", TOO_LATE, False, "2023-03-14"),
        ("private_meeting_final", SECOND_IN_TIME, True, "2023-03-31"),
        ("private_meeting_final", SECOND_LATE, False, "2023-03-31"),
    ],
)
def test_each_notice_has_its_last_day_and_says_when_it_is_late(kind, at, in_time, latest):
    snapshot = publish(a_notice(kind, representations_answer="none"), at=at).snapshot
    assert (snapshot["dates"]["in_time"], snapshot["dates"]["latest"]) == (in_time, latest)
    assert ("Published late." in notice_html(snapshot)) is not in_time


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"matters": ""}, "What is to be taken in private"),
        ({"exempt_paragraphs": []}, "On what ground"),
        ({"reasons": ""}, "Why it is to be private"),
        ({"how_to_object": ""}, "How to say that it should be public"),
    ],
)
def test_each_part_of_the_first_notice_is_asked_for(fields, heading):
    assert gaps_of(a_notice(**fields), IN_TIME) == [heading]


def test_confidential_information_is_a_ground_by_itself():
    notice = a_notice(exempt_paragraphs=[], is_confidential=True)
    assert gaps_of(notice, IN_TIME) == []


def test_the_second_notice_wants_every_representation_answered_or_none_chosen():
    notice = a_notice("private_meeting_final")
    wanted = ["Representations, and what was answered"]
    assert gaps_of(notice, SECOND_IN_TIME) == wanted
    a_representation(notice.private_meeting, response="")
    assert gaps_of(notice, SECOND_IN_TIME) == wanted
    answered = a_notice("private_meeting_final")
    a_representation(answered.private_meeting)
    assert gaps_of(answered, SECOND_IN_TIME) == []


def test_the_second_notice_prints_what_was_said_and_answered():
    notice = a_notice("private_meeting_final")
    a_representation(notice.private_meeting)
    html = notice_html(publish(notice, at=SECOND_IN_TIME).snapshot)
    assert "Residents pay for it." in html
    assert "The price is told once it is agreed." in html


def test_the_first_notice_tells_no_representation():
    notice = a_notice()
    a_representation(notice.private_meeting)
    assert "representations" not in publish(notice, at=IN_TIME).snapshot


def test_urgency_says_who_agreed_in_which_office_and_why():
    snapshot = publish(a_notice("private_meeting_urgent", **AGREED), at=SECOND_LATE).snapshot
    shown = present(snapshot)
    assert dict(shown["agreed"])["Agreed by"] == "Councillor Eve Earl"
    assert snapshot["urgency"]["reason"] == AGREED["urgency_reason"]


def test_urgency_wants_the_agreement_the_reasons_and_why_another_office():
    assert gaps_of(a_notice("private_meeting_urgent"), SECOND_LATE) == [
        "Who agreed that it is urgent", "Why it cannot reasonably be deferred",
    ]  # fmt: skip
    fields = AGREED | {"agreed_office": "authority_vice_chair"}
    assert gaps_of(a_notice("private_meeting_urgent", **fields), SECOND_LATE) == ["Why that office"]


def test_regulation_5_is_about_executives_only():
    meeting = a_meeting(a_body(regime="committee"))
    with nothing_written(), pytest.raises(Refused, match="is not an executive body"):
        begin_private(meeting, {}, by=the_clerk())


# --- In the browser -----------------------------------------------------------------------------


@pytest.fixture
def world(client):
    council = a_council_with_a_rule("Boston")
    clerk = a_person_with_role("democratic_services", council)
    client.force_login(clerk)
    return SimpleNamespace(council=council, meeting=a_meeting(a_body(council)))


def test_what_is_private_is_recorded_with_its_first_notice(client, world):
    posted = {"matters": "Prices", "exempt_paragraphs": ["3"], "reasons": "Negotiations"}
    answer = client.post(
        reverse("private_meetings:new", args=[world.meeting.pk]), posted, follow=True
    )
    assert Notice.objects.get().kind == "private_meeting"
    said = text_of(parsed(answer.text))
    assert "It had to be out by Tuesday 14 March 2023" in said
    assert "None is recorded. Record each as it comes in" in said


def test_a_representation_is_recorded_and_changed(client, world):
    private = a_private_meeting(world.meeting)
    posted = {
        "received_on_day": "20", "received_on_month": "3", "received_on_year": "2023",
        "received_from": "A resident", "said": "It is our money.",
    }  # fmt: skip
    client.post(reverse("private_meetings:represent", args=[private.pk]), posted)
    one = Representation.objects.get()
    private.refresh_from_db()
    assert private.representations_answer == "some"
    change = reverse("private_meetings:represented", args=[private.pk, one.pk])
    seen = one.history.latest().history_id
    client.post(change, posted | {"response": "Once it is agreed.", "seen": seen})
    assert Representation.objects.get().response == "Once it is agreed."
    conflict = client.post(change, posted | {"response": "Another answer", "seen": seen})
    assert conflict.status_code == 409
    assert "Another answer" in conflict.text


def test_the_second_notice_is_begun_from_the_desk(client, world):
    private = a_private_meeting(world.meeting)
    address = reverse("private_meetings:begin", args=[private.pk, "private_meeting_final"])
    assert "/publish/" in client.post(address)["Location"]
    with nothing_written():
        again = client.post(address, follow=True)
    assert "There already is a draft" in again.text


@pytest.mark.parametrize("name", ["desk", "edit", "urgency", "represent"])
def test_others_may_not(client, world, name):
    private = a_private_meeting(world.meeting)
    address = reverse(f"private_meetings:{name}", args=[private.pk])
    client.force_login(a_person_with_role("officer", world.council))
    assert client.get(address).status_code == 403
    client.force_login(a_person_with_role("member", world.council))
    assert client.get(address).status_code == 404
    assert PrivateMeeting.objects.get().reasons not in client.get(address).text


def test_two_records_of_one_meeting_have_notices_of_their_own(world):
    first = begin_private(world.meeting, {"matters": "One"}, by=the_clerk())
    second = begin_private(world.meeting, {"matters": "Two"}, by=the_clerk())
    assert first.slug != second.slug
    assert world.meeting.held_on == date(2023, 4, 12)
