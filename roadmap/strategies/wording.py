"""The text of a section taken apart for showing: paragraphs, lists, and the terms explained. Pure.

What somebody typed stays text: a line that begins with “- ” or “* ” is an entry of a list, one that
begins with “1. ” of a numbered list, and everything else is words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PARAGRAPH, BULLETS, NUMBERS = "paragraph", "bullets", "numbers"
_BULLET = re.compile(r"[-*•]\s+(.+)")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(.+)")
_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Span:
    """A run of words; `term` is the key of the term that they are, where it is explained."""

    text: str
    term: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph by its lines, or a list by its entries; each a row of spans."""

    kind: str
    lines: tuple[tuple[Span, ...], ...]


def blocks_of(text: str, terms: Mapping[str, str] | None = None) -> tuple[list[Block], list[str]]:
    """Return the blocks of `text`, and the keys of the terms it uses in the order of first use.

    `terms` are key -> term. The first use of each in the text is marked and no later one, so that
    a page is not strewn with links.
    """
    marking = _Marking(terms or {})
    found: list[Block] = []
    for part in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n").strip()):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        found += _runs(lines, marking)
    return found, marking.used


def _runs(lines: Sequence[str], marking: "_Marking") -> list[Block]:
    runs: list[tuple[str, list[str]]] = []
    for line in lines:
        kind, words = _kind_of(line)
        if not runs or runs[-1][0] != kind:
            runs.append((kind, []))
        runs[-1][1].append(words)
    return [Block(kind, tuple(marking.spans(line) for line in held)) for kind, held in runs]


def _kind_of(line: str) -> tuple[str, str]:
    if found := _BULLET.fullmatch(line):
        return BULLETS, found[1]
    if found := _NUMBER.fullmatch(line):
        return NUMBERS, found[1]
    return PARAGRAPH, line


class _Marking:
    """Finds the first use of each term, the longest term first where two could be meant."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self.used: list[str] = []
        self._terms = {_folded(term): key for key, term in terms.items() if term.strip()}
        longest = sorted(self._terms, key=lambda term: (-len(term), term))
        either = "|".join(re.escape(term) for term in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if either else None

    def spans(self, line: str) -> tuple[Span, ...]:
        if self._pattern is None:
            return (Span(line),)
        found, at = [], 0
        for match in self._pattern.finditer(line):
            key = self._terms.get(_folded(match[0]))
            if key is None or key in self.used:
                continue
            self.used.append(key)
            found += [Span(line[at : match.start()]), Span(match[0], key)]
            at = match.end()
        found.append(Span(line[at:]))
        return tuple(span for span in found if span.text)


def _folded(term: str) -> str:
    return term.strip().lower()
