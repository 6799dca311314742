"""What a change was, word by word. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

KEPT, REMOVED, ADDED = "kept", "removed", "added"
TOKEN = re.compile(r"\s+|[\w'’-]+|[^\w\s]")


def word_changes(was: str, now: str) -> list[tuple[str, str]]:
    """Return (kept | removed | added, text) pieces that lead from `was` to `now`."""
    old, new = TOKEN.findall(was), TOKEN.findall(now)
    return list(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield KEPT, "".join(old[a:b])
            continue
        if a != b:
            yield REMOVED, "".join(old[a:b])
        if c != d:
            yield ADDED, "".join(new[c:d])
