"""What the environment may say: each nonsense stops the start and names its variable."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import EXAMPLE_SECRET, Environment


@pytest.fixture
def env(monkeypatch):
    """Return a function that reads the environment in a mode, with variables set."""

    def reading(mode="production", **variables):
        for name in ("CONCORDAT_MODE", "IT", *variables):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"CONCORDAT_MODE": mode, **variables}.items():
            monkeypatch.setenv(name, value)
        return Environment()

    return reading


def refused(name="IT"):
    return pytest.raises(ImproperlyConfigured, match=name)


def test_without_a_mode_it_is_production(monkeypatch):
    monkeypatch.delenv("CONCORDAT_MODE", raising=False)
    assert Environment().is_production


def test_an_unknown_mode_is_refused(env):
    with refused("CONCORDAT_MODE"):
        env("staging")


READERS = {
    "text": lambda env: env.text("IT"),
    "count": lambda env: env.count("IT", 0),
    "flag": lambda env: env.flag("IT", default=False),
    "names": lambda env: env.names("IT"),
    "hosts": lambda env: env.hosts("IT"),
    "database": lambda env: env.database("IT"),
    "email": lambda env: env.email("IT", "smtp://localhost:25"),
    "address": lambda env: env.address("IT"),
    "redis": lambda env: env.redis("IT"),
    "secret": lambda env: env.secret("IT"),
    "clock": lambda env: env.clock("IT", "07:00"),
}


@pytest.mark.parametrize(
    ("reader", "nonsense"),
    [
        ("text", ""),
        ("count", "many"),
        ("count", "-1"),
        ("clock", "early"),
        ("flag", "perhaps"),
        ("hosts", " , "),
        ("hosts", "*"),
        ("hosts", "concordat.example, *"),
        ("hosts", "*.concordat.example"),
        ("database", "mysql://localhost/concordat"),
        ("database", "nonsense"),
        ("email", "carrier-pigeon://localhost"),
        ("address", "concordat"),
        ("address", "ftp://concordat.example"),
        ("redis", "http://localhost"),
        ("redis", "nonsense"),
        ("secret", "short"),
        ("secret", "x" * 60),
        ("secret", "abcdefghi" * 8),
        ("secret", EXAMPLE_SECRET),
        ("secret", "an example of a text that is long enough but not private at all"),
    ],
)
def test_nonsense_is_refused_with_the_name_of_its_variable(env, reader, nonsense):
    with refused():
        READERS[reader](env(IT=nonsense))


@pytest.mark.parametrize(
    "reader", [name for name in READERS if name not in {"clock", "count", "flag", "email", "names"}]
)
def test_what_is_required_and_missing_is_refused(env, reader):
    with refused():
        READERS[reader](env())


@pytest.mark.parametrize(
    ("reader", "said", "read"),
    [
        ("text", "words", "words"),
        ("count", "2", 2),
        ("flag", "true", True),
        ("names", "a, b ,", ["a", "b"]),
        ("names", " , ", []),
        ("hosts", "a.example, .b.example", ["a.example", ".b.example"]),
        ("address", "https://concordat.example/", "https://concordat.example"),
        ("address", "http://localhost:8000", "http://localhost:8000"),
        ("redis", "rediss://cache:6379/1", "rediss://cache:6379/1"),
        ("secret", "abcdefghit" * 6, "abcdefghit" * 6),
    ],
)
def test_sense_is_read_as_what_it_is(env, reader, said, read):
    assert READERS[reader](env(IT=said)) == read


def test_a_database_is_read_from_its_address(env):
    found = READERS["database"](env(IT="postgres://ann:secret@db:5433/concordat"))
    assert (found["NAME"], found["HOST"], found["PORT"], found["USER"]) == (
        "concordat",
        "db",
        5433,
        "ann",
    )


def test_mail_is_read_from_its_address(env):
    found = READERS["email"](env(IT="submission://ann:secret@mail:587"))
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == (
        "mail",
        587,
        True,
    )


def test_one_of_several_words(env):
    assert env(IT="json").text("IT", one_of=("json", "console")) == "json"
    with refused():
        env(IT="xml").text("IT", one_of=("json", "console"))


@pytest.mark.parametrize(("mode", "kept"), [("production", ()), ("demo", ("x",)), ("test", ("x",))])
def test_some_defaults_are_for_the_demo_and_the_tests_only(env, mode, kept):
    assert env(mode).unless_production("x") == kept


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_outside_production_any_host_will_do(env, mode):
    assert env(mode, IT="*").hosts("IT") == ["*"]


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_outside_production_the_example_secret_will_do(env, mode):
    assert env(mode).secret("IT") == EXAMPLE_SECRET


def test_the_sentence_says_where_to_look(env):
    with pytest.raises(ImproperlyConfigured, match=r"docs/operations\.md"):
        env(IT="perhaps").flag("IT", default=False)
