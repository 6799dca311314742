"""Plain text that somebody typed or pasted, taken apart for showing."""

import re

_BLANK_LINE = re.compile(r"\n\s*\n")


def paragraphs_of(text: str) -> list[list[str]]:
    """Return the paragraphs of `text`, each as its lines; blank lines part them."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return [
        [line.strip() for line in part.split("\n")] for part in _BLANK_LINE.split(whole) if part
    ]
