"""What democratic services record of a call-in, and what everybody then reads."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.models import CalledIn
from tests.factories.councils import a_council_with_a_rule
from tests.factories.meetings import EXEMPT
from tests.factories.notices import PUBLISHED_AT, a_call_in, a_published_notice
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db
LATER = datetime(2023, 5, 2, 9, tzinfo=LONDON)
FILLED = {
    "received_on_day": "20", "received_on_month": "4", "received_on_year": "2023",
    "received_time": "4.59pm", "requested_by": "Councillors Example, Sample and Test",
    "ground": "The costs were not considered.", "alternative": "Ask for a second quotation.",
    "hearing_by_day": "12", "hearing_by_month": "5", "hearing_by_year": "2023",
}  # fmt: skip


@pytest.fixture
def notice():
    return a_published_notice(a_council_with_a_rule("Boston"))


def window_of(notice):
    return notice.versions.get().windows.get()


def record(window):
    return reverse("called_in:record", args=[window.pk])


def page(notice):
    return reverse("notices:detail", args=[notice.council.slug, notice.slug])


def clerk_of(client, council):
    client.force_login(a_person_with_role("democratic_services", council))
    return client


def test_a_call_in_recorded_in_the_browser_freezes_the_notice_for_everybody(client, notice):
    with time_machine.travel(LATER):
        answer = clerk_of(client, notice.council).post(record(window_of(notice)), FILLED)
        assert answer.status_code == 302
        client.logout()
        html = client.get(page(notice)).content.decode()
    assert "Called in, frozen" in html
    assert "Called in on Thursday 20 April 2023: frozen until it is heard" in html
    assert "Councillors Example, Sample and Test" in html
    assert "Friday 12 May 2023" in html


def test_bad_input_comes_back_with_a_sentence_and_everything_typed(client, notice):
    with time_machine.travel(LATER):
        late = FILLED | {"received_on_day": "22"}
        answer = clerk_of(client, notice.council).post(record(window_of(notice)), late)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Call-in closed at the end of Friday 21 April 2023" in html
    assert "The costs were not considered." in html
    assert not CalledIn.objects.exists()


def test_the_end_of_a_call_in_shows_on_the_notice(client, notice):
    called = a_call_in(window_of(notice))
    filled = {
        "outcome": "no_action", "reason": "The committee was satisfied.",
        "ended_on_day": "28", "ended_on_month": "4", "ended_on_year": "2023",
    }  # fmt: skip
    with time_machine.travel(LATER):
        address = reverse("called_in:end", args=[called.pk])
        assert clerk_of(client, notice.council).post(address, filled).status_code == 302
        client.logout()
        html = client.get(page(notice)).content.decode()
    assert "In effect from Friday 28 April 2023" in html
    assert "The committee was satisfied." in html


@pytest.mark.parametrize("kind", ["member", "officer", "scrutiny_officer", "administrator"])
def test_others_of_the_council_may_not_record_one(client, notice, kind):
    client.force_login(a_person_with_role(kind, notice.council))
    assert client.get(record(window_of(notice))).status_code == 403


def test_each_council_of_a_joint_body_records_its_own(client):
    stevenage, east_herts = a_council_with_a_rule("Stevenage"), a_council_with_a_rule("East Herts")
    windows = a_published_notice(stevenage, east_herts).versions.get().windows
    clerk_of(client, east_herts)
    assert client.get(record(windows.get(council=east_herts))).status_code == 200
    assert client.get(record(windows.get(council=stevenage))).status_code == 403


def test_what_was_said_in_the_call_in_of_a_restricted_decision_stays_there(client):
    notice = a_published_notice(a_council_with_a_rule(), **EXEMPT)
    a_call_in(window_of(notice), ground="MARKER of a ground")
    assert "MARKER" not in client.get(page(notice)).content.decode()
    client.force_login(a_person_with_role("member", notice.council))
    assert "MARKER" in client.get(page(notice)).content.decode()


def test_only_those_who_may_record_are_offered_it(client, notice):
    words = "Record a call-in"
    with time_machine.travel(PUBLISHED_AT + timedelta(days=1)):
        assert words not in client.get(page(notice)).content.decode()
        assert words in clerk_of(client, notice.council).get(page(notice)).content.decode()


def test_a_joint_decision_is_frozen_while_one_council_has_called_it_in(client):
    stevenage, east_herts = a_council_with_a_rule("Stevenage"), a_council_with_a_rule("East Herts")
    notice = a_published_notice(stevenage, east_herts)
    a_call_in(notice.versions.get().windows.get(council=east_herts))
    with time_machine.travel(datetime.combine(date(2023, 4, 25), LATER.time(), LONDON)):
        html = client.get(page(notice)).content.decode()
    assert "frozen until it is heard at East Herts" in html
