"""Subscribing, confirming and ending; an address that nobody wants kept is erased.

No history is kept of these rows, for that would keep the address (see models).
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db import transaction

from governance.councils.models import Council
from governance.issues.models import Issue
from governance.messages.models import Message
from governance.messages.outbox import queue
from governance.subscriptions import letters
from governance.subscriptions.erasing import forget
from governance.subscriptions.models import Subscription
from governance.subscriptions.rules import (
    ANSWER_EVERY,
    FOR_AN_ADDRESS,
    FROM_A_PLACE,
    plain_address,
)

HOUR = 3600


@dataclass(frozen=True)
class Topic:
    """What is followed: a council, one ward of it, or an issue."""

    council: Council | None = None
    ward: str = ""
    issue: Issue | None = None


def too_many(place: str, email: str) -> bool:
    """Count one more request from a place (an IP address) and for an e-mail address.

    True when either asked more often this hour than anybody needs to. It counts alike for
    addresses that are known and those that are not.
    """
    limits = {f"subscribe from {place}": FROM_A_PLACE}
    limits[f"subscribe {plain_address(email)}"] = FOR_AN_ADDRESS
    counts = []
    for key, most in limits.items():
        cache.add(_key(key), 0, timeout=HOUR)
        try:
            counts.append(cache.incr(_key(key)) > most)
        except ValueError:  # it ran out between the two
            counts.append(False)
    return any(counts)


def _key(said: str) -> str:
    # Nothing that somebody typed is part of a key.

    return hashlib.sha256(said.encode()).hexdigest()


@transaction.atomic
def subscribe(email: str, topic: Topic, *, at: datetime) -> None:
    """Ask the owner of an address, by e-mail, to confirm; whoever asks is never told more.

    One that is confirmed already is told so, by e-mail alone. Each is written once an hour at most.
    """
    row, _ = Subscription.objects.get_or_create(
        email=plain_address(email), council=topic.council, ward=topic.ward, issue=topic.issue,
        defaults={"created_at": at},
    )  # fmt: skip
    if row.confirmed_at is None and row.created_at != at:
        # Asked for again: the seven days begin again, as the new e-mail says.
        row.created_at = at
        row.save(update_fields=["created_at"])
    subject, letter = letters.already(row) if row.confirmed_at else letters.confirmation(row)
    slot = int(at.timestamp() // ANSWER_EVERY.total_seconds())
    kind = "already" if row.confirmed_at else "confirm"
    queue(
        key=f"{kind} {row.pk} {slot}", kind=Message.Kind.CONFIRMATION, to=row.email,
        subject=subject, letter=letter, at=at,
    )  # fmt: skip


@transaction.atomic
def confirm(pk: int, *, at: datetime) -> Subscription | None:
    """Confirm a subscription; None where it was erased meanwhile. Confirming again changes none."""
    rows = Subscription.objects.select_for_update(of=("self",)).filter(pk=pk)
    row = rows.select_related("council", "issue").first()
    if row and row.confirmed_at is None:
        row.confirmed_at = at
        row.save(update_fields=["confirmed_at"])
    return row


@transaction.atomic
def end(pk: int, email: str) -> None:
    """Erase a subscription, and its address from what is still to be sent or was sent to it."""
    Subscription.objects.filter(pk=pk, email=email).delete()
    forget(email)


@transaction.atomic
def end_all(email: str) -> None:
    """Erase everything that an address follows."""
    Subscription.objects.filter(email=email).delete()
    forget(email)
