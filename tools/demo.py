"""`make demo`: the whole application on one machine, from nothing to a sign-in page.

Starts the servers and three processes of our own, waits until each answers, and ends all of them
together: at Ctrl+C, when told to stop, or when one of them dies.
"""

import fcntl
import os
import secrets
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from config.embedded import EmbeddedError, Servers, running
from config.embedded.process import free_port
from tools.children import Child, ChildDied, end_leftovers, run_to_the_end
from tools.readiness import NotReady, wait_until_ready
from tools.terminal import step, stop

# The measurement of how long a start takes has data of its own.
FOLDER = Path(os.environ.get("DEMO_FOLDER", ".data/demo")).resolve()
SHOWN = os.path.relpath(FOLDER)
BIN = Path(sys.executable).parent
# Carried by every process of the demo, so that a later start finds those a crash left behind.
MARK = "CONCORDAT_DEMO"


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _told_to_stop)
    try:
        run(_port(os.environ.get("PORT") or "8000"), reset=bool(os.environ.get("RESET")))
    except KeyboardInterrupt:
        step(f"Everything is stopped. The data is kept in {SHOWN}")
    except (EmbeddedError, NotReady, ChildDied) as error:
        stop(str(error))


def run(port: int, *, reset: bool) -> None:
    started = time.monotonic()
    with _only_one_demo(), ExitStack() as stack:
        end_leftovers(MARK, str(FOLDER))
        _check_free(port)
        if reset:
            step(f"Starting over: removing {SHOWN}")
            shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        os.environ[MARK] = str(FOLDER)
        step("Starting PostgreSQL and Redis")
        servers = stack.enter_context(running(FOLDER))
        mail_port = free_port()
        environment = _environment(servers, port, mail_port)
        step("Preparing the database and the example partnerships")
        run_to_the_end("prepare", [sys.executable, "-m", "tools.demo_data"], FOLDER, environment)
        step("Starting web, worker, beat and a mail server")
        children = [
            stack.enter_context(Child(name, command, FOLDER, environment))
            for name, command in _commands(port, mail_port).items()
        ]
        wait_until_ready(f"http://127.0.0.1:{port}", children)
        _welcome(port, time.monotonic() - started)
        # From here a stop is the expected end; everything entered above is left in reverse order.
        stack.callback(lambda: step("Stopping"))
        while True:
            for child in children:
                child.check()
            time.sleep(0.3)


def _commands(port: int, mail_port: int) -> dict[str, list[str]]:
    celery = [str(BIN / "celery"), "-A", "config"]
    gunicorn = [str(BIN / "gunicorn"), "--config", "config/gunicorn.py"]
    return {
        "mail": [sys.executable, "-m", "demo.mail_server", str(mail_port), str(FOLDER / "mail")],
        "web": [*gunicorn, "--bind", f"127.0.0.1:{port}", "config.wsgi:application"],
        "worker": [*celery, "worker", "--concurrency=2", "--without-gossip", "--without-mingle"],
        "beat": [*celery, "beat", "--schedule", str(FOLDER / "beat"), "--pidfile="],
    }


def _environment(servers: Servers, port: int, mail_port: int) -> dict[str, str]:
    return os.environ | {
        "CONCORDAT_MODE": "demo",
        "SECRET_KEY": _secret_key(),
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "DATA_DIR": str(FOLDER),
        "SITE_URL": f"http://localhost:{port}",
        # Its own mail server, which keeps what is sent: it is read at /demo/mail/.
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        "PYTHONUNBUFFERED": "1",
    }


def _secret_key() -> str:
    """One secret for the life of the data, so that a restart signs nobody out."""
    file = FOLDER / "secret-key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(64))
    return file.read_text()


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        stop(f"PORT must be a number from 1 to 65535, and {text!r} is not one.")
    return int(text)


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        # A port that only waits for old connections to fade is free for our purpose.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            stop(f"Port {port} is kept for root: choose another with `make demo PORT=8001`.")
        except OSError:
            other = port + 1 if port < 65535 else 8001
            stop(
                f"Port {port} is in use by another program:"
                f" stop that program, or choose another with `make demo PORT={other}`."
            )


@contextmanager
def _only_one_demo() -> Iterator[None]:
    """Beside the folder and not in it, because RESET removes the folder."""
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    with FOLDER.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stop("The demo of this folder is running already: stop it first with Ctrl+C.")
        yield


def _welcome(port: int, seconds: float) -> None:
    print(f"\nConcordat is ready after {seconds:.0f} seconds: http://localhost:{port}/\n")
    sign_ins = FOLDER / "sign-ins.txt"
    if sign_ins.exists():
        print(sign_ins.read_text())
    print("Logs and data are in .data/demo. Ctrl+C stops everything.", flush=True)


def _told_to_stop(number: int, frame: FrameType | None) -> NoReturn:
    """Leave by way of every clean-up, and let no second signal cut one short."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
