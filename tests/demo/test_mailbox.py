"""The demo's mail server keeps what is sent, and the demo's pages show it."""

import smtplib
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse

from config.embedded.process import free_port
from demo.mail_server import Keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(settings, tmp_path):
    settings.DATA_DIR, settings.IS_DEMO = tmp_path, True
    port = free_port()
    server = Controller(Keeper(tmp_path / "mail"), hostname="127.0.0.1", port=port)
    server.start()
    mail = EmailMessage()
    mail["To"], mail["From"], mail["Subject"] = "officer@example.org", "a@example.org", "<b>Due</b>"
    mail["Date"] = "Thu, 19 Nov 2026 08:00:00 +0000"
    mail.set_content("One duty is due: http://localhost:8000/duties/7/ <script>\n")
    with smtplib.SMTP("127.0.0.1", port) as client:
        client.send_message(mail)
    server.stop()
    return next((tmp_path / "mail").glob("*.eml"))


def test_what_was_sent_is_listed_and_read_with_its_links(client, sent):
    html = client.get(reverse("demo:mailbox")).content.decode()
    assert "officer@example.org" in html
    assert "&lt;b&gt;Due&lt;/b&gt;" in html
    read = client.get(reverse("demo:mail", args=[sent.stem])).content.decode()
    assert '<a href="http://localhost:8000/duties/7/" rel="nofollow">' in read
    assert "&lt;script&gt;" in read


def test_an_empty_mailbox_says_so(client, settings, tmp_path):
    settings.DATA_DIR, settings.IS_DEMO = tmp_path, True
    assert "None yet." in client.get(reverse("demo:mailbox")).content.decode()


def test_outside_the_demo_there_is_no_such_page(client, sent, settings):
    settings.IS_DEMO = False
    assert client.get(reverse("demo:mailbox")).status_code == 404
    assert client.get(reverse("demo:mail", args=[sent.stem])).status_code == 404
