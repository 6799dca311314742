"""The subscriptions that a signed address proves to be the reader's own."""

from governance.subscriptions.models import Subscription


def one_of(pk: int) -> Subscription | None:
    """Return the subscription that a signed address names; None where it was erased."""
    rows = Subscription.objects.filter(pk=pk)
    return rows.select_related("council", "issue").first()


def those_of(email: str) -> list[Subscription]:
    """Return everything that an address follows, confirmed."""
    rows = Subscription.objects.of_address(email).select_related("council", "issue")
    return list(rows.order_by("created_at", "pk"))
