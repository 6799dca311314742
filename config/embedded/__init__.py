"""PostgreSQL and Redis from wheels, for a machine that has neither: the demo and the tests.

With DATABASE_URL and REDIS_URL in the environment those servers are used instead, and nothing is
started. A real deployment never imports this package; its wheels are in the development lock only.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.embedded.postgresql import PostgreSQL
from config.embedded.process import EmbeddedError
from config.embedded.redis import Redis

__all__ = ["EmbeddedError", "PostgreSQL", "Redis", "Servers", "running"]


@dataclass(frozen=True)
class Servers:
    """Where the two servers answer. Addresses stay the same across a restart."""

    database_url: str
    redis_url: str
    postgresql: PostgreSQL | None = None
    redis: Redis | None = None

    def restart_postgresql(self, *, kill: bool = False) -> None:
        """Stop (or, with kill, SIGKILL) PostgreSQL and start it on the same port."""
        if self.postgresql is None:
            raise EmbeddedError("PostgreSQL was not started here, so it cannot be restarted here.")
        self.postgresql.restart(kill=kill)

    def restart_redis(self, *, kill: bool = False) -> None:
        """Stop (or, with kill, SIGKILL) Redis and start it on the same port."""
        if self.redis is None:
            raise EmbeddedError("Redis was not started here, so it cannot be restarted here.")
        self.redis.restart(kill=kill)


@contextmanager
def running(
    folder: Path, *, durable: bool = True, ignore_environment: bool = False
) -> Iterator[Servers]:
    """Run both servers with their data in `folder` until the block ends.

    `durable=False` trades safety for speed: a killed server may lose its last moments.
    """
    database_url = os.environ.get("DATABASE_URL", "")
    redis_url = os.environ.get("REDIS_URL", "")
    if database_url and redis_url and not ignore_environment:
        yield Servers(database_url, redis_url)
        return
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(_only_one_at_a_time(folder))
        postgresql = PostgreSQL(folder / "postgresql", durable=durable)
        redis = Redis(folder / "redis", durable=durable)
        stack.callback(postgresql.stop)
        postgresql.start()
        stack.callback(redis.stop)
        redis.start()
        yield Servers(postgresql.url, redis.url, postgresql, redis)


@contextmanager
def _only_one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold a lock the kernel drops with this process, so that a crash never leaves it behind.

    Whoever holds it may take any server still running in the folder for a leftover.
    """
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EmbeddedError(
                f"Another process is using {folder}: stop the other demo or test run first."
            ) from None
        yield
