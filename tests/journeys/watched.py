"""What is held against a page in every journey: complaints of the browser, axe, and its width."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebError

AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# A browser notes the status of every page that is not a 200. These are answers that we mean.
MEANT = re.compile(r"the server responded with a status of (403|404|409|422)")


class Watch:
    """Collects what the browser complains of: errors, refusals by the content policy."""

    def __init__(self) -> None:
        self.complaints: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._said)
        context.on("weberror", self._broke)

    def _said(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type not in ("error", "warning"):
            return
        if MEANT.search(message.text) and "/static/" not in where:
            return
        self.complaints.append(f"{message.type} at {where}: {message.text}")

    def _broke(self, error: WebError) -> None:
        self.complaints.append(f"script error: {error.error}")


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands, each with its rule and element."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags},"
        " resultTypes: ['violations']}).then(found => found.violations.flatMap(v =>"
        " v.nodes.map(n => `${v.id}: ${v.help}: ${n.target.join(' ')}: ${n.html}`)))",
        list(AXE_TAGS),
    )
    return [str(one) for one in found]


def too_wide(page: Page) -> str:
    """Return the elements that make the page scroll sideways; nothing when it fits."""
    return str(
        page.evaluate(
            "() => { const width = document.documentElement.clientWidth;"
            " if (document.documentElement.scrollWidth <= width) return '';"
            " return [...document.querySelectorAll('body *')]"
            " .filter(e => e.getBoundingClientRect().right > width + 1)"
            " .slice(-3).map(e => e.outerHTML.slice(0, 150)).join('\\n') || 'something'; }"
        )
    )


class _Inline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"<{tag}>")
        self.found += [
            f"<{tag} {name}>"
            for name, value in attrs
            if name == "style" or name.startswith("on") or (value or "").startswith("javascript:")
        ]


def inline_parts(html: str) -> list[str]:
    """Return the scripts and styles that stand in the HTML itself."""
    parser = _Inline()
    parser.feed(html)
    return parser.found
