"""The typeface of printed notices: files of ours, so that every machine makes the same bytes.

A character that none of the files can draw would be an empty box and would break PDF/UA, so it is
printed by its Unicode name in brackets: a reader, and a screen reader, still learn what it is.
"""

import base64
import unicodedata
from functools import cache
from pathlib import Path

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
]
STACK = ", ".join(f'"{family}"' for family, _, _ in FAMILIES)


class TypefaceMissing(Exception):
    """The fonts were not built into static/vendor: run make."""


def _file(name: str, weight: int) -> Path:
    relative = f"vendor/fonts/{name}-{weight}-normal.woff2"
    for found in (finders.find(relative), settings.STATIC_ROOT / relative):
        if found and Path(found).exists():
            return Path(found)
    raise TypefaceMissing(f"{relative} is missing: build the assets with make before printing.")


@cache
def faces() -> tuple[CSS, FontConfiguration]:
    """Return the font faces and their configuration, loaded once a process."""
    fonts = FontConfiguration()
    rules = []
    for family, name, weights in FAMILIES:
        for weight in weights:
            data = base64.b64encode(_file(name, weight).read_bytes()).decode()
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight};'
                f" src: url(data:font/woff2;base64,{data}) }}"
            )
    return CSS(string="\n".join(rules), font_config=fonts), fonts


@cache
def drawable() -> frozenset[int]:
    """Return every code point that the typeface can draw, in the regular and the bold weight."""
    found: set[int] = set()
    for _, name, weights in FAMILIES:
        found |= set.intersection(*(set(TTFont(_file(name, w)).getBestCmap()) for w in weights))
    return frozenset(found)


def printable(text: str) -> str:
    """Return `text` with each character that cannot be drawn replaced by its name in brackets."""
    can = drawable()
    return "".join(
        c if ord(c) in can or c in "\n\t" else _named(c) for c in unicodedata.normalize("NFC", text)
    )


def _named(character: str) -> str:
    if unicodedata.category(character) in {"Cf", "Cc", "Mn", "Me"}:
        return ""  # joiners, direction marks, variation selectors: nothing to see by themselves
    return f"[{unicodedata.name(character, 'unknown character').lower()}]"
