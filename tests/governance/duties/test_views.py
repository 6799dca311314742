"""Duties: who reads them, in which order, and who records that one was done."""

from datetime import date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.calendar.local_time import LONDON
from tests.factories.councils import a_council
from tests.factories.decisions import a_complete_decision, a_duty, a_limb
from tests.factories.meetings import a_meeting, an_item
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 6, 1, 9, tzinfo=LONDON)
DONE = {
    "done_on_day": "31", "done_on_month": "5", "done_on_year": "2023",
    "how": "Reported to Cabinet.",
}  # fmt: skip


def the_list(client, **query):
    with time_machine.travel(NOW):
        return client.get(reverse("duties:index"), query).content.decode()


def test_what_is_overdue_comes_first_and_what_is_done_is_asked_for(client):
    council = a_council()
    a_duty(council, title="Later", due_on=date(2023, 9, 1))
    a_duty(council, title="Missed", due_on=date(2023, 5, 1))
    a_duty(council, title="Ready", due_on=date(2023, 5, 2), done_on=date(2023, 5, 1), done_note="R")
    html = the_list(client)
    assert html.index("Missed") < html.index("Later")
    assert "Ready" not in html
    assert "Ready" in the_list(client, done="1")


def test_the_list_can_be_downloaded_whole(client):
    a_duty(a_council("Boston"), title="Report back")
    csv = client.get(reverse("duties:index"), {"format": "csv"}).content.decode("utf-8-sig")
    assert "Report back,Boston Council" in csv


def test_nothing_due_says_what_would_fill_the_list(client):
    assert "A duty appears here when" in the_list(client)


def finish(duty, client, **changes):
    with time_machine.travel(NOW):
        return client.post(reverse("duties:finish", args=[duty.pk]), DONE | changes)


def test_democratic_services_record_how_it_was_done(client):
    duty = a_duty(a_council())
    client.force_login(a_person_with_role("democratic_services", duty.council))
    assert finish(duty, client).status_code == 302
    duty.refresh_from_db()
    assert (duty.done_on, duty.done_note) == (date(2023, 5, 31), "Reported to Cabinet.")


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"how": " "}, "Say how it was done"), ({"done_on_month": "6"}, "31 June does not exist")],
)
def test_a_fault_comes_back_with_what_was_typed(client, changes, says):
    duty = a_duty(a_council())
    client.force_login(a_person_with_role("democratic_services", duty.council))
    answer = finish(duty, client, **changes)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_it_is_done_once(client):
    duty = a_duty(a_council(), done_on=date(2023, 5, 1), done_note="Before")
    client.force_login(a_person_with_role("democratic_services", duty.council))
    assert "already done, on Monday 1 May 2023" in finish(duty, client).content.decode()


@pytest.mark.parametrize("kind", ["member", "officer", "administrator"])
def test_others_do_not_record_it(client, kind):
    duty = a_duty(a_council())
    client.force_login(a_person_with_role(kind, duty.council))
    assert finish(duty, client).status_code == 403


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_list_costs_the_same_however_many_there_are(client, number):
    decision = a_complete_decision(an_item(a_meeting()), state="published")
    for place in range(number):
        limb = a_limb(decision, place + 2)
        a_duty(decision.council, resolution=limb)
    with CaptureQueriesContext(connection) as captured:
        the_list(client)
    assert len(captured) <= 5
