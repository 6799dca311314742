"""How long `make demo` takes until it is ready: the second time, and from an empty data folder.

The first time on a machine also installs everything: time `make prepare` after `make clean`.
"""

import os
import signal
import subprocess
import time

PORT = "8790"
FOLDER = ".data/bench-demo"


def main() -> None:
    print(f"from an empty data folder: {seconds_until_ready(RESET='1'):.1f} s")
    print(f"with its data kept:        {seconds_until_ready():.1f} s")


def seconds_until_ready(**settings: str) -> float:
    """Start the demo as a person does, and stop it when it says that it is ready."""
    started = time.monotonic()
    demo = subprocess.Popen(
        ["make", "demo", f"PORT={PORT}"],
        env=os.environ | settings | {"DEMO_FOLDER": FOLDER},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert demo.stdout is not None
    for line in demo.stdout:
        if "is ready" in line:
            taken = time.monotonic() - started
            os.killpg(demo.pid, signal.SIGINT)
            demo.communicate()
            return taken
    raise SystemExit("The demo did not start: run `make demo` and read what it says.")


if __name__ == "__main__":
    main()
