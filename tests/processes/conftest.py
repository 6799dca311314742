"""One set of real processes for the whole folder, all running at the start of each test."""

import pytest

from config.embedded import running
from tests.mail_server import MailServer
from tests.migrated import fill
from tests.processes.stack import Stack, wait_until

DRAFTS = 8


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The stack with its database filled: (stack, names of drafts, sessions of two people)."""
    folder = tmp_path_factory.mktemp("processes")
    # Durable, because the other kind forgets the last half second when PostgreSQL is killed.
    with (
        MailServer() as mail,
        running(folder, durable=True, ignore_environment=True) as servers,
    ):
        fill(servers.database_url)
        stack = Stack(servers, folder, mail.port)
        try:
            made = stack.run("prepare", DRAFTS)
            yield stack, iter(made["drafts"]), made["sessions"], mail
        finally:
            stack.stop_all()


@pytest.fixture
def stack(prepared):
    stack = prepared[0]
    stack.start("web", "worker", "beat")
    wait_until(lambda: stack.status("/readyz") == 200, "web, database, Redis and a worker")
    return stack


@pytest.fixture
def mail(prepared):
    """The mail server that the workers know, at its best and with nothing arrived."""
    server = prepared[3]
    server.begin_anew()
    yield server
    server.begin_anew()


@pytest.fixture
def draft(prepared):
    """A complete draft notice of Boston that no other test has published."""
    return next(prepared[1])


@pytest.fixture
def people(prepared):
    """The sessions of two people who may publish for Boston."""
    return prepared[2]
