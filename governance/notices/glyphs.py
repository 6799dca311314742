"""What each glyph of a finished PDF says when it is read aloud, searched or copied.

WeasyPrint notes a glyph's text where it first meets it. In Hebrew and Arabic, where a letter and
its points share a place, that leaves some glyphs without any, which PDF/UA forbids and which would
drop letters from what is read out. The font itself knows better.
"""

import io
import re
from functools import partial
from unicodedata import normalize

import pikepdf
from fontTools.ttLib import TTFont

MAPPING = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
# A glyph that no character stands for by itself: a place that is never shown and never parts words.
NOTHING_TO_SAY = "\u2060"


def give_text(pdf: pikepdf.Pdf) -> None:
    """Say in each font of `pdf` what its glyphs mean, where that was left out or said twice."""
    for font in pdf.pages[0].Resources.Font.values():
        mapping = font.ToUnicode.read_bytes()
        if all(len(text) == 4 for _, text in MAPPING.findall(mapping)):
            continue
        mended = MAPPING.sub(partial(_mended, letters=_letters(font)), mapping)
        font.ToUnicode = pdf.make_stream(mended)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Return the character that each glyph of the embedded font draws."""
    embedded = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    with TTFont(io.BytesIO(embedded)) as opened:
        characters = sorted(opened.getBestCmap().items(), reverse=True)
        return {opened.getGlyphID(glyph): chr(code) for code, glyph in characters}


def _mended(found: re.Match[bytes], letters: dict[int, str]) -> bytes:
    glyph, text = found[1], bytes.fromhex(found[2].decode()).decode("utf-16-be")
    letter = normalize("NFC", letters.get(int(glyph, 16), ""))
    if not text:
        text = letter or NOTHING_TO_SAY
    elif letter and letter in text:
        text = letter
    return b"<%b> <%b>" % (glyph, text.encode("utf-16-be").hex().encode())
