"""Signing in: guessing is slowed down, and nobody opens an account for themselves."""

import pytest

from governance.models import User
from tests.factories.people import a_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def sign_in(client, password, email="sam@boston.example.net"):
    return client.post("/account/login/", {"login": email, "password": password})


@pytest.fixture
def sam():
    user = a_user(email="sam@boston.example.net")
    user.set_password(PASSWORD)
    user.save()
    return user


def test_the_sixth_bad_password_is_answered_with_too_many(client, sam):
    answers = [sign_in(client, "wrong") for _ in range(6)]
    assert ["Too many" in answer.text for answer in answers] == [False] * 5 + [True]


def test_after_too_many_even_the_right_password_waits(client, sam):
    for _ in range(6):
        sign_in(client, "wrong")
    sign_in(client, PASSWORD)
    assert "_auth_user_id" not in client.session


def test_five_bad_passwords_do_not_lock_somebody_else_out(client, sam):
    for _ in range(5):
        sign_in(client, "wrong", email="other@boston.example.net")
    assert sign_in(client, PASSWORD).status_code == 302


def test_an_address_is_the_same_in_capitals(client, sam):
    assert sign_in(client, PASSWORD, email="SAM@Boston.example.net").status_code == 302


@pytest.mark.parametrize("field", ["is_active", "is_system"])
def test_a_closed_account_and_the_systems_own_do_not_sign_in(client, sam, field):
    setattr(sam, field, field == "is_system")
    if field == "is_system":
        sam.set_unusable_password()
    sam.save()
    sign_in(client, PASSWORD)
    assert "_auth_user_id" not in client.session


def test_nobody_opens_an_account(client):
    data = {"email": "new@example.net", "password1": PASSWORD}
    assert client.post("/account/signup/", data)["Location"].startswith("/account/login/")
    assert not User.objects.filter(email="new@example.net").exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_part_of_a_page_is_not_answered_with_the_sign_in_page(client, method):
    ask = getattr(client, method)
    answer = ask("/roadmap/drafts/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content, "Location" in answer) == (401, b"", False)
    assert ask("/roadmap/drafts/")["Location"].startswith("/account/login/")
