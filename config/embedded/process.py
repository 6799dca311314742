"""One server process: start it, wait until it answers, stop it, clear away one left by a crash."""

import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import psutil

START_WITHIN = 60.0
STOP_WITHIN = 20.0


class EmbeddedError(Exception):
    """An embedded server cannot do what was asked; the message is one sentence for a person."""


def wheel_folder(package: str) -> Path:
    """Where a wheel was unpacked, without importing it: both packages act when imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"The Python package {package} is missing: run `make prepare`.")
    return Path(next(iter(spec.submodule_search_locations)))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def last_lines(log: Path, count: int = 12) -> str:
    if not log.exists():
        return "(no log)"
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


class ServerProcess(ABC):
    """What PostgreSQL and Redis have in common. The port is chosen once and kept on restart."""

    name: str
    stop_signal: signal.Signals

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self.folder = folder
        self.durable = durable
        self.port = free_port()
        self.log = folder.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def prepare(self) -> None:
        """Make the data folder fit to start on; called before every start."""

    @abstractmethod
    def command(self) -> Sequence[str]: ...

    @abstractmethod
    def answers(self) -> bool: ...

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._stop_leftovers()
        self.prepare()
        with self.log.open("ab") as log:
            # A session of its own, so that Ctrl+C in the terminal does not stop the servers
            # before the processes that are still using them.
            self.process = subprocess.Popen(
                self.command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder.parent,
                start_new_session=True,
            )
        self._wait_until_it_answers()

    def stop(self, *, kill: bool = False) -> None:
        if self.process is None:
            return
        family = _family(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL if kill else self.stop_signal)
        try:
            self.process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        # A killed PostgreSQL leaves children for a moment; the next start refuses beside them.
        _end(family)
        self.process = None

    def restart(self, *, kill: bool = False) -> None:
        self.stop(kill=kill)
        self.start()

    def _wait_until_it_answers(self) -> None:
        assert self.process is not None
        deadline = time.monotonic() + START_WITHIN
        while not self.answers():
            if self.process.poll() is not None:
                raise EmbeddedError(
                    f"{self.name} stopped while starting; the end of its log is:\n"
                    f"{last_lines(self.log)}"
                )
            if time.monotonic() > deadline:
                self.stop()
                raise EmbeddedError(
                    f"{self.name} did not answer within {START_WITHIN:.0f} seconds: see {self.log}."
                )
            time.sleep(0.03)

    def _stop_leftovers(self) -> None:
        """End a server that a killed run left in our folder; both servers work in their folder."""
        leftovers = [found for found in psutil.process_iter() if self._works_here(found)]
        for leftover in leftovers:
            try:
                leftover.send_signal(self.stop_signal)
            except psutil.NoSuchProcess:
                continue
        _end(leftovers)

    def _works_here(self, candidate: psutil.Process) -> bool:
        try:
            is_ours = candidate.name().startswith(("postgres", "redis-server"))
            return is_ours and Path(candidate.cwd()) == self.folder
        except (psutil.Error, OSError):
            return False


def _family(pid: int) -> list[psutil.Process]:
    try:
        children: list[psutil.Process] = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return children


def _end(processes: list[psutil.Process]) -> None:
    """Wait for processes to go, and kill those that do not."""
    _, alive = psutil.wait_procs(processes, timeout=STOP_WITHIN)
    for straggler in alive:
        straggler.kill()
    psutil.wait_procs(alive, timeout=STOP_WITHIN)
