"""Make .venv and install the locked Python packages into it, with the hashes checked.

Run by the machine's own Python, so: standard library only, and no syntax newer than Python 3.8.
"""

import re
import subprocess
import sys
import venv
from pathlib import Path

from tools import system_packages
from tools.terminal import Counter, step, stop

VENV = Path(".venv")
LOG = VENV / "install.log"
NO_NETWORK = re.compile(
    "NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|name resolution"
    "|Network is unreachable|Connection refused|ProxyError|No address associated"
)


def main() -> None:
    if sys.version_info < (3, 11):
        stop(
            "Python 3.11 or newer is needed and this is {}.{}:"
            " install it, or name it with `make PYTHON=python3.11`.".format(*sys.version_info[:2])
        )
    make_venv()
    install(Path("requirements/dev.lock"))


def make_venv() -> None:
    if (VENV / "bin" / "python").exists() and (VENV / "bin" / "pip").exists():
        return
    step("Making .venv")
    try:
        import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
    except ImportError:
        name = "python{}.{}-venv".format(*sys.version_info[:2])
        system_packages.install([name], "Python cannot make a virtual environment")
    venv.create(VENV, with_pip=True, clear=VENV.exists())


def install(lock: Path) -> None:
    total = len(re.findall(r"^[\w.\-\[\]]+==", lock.read_text(), flags=re.MULTILINE))
    step("Installing {} Python packages (about a minute the first time)".format(total))
    command = [
        str(VENV / "bin" / "pip"),
        "install",
        "--require-hashes",
        "--requirement",
        str(lock),
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar=off",
        "--retries=2",
        "--timeout=20",
    ]
    fetched = Counter("ready", total)
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert pip.stdout is not None
    with LOG.open("w") as log:
        for line in pip.stdout:
            log.write(line)
            if line.startswith(("Collecting ", "Processing ", "Requirement already satisfied: ")):
                fetched.add()
            elif line.startswith("Installing collected packages"):
                fetched.end()
                step("Unpacking them")
    fetched.end()
    if pip.wait() == 0:
        return
    if NO_NETWORK.search(LOG.read_text(errors="replace")):
        stop(
            "The Python package index cannot be reached:"
            " check the network (or pip's own settings, for a mirror) and run make again."
        )
    stop("pip could not install requirements/dev.lock; all it said is in {}.".format(LOG), log=LOG)


if __name__ == "__main__":
    main()
