"""What the records of this app make known to governance, which may not import them."""

from roadmap.contracts import registration as contracts
from roadmap.funding import registration as funding
from roadmap.items import registration as items
from roadmap.strategies import registration as strategies
from roadmap.systems import registration as systems
from roadmap.transactions import registration as transactions


def register_all() -> None:
    """Register the kinds of record that have a history, and those that make duties."""
    for feature in (items, strategies, systems, contracts, transactions, funding):
        feature.register_all()
