"""Signed addresses: to confirm, which expires; to manage and to end, which last."""

from django.core import signing
from django.urls import reverse

from governance.subscriptions.models import Subscription
from governance.subscriptions.rules import CONFIRM_WITHIN

CONFIRM, MANAGE, END = "confirm a subscription", "manage subscriptions", "end a subscription"


class Expired(Exception):
    """The address was ours and is too old."""


def confirm_address(subscription: Subscription) -> str:
    """Return where it is confirmed, within seven days."""
    return reverse("subscriptions:confirm", args=[_signed(subscription, CONFIRM)])


def end_address(subscription: Subscription) -> str:
    """Return where one click ends it."""
    return reverse("subscriptions:end", args=[_signed(subscription, END)])


def manage_address(email: str) -> str:
    """Return where everything that an address follows is listed."""
    return reverse("subscriptions:manage", args=[signing.dumps(email, salt=MANAGE)])


def _signed(subscription: Subscription, salt: str) -> str:
    # Its number alone, which is never given again: no address of a person stands in an address.
    return signing.dumps(subscription.pk, salt=salt)


def to_confirm(token: str) -> int | None:
    """Return the id of a subscription to confirm. Raises Expired; None if it is not ours."""
    try:
        found = signing.loads(token, salt=CONFIRM, max_age=CONFIRM_WITHIN)
    except signing.SignatureExpired:
        raise Expired from None
    except signing.BadSignature:
        return None
    return int(found)


def to_end(token: str) -> int | None:
    """Return the id of a subscription to end; None for an address that is not ours."""
    try:
        return int(signing.loads(token, salt=END))
    except signing.BadSignature:
        return None


def whose(token: str) -> str | None:
    """Return the e-mail address whose subscriptions are managed; None if it is not ours."""
    try:
        return str(signing.loads(token, salt=MANAGE))
    except signing.BadSignature:
        return None
