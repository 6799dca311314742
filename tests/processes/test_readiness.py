"""/readyz names what does not answer; /healthz says only that the process is alive."""

import json

import pytest
import redis

from tests.processes.stack import wait_until

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("processes")]


def missing(stack):
    status, text, _ = stack.ask("GET", "/readyz")
    answers = json.loads(text)
    assert status == (200 if set(answers.values()) == {"ok"} else 503)
    return {name for name, answer in answers.items() if answer != "ok"}


def test_a_missing_worker_is_named(stack):
    stack.kill("worker")
    with redis.Redis.from_url(stack.servers.redis_url) as client:
        client.delete("concordat:1:worker-seen")  # as after a minute without one
    assert missing(stack) == {"worker"}
    assert stack.status("/healthz") == 200


def test_a_missing_redis_is_named(stack):
    stack.servers.redis.stop()
    try:
        assert missing(stack) == {"redis", "worker"}
        assert stack.status("/healthz") == 200
    finally:
        stack.servers.redis.start()
    wait_until(lambda: not missing(stack), "everything answers again")


def test_a_missing_database_is_named(stack):
    stack.servers.postgresql.stop()
    try:
        assert "database" in missing(stack)
        assert stack.status("/healthz") == 200
    finally:
        stack.servers.postgresql.start()
    wait_until(lambda: not missing(stack), "everything answers again")
