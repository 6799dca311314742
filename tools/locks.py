"""`make lock`: choose versions again. Locks carry hashes, and no address of where we fetch from."""

import json
import subprocess
from pathlib import Path

from tools.terminal import step, stop

PIP_COMPILE = (
    ".venv/bin/pip-compile",
    "--quiet",
    "--upgrade",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)
NPM_LOCK = (
    ".venv/bin/npm",
    "install",
    "--package-lock-only",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--omit-lockfile-registry-resolved",
)
# What a deployment runs is chosen first, and development gets the same versions.
CHOICES = {
    "base": (),
    "dev": ("--extra=embedded", "--extra=dev", "--constraint=requirements/base.lock"),
}


def main() -> None:
    for name, options in CHOICES.items():
        lock = f"requirements/{name}.lock"
        step(f"Locking {lock}")
        run([*PIP_COMPILE, *options, f"--output-file={lock}", "pyproject.toml"])
    step("Locking package-lock.json")
    run(list(NPM_LOCK))
    check_npm_lock(Path("package-lock.json"))


def run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        stop(f"{Path(command[0]).name} could not choose versions; what it said is above.")


def check_npm_lock(lock: Path) -> None:
    packages: dict[str, dict[str, str]] = json.loads(lock.read_text())["packages"]
    for name, package in packages.items():
        if "resolved" in package:
            stop(f"package-lock.json names the address {name} was fetched from: remove it.")
        if name and "integrity" not in package:
            stop(f"package-lock.json has no hash for {name}.")


if __name__ == "__main__":
    main()
