"""What the environment may say, read once, each value with its type.

A missing or nonsensical value stops the start with a sentence that names the variable.
"""

from datetime import time
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError
from marshmallow.validate import URL, Length, OneOf, Range

MODES = ("production", "demo", "test")
# A secret in hexadecimal has 16 different characters at the most.
SECRET_LENGTH, SECRET_VARIETY = 50, 10
EXAMPLE_SECRET = "example-secret-for-the-demo-and-the-tests-only"  # noqa: S105


class Environment:
    """A typed reader over `environs`; every failure names the variable and what it wants."""

    def __init__(self) -> None:
        self._env = Env()
        self.mode: str = self._read(
            self._env.str, "CONCORDAT_MODE", "production", validate=OneOf(MODES)
        )
        self.is_production = self.mode == "production"

    def _read(self, reader: Any, name: str, *default: Any, **options: Any) -> Any:
        try:
            return reader(name, *default, **options)
        except (EnvError, ValueError) as error:
            problem = str(error)
            if name not in problem:
                problem = f"{name}: {problem}"
            raise ImproperlyConfigured(
                f"{problem}. See the table of environment variables in docs/operations.md."
            ) from error

    def text(self, name: str, *default: str, one_of: tuple[str, ...] = ()) -> str:
        options = {"validate": OneOf(one_of)} if one_of else {"validate": Length(min=1)}
        return str(self._read(self._env.str, name, *default, **options))

    def unless_production(self, *defaults: str) -> tuple[str, ...]:
        """Return defaults that only a demo or a test may fall back on."""
        return () if self.is_production else defaults

    def count(self, name: str, default: int) -> int:
        """Return a whole number, 0 or more."""
        checks = {"validate": Range(min=0)}
        return int(self._read(self._env.int, name, default, **checks))

    def clock(self, name: str, default: str) -> str:
        """Return a time of day such as "07:00"."""
        said = self.text(name, default)
        try:
            time.fromisoformat(said)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name} must be a time of day such as 07:00.") from error
        return said

    def flag(self, name: str, *, default: bool) -> bool:
        return bool(self._read(self._env.bool, name, default))

    def names(self, name: str, *default: str) -> list[str]:
        """Return a comma-separated list, empty when nothing is said."""
        read = self._read(self._env.list, name, list(default))
        return [item.strip() for item in read if item.strip()]

    def hosts(self, name: str, *default: str) -> list[str]:
        """Return the hosts the site answers to; in production never "*", which is any host."""
        found = self.names(name, *default)
        if not found:
            raise ImproperlyConfigured(f"{name} must name at least one host, such as the site's.")
        if self.is_production and any("*" in host for host in found):
            raise ImproperlyConfigured(
                f"{name} must name the site's hosts, without “*”: with it the site would answer "
                "under any name. “.council.example” stands for council.example and all below it."
            )
        return found

    def database(self, name: str, *default: str) -> dict[str, Any]:
        found = dict(self._read(self._env.dj_db_url, name, *default))
        if found.get("ENGINE") != "django.db.backends.postgresql":
            raise ImproperlyConfigured(f"{name} must be a postgres:// address: PostgreSQL only.")
        return found

    def email(self, name: str, default: str) -> dict[str, Any]:
        """Return mail settings: smtp://, submission:// (STARTTLS) or smtp://...?ssl=True."""
        found = dict(self._read(self._env.dj_email_url, name, default))
        if "EMAIL_BACKEND" not in found:
            raise ImproperlyConfigured(f"{name} must be an smtp:// or submission:// address.")
        return found

    def address(self, name: str, *default: str) -> str:
        checks = {"validate": URL(schemes={"http", "https"}, require_tld=False)}
        return str(self._read(self._env.str, name, *default, **checks)).rstrip("/")

    def redis(self, name: str, *default: str) -> str:
        checks = {"validate": URL(schemes={"redis", "rediss", "unix"}, require_tld=False)}
        return str(self._read(self._env.str, name, *default, **checks))

    def secret(self, name: str) -> str:
        """The signing secret: required, long and not the example when in production."""
        if not self.is_production:
            return self.text(name, EXAMPLE_SECRET)
        found = self.text(name)
        if "example" in found or len(found) < SECRET_LENGTH or len(set(found)) < SECRET_VARIETY:
            raise ImproperlyConfigured(
                f"{name} must be a private random text in production: at least {SECRET_LENGTH} "
                f"characters, {SECRET_VARIETY} of them different. docs/operations.md makes one."
            )
        return found
