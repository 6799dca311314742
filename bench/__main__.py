"""`make bench`: run every measurement, or those named. Each module here has one `main()`."""

import sys
from importlib import import_module
from pathlib import Path


def main(named: list[str]) -> None:
    found = sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))
    for name in named or found:
        print(f"\n== {name.replace('_', ' ')}", flush=True)
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
