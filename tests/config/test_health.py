"""Is the process alive, and can it do its work?"""

from types import SimpleNamespace

import pytest
import redis
from django.core.cache import cache
from django.db import DatabaseError

from config import health
from config.celery import WORKER_SEEN, note_worker

pytestmark = pytest.mark.django_db


def broken(fault):
    def ask(*_args, **_kwargs):
        raise fault

    return ask


@pytest.fixture
def database_gone(monkeypatch):
    monkeypatch.setattr(health.connection, "cursor", broken(DatabaseError("gone")))


@pytest.fixture
def redis_gone(monkeypatch):
    monkeypatch.setattr(health.redis.Redis, "ping", broken(redis.ConnectionError("gone")))


def test_with_everything_there_it_is_ready(client):
    note_worker()
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "redis": "ok", "worker": "ok"}
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("fixture", ["database_gone", "redis_gone"])
def test_what_does_not_answer_is_named(client, request, fixture):
    note_worker()
    request.getfixturevalue(fixture)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    name = fixture.removesuffix("_gone")
    assert [what for what, said in answer.json().items() if said != "ok"] == [name]


def test_a_worker_not_seen_for_a_minute_is_named(client):
    note_worker()
    cache.delete(WORKER_SEEN)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["worker"] == "not answering"


def test_a_cache_that_does_not_answer_has_seen_no_worker(monkeypatch):
    gone = SimpleNamespace(get=broken(redis.ConnectionError("gone")))
    monkeypatch.setattr(health, "cache", gone)
    assert not health.worker_was_seen()


def test_the_process_is_alive_whatever_else_is_gone(client, database_gone, redis_gone):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "alive\n")


def test_health_is_asked_and_never_posted_to(client):
    assert client.post("/healthz").status_code == 405
