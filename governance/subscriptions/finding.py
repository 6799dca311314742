"""The subscriptions that a signed address proves to be the reader's own."""

from governance.subscriptions.models import Subscription


def one_of(pk: int, email: str) -> Subscription | None:
    """Return a subscription of an address; None where it was erased."""
    rows = Subscription.objects.filter(pk=pk, email=email)
    return rows.select_related("council", "issue").first()


def those_of(email: str) -> list[Subscription]:
    """Return everything that an address follows, confirmed."""
    rows = Subscription.objects.of_address(email).select_related("council", "issue")
    return list(rows.order_by("created_at", "pk"))
