"""Bodies: the list, the page of one, and editing it with its councils and members."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.models import Body
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import a_person, a_person_with_role, an_appointment
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, partner = a_council("Boston"), a_council("Partner")
        yield SimpleNamespace(
            council=council,
            partner=partner,
            body=a_body(council, partner, name="Joint ICT Committee", chair_rotates=True),
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def at(name, body, *more):
    return reverse(f"bodies:{name}", args=[body.lead_council.slug, body.slug, *more])


def shown(client, address):
    return text_of(parsed(client.get(address).text))


def test_bodies_are_listed_with_their_councils_and_as_data(client, world):
    page = shown(client, "/bodies/")
    assert "Joint ICT Committee" in page
    assert "Boston (3), Partner (3)" in page
    assert client.get("/bodies/?format=csv").text.splitlines()[1].startswith("Joint ICT Committee")


def test_members_are_shown_by_council_on_the_day_that_is_asked(client, world):
    an_appointment(a_person("Ann Now"), world.council, body=world.body, from_on=date(2023, 5, 1))
    an_appointment(a_person("Old One"), world.partner, body=world.body, to_on=date(2023, 4, 30))
    assert "Ann Now" in shown(client, at("detail", world.body))
    then = shown(client, f"{at('detail', world.body)}?on_day=12&on_month=4&on_year=2023")
    assert "Members on Wednesday 12 April 2023" in then
    assert "Old One" in then
    assert "Ann Now" not in then
    assert "3 seats, 2 vacant" in then


def test_a_day_that_does_not_exist_is_refused_in_a_sentence(client, world):
    answer = client.get(f"{at('detail', world.body)}?on_day=31&on_month=4&on_year=2023")
    assert answer.status_code == 422
    assert errors_on(answer.text) == [
        "Enter a real date: 31 April does not exist, April has 30 days"
    ]


def test_the_chair_of_each_year_is_shown_with_the_council(client, world):
    for name, council, year in [("Ann", world.council, 2022), ("Ben", world.partner, 2023)]:
        an_appointment(
            a_person(name), council, body=world.body, capacity="chair", from_on=date(year, 5, 20)
        )
    page = shown(client, at("detail", world.body))
    assert "The chair rotates by council each year." in page
    assert page.index("Chair: Ben (Partner)") < page.index("Chair: Ann (Boston)")
    assert "2023/24" in page


def test_its_meetings_are_listed_without_the_drafts(client, world):
    a_meeting(world.body, held_on=date(2023, 4, 12))
    a_meeting(world.body, held_on=date(2023, 5, 10), state="draft")
    page = shown(client, at("detail", world.body))
    assert "Wednesday 12 April 2023 Held" in page
    assert "10 May 2023" not in page


def test_a_body_is_added_with_its_lead_council(clerk, world):
    where = reverse("bodies:new")
    form = posted(clerk.get(where).text, name="Digital Board", regime="officer_board")
    answer = clerk.post(where, form)
    body = Body.objects.get(slug="digital-board")
    assert answer["Location"] == at("members", body)
    assert [part.council for part in body.councils.all()] == [world.council]


def test_a_second_body_of_that_name_is_refused(clerk, world):
    clerk.post("/bodies/new/", posted(clerk.get("/bodies/new/").text, name="X", regime="committee"))
    form = posted(clerk.get("/bodies/new/").text, name="X", regime="committee")
    with nothing_written():
        answer = clerk.post("/bodies/new/", form)
    assert errors_on(answer.text) == ["Boston Council already has a body of that name."]


def test_a_body_is_changed(clerk, world):
    where = at("edit", world.body)
    clerk.post(where, posted(clerk.get(where).text, question_days="2", question_cut_off="5pm"))
    assert "2 clear working days before a meeting, by 5pm" in shown(clerk, at("detail", world.body))


def test_a_council_is_added_with_its_seats_and_removed_again(clerk, world):
    other = a_council("Third")
    where = at("councils", world.body)
    clerk.post(where, posted(clerk.get(where).text, council=other.pk, seats="2", do="add"))
    part = world.body.councils.get(council=other)
    assert part.seats == 2
    clerk.post(where, {"do": f"remove:{part.pk}"})
    assert not world.body.councils.filter(council=other).exists()


def test_the_council_that_serves_a_body_stays_part_of_it(clerk, world):
    part = world.body.councils.get(council=world.council)
    with nothing_written():
        answer = clerk.post(
            at("councils", world.body), {"do": f"remove:{part.pk}"}, headers={"HX-Request": "true"}
        )
    assert "its officers serve the body" in answer.text


def test_seats_are_changed(clerk, world):
    part = world.body.councils.get(council=world.partner)
    where = at("seats", world.body, part.pk)
    clerk.post(where, posted(clerk.get(where).text, seats="5"))
    part.refresh_from_db()
    assert part.seats == 5


def test_a_member_is_appointed_and_the_appointment_changed(clerk, world):
    where = at("members", world.body)
    form = posted(clerk.get(where).text, name="Dee New", council=world.partner.pk, do="add")
    clerk.post(where, form)
    row = world.body.appointments.get(person__name="Dee New")
    one = at("member", world.body, row.pk)
    clerk.post(one, posted(clerk.get(one).text, capacity="vice_chair"))
    row.refresh_from_db()
    assert row.capacity == "vice_chair"


@pytest.mark.parametrize("name", ["edit", "members", "councils"])
def test_only_democratic_services_of_the_serving_council_change_a_body(client, world, name):
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, world.partner))
    assert client.get(at(name, world.body)).status_code == 403
