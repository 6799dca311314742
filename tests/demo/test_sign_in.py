"""The demo's buttons sign in; nothing else does, and nowhere else than in the demo."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from tests.factories.people import a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings):
    settings.IS_DEMO = True


def press(client, email, **data):
    return client.post("/demo/sign-in/", {"email": email, **data})


def test_each_account_is_one_button(client, demo):
    a_user("Democratic services, Boston", "ds.boston@example.org")
    a_user("A real person", "person@boston.example.net")
    page = client.get("/account/login/").content.decode()
    assert "Democratic services, Boston" in page
    assert "A real person" not in page


def test_pressing_it_signs_in(client, demo):
    user = a_user(email="ds.boston@example.org")
    response = press(client, user.email)
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)


def test_one_is_taken_to_where_one_wanted_to_go(client, demo):
    user = a_user(email="ds.boston@example.org")
    assert press(client, user.email, next="/worklist/")["Location"] == "/worklist/"
    assert press(client, user.email, next="https://elsewhere.example/")["Location"] == "/"


def test_the_button_carries_a_token(demo):
    user = a_user(email="ds.boston@example.org")
    strict = Client(enforce_csrf_checks=True)
    assert press(strict, user.email).status_code == 403
    strict.get("/account/login/")
    token = strict.cookies["csrftoken"].value
    assert press(strict, user.email, csrfmiddlewaretoken=token).status_code == 302


@pytest.mark.parametrize("email", ["person@boston.example.net", "", "nobody@example.org"])
def test_no_other_account_opens(client, demo, email):
    a_user(email="person@boston.example.net")
    assert press(client, email).status_code == 404


def test_a_closed_account_does_not_open(client, demo):
    user = a_user(email="left@example.org")
    user.is_active = False
    user.save()
    assert press(client, user.email).status_code == 404


def test_outside_the_demo_there_is_no_button_and_no_door(client):
    user = a_user("Democratic services, Boston", "ds.boston@example.org")
    assert "Democratic services, Boston" not in client.get("/account/login/").content.decode()
    assert press(client, user.email).status_code == 404


def test_the_terminal_lists_them(demo):
    out = StringIO()
    call_command("demo_sign_ins", stdout=out)
    assert "load_example" in out.getvalue()
    a_user("Democratic services, Boston", "ds.boston@example.org")
    out = StringIO()
    call_command("demo_sign_ins", stdout=out)
    assert out.getvalue().split("  ") == ["Democratic services, Boston", "ds.boston@example.org\n"]
