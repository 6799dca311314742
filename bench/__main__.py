"""`make bench`: run every measurement, or those named, each in a process of its own.

A module here whose name does not start with an underscore is a measurement and has one `main()`.
"""

import subprocess
import sys
from pathlib import Path


def main(named: list[str]) -> None:
    found = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    for name in named or found:
        print(f"\n== {name.replace('_', ' ')}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{name}"], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
