"""Every press as the site answers it: no transaction is open around it, and others press too."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from governance.errors import Refused
from governance.minutes.actions import add_attendance
from governance.models import Attendance, Person
from governance.people.rules import Kind
from tests.factories.councils import a_council_with_a_rule
from tests.factories.everything import really_committed
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.people import a_person_with_role, the_clerk

ATTENDED = {"capacity": "officer", "presence": "present", "council": None, "post": ""}


@pytest.fixture(scope="module")
def served(django_db_setup, django_db_blocker):
    """A meeting, and a browser of the clerk who serves it, with records really committed."""
    with really_committed(django_db_blocker):
        council = a_council_with_a_rule("Burton")
        body = a_body(council, numbers_on=True)
        a_meeting(body, held_on=date(2023, 4, 10))
        meeting = a_meeting(body, held_on=date(2023, 5, 10))
        an_item(meeting)
        clerk = a_person_with_role(Kind.DEMOCRATIC_SERVICES, council)
        browser = Client()
        browser.force_login(clerk)
        yield meeting, clerk, browser


@pytest.mark.parametrize(
    ("name", "do"),
    [
        ("minutes:attendance", "none"),
        ("minutes:attendance", "members"),
        ("minutes:declarations", "none"),
        ("minutes:desk", "draft"),
        ("minutes:desk", "number"),
        ("meetings:agenda", "standing"),
        ("meetings:agenda", "places"),
        ("meetings:agenda", "number"),
    ],
)
def test_every_press_is_answered_with_no_transaction_around_it(served, name, do):
    meeting, _, browser = served
    answer = browser.post(reverse(name, args=[meeting.pk]), {"do": do})
    assert answer.status_code == 302


@pytest.mark.parametrize("do", ["part", "motion", "up", "remove"])
def test_every_press_on_an_item_is_answered_with_no_transaction_around_it(served, do):
    meeting, _, browser = served
    item = meeting.items.get()
    answer = browser.post(reverse("meetings:agenda", args=[meeting.pk]), {"do": f"{do}:{item.pk}"})
    assert answer.status_code == 302


@pytest.mark.parametrize("figures", ["²", "٣", "9" * 5000])
def test_figures_that_are_no_number_of_a_row_lead_nowhere(served, figures):
    meeting, _, browser = served
    where = reverse("minutes:attendance", args=[meeting.pk])
    assert browser.get(where, {"removed": figures}).status_code == 200
    for said in ({"do": f"up:{figures}"}, {"do": "members", f"p-{figures}": "present"}):
        form = "application/x-www-form-urlencoded"
        assert browser.post(where, urlencode(said), content_type=form).status_code == 302


def test_of_four_who_record_one_person_at_once_one_does(served):
    meeting, clerk, _ = served
    together = Barrier(4)

    def press(_):
        try:
            together.wait(timeout=20)
            add_attendance(meeting, ATTENDED | {"name": "Cy Officer"}, by=clerk)
        except Refused as told:
            return str(told)
        else:
            return "recorded"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(press, range(4)))
    assert answers == ["Cy Officer is recorded at this meeting already."] * 3 + ["recorded"]
    assert Attendance.objects.count() == 1
    assert Person.objects.filter(name="Cy Officer").count() == 1


@pytest.mark.django_db
def test_a_post_is_recorded_at_a_meeting_once():
    meeting, clerk = a_meeting(), the_clerk()
    fields = ATTENDED | {"name": "", "post": "Monitoring Officer"}
    add_attendance(meeting, fields, by=clerk)
    with pytest.raises(Refused, match="“Monitoring Officer” is recorded at this meeting already"):
        add_attendance(meeting, fields, by=clerk)
