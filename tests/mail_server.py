"""A real SMTP server on this machine, which can refuse, be slow, or hang up after the text."""

import asyncio
from email import message_from_bytes, policy
from threading import Event

from aiosmtpd.controller import Controller

from config.embedded.process import free_port


class MailServer:
    """What arrived is in `arrived`, in order; the other attributes say how it behaves.

    refuses: an answer to RCPT instead of "250 OK". answers: an answer to the text. hangs_up: it
    takes the text and hangs up without an answer. waits_at: "RCPT" or "DATA", where it stays until
    `go_on` is set; `is_waiting` says that a client got that far.
    """

    def __init__(self):
        self.go_on = Event()
        self.begin_anew()
        self.port = free_port()
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, enable_SMTPUTF8=True
        )

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_):
        self.go_on.set()
        self._controller.stop(no_assert=True)

    def begin_anew(self):
        """Forget what arrived and how it was to behave."""
        self.go_on.set()
        self.arrived = []
        self.refuses = self.answers = self.waits_at = ""
        self.hangs_up = False
        self.is_waiting, self.go_on = Event(), Event()

    @property
    def subjects(self):
        return [mail["Subject"] for mail in self.arrived]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        await self._wait("RCPT")
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.answers:
            return self.answers
        self.arrived.append(message_from_bytes(envelope.content, policy=policy.default))
        await self._wait("DATA")
        if self.hangs_up:
            server.transport.abort()
        return "250 taken"

    async def _wait(self, place):
        if self.waits_at != place:
            return
        self.is_waiting.set()
        go_on = self.go_on
        while not go_on.is_set():
            await asyncio.sleep(0.02)


def text_of(mail):
    """Return the plain text of an e-mail."""
    return mail.get_body(("plain",)).get_content()


def html_of(mail):
    return mail.get_body(("html",)).get_content()
