"""The whole application for the journeys: servers and processes as in the demo, started once.

The database can be remembered under a name and taken back to it, so that no journey depends on what
another one did.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from email.message import EmailMessage
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config.embedded import running
from config.embedded.process import free_port, last_lines
from tests.mail_server import MailServer
from tests.migrated import fill
from tools.children import Child, run_to_the_end
from tools.readiness import wait_until_ready

BIN = Path(sys.executable).parent
WITHIN = 60.0


class Stack:
    """Where the application answers, and its database."""

    def __init__(self, folder: Path, environment: dict[str, str], mail: MailServer) -> None:
        self.mail = mail
        self.folder = folder
        self.address = environment["SITE_URL"]
        self.environment = environment
        self._database = environment["DATABASE_URL"]
        self._name = urlsplit(self._database).path.lstrip("/")

    def run(self, name: str, *arguments: str) -> None:
        """Run a module of ours to its end, with the application's own settings."""
        command = [sys.executable, "-m", name, *arguments]
        run_to_the_end(name, command, self.folder, self.environment)

    def wait_for_pdfs(self) -> None:
        """Until every published version has its file."""
        lacking = (
            "select count(*) from governance_noticeversion v where not exists"
            " (select 1 from governance_noticefile f where f.version_id = v.id)"
        )
        deadline = time.monotonic() + WITHIN
        with psycopg.connect(self._database, autocommit=True) as connection:
            while (row := connection.execute(lacking).fetchone()) and row[0]:
                assert time.monotonic() < deadline, f"PDFs are missing.\n{self.logs()}"
                time.sleep(0.1)

    def mail_to(self, address: str) -> EmailMessage:
        """Return the newest e-mail to an address, once one has arrived."""
        deadline = time.monotonic() + WITHIN
        while not (found := [one for one in self.mail.arrived if one["To"] == address]):
            assert time.monotonic() < deadline, f"No e-mail to {address}.\n{self.logs()}"
            time.sleep(0.1)
        return found[-1]

    def remember(self, scene: str) -> None:
        """Keep the database as it is now under this name."""
        self._copy(self._name, scene)

    def take_back(self, scene: str) -> None:
        """Make the database what it was then. Whoever was signed in is so no longer."""
        self._copy(scene, self._name)

    def _copy(self, source: str, target: str) -> None:
        drop = sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(target))
        copy = sql.SQL("create database {} template {}").format(
            sql.Identifier(target), sql.Identifier(source)
        )
        end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s"
        deadline = time.monotonic() + WITHIN
        with psycopg.connect(self._elsewhere(), autocommit=True) as connection:
            while True:
                # A process of ours may connect again between the two, and PostgreSQL's own vacuum,
                # which is not ours to end, may be at work in either.
                with suppress(psycopg.errors.ObjectInUse, psycopg.errors.InsufficientPrivilege):
                    connection.execute(drop)
                    connection.execute(end, [source])
                    connection.execute(copy)
                    return
                time.sleep(0.1)
                assert time.monotonic() < deadline, f"{source} is always in use"

    def _elsewhere(self) -> str:
        return urlsplit(self._database)._replace(path="/postgres").geturl()

    def logs(self) -> str:
        """The last words of every process."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"--- {log.name}\n{last_lines(log, 25)}" for log in logs)


@contextmanager
def started(folder: Path) -> Iterator[Stack]:
    """The demo's web, worker and beat over servers of their own, until the block ends."""
    with ExitStack() as stack:
        mail = stack.enter_context(MailServer())
        servers = stack.enter_context(running(folder, durable=False, ignore_environment=True))
        port = free_port()
        environment = environ | {
            "CONCORDAT_MODE": "demo",
            "DATABASE_URL": servers.database_url,
            "REDIS_URL": servers.redis_url,
            "DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(folder / "static"),
            "SITE_URL": f"http://localhost:{port}",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail.port}",
            "REMIND_FROM": "00:00",
            "PYTHONUNBUFFERED": "1",
            "WEB_CONCURRENCY": "1",
        }
        (folder / "data").mkdir()
        found = Stack(folder, environment, mail)
        fill(environment["DATABASE_URL"])
        found.run("tests.journeys.scenes", "empty")
        found.remember("empty")
        found.run("tools.demo_data")
        children = [
            stack.enter_context(Child(name, command, folder, environment))
            for name, command in _commands(folder, port).items()
        ]
        wait_until_ready(found.address, children)
        found.wait_for_pdfs()
        yield found


def _commands(folder: Path, port: int) -> dict[str, list[str]]:
    celery = [str(BIN / "celery"), "-A", "config"]
    gunicorn = [str(BIN / "gunicorn"), "--config", "config/gunicorn.py"]
    return {
        "web": [*gunicorn, "--bind", f"127.0.0.1:{port}", "config.wsgi:application"],
        "worker": [*celery, "worker", "--concurrency=1", "--without-gossip", "--without-mingle"],
        "beat": [*celery, "beat", "--schedule", str(folder / "beat"), "--pidfile="],
    }
