"""What the records of this app make known to governance, which may not import them."""


def register_all() -> None:
    """Register the kinds of record that have a history, and those that make duties."""
