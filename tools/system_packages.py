"""What only the operating system can give: WeasyPrint's libraries, and a browser for the tests.

Missing ones are installed by apt as root or with sudo; otherwise one sentence says which they are.
Standard library only, because making .venv may need it.
"""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

from tools.terminal import step, stop

# Debian's name of the package: the library that shows it is there.
WEASYPRINT = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
# Playwright's own Node will not start without it.
FOR_THE_BROWSER = {"libatomic1": "libatomic.so.1"}
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
APT_LOG = Path(".data/apt.log")


def main(wanted: List[str]) -> None:
    if "libraries" in wanted:
        install(missing_libraries(WEASYPRINT), "WeasyPrint cannot make PDFs")
    if "tests" in wanted:
        install(missing_for_tests(), "The tests cannot all run")


def missing_libraries(libraries: Dict[str, str]) -> List[str]:
    return [package for package, library in libraries.items() if not _loads(library)]


def missing_for_tests() -> List[str]:
    missing = missing_libraries(FOR_THE_BROWSER)
    if not browser():
        missing.append("chromium-headless-shell")
    if not shutil.which("pdfinfo"):
        missing.append("poppler-utils")
    return missing


def browser() -> str:
    """The browser for the journeys: the one CHROMIUM names, or the first one found; "" if none."""
    named = os.environ.get("CHROMIUM", "")
    if named and not os.access(named, os.X_OK):
        stop("CHROMIUM names {}, which is not a program that can be run.".format(named))
    return named or next(filter(None, map(shutil.which, BROWSERS)), None) or ""


def install(packages: List[str], trouble: str) -> None:
    """Install by apt where we may, else stop with a sentence that starts with the trouble."""
    if not packages:
        return
    names = " ".join(packages)
    apt = _apt()
    if not apt:
        stop(
            "{} without {}: install {} (on Debian: sudo apt-get install {}),"
            " then run make again.".format(
                trouble, names, "it" if len(packages) == 1 else "them", names
            )
        )
    step("Installing by apt: " + names)
    APT_LOG.parent.mkdir(parents=True, exist_ok=True)
    command = [*apt, "install", "--no-install-recommends", "--yes", *packages]
    # The lists are often fresh enough; fetching them is slow and is done only when they are not.
    if _run(command) and (_run([*apt, "update"]) or _run(command)):
        stop(
            "apt could not install {}: check the network, or install by hand;"
            " all it said is in {}.".format(names, APT_LOG),
            log=APT_LOG,
        )


def _apt() -> List[str]:
    """How to call apt-get here; empty when we may not."""
    apt = shutil.which("apt-get")
    sudo = shutil.which("sudo")
    if not apt:
        return []
    if os.geteuid() == 0:
        return [apt]
    if not sudo:
        return []
    if sys.stdin.isatty():
        return [sudo, apt]
    allowed = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [] if allowed.returncode else [sudo, "-n", apt]


def _run(command: List[str]) -> int:
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with APT_LOG.open("a") as log:
        return subprocess.run(command, stdout=log, stderr=log, env=quiet, check=False).returncode


def _loads(library: str) -> bool:
    if not sys.platform.startswith("linux"):
        return bool(ctypes.util.find_library(library[3:].partition(".so")[0]))
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1:])
