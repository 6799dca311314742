"""Every page of signing in is in our layout and words."""

import pytest
from django.core import mail

from tests.factories.people import a_user
from tests.governance.pages.markup import of_class, parsed, text_of

pytestmark = pytest.mark.django_db
OPEN = ["login/", "signup/", "inactive/", "password/reset/", "password/reset/done/"]
OPEN += ["password/reset/key/done/", "password/reset/key/1-none/"]
SIGNED_IN = ["logout/", "password/change/", "email/", "reauthenticate/"]


def read(client, address):
    response = client.get(f"/account/{address}", follow=True)
    assert response.status_code == 200
    tree = parsed(response.content.decode())
    assert of_class(tree, "govuk-service-navigation")
    assert len(list(tree.iter("h1"))) == 1
    return tree


@pytest.mark.parametrize("address", OPEN)
def test_pages_for_strangers(client, address):
    read(client, address)


@pytest.mark.parametrize("address", SIGNED_IN)
def test_pages_for_somebody_signed_in(client, address):
    user = a_user()
    user.set_password("correct horse battery")
    user.save()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    read(client, address)


def test_signing_in_with_nothing_typed_says_what_to_enter(client):
    tree = parsed(client.post("/account/login/", {}).content.decode())
    assert text_of(next(tree.iter("title"))).startswith("Error: Sign in")
    (summary,) = of_class(tree, "govuk-error-summary")
    assert [link.get("href") for link in summary.iter("a")] == ["#id_login", "#id_password"]


def test_signing_in_with_the_wrong_password_keeps_the_address(client):
    data = {"login": "sam@boston.example.net", "password": "wrong"}
    tree = parsed(client.post("/account/login/", data).content.decode())
    assert of_class(tree, "govuk-error-summary")
    typed = {field.get("name"): field.get("value") for field in tree.iter("input")}
    assert typed["login"] == "sam@boston.example.net"
    assert typed["password"] is None


def test_guessing_is_stopped_by_a_page_that_says_so(client):
    data = {"login": "sam@boston.example.net", "password": "wrong"}
    answers = [client.post("/account/login/", data) for _ in range(7)]
    assert "Too many" in answers[-1].content.decode()


@pytest.mark.parametrize("known", [True, False])
def test_a_forgotten_password_is_answered_alike_for_all(client, known):
    address = "sam@boston.example.net"
    if known:
        a_user(email=address).set_password("correct horse battery")
    response = client.post("/account/password/reset/", {"email": address}, follow=True)
    assert "We do not say whether it does" in response.content.decode()
    (letter,) = mail.outbox
    assert letter.to == [address]
    assert "Concordat" in letter.body
    assert ("/password/reset/key/" in letter.body) is known
