"""The image and the compose file, read without Docker: what they name exists, and runs here too."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service.get("image") == "concordat"]
PRODUCTION = {
    "PATH": f"{BIN}:{os.environ['PATH']}",
    "HOME": os.environ.get("HOME", "/"),
    "CONCORDAT_MODE": "production",
    "SECRET_KEY": "0123456789-a-private-text-for-this-test-alone-" * 2,
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "ALLOWED_HOSTS": "concordat.test",
    "SITE_URL": "https://concordat.test",
}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest), with continued lines joined and comments gone."""
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def values_of(instruction: str) -> list[str]:
    return [rest for word, rest in instructions() if word == instruction]


def run(command: list[str], environment: dict[str, str] = PRODUCTION) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# --- docker-compose.yml ---------------------------------------------------------------------


def test_the_services_of_a_deployment_are_all_there() -> None:
    assert set(SERVICES) == {"web", "worker", "beat", "migrate", "postgres", "redis", "mail"}
    assert SERVICES["mail"]["profiles"] == ["mail"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_lasting_service_has_a_health_check_and_restarts(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_of_ours_starts_before_the_migration_is_done(name: str) -> None:
    waits_for = {other: how["condition"] for other, how in SERVICES[name]["depends_on"].items()}
    assert waits_for == {
        "migrate": "service_completed_successfully",
        "postgres": "service_healthy",
        "redis": "service_healthy",
    }


def test_the_migration_runs_once() -> None:
    assert SERVICES["migrate"]["restart"] == "no"
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", OURS)
def test_our_services_can_write_nothing_but_their_data(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["volumes"] == ["files:/data"]


def test_every_volume_is_declared_and_used() -> None:
    used = {
        volume.partition(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
    }
    assert used == set(COMPOSE["volumes"])


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_one_the_application_reads(name: str) -> None:
    read = "".join(
        (ROOT / "config" / module).read_text()
        for module in ("settings.py", "environment.py", "gunicorn.py")
    )
    unknown = [variable for variable in SERVICES[name]["environment"] if variable not in read]
    assert unknown == []


def test_every_value_a_person_must_give_is_in_the_manual() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    manual = (ROOT / "docs" / "operations.md").read_text()
    asked_for = set(re.findall(r"\$\{([A-Z_]+)", text))
    assert {name for name in asked_for if f"`{name}`" not in manual} == set()


def test_ports_open_to_this_host_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


# --- The same commands, outside a container ---------------------------------------------------


@pytest.mark.parametrize("name", OURS)
def test_the_program_of_each_service_is_installed(name: str) -> None:
    assert (BIN / SERVICES[name]["command"][0]).exists()


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_celery_accepts_every_option_of_the_command(name: str) -> None:
    run([*SERVICES[name]["command"], "--help"])


def test_gunicorn_accepts_its_configuration_and_the_application() -> None:
    run([SERVICES["web"]["command"][0], "--check-config", *SERVICES["web"]["command"][1:]])


def test_django_accepts_the_migration_command() -> None:
    run([*SERVICES["migrate"]["command"], "--help"])


def test_the_probe_says_no_when_nothing_answers(tmp_path: Path) -> None:
    environment = PRODUCTION | {"DATA_DIR": str(tmp_path)}
    command = SERVICES["beat"]["healthcheck"]["test"][1:]
    probe = [str(BIN / command[0]), *command[1:]]
    assert subprocess.run(probe, cwd=ROOT, env=environment, check=False).returncode == 1
    (tmp_path / "beat").touch()
    run(probe, environment)


def test_the_worker_is_asked_for_under_the_name_it_has() -> None:
    command = SERVICES["worker"]["command"]
    asked = shlex.split(SERVICES["worker"]["healthcheck"]["test"][1])
    assert command[command.index("-n") + 1] == "worker@%h"
    assert asked[asked.index("--destination") + 1] == "worker@$$HOSTNAME"


# --- Dockerfile -------------------------------------------------------------------------------


def test_every_stage_starts_from_a_known_image() -> None:
    images = [value.split()[0] for value in values_of("FROM")]
    assert set(images) == {"node:24-bookworm-slim", "python:3.11-slim-bookworm"}
    assert images[-1] == "python:3.11-slim-bookworm"


def test_only_known_instructions_are_used() -> None:
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "CMD"}
    assert {word for word, _ in instructions()} <= known


def test_python_packages_come_from_the_lock_by_hash() -> None:
    installs = [value for value in values_of("RUN") if "pip install" in value]
    assert len(installs) == 1
    assert "--require-hashes -r /base.lock" in installs[0]
    assert "requirements/base.lock /base.lock" in values_of("COPY")


def test_the_libraries_weasyprint_needs_are_installed() -> None:
    installed = next(value for value in values_of("RUN") if "apt-get install" in value)
    for library in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"):
        assert library in installed


def test_the_assets_are_made_in_a_stage_of_their_own() -> None:
    assert "--from=assets /build/static/vendor static/vendor" in values_of("COPY")


def test_it_runs_as_an_ordinary_user_with_the_command_of_web() -> None:
    assert values_of("USER") == ["concordat"]
    words = [word for word, _ in instructions()]
    assert words.index("USER") > max(index for index, word in enumerate(words) if word == "RUN")
    assert yaml.safe_load(values_of("CMD")[0]) == SERVICES["web"]["command"]


def test_what_is_copied_is_there_and_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    for value in values_of("COPY"):
        if value.startswith("--from"):
            continue
        for source in value.split()[:-1]:
            assert (ROOT / source).exists()
            assert source not in ignored


def test_secrets_and_data_stay_out_of_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert ".*" in ignored
    assert not any("SECRET_KEY" in value for value in values_of("ENV"))
