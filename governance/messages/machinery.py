"""Whether the machinery behind the pages is at work, as an administrator needs to know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import redis
from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Min
from django.utils import timezone

from governance.calendar import words
from governance.messages.models import Message
from governance.messages.sources import NOT_WANTED
from governance.messages.states import State

WORKER_SEEN = "worker-seen-at"
REMINDED = "reminders-swept-at"
QUEUE = "celery"
# Beat asks a worker for a sign of life four times a minute.
QUIET = timedelta(minutes=2)
# Beat asks for reminders every ten minutes.
UNSWEPT = timedelta(minutes=30)


@dataclass(frozen=True)
class Finding:
    """One part of the machinery: a shape, what it is, and how it stands in words."""

    shape: str
    what: str
    says: str


def note(name: str) -> None:
    """Remember that something was done just now; when Redis is away it is not remembered."""
    try:
        cache.set(name, timezone.now(), timeout=None)
    except (redis.RedisError, OSError):
        return


def worker(seen_at: datetime | None, queued: int | None, now: datetime) -> Finding:
    """Return how worker and beat stand: a queue that grows unseen tells which of them stopped."""
    if queued is None:
        return Finding("bad", "Worker and beat", "Redis does not answer, so nothing is queued")
    if seen_at and now - seen_at <= QUIET:
        return Finding("good", "Worker and beat", f"At work: seen at {words.clock(seen_at)}")
    since = f"since {words.moment(seen_at)}" if seen_at else "since Redis was started"
    jobs = words.counted(queued, "job")
    who = f"no worker takes the {jobs} in the queue" if queued else "beat asks for nothing"
    return Finding("bad", "Worker and beat", f"Not seen {since}: {who}")


def reminders(swept_at: datetime | None, now: datetime) -> Finding:
    """Return whether the duties were gone through lately."""
    if swept_at and now - swept_at <= UNSWEPT:
        return Finding("good", "Reminders", f"Gone through at {words.clock(swept_at)}")
    since = f"since {words.moment(swept_at)}" if swept_at else "since Redis was started"
    return Finding("warn", "Reminders", f"Not gone through {since}. What was missed is caught up")


def outbox(waiting: int, oldest: datetime | None, given_up: int, now: datetime) -> Finding:
    """Return whether mail leaves: how much waits, since when, and what was given up."""
    shape, said = "good", "Nothing waits"
    if waiting and oldest:
        shape = "warn" if now - oldest > UNSWEPT else "open"
        said = f"{words.counted(waiting, 'message')} waiting, the oldest since "
        said += words.moment(timezone.localtime(oldest))
    if given_up:
        shape, said = "bad", f"{said}; {words.counted(given_up, 'message')} given up"
    return Finding(shape, "Outbox", said)


def findings(now: datetime) -> list[Finding]:
    """Return how every part stands at `now`; one query, and three questions to Redis."""
    seen_at, swept_at, queued = _from_redis()
    counted = {row["state"]: row for row in _by_state()}
    unsent = [counted[state] for state in (State.WAITING, State.CLAIMED) if state in counted]
    given_up = counted.get(State.GIVEN_UP, {"number": 0})["number"]
    oldest = min((row["oldest"] for row in unsent), default=None)
    return [
        worker(_local(seen_at), queued, now),
        reminders(_local(swept_at), now),
        outbox(sum(row["number"] for row in unsent), oldest, given_up, now),
    ]


def _by_state() -> Iterable[Any]:
    # What nobody may read any more was rightly given up: there is nothing to put right.
    unsent = Message.objects.exclude(state=State.SENT).exclude(last_error=NOT_WANTED)
    rows = unsent.values("state")
    return rows.annotate(number=Count("pk"), oldest=Min("created_at")).order_by()


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None


def _from_redis() -> tuple[datetime | None, datetime | None, int | None]:
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2) as client:
            queued = int(client.llen(QUEUE))
        return cache.get(WORKER_SEEN), cache.get(REMINDED), queued
    except (redis.RedisError, OSError):
        return None, None, None
