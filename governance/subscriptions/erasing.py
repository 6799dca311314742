"""Erasing addresses that nobody wants kept: from subscriptions, and from the outbox."""

from datetime import datetime

from django.db import transaction

from governance.messages.models import Message
from governance.messages.states import State
from governance.subscriptions.models import Subscription
from governance.subscriptions.rules import CONFIRM_WITHIN

OURS = (Message.Kind.NOTICE, Message.Kind.CONFIRMATION)


def forget(email: str) -> None:
    """Take an address that follows nothing any more out of the outbox; what is on its way goes."""
    mine = Message.objects.filter(to=email, user=None, kind__in=OURS)
    if Subscription.objects.filter(email=email).exists():
        return
    mine.filter(state=State.WAITING).delete()
    mine.filter(state__in=(State.SENT, State.GIVEN_UP)).update(to="")


def erase_lapsed(now: datetime) -> int:
    """Erase what was never confirmed within seven days, with its address. Returns how many."""
    lapsed = Subscription.objects.filter(
        confirmed_at=None, created_at__lt=now - CONFIRM_WITHIN
    ).values_list("pk", "email")
    gone = 0
    for pk, email in lapsed[:1000]:
        with transaction.atomic():
            rows = Subscription.objects.select_for_update().filter(pk=pk, confirmed_at=None)
            if rows.filter(created_at__lt=now - CONFIRM_WITHIN).exists():
                rows.delete()
                forget(email)
                gone += 1
    return gone


def forget_strays() -> int:
    """Erase addresses from messages that were being sent while their owner ended everything.

    What waits for another attempt goes. Returns how many messages.
    """
    kept = Subscription.objects.values("email")
    strays = Message.objects.filter(user=None, kind__in=OURS).exclude(to="").exclude(to__in=kept)
    gone, _ = strays.filter(state=State.WAITING).delete()
    return gone + strays.filter(state__in=(State.SENT, State.GIVEN_UP)).update(to="")
