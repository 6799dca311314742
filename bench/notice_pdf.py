"""Time and memory of one notice PDF in a warm worker, next to a bare call of WeasyPrint.

Each kind prints in a process of its own, in turns, so that a busy moment of the machine hits all.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench._example import example_data, publish_boston

RUNS = 30
WARM_UP = 3
KINDS = ("ours", "bare", "bare with our fonts")


def main() -> None:
    with example_data(), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snapshot.json"
        file.write_text(json.dumps(publish_boston().snapshot))
        printers = {kind: _start(kind, file) for kind in KINDS}
        times: dict[str, list[float]] = {kind: [] for kind in KINDS}
        for run in range(WARM_UP + RUNS):
            for kind, printer in printers.items():
                seconds = _print_once(printer)
                if run >= WARM_UP:
                    times[kind].append(seconds)
        peaks = {kind: float(p.communicate()[0]) for kind, p in printers.items()}
    for kind in KINDS:
        middle = statistics.median(times[kind])
        of_bare = middle / statistics.median(times["bare"])
        print(f"{kind:<20} {middle * 1000:6.0f} ms  {of_bare:4.2f} x bare  {peaks[kind]:4.0f} MiB")


def _start(kind: str, file: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bench._printer", kind, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


def _print_once(printer: "subprocess.Popen[str]") -> float:
    assert printer.stdin is not None
    assert printer.stdout is not None
    printer.stdin.write("once\n")
    return float(printer.stdout.readline())


if __name__ == "__main__":
    main()
