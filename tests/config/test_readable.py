"""A NUL, which PostgreSQL can neither keep nor look for, is turned away in words."""

import pytest
from django.urls import reverse

from config.readable import URLENCODED
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db
SORRY = "That address or form could not be read"


def refused(answer):
    return (answer.status_code, SORRY in answer.text) == (400, True)


@pytest.mark.parametrize(
    "address",
    [
        "/notices/?council=%00",
        "/notices/?%00=boston",
        "/notices/?council=boston&format=a%00b",
        "/meetings/?page=%00",
        "/theme/council/%00.css",
        "/nowhere/%00/",
    ],
)
def test_in_an_address(client, address):
    assert refused(client.get(address))


def test_in_an_address_as_it_is(client):
    assert refused(client.get("/notices/", QUERY_STRING="council=\0"))


def test_in_a_cookie(client):
    # A quoted cookie may hold any character by its number.
    assert refused(client.get("/", headers={"cookie": 'sessionid="\\000abcdefgh"'}))


def test_in_the_name_of_a_field(client):
    assert refused(client.post("/account/login/", "a%00b=c", content_type=URLENCODED))


def test_in_what_a_button_of_the_demo_sends(client, settings):
    settings.IS_DEMO = True
    assert refused(client.post("/demo/sign-in/", {"email": "\0@example.org"}))


def test_typed_into_a_form_it_is_said_beside_the_question(client):
    council = a_council()
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, council))
    where = reverse("meetings:edit", args=[a_meeting(a_body(council)).pk])
    typed = posted(client.get(where).text, place="Guild\0hall", contact="Typed before")
    answer = client.post(where, typed)
    assert answer.status_code == 422
    shown = answer.text.replace("\0", "")
    assert errors_on(shown) == ["Null characters are not allowed."]
    assert posted(shown)["contact"] == "Typed before"


@pytest.mark.parametrize("address", ["/meetings/?page=100", "/meetings/?page=%2500"])
def test_what_only_looks_like_one_is_read(client, address):
    assert client.get(address).status_code == 200
