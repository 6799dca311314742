"""Sending by SMTP, step by step, so that it is known whether the text was handed over."""

import smtplib
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address
from django.utils import timezone

from governance.messages.letters import Letter, address_of, in_html, in_text
from governance.messages.models import Message
from governance.messages.rules import Ending
from governance.messages.transport import HandOver, NotSentError

PERMANENT = 500


def headers_of(message: Message) -> dict[str, str]:
    """Return the headers by which a copy too many, an answer by machine and a list are known."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    found = {
        # The same for each attempt: mailboxes that know it show a second copy only once.
        "Message-ID": f"<message-{message.pk}@{host}>",
        "Date": format_datetime(timezone.localtime(message.created_at)),
        "Auto-Submitted": "auto-generated",
    }
    if message.unsubscribe:
        # RFC 8058: one click, by a request that no link checker makes.
        found["List-Unsubscribe"] = f"<{address_of(message.unsubscribe)}>"
        found["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return found


def envelope_of(message: Message) -> EmailMultiAlternatives:
    """Return the e-mail: text and HTML of the same letter."""
    letter = Letter.from_json(message.letter)
    mail = EmailMultiAlternatives(
        message.subject,
        in_text(letter, message.unsubscribe),
        settings.DEFAULT_FROM_EMAIL,
        [message.to],
        headers=headers_of(message),
    )
    mail.attach_alternative(in_html(letter, message.subject, message.unsubscribe), "text/html")
    return mail


class Smtp:
    """A connection to the mail server of EMAIL_URL, kept for several messages."""

    def __init__(self) -> None:
        self._backend = EmailBackend(fail_silently=False)

    def send(self, message: Message, hand_over: HandOver) -> str:
        to = address_in_mail(message.to)
        server = self._server()
        content = envelope_of(message).message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]
        try:
            server.ehlo_or_helo_if_needed()
            _check(server.mail(sanitize_address(settings.DEFAULT_FROM_EMAIL, "utf-8")))
            _check(server.rcpt(to), is_address=True)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self._forget()
            raise NotSentError(Ending.NOT_SENT, _said(error), is_blocked=True) from error
        except NotSentError:
            self._reset(server)
            raise
        if not hand_over():
            self._reset(server)
            raise NotSentError(Ending.NOT_SENT, "Somebody else sends it.")
        return self._hand_over(server, content)

    def close(self) -> None:
        self._backend.close()

    def _server(self) -> smtplib.SMTP:
        try:
            self._backend.open()
        except (OSError, smtplib.SMTPException) as error:
            self._forget()
            raise NotSentError(
                Ending.NOT_SENT,
                f"The mail server could not be reached: {_said(error)}",
                is_blocked=True,
            ) from error
        server = self._backend.connection
        if server is None:  # open() raises instead, unless it was told to be silent
            raise NotSentError(Ending.NOT_SENT, "The mail server could not be reached.")
        return server

    def _hand_over(self, server: smtplib.SMTP, content: bytes) -> str:
        try:
            code, said = server.data(content)
        except smtplib.SMTPDataError as error:
            # The server answered before it was given anything.
            self._reset(server)
            raise NotSentError(_kind_of(error.smtp_code), _said(error)) from error
        except (OSError, smtplib.SMTPException) as error:
            self._forget()
            raise NotSentError(
                Ending.IN_DOUBT,
                f"No answer after the text was sent: {_said(error)}",
                is_blocked=True,
            ) from error
        answer = f"{code} {said.decode(errors='replace')}"
        if code != 250:
            self._reset(server)
            raise NotSentError(_kind_of(code), answer)
        return answer[:200]

    def _reset(self, server: smtplib.SMTP) -> None:
        try:
            server.rset()
        except (OSError, smtplib.SMTPException):
            self._forget()

    def _forget(self) -> None:
        """Let go of a connection that is no use any more; the next message opens another."""
        if self._backend.connection is not None:
            self._backend.connection.close()
        self._backend.connection = None


def address_in_mail(address: str) -> str:
    """Return an address as mail servers write it; NotSentError where none can, as in punycode."""
    try:
        return sanitize_address(address, "utf-8")
    except ValueError as error:
        said = "No mail server can write this address."
        raise NotSentError(Ending.REFUSED, said) from error


def _check(answer: tuple[int, bytes], *, is_address: bool = False) -> None:
    code, said = answer
    if 200 <= code < 300:
        return
    # Only what is said of the address is final: a sender that is refused is put right by a person.
    ending = _kind_of(code) if is_address else Ending.NOT_SENT
    raise NotSentError(ending, f"{code} {said.decode(errors='replace')}")


def _kind_of(code: int) -> Ending:
    return Ending.REFUSED if code >= PERMANENT else Ending.NOT_SENT


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
