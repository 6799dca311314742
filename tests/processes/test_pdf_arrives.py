"""Whatever dies between publishing and printing: the notice is public, and its PDF arrives once."""

import time

import pytest

from tests.processes.stack import wait_until

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("processes")]

WAITING_FOR_THE_ROW = """
    SELECT count(*) FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND query LIKE '%governance_noticeversion%FOR UPDATE%'
"""
HOLD_THE_ROW = """
    SELECT v.id FROM governance_noticeversion v JOIN governance_notice n ON n.id = v.notice_id
    WHERE n.slug = %s FOR UPDATE OF v
"""


def test_a_worker_killed_while_it_renders(stack, draft, people):
    stack.kill("worker")
    assert stack.publish(draft, people[0])[0] == 302
    with stack.database() as holder, stack.database() as watcher:
        watcher.autocommit = True
        holder.execute(HOLD_THE_ROW, [draft])
        stack.start("worker")
        wait_until(
            lambda: watcher.execute(WAITING_FOR_THE_ROW).fetchone()[0], "a worker with the job"
        )
        stack.kill("worker")
    stack.start("worker")
    stack.pdf_arrives(draft)


def test_redis_down_when_the_notice_is_published(stack, draft, people):
    stack.servers.redis.stop(kill=True)
    started = time.monotonic()
    assert stack.publish(draft, people[0])[0] == 302
    assert stack.status(f"/notices/boston/{draft}/") == 200
    assert time.monotonic() - started < 10
    stack.servers.redis.start()
    stack.pdf_arrives(draft)


def test_redis_killed_while_the_job_is_queued(stack, draft, people):
    stack.kill("beat")  # so that it is the queue, not the sweep, that remembers
    stack.kill("worker")
    assert stack.publish(draft, people[0])[0] == 302
    stack.servers.restart_redis(kill=True)
    stack.start("worker")
    stack.pdf_arrives(draft)


def test_postgresql_killed_while_all_are_running(stack, draft, people):
    stack.kill("worker")
    assert stack.publish(draft, people[0])[0] == 302
    stack.servers.restart_postgresql(kill=True)
    wait_until(
        lambda: stack.status(f"/notices/boston/{draft}/") == 200,
        "the page, from the same web process",
    )
    assert stack.children["web"].process.poll() is None
    stack.start("worker")
    stack.pdf_arrives(draft)
