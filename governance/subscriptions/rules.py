"""What a notice has to do with a subscriber, and how long things last. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

CONFIRM_WITHIN = timedelta(days=7)
# Asking again for the same is answered by e-mail once in this time, so that nobody is flooded.
ANSWER_EVERY = timedelta(hours=1)
# How many may be asked for in an hour, from one place and for one address.
FROM_A_PLACE, FOR_AN_ADDRESS = 20, 5
_EVERY_WARD = re.compile(r"(all|every)(\s+(\w+\s+)?wards?)?\.?", re.IGNORECASE)


def is_lapsed(created_at: datetime, confirmed_at: datetime | None, now: datetime) -> bool:
    """Was it asked for more than seven days ago and never confirmed?"""
    return confirmed_at is None and now - created_at > CONFIRM_WITHIN


def wards_in(snapshot: Mapping[str, Any]) -> list[str]:
    """Return every text that a published notice gives as wards, wherever it stands in it."""
    return [text for text in _texts(snapshot, "wards") if text.strip()]


def _texts(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, one in value.items():
            if key == name and isinstance(one, str):
                yield one
            else:
                yield from _texts(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, name)


def names_ward(texts: list[str], ward: str) -> bool:
    """Does any of these texts name `ward` as a word of its own, or every ward?

    "Fenside" is not named by "Fensides"; "All wards" names each.
    """
    wanted = " ".join(ward.split())
    if not wanted:
        return False
    name = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    plain = [" ".join(text.split()) for text in texts]
    return any(name.search(text) or _EVERY_WARD.fullmatch(text) for text in plain)


def plain_address(email: str) -> str:
    """Return an e-mail address as it is kept, so that one person subscribes once."""
    return email.strip().lower()
