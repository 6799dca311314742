"""Fetch the design system and the PDF typefaces from npm, and make static/vendor/ from them.

GOV.UK's guidance lets services elsewhere use the design system but not its branding, so its
typeface and the royal arms are cut out. Each cut is counted: an upgrade that changes what is
there stops the build instead of shipping what we may not use.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.terminal import step, stop

NODE_MODULES = Path("node_modules")
VENDOR = Path("static/vendor")
LOG = Path(".data/npm.log")
NPM = (".venv/bin/npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
NO_NETWORK = re.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH")

FONT_FACE = re.compile(r"@font-face\{[^}]*GDS Transport[^}]*\}")
TYPEFACE = "GDS Transport,arial,sans-serif"
OUR_TYPEFACE = "var(--fe-font,arial,sans-serif)"
CREST_RULE = re.compile(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}")
SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$")
FORBIDDEN = ("GDS Transport", "crest", "url(", "sourceMappingURL")

# Names of people and places in any of these scripts can stand in a notice.
SUBSETS = ("latin", "latin-ext", "greek", "cyrillic", "hebrew")
FACES = ("400-normal", "400-italic", "700-normal")
# Arimo has no Arabic. Vazirmatn draws each letter as one glyph, so that its text can be read out
# of a PDF; others set the dots by themselves, and they come out as other letters.
ARABIC_FACES = ("400-normal", "700-normal")


class AssetError(Exception):
    """The packages do not hold what this was written for; the message says what differs."""


def main(options: list[str]) -> None:
    """With --fetched, node_modules is there already: in the image another stage fetched it."""
    if "--fetched" not in options:
        step("Fetching the design system and the typefaces from npm")
        fetch()
    try:
        build()
    except AssetError as error:
        stop(f"{error} Look at what changed before changing the count in tools/assets.py.")
    (VENDOR / ".ready").touch()


def fetch() -> None:
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w") as log:
        npm = subprocess.run(NPM, stdout=log, stderr=log, check=False)
    if npm.returncode == 0:
        return
    if NO_NETWORK.search(LOG.read_text(errors="replace")):
        stop(
            "The npm registry cannot be reached:"
            " check the network (or npm's own settings, for a mirror) and run make again."
        )
    stop(f"npm could not install package-lock.json; all it said is in {LOG}.", log=LOG)


def build() -> None:
    dist = NODE_MODULES / "govuk-frontend" / "dist" / "govuk"
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "govuk").mkdir(parents=True)
    for name, clean in (
        ("govuk-frontend.min.css", clean_css),
        ("govuk-frontend.min.js", without_source_map),
    ):
        (VENDOR / "govuk" / name).write_text(clean((dist / name).read_text()))
    fonts = VENDOR / "fonts"
    fonts.mkdir()
    copy_typeface("arimo", SUBSETS, FACES, fonts)
    copy_typeface("vazirmatn", ("arabic",), ARABIC_FACES, fonts)


def clean_css(css: str) -> str:
    css = _cut(FONT_FACE, css, 2, "font faces of GDS Transport")
    css = _cut(CREST_RULE, css, 2, "rules with the royal arms")
    _expect(css.count(TYPEFACE), 58, "uses of GDS Transport")
    css = without_source_map(css.replace(TYPEFACE, OUR_TYPEFACE))
    for word in FORBIDDEN:
        _expect(css.count(word), 0, f"traces of {word!r} in the result")
    return css


def without_source_map(text: str) -> str:
    """Hashed static files refuse a source map that is not there, and we do not ship it."""
    return _cut(SOURCE_MAP, text, 1, "source map comments").rstrip() + "\n"


def copy_typeface(name: str, subsets: Sequence[str], faces: Sequence[str], target: Path) -> None:
    package = NODE_MODULES / "@fontsource" / name
    shutil.copy(package / "LICENSE", target / f"{name}-LICENSE")
    for subset in subsets:
        for face in faces:
            shutil.copy(package / "files" / f"{name}-{subset}-{face}.woff2", target)
    _expect(
        len(list(target.glob(f"{name}-*.woff2"))), len(subsets) * len(faces), f"files of {name}"
    )


def _cut(pattern: re.Pattern[str], text: str, expected: int, what: str) -> str:
    text, found = pattern.subn("", text)
    _expect(found, expected, what)
    return text


def _expect(found: int, expected: int, what: str) -> None:
    if found != expected:
        raise AssetError(f"Expected {expected} {what} and found {found}.")


if __name__ == "__main__":
    main(sys.argv[1:])
