"""The demo's own processes: each in a session of its own, with a log, ended with its children."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from config.embedded.process import last_lines

STOP_WITHIN = 15.0


class ChildDied(Exception):
    """A process of the demo ended by itself; the message names it and shows its last words."""


class Child:
    def __init__(
        self, name: str, command: list[str], folder: Path, environment: dict[str, str]
    ) -> None:
        self.name = name
        self.log = folder / f"{name}.log"
        with self.log.open("wb") as log:
            # Its own session: Ctrl+C reaches only us, and we end the processes in order.
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_WITHIN)
        self._end_the_session()
        self.process.wait()

    def check(self) -> None:
        """Raise if the process is no longer there."""
        status = self.process.poll()
        if status is not None:
            raise ChildDied(
                f"{self.name} stopped by itself (status {status}), so everything is stopped;"
                f" the end of {self.log} is:\n{last_lines(self.log)}"
            )

    def _end_the_session(self) -> None:
        """Whatever is left: the process itself if it would not go, and children it forgot."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)


def run_to_the_end(
    name: str, command: list[str], folder: Path, environment: dict[str, str]
) -> None:
    """Run a process that is meant to end, and to end well."""
    with Child(name, command, folder, environment) as child:
        if child.process.wait():
            raise ChildDied(
                f"The step {name!r} failed; the end of {child.log} is:\n{last_lines(child.log)}"
            )


def end_leftovers(mark: str, value: str) -> None:
    """End the processes a killed demo left behind: those started with our mark."""
    leftovers = [found for found in psutil.process_iter() if _is_marked(found, mark, value)]
    for leftover in leftovers:
        try:
            leftover.terminate()
        except psutil.NoSuchProcess:
            continue
    _, alive = psutil.wait_procs(leftovers, timeout=STOP_WITHIN)
    for straggler in alive:
        straggler.kill()
    psutil.wait_procs(alive, timeout=STOP_WITHIN)


def _is_marked(candidate: psutil.Process, mark: str, value: str) -> bool:
    if candidate.pid == os.getpid():
        return False
    try:
        return bool(candidate.environ().get(mark) == value)
    except (psutil.Error, OSError):
        return False
