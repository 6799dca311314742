"""The settings as production reads them, in a process of their own."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "CONCORDAT_MODE": "production",
    "SECRET_KEY": "0123456789-private-for-these-tests-alone-" * 2,
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "ALLOWED_HOSTS": "concordat.example",
    "SITE_URL": "https://concordat.example",
}
SHOW = """
import json
from config import settings
wanted = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: getattr(settings, name) for name in wanted}, default=str))
"""


def read(**environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", SHOW],
        env=kept | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def production():
    done = read(**PRODUCTION)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_cookies_go_over_tls_only_and_not_to_scripts(production):
    assert production["SESSION_COOKIE_SECURE"]
    assert production["CSRF_COOKIE_SECURE"]
    assert production["SESSION_COOKIE_HTTPONLY"]
    assert production["SESSION_COOKIE_SAMESITE"] == "Lax"


def test_browsers_are_told_to_use_tls_for_a_year(production):
    assert production["SECURE_SSL_REDIRECT"]
    assert production["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert production["SECURE_HSTS_INCLUDE_SUBDOMAINS"]


def test_nothing_inline_and_nothing_from_elsewhere(production):
    directives = production["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert directives["script-src"] == directives["style-src"] == ["'self'"]


def test_the_demo_is_not_installed_and_debug_is_off(production):
    assert "demo" not in production["INSTALLED_APPS"]
    assert not production["IS_DEMO"]
    assert not production["DEBUG"]


def test_hosts_and_passwords(production):
    assert production["ALLOWED_HOSTS"] == ["concordat.example"]
    assert production["PASSWORD_HASHERS"][0].endswith("ScryptPasswordHasher")


@pytest.mark.parametrize("name", sorted({*PRODUCTION} - {"CONCORDAT_MODE"}))
def test_production_does_not_start_without(name):
    done = read(**{key: value for key, value in PRODUCTION.items() if key != name})
    assert done.returncode != 0
    assert name in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(("name", "weak"), [("ALLOWED_HOSTS", "*"), ("SECRET_KEY", "x" * 60)])
def test_production_does_not_start_with(name, weak):
    done = read(**PRODUCTION | {name: weak})
    assert done.returncode != 0
    assert name in done.stderr.splitlines()[-1]


def test_every_page_carries_the_policy(client, db):
    policy = client.get("/notices/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
