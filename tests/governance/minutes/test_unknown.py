"""The record of a meeting of which little is known: that is said, and nothing is made up."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.notices import actions
from governance.notices.begin import begin
from governance.notices.kinds.registry import present
from governance.notices.pdf import notice_html
from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.meetings import (
    EXEMPT,
    a_body,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.people import a_person, the_clerk
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
PUT_OUT = datetime(2023, 5, 1, 9, tzinfo=LONDON)
UNKNOWN = "The source is one item of the meeting."


@pytest.fixture(autouse=True)
def no_queue(monkeypatch):
    monkeypatch.setattr(actions, "queue_pdf", lambda _: None)


@pytest.fixture
def meeting():
    body = a_body(a_council_with_a_rule("Stevenage"), a_council("East Herts"))
    return a_meeting(body, has_numbers=False, record_note=UNKNOWN)


def item_of(meeting, **fields):
    return an_item(meeting, **{"minute_number": None, "title": "Review of capacity"} | fields)


def minuted(meeting):
    notice = begin(meeting, "minutes", by=the_clerk())
    return actions.publish(
        notice, by=the_clerk(), at=PUT_OUT, gaps_reason="The source prints one item."
    )


def page_of(client, meeting):
    return text_of(parsed(client.get(reverse("meetings:detail", args=[meeting.pk])).text))


def test_an_item_whose_papers_print_no_number_is_shown_with_none(client, meeting):
    item_of(meeting)
    html = client.get(reverse("meetings:detail", args=[meeting.pk])).text
    assert "<strong></strong>" in html
    assert minuted(meeting).snapshot["items"][0]["number"] == ""


def test_a_number_that_was_typed_is_shown_all_the_same(meeting):
    item_of(meeting, printed_number="7b")
    assert minuted(meeting).snapshot["items"][0]["number"] == "7b"


def test_a_private_item_without_a_number_is_called_by_its_title(client, meeting):
    item_of(meeting)
    item_of(meeting, part="2", title="Dashboard", **EXEMPT)
    assert "Part of this meeting was private: item “Dashboard”." in page_of(client, meeting)


def test_what_is_not_known_stands_at_the_top_of_the_meeting_and_on_its_minutes(client, meeting):
    item_of(meeting)
    assert UNKNOWN in page_of(client, meeting)
    assert UNKNOWN in notice_html(minuted(meeting).snapshot)


def test_nobody_recorded_is_said_to_be_not_recorded(client, meeting):
    item_of(meeting)
    shown = page_of(client, meeting)
    assert "Who was there is not recorded." in shown
    assert "Whether an interest was declared is not recorded." in shown


def test_that_nobody_declared_an_interest_is_said_when_it_is_known(client, meeting):
    quiet = a_meeting(meeting.body, held_on=date(2023, 5, 3), declarations_answer="none")
    shown = page_of(client, quiet)
    assert "No interests were declared." in shown
    assert "not recorded." not in shown.replace("Who was there is not recorded.", "")


def test_of_a_joint_body_the_chair_is_named_with_the_council(meeting):
    item_of(meeting)
    stevenage, herts = meeting.body.councils.order_by("pk")
    for part, capacity in ((stevenage, "chair"), (herts, "member")):
        who = a_person(f"A {capacity}", style="Councillor")
        an_attendance(meeting, person=who, post="", capacity=capacity, council=part.council)
    version = minuted(meeting)
    shown = dict(present(version.snapshot)["attendance"])
    assert shown["In the chair"] == "Councillor A chair (Stevenage)"


def test_readers_of_published_minutes_are_told_that_an_undertaking_has_no_date(client, meeting):
    a_question(item_of(meeting), undertaking="To write.", undertaking_by="Head of ICT")
    minuted(meeting)
    assert "To write. By Head of ICT. No date was given." in page_of(client, meeting)


def test_minutes_print_whose_report_it_was_and_what_for(client, meeting):
    item_of(meeting, report_by="The chair of the group", purpose="To receive its report.")
    notice = minuted(meeting).notice
    address = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    shown = text_of(parsed(client.get(address).text))
    assert "Report of The chair of the group" in shown
    assert "To receive its report." in shown
