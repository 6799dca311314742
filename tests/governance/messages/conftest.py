import pytest

from tests.mail_server import MailServer


@pytest.fixture
def server(settings):
    """A real mail server, to which the outbox sends."""
    with MailServer() as found:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        settings.EMAIL_TIMEOUT = 1
        settings.SITE_URL = "https://concordat.example"
        yield found
