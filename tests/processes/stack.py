"""The whole application as real processes: what the demo starts, on servers of its own."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from psycopg import sql

from config.embedded.process import free_port
from tools.children import Child

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
WITHIN = 60.0
TOKEN = "t" * 32
COUNTED = {
    "versions": {"table": "governance_noticeversion", "column": "id"},
    "windows": {"table": "governance_callinwindow", "column": "version_id"},
    "files": {"table": "governance_noticefile", "column": "version_id"},
}
ALONE = ("--without-gossip", "--without-mingle")


def wait_until(holds, what, within=WITHIN):
    """Return the first true answer of `holds()`; fail when there is none in `within` seconds."""
    deadline = time.monotonic() + within
    while not (answer := holds()):
        assert time.monotonic() < deadline, f"Not within {within:.0f} seconds: {what}"
        time.sleep(0.05)  # between two questions; what counts is the answer
    return answer


class Stack:
    """PostgreSQL and Redis with web, worker and beat, each of which can be killed and started."""

    def __init__(self, servers, folder, mail_port):
        self.servers = servers
        self.folder = folder
        self.port = free_port()
        self.children = {}
        self.environment = os.environ | {
            "CONCORDAT_MODE": "test",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": servers.database_url,
            "REDIS_URL": servers.redis_url,
            "DATA_DIR": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
            # Short, so that a test need not wait long for a dead worker's claim to lapse.
            "MAIL_CLAIM_SECONDS": "5",
            "REMIND_FROM": "00:00",
        }
        gunicorn = [str(BIN / "gunicorn"), "--config", "config/gunicorn.py"]
        celery = [str(BIN / "celery"), "-A", "tests.processes.quick"]
        self.commands = {
            "web": [*gunicorn, "--bind", f"127.0.0.1:{self.port}", "config.wsgi:application"],
            "worker": [
                *celery,
                "worker",
                "--concurrency=2",
                "--without-gossip",
                "--without-mingle",
            ],
            "beat": [*celery, "beat", "--schedule", str(folder / "beat"), "--pidfile="],
            "other beat": [*celery, "beat", "--schedule", str(folder / "beat2"), "--pidfile="],
        }

    # --- Processes ----------------------------------------------------------------------------
    def start(self, *names):
        for name in names:
            child = self.children.get(name)
            if child is None or child.process.poll() is not None:
                self.children[name] = Child(
                    name, self.commands[name], self.folder, self.environment
                )

    def kill(self, name):
        """SIGKILL a process with its children: nothing of it gets to tidy up."""
        child = self.children.pop(name)
        os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()

    def stop_all(self):
        for name in self.commands:
            if child := self.children.pop(name, None):
                child.__exit__(None, None, None)

    def run(self, module, *arguments):
        """Run a program of this folder and return the JSON it prints."""
        command = [sys.executable, "-m", f"tests.processes.{module}", *map(str, arguments)]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    # --- Asking over HTTP, as a browser does ----------------------------------------------------
    def ask(self, method, path, session="", messages="", **form):
        """Return (status, text, headers)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}; {messages}"}
        body = None
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"csrfmiddlewaretoken": TOKEN, **form})
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace"), answer.headers
        finally:
            connection.close()

    def status(self, path):
        """Return the status of a page, or 0 while nobody answers."""
        try:
            return self.ask("GET", path)[0]
        except OSError:
            return 0

    def publish(self, slug, session):
        """Press the button, and return (status, the page that it led to)."""
        address = f"/notices/boston/{slug}/publish/"
        status, text, headers = self.ask("POST", address, session, when="now")
        if status != 302:
            return status, text
        told = (headers["Set-Cookie"] or "").partition(";")[0]
        return status, self.ask("GET", headers["Location"], session, told)[1]

    # --- Asking the database --------------------------------------------------------------------
    @contextmanager
    def database(self):
        with psycopg.connect(self.servers.database_url, connect_timeout=5) as connection:
            yield connection

    def count(self, what, slug):
        """Return how many of `what` (versions, windows, files) a notice has."""
        query = sql.SQL(
            "SELECT count(x.id) FROM governance_notice n"
            " JOIN governance_noticeversion v ON v.notice_id = n.id"
            " LEFT JOIN {table} x ON x.{column} = v.id WHERE n.slug = %s"
        ).format(**{name: sql.Identifier(value) for name, value in COUNTED[what].items()})
        with self.database() as connection:
            return connection.execute(query, [slug]).fetchone()[0]

    def pdf_arrives(self, slug):
        address = f"/notices/boston/{slug}/v1.pdf"
        wait_until(lambda: self.status(address) == 200, f"the PDF of {slug}")
        assert self.count("files", slug) == 1
