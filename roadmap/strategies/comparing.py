"""What changed between two versions of a strategy, in words. Pure.

Both are given as `facts.content_of` returns them. A part is known again by its key, so one that
was renamed or moved is said to be so, and not to be gone and new.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from governance.calendar import words
from governance.history.words import Piece, word_changes

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"
# Kind of part: what it is called, the field that names it, and the fields that are compared.
KINDS: dict[str, tuple[str, str, dict[str, str]]] = {
    "sections": ("Section", "heading", {"heading": "Heading", "body": "Text", "note": "Note"}),
    "principles": ("Principle", "title", {"title": "Principle", "text": "What it means"}),
    "priorities": ("Priority", "title", {"title": "Priority", "text": "What it means"}),
    "lists": ("List", "name", {"name": "What is listed", "text": "About the order"}),
    "terms": ("Glossary term", "term", {"term": "Term", "explanation": "Explanation"}),
}


@dataclass(frozen=True)
class Field:
    """A text of a part that differs, as (kept | removed | added, text) pieces."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True)
class PartChange:
    """One part that differs: what happened to it, in a word and in a sentence, and its texts."""

    noun: str
    name: str
    what: str
    says: str
    fields: list[Field] = field(default_factory=list)


def changes(was: dict[str, Any], now: dict[str, Any]) -> list[PartChange]:
    """Return what differs between two contents, kind by kind, in the order of the newer one."""
    return [
        change for kind in KINDS for change in _of_kind(kind, was.get(kind, []), now.get(kind, []))
    ]


def summary(found: Sequence[PartChange]) -> str:
    """Return "1 section changed, 12 glossary terms added", or that nothing differs."""
    counts: dict[tuple[str, str], int] = {}
    for change in found:
        key = (words.uncapitalised(change.noun), change.what)
        counts[key] = counts.get(key, 0) + 1
    said = [
        f"{words.counted(number, noun, _PLURALS.get(noun))} {what}"
        for (noun, what), number in counts.items()
    ]
    return words.listed(said) or "Nothing differs"


_PLURALS = {"priority": "priorities"}


def _of_kind(kind: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[PartChange]:
    noun, names, fields = KINDS[kind]
    before = {part["key"]: part for part in old}
    after = {part["key"] for part in new}
    moved = _moved([p["key"] for p in old if p["key"] in after],
                   [p["key"] for p in new if p["key"] in before])  # fmt: skip
    found = []
    for place, part in enumerate(new, start=1):
        then = before.get(part["key"])
        if then is None:
            texts = _entries([], part.get("entries", [])) + _whole(fields, part, names, ADDED)
            # A glossary is read by the alphabet: a place in it says nothing.
            says = "" if kind == "terms" else f"Added as number {place}"
            found.append(PartChange(noun, part[names], ADDED, says, texts))
            continue
        texts = _entries(then.get("entries", []), part.get("entries", []))
        texts += _differences(fields, then, part)
        shifted = part["key"] in moved
        if texts or shifted:
            says = _says(then, part, names, f"moved, now number {place}" if shifted else "")
            what = CHANGED if texts else MOVED
            found.append(PartChange(noun, part[names], what, says, texts))
    for part in old:
        if part["key"] not in after:
            texts = _entries(part.get("entries", []), []) + _whole(fields, part, names, REMOVED)
            found.append(PartChange(noun, part[names], REMOVED, "No longer there", texts))
    return found


def _whole(fields: dict[str, str], part: dict[str, Any], names: str, what: str) -> list[Field]:
    """Return every text of a part that is new or gone, but for its name, which is the heading."""
    return [
        Field(label, [(what, part[name])])
        for name, label in fields.items()
        if part[name] and name != names
    ]


def _says(then: dict[str, Any], part: dict[str, Any], names: str, shifted: str) -> str:
    renamed = f"was “{then[names]}”" if then[names] != part[names] else ""
    return words.sentence_case("; ".join(said for said in (renamed, shifted) if said))


def _differences(fields: dict[str, str], was: dict[str, Any], now: dict[str, Any]) -> list[Field]:
    return [
        Field(label, word_changes(was[name], now[name]))
        for name, label in fields.items()
        if was[name] != now[name]
    ]


def _entries(was: list[str], now: list[str]) -> list[Field]:
    """Return the entries as one sentence before and after: their order is what they say."""
    if was == now:
        return []
    label = "Order" if sorted(was) == sorted(now) else "Entries"
    pieces = [("removed", words.listed(was)), ("added", words.listed(now))]
    return [Field(label, [piece for piece in pieces if piece[1]])]


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Return which of the same keys, in another order, were moved: as few as explain it."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stayed = {key for a, _, size in matcher.get_matching_blocks() for key in old[a : a + size]}
    return set(old) - stayed
