"""What subscriptions make known to the outbox: whether one still lasts, and what it told of."""

import re

from django.urls import reverse

from governance.messages import sources
from governance.messages.models import Message
from governance.messages.sources import About
from governance.notices.models import Notice
from governance.people.permissions import Visitor
from governance.subscriptions.erasing import forget
from governance.subscriptions.models import Subscription

# As `actions.subscribe` and `telling.tell` write the keys of their messages.
KEY = re.compile(r"(?:subscription|confirm|already) (\d+) (?:notice (\d+) )?\d+")


def register_all() -> None:
    """Called once, as the app starts."""
    for kind in (Message.Kind.NOTICE, Message.Kind.CONFIRMATION):
        sources.register(kind, sources.Source(is_wanted, dropped, about))


def is_wanted(message: Message) -> bool:
    """Return whether the subscription that a message was written for still lasts."""
    found = KEY.fullmatch(message.key)
    held = Subscription.objects.filter(email=message.to)
    return held.filter(pk=int(found[1])).exists() if found else held.exists()


def dropped(message: Message) -> None:
    """Erase the address, unless it follows something else."""
    forget(message.to)


def about(message: Message, user: Visitor) -> About:
    """Return the notice that a subscriber was told of; of a confirmation, nothing."""
    found = KEY.fullmatch(message.key)
    if not found or not found[2]:
        return About([])
    notices = Notice.objects.visible_to(user).filter(pk=int(found[2])).select_related("council")
    told = [
        (one.title, reverse("notices:detail", args=[one.council.slug, one.slug])) for one in notices
    ]
    return About(told, 1 - len(told))
