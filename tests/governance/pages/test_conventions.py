"""What no template may hold: the content policy would refuse it, or a reader would be shut out."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted(
    path for folder in ("templates", "demo/templates") for path in (ROOT / folder).rglob("*.html")
)
# WeasyPrint reads the print template; no browser and no content policy does.
ON_PAPER = {path for path in TEMPLATES if path.name.startswith("pdf")}
# Mail programs read styles in the page alone, and nothing of it is served by us.
PAGES = [path for path in TEMPLATES if path not in ON_PAPER and "mail" not in path.parts]
FORBIDDEN = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "a script within the page": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*="),
    "a script as an address": re.compile(r"javascript:", re.IGNORECASE),
    "an htmx attribute that needs eval": re.compile(r"\bhx-(on|vals=.js:|vars)\b"),
    "a disabled button": re.compile(r"<button[^>]*\sdisabled\b"),
}
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
POSTS = re.compile(
    r"<form\b[^>]*method=[\"']post[\"'][^>]*>(.*?)</form>", re.DOTALL | re.IGNORECASE
)


def named(paths):
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


@pytest.mark.parametrize("path", named(PAGES))
def test_a_template_holds_nothing_inline(path):
    # {% with on=... %} is no attribute of an element.
    raw = path.read_text()
    text = TAGS.sub("", raw)
    assert "autoescape off" not in raw
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", named(PAGES))
def test_every_form_that_posts_carries_its_token(path):
    # htmx inherits nothing here, so a token on the body would not do.
    assert all("csrf_token" in form for form in POSTS.findall(path.read_text()))


def test_the_scripts_and_styles_name_no_other_host():
    for path in (ROOT / "static").glob("*.*"):
        addresses = re.findall(r"https?://[^\s\"')]+", path.read_text())
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}, path.name
