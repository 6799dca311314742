"""What a change was, word by word. Pure.

Lines and sentences first, then words inside those that changed. A long text that was rewritten is
not compared word by word: what changed is shown whole, so that the answer never takes long.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

KEPT, REMOVED, ADDED = "kept", "removed", "added"
TOKEN = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
# A sentence is a line too: many minutes are one long paragraph.
LINE = re.compile(r".+?(?:\. +|\n+|\Z)", re.DOTALL)
# How many pairs of words are compared for one passage, and for one whole text.
PASSAGE, TEXT = 250_000, 1_000_000
LONG = 1_500  # letters

Piece = tuple[str, str]


def word_changes(was: str, now: str) -> list[Piece]:
    """Return (kept | removed | added, text) pieces that lead from `was` to `now`."""
    return list(_merged(_by_line(LINE.findall(was), LINE.findall(now))))


def _by_line(old: list[str], new: list[str]) -> Iterator[Piece]:
    budget, at, to = TEXT, 0, 0
    for a, b in [*_anchors(old, new), (len(old), len(new))]:
        for passage_was, passage_now in _passages(old[at:a], new[to:b]):
            was, now = TOKEN.findall(passage_was), TOKEN.findall(passage_now)
            start, end = _alike(was, now)
            yield KEPT, "".join(was[:start])
            middle_was, middle_now = was[start : len(was) - end], now[start : len(now) - end]
            cost = len(middle_was) * len(middle_now)
            if cost <= min(PASSAGE, budget):
                budget -= cost
                yield from _by_word(middle_was, middle_now)
            else:
                yield from [(REMOVED, "".join(middle_was)), (ADDED, "".join(middle_now))]
            yield KEPT, "".join(was[len(was) - end :])
        yield KEPT, "".join(old[a : a + 1])
        at, to = a + 1, b + 1


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return where lines that both texts have once stand in each, as many as keep their order."""
    in_old, in_new = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if in_new[line] == 1}
    common = [(a, places[line]) for a, line in enumerate(old) if in_old[line] == 1 == in_new[line]]
    # The longest run of rising places; `ends` holds the lowest end of a run of each length.
    ends: list[int] = []
    lengths = []
    for _, place in common:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    found, wanted = [], len(ends) - 1
    for pair, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == wanted:
            found.append(pair)
            wanted -= 1
    return found[::-1]


def _passages(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Return what to compare with what: line by line when a long passage kept its lines."""
    if len(old) == len(new) and sum(map(len, old)) > LONG:
        yield from zip(old, new, strict=True)
    else:
        yield "".join(old), "".join(new)


def _alike(old: list[str], new: list[str]) -> tuple[int, int]:
    """Return how many words the two begin with in common, and how many others they end with."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return start, end


def _by_word(old: list[str], new: list[str]) -> Iterator[Piece]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield KEPT, "".join(old[a:b])
        else:
            yield REMOVED, "".join(old[a:b])
            yield ADDED, "".join(new[c:d])


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbours that say the same; between two that were kept, removed comes before added."""
    texts: dict[str, list[str]] = {KEPT: [], REMOVED: [], ADDED: []}
    for what, text in pieces:
        if not text:
            continue
        others = (REMOVED, ADDED) if what == KEPT else (KEPT,)
        if any(texts[other] for other in others):
            yield from _said(texts)
        texts[what].append(text)
    yield from _said(texts)


def _said(texts: dict[str, list[str]]) -> Iterator[Piece]:
    for what, parts in texts.items():
        if parts:
            yield what, "".join(parts)
            parts.clear()
