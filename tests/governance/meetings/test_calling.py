"""Planning a meeting, and what becomes of it."""

from datetime import date, datetime, time
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.models import Meeting
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council_with_a_rule
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 3, 1, 12, tzinfo=LONDON)
SOON, LATER = {"held_on_day": "3"}, {"held_on_day": "31"}
MARCH = {"held_on_month": "3", "held_on_year": "2023", "starts_at": "6pm"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council = a_council_with_a_rule("Boston")
        yield SimpleNamespace(
            council=council,
            body=a_body(council),
            elsewhere=a_body(),
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def plan(client, body, **when):
    where = reverse("meetings:new")
    return client.post(where, posted(client.get(where).text, body=body.pk, **MARCH | when))


@time_machine.travel(NOW)
def test_a_planned_meeting_is_a_draft_whose_agenda_comes_next(clerk, world):
    answer = plan(clerk, world.body, **LATER)
    made = Meeting.objects.get(body=world.body)
    assert (made.held_on, made.starts_at, made.state) == (date(2023, 3, 31), time(18), "draft")
    assert answer["Location"] == reverse("meetings:agenda", args=[made.pk])
    assert "Late" not in clerk.get(answer["Location"]).text


@time_machine.travel(NOW)
def test_a_meeting_too_soon_for_its_agenda_is_warned_of(clerk, world):
    answer = plan(clerk, world.body, **SOON)
    page = clerk.get(answer["Location"]).text
    assert "The agenda had to be out by Thursday 23 February 2023" in page
    assert "say why the meeting is at shorter notice" in page


@time_machine.travel(NOW)
def test_a_body_does_not_meet_twice_at_one_hour(clerk, world):
    a_meeting(world.body, held_on=date(2023, 3, 31), starts_at=time(18))
    with nothing_written():
        answer = plan(clerk, world.body, **LATER)
    assert errors_on(answer.text) == [
        f"{world.body.name} already meets on Friday 31 March 2023 at 6pm."
    ]


@time_machine.travel(NOW)
def test_a_meeting_of_another_councils_body_is_not_planned_here(clerk, world):
    with nothing_written():
        answer = plan(clerk, world.elsewhere, **LATER)
    assert errors_on(answer.text) == ["Choose the body from the list"]


@time_machine.travel(NOW)
def test_a_meeting_that_is_called_is_public_from_then_on(clerk, client, world):
    meeting = a_meeting(world.body, state="draft", held_on=date(2023, 3, 31))
    where = reverse("meetings:standing", args=[meeting.pk])
    clerk.post(where, posted(clerk.get(where).text, state="called"))
    client.logout()
    assert client.get(reverse("meetings:detail", args=[meeting.pk])).status_code == 200


@time_machine.travel(NOW)
def test_a_meeting_still_to_come_was_not_held(clerk, world):
    meeting = a_meeting(world.body, state="called", held_on=date(2023, 3, 2))
    where = reverse("meetings:standing", args=[meeting.pk])
    answer = clerk.post(where, posted(clerk.get(where).text, state="held"))
    assert errors_on(answer.text) == [
        "Thursday 2 March 2023 is still to come: record that it was held afterwards."
    ]


@time_machine.travel(NOW)
def test_a_meeting_does_not_go_on_before_the_day_it_began(clerk, world):
    meeting = a_meeting(world.body, state="called", held_on=date(2023, 3, 31))
    where = reverse("meetings:standing", args=[meeting.pk])
    form = posted(
        clerk.get(where).text, state="adjourned", adjourned_because="No quorum.",
        **SOON, held_on_month="3", held_on_year="2023",
    )  # fmt: skip
    answer = clerk.post(where, form)
    assert errors_on(answer.text) == ["The meeting cannot go on before the day it began."]


@time_machine.travel(NOW)
def test_an_adjourned_meeting_goes_on_at_the_bodys_next_where_there_is_one(clerk, world):
    meeting = a_meeting(world.body, state="called", held_on=date(2023, 3, 30))
    following = a_meeting(world.body, state="called", held_on=date(2023, 3, 31), starts_at=time(18))
    where = reverse("meetings:standing", args=[meeting.pk])
    form = posted(
        clerk.get(where).text, state="adjourned", adjourned_because="No quorum.", **LATER | MARCH
    )
    clerk.post(where, form)
    meeting.refresh_from_db()
    assert meeting.adjourned_to == following


@time_machine.travel(NOW)
def test_only_democratic_services_plan_meetings(client, world):
    client.force_login(a_person_with_role(Kind.OFFICER, world.council))
    assert client.get(reverse("meetings:new")).status_code == 403
