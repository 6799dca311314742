"""What the records of this app make known to governance, which may not import them."""

from roadmap.strategies import registration as strategies


def register_all() -> None:
    """Register the kinds of record that have a history, and those that make duties."""
    strategies.register_all()
