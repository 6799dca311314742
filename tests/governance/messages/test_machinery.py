"""Whether the machinery is at work, in words."""

from datetime import datetime, timedelta

import pytest

from governance.calendar.local_time import LONDON
from governance.messages.machinery import outbox, reminders, worker

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=LONDON)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("seen_at", "queued", "shape", "says"),
    [
        (NOW - MINUTE, 0, "good", "At work: seen at 9.29am"),
        (NOW - 10 * MINUTE, 0, "bad", "beat asks for nothing"),
        (NOW - 10 * MINUTE, 3, "bad", "no worker takes the 3 jobs in the queue"),
        (None, 0, "bad", "Not seen since Redis was started"),
        (NOW, None, "bad", "Redis does not answer"),
    ],
)
def test_worker_and_beat(seen_at, queued, shape, says):
    found = worker(seen_at, queued, NOW)
    assert found.shape == shape
    assert says in found.says


def test_reminders_that_were_not_gone_through_are_caught_up():
    assert reminders(NOW - 9 * MINUTE, NOW).shape == "good"
    assert "caught up" in reminders(NOW - 40 * MINUTE, NOW).says


@pytest.mark.parametrize(
    ("waiting", "age", "given_up", "shape"),
    [(0, 0, 0, "good"), (2, 5, 0, "open"), (2, 60, 0, "warn"), (0, 0, 1, "bad")],
)
def test_the_outbox(waiting, age, given_up, shape):
    oldest = NOW - age * MINUTE if waiting else None
    assert outbox(waiting, oldest, given_up, NOW).shape == shape
