"""PostgreSQL or Redis is gone: everybody is told so, wherever the fault arises."""

from types import SimpleNamespace

import pytest
import redis
from django.db import IntegrityError, InterfaceError, OperationalError, connection
from django.test import RequestFactory

from config import health, outage
from config.celery import note_worker
from governance.issues import actions as issue_actions
from governance.pages import views
from tests.factories.councils import a_council
from tests.factories.people import a_person_with_role, a_user

pytestmark = pytest.mark.django_db
SORRY = "Sorry, the service is unavailable for a moment"


def broken(fault):
    def ask(*_args, **_kwargs):
        raise fault

    return ask


@pytest.fixture
def visitor(client):
    """As in production, a fault becomes a page."""
    client.raise_request_exception = False
    return client


@pytest.fixture(params=["a stranger", "somebody signed in"])
def anyone(visitor, request):
    if request.param != "a stranger":
        visitor.force_login(a_user())
    return visitor


@pytest.fixture
def postgresql_gone(anyone, monkeypatch):
    note_worker()
    monkeypatch.setattr(connection, "cursor", broken(OperationalError("gone")))


@pytest.fixture
def redis_gone(anyone, monkeypatch):
    monkeypatch.setattr(health.redis.Redis, "ping", broken(redis.ConnectionError("gone")))
    gone = SimpleNamespace(get=broken(redis.ConnectionError("gone")))
    monkeypatch.setattr(health, "cache", gone)


@pytest.mark.parametrize("address", ["/", "/meetings/", "/notices/?council=boston"])
def test_without_postgresql_everybody_is_told_so(anyone, postgresql_gone, address):
    answer = anyone.get(address)
    assert answer.status_code == 503
    assert SORRY in answer.text
    assert answer["Retry-After"] == "30"


def test_a_page_that_needs_nothing_is_shown_to_strangers_all_the_same(visitor, monkeypatch):
    monkeypatch.setattr(connection, "cursor", broken(OperationalError("gone")))
    assert visitor.get("/accessibility/").status_code == 200


def test_a_page_for_signed_in_people_says_so_too(visitor, monkeypatch):
    visitor.force_login(a_user())
    monkeypatch.setattr(connection, "cursor", broken(OperationalError("gone")))
    assert visitor.get("/worklist/").status_code == 503


def test_an_error_page_that_cannot_be_drawn_says_so_too(visitor, monkeypatch):
    visitor.force_login(a_user())
    monkeypatch.setattr(connection, "cursor", broken(OperationalError("gone")))
    assert visitor.get("/nowhere/").status_code == 503


def test_the_process_is_alive_whatever_is_gone(anyone, postgresql_gone, redis_gone):
    answer = anyone.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "alive\n")


def test_readiness_names_postgresql(anyone, postgresql_gone):
    answer = anyone.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"database": "not answering", "redis": "ok", "worker": "ok"}


def test_readiness_names_all_that_is_missing(anyone, postgresql_gone, redis_gone):
    answer = anyone.get("/readyz")
    assert answer.status_code == 503
    assert set(answer.json().values()) == {"not answering"}


def test_health_asks_nobody_who_they_are(anyone, django_assert_num_queries):
    with django_assert_num_queries(0):
        anyone.get("/healthz")


@pytest.mark.parametrize(
    "fault", [OperationalError("gone"), InterfaceError("closed"), redis.ConnectionError("gone")]
)
def test_a_page_that_meets_an_outage_says_so(visitor, monkeypatch, fault):
    monkeypatch.setattr("governance.meetings.views.Paginator", broken(fault))
    assert visitor.get("/meetings/").status_code == 503


def test_any_other_fault_is_not_called_an_outage(visitor, monkeypatch):
    monkeypatch.setattr("governance.meetings.views.Paginator", broken(ValueError("ours")))
    answer = visitor.get("/meetings/")
    assert answer.status_code == 500
    assert SORRY not in answer.text


def test_when_even_its_template_fails_there_is_still_a_page(monkeypatch):
    monkeypatch.setattr(views.loader, "get_template", broken(ValueError("no template")))
    try:
        broken(OperationalError("gone"))()
    except OperationalError:
        answer = outage.server_error(RequestFactory().get("/"))
    assert (answer.status_code, answer.text) == (503, views.LAST_RESORT)


def test_what_is_not_public_still_asks_for_a_sign_in(visitor):
    answer = visitor.get("/worklist/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


# --- Two at the same moment -----------------------------------------------------------------------


def taken(sqlstate="23505"):
    fault = IntegrityError("duplicate key")
    fault.__cause__ = SimpleError()
    fault.__cause__.sqlstate = sqlstate
    return fault


class SimpleError(Exception):
    """What the database driver raises."""


def post(visitor, monkeypatch, fault):
    user = a_person_with_role("democratic_services", a_council())
    visitor.force_login(user)
    monkeypatch.setattr(issue_actions, "add", broken(fault))
    return visitor.post("/issues/add/", {"title": "Typed by the second", "summary": ""})


def test_who_comes_second_is_told_and_keeps_what_was_typed(visitor, monkeypatch):
    answer = post(visitor, monkeypatch, taken())
    assert answer.status_code == 409
    assert "Saved by somebody else at the same moment" in answer.text
    assert "Typed by the second" in answer.text


def test_any_other_broken_promise_of_the_database_is_a_fault(visitor, monkeypatch):
    assert post(visitor, monkeypatch, taken("23514")).status_code == 500
