"""Putting a message in the outbox: in the transaction of what it tells of, and only once."""

from datetime import datetime

import structlog
from django.db import transaction
from kombu.exceptions import OperationalError

from governance.messages.letters import Letter
from governance.messages.models import Message
from governance.messages.tasks import send_messages
from governance.people.models import User

LONGEST = 200
log = structlog.get_logger(__name__)


def queue(
    *,
    key: str,
    kind: str,
    to: str | User,
    subject: str,
    letter: Letter,
    at: datetime,
    unsubscribe: str = "",
) -> Message | None:
    """Write a message that is sent after the transaction commits; None where `key` was there.

    key: what it is about and to whom, such as "digest 7 2026-11-22": the database keeps it single,
    also against another transaction that queues the same now. kind: one of Message.Kind. to: an
    account, or an address. subject: no title that its reader may not read, and none that is not
    public. unsubscribe: path of the page on which one click ends messages of this kind; blank where
    they cannot be ended. Call it inside a transaction.
    """
    said = " ".join(subject.split())
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "to": to.email if isinstance(to, User) else to,
            "user": to if isinstance(to, User) else None,
            "subject": said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…",
            "letter": letter.as_json(),
            "unsubscribe": unsubscribe,
            "created_at": at,
            "not_before": at,
        },
    )
    if not is_new:
        return None
    # Once a transaction, however many messages it queues: a publication may have a thousand.
    waiting = transaction.get_connection().run_on_commit
    if all(hook is not ask_to_send for _, hook, *_ in waiting):
        transaction.on_commit(ask_to_send)
    return message


def ask_to_send() -> None:
    """Ask a worker to send what waits. When the queue does not answer, beat asks again soon."""
    try:
        send_messages.delay()
    except (OperationalError, OSError) as error:
        log.warning("the queue did not take the sending of mail; beat will", error=str(error))
