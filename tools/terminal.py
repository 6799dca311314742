"""What the make targets say to the person at the keyboard.

Standard library only, and no syntax newer than Python 3.8: the first step runs before anything is
installed, and must be able to say that this Python is too old.
"""

import sys
from pathlib import Path
from typing import NoReturn


def step(text: str) -> None:
    """Say what starts now; the flush is for a build log, where lines would come late."""
    print("- " + text, flush=True)


def stop(sentence: str, *, log: "Path | None" = None) -> NoReturn:
    """End with one sentence, after the end of the log that explains it."""
    if log is not None and log.exists():
        for line in log.read_text(errors="replace").splitlines()[-15:]:
            print("    " + line, file=sys.stderr)
    print("make: " + sentence, file=sys.stderr, flush=True)
    sys.exit(1)


class Counter:
    """'12 of 118' on one line of a terminal, and a line for every quarter in a build log."""

    def __init__(self, what: str, total: int) -> None:
        self.what = what
        self.total = max(total, 1)
        self.seen = 0
        self.live = sys.stdout.isatty()

    def add(self) -> None:
        self.seen = min(self.seen + 1, self.total)
        if self.live:
            print("\r  {} {} of {}".format(self.what, self.seen, self.total), end="", flush=True)
        elif self.seen * 4 % self.total < 4:
            print("  {} {} of {}".format(self.what, self.seen, self.total), flush=True)

    def end(self) -> None:
        if self.live and self.seen:
            print(flush=True)
        self.live = False
