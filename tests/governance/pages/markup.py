"""Reading rendered pages as a browser does, and refusing what a browser would have to repair."""

from collections import Counter
from xml.etree.ElementTree import Element

import html5lib


def parsed(html: str) -> Element:
    """Return the tree of a page or a part of one; raise for markup that breaks HTML's grammar."""
    parser = html5lib.HTMLParser(strict=True)
    whole = html.lstrip().lower().startswith("<!doctype")
    tree = parser.parse(html) if whole else parser.parseFragment(html)
    for element in tree.iter():
        # Without its namespace; html5lib needs that to read drawings, tests do not.
        element.tag = str(element.tag).rpartition("}")[2]
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert [one for one, times in ids.items() if times > 1] == []
    return tree


def by_id(tree: Element, wanted: str) -> Element:
    return next(element for element in tree.iter() if element.get("id") == wanted)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def of_class(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]
