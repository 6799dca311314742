"""The typeface of printed notices: files of ours, so that every machine makes the same bytes.

A character that none of the files can draw would be an empty box and would break PDF/UA, so it is
printed by its Unicode name in brackets: a reader, and a screen reader, still learn what it is.
"""

import base64
import re
from functools import cache
from pathlib import Path
from unicodedata import category, name, normalize

from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

# Family, file name, weights: in the order in which a missing character is looked for.
FAMILIES = [
    ("Arimo", "arimo-latin", (400, 700)),
    ("Arimo Extended", "arimo-latin-ext", (400, 700)),
    ("Arimo Greek", "arimo-greek", (400, 700)),
    ("Arimo Cyrillic", "arimo-cyrillic", (400, 700)),
    ("Arimo Hebrew", "arimo-hebrew", (400, 700)),
    ("Vazirmatn", "vazirmatn-arabic", (400, 700)),
]
STACK = ", ".join(f'"{family}"' for family, _, _ in FAMILIES)
# Joiners shape a word of Arabic script; after anything else there is nothing to shape.
JOINERS = "\u200c\u200d"
STRAY_JOINER = re.compile(f"(?<![\u0600-\u06ff\u0750-\u077f])[{JOINERS}]")
# Left-to-right and right-to-left marks only help. Embeddings and overrides, which can make a text
# read as another than it is, are not among these.
INVISIBLE_BUT_KEPT = set("\n\t" + JOINERS + "\u200e\u200f")


class TypefaceMissing(Exception):
    """The fonts were not built into static/vendor: run make."""


def _file(file: str, weight: int) -> Path:
    relative = f"vendor/fonts/{file}-{weight}-normal.woff2"
    for found in (finders.find(relative), settings.STATIC_ROOT / relative):
        if found and Path(found).exists():
            return Path(found)
    raise TypefaceMissing(f"{relative} is missing: build the assets with make before printing.")


@cache
def faces() -> tuple[CSS, FontConfiguration]:
    """Return the font faces and their configuration, loaded once a process."""
    fonts = FontConfiguration()
    rules = []
    for family, file, weights in FAMILIES:
        for weight in weights:
            data = base64.b64encode(_file(file, weight).read_bytes()).decode()
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight};'
                f" src: url(data:font/woff2;base64,{data}) }}"
            )
    return CSS(string="\n".join(rules), font_config=fonts), fonts


@cache
def drawable() -> frozenset[str]:
    """Return every character that the typeface can draw, in the regular and the bold weight."""
    found: set[int] = set()
    for _, file, weights in FAMILIES:
        found |= set.intersection(*(set(TTFont(_file(file, w)).getBestCmap()) for w in weights))
    return frozenset(
        c for c in map(chr, found) if c in INVISIBLE_BUT_KEPT or category(c) not in {"Cc", "Cf"}
    ) | set("\n\t")


def printable(text: str) -> str:
    """Return `text` with each character that cannot be drawn replaced by its name in brackets."""
    text = STRAY_JOINER.sub("", normalize("NFC", text))
    odd = set(text) - drawable()
    return text.translate({ord(character): _named(character) for character in odd})


def _named(character: str) -> str:
    if category(character).startswith("Z"):
        return " "
    label = name(character, f"character {ord(character):04x}").lower()
    if category(character) in {"Cf", "Cc", "Cs"} or label.startswith("variation selector"):
        return ""  # joiners, direction marks, control characters: nothing to see by themselves
    return f"[{label}]"
