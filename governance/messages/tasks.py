"""Sending the outbox. Safe to run twice, at once, or late."""

from contextlib import closing
from typing import Any

from celery import shared_task
from django.conf import settings

from governance.messages.delivery import deliver
from governance.messages.transport import transport


@shared_task(
    name="governance.send_messages",
    # Ends before any of its claims lapses, so that a slow worker is never overtaken by another.
    time_limit=settings.MAIL_CLAIM_SECONDS * 4 // 5,
)
def send_messages(**_: Any) -> dict[str, int]:
    """Send what waits in the outbox; returns how many ended how."""
    with closing(transport()) as through:
        return deliver(through, seconds=settings.MAIL_CLAIM_SECONDS / 3)
