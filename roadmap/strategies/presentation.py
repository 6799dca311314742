"""What the page and the PDF of a version show of its content. Pure."""

from typing import Any

from governance.calendar import words
from roadmap.strategies.wording import Block, blocks_of


def presented(content: dict[str, Any]) -> dict[str, Any]:
    """Return `content` (see `facts.content_of`) taken apart for showing.

    Each section gets its blocks and, in the order of their first use in it, the terms explained
    below it; each term of the glossary the sections in which it is used.
    """
    terms = {term["key"]: term for term in content["terms"]}
    names = {key: term["term"] for key, term in terms.items()}
    used: dict[str, list[dict[str, str]]] = {key: [] for key in terms}
    sections = []
    for number, section in enumerate(content["sections"], start=1):
        anchor = f"section-{number}"
        blocks, keys = blocks_of(section["body"], names)
        marks = {key: f"{anchor}-{place}" for place, key in enumerate(keys, start=1)}
        for key in keys:
            used[key].append({"heading": section["heading"], "anchor": anchor})
        explained = [terms[key] | {"anchor": marks[key]} for key in keys]
        shown = [_shown(block, marks) for block in blocks]
        sections.append(section | {"anchor": anchor, "blocks": shown, "terms": explained})
    return {
        "sections": sections,
        "principles": content["principles"],
        "priorities": content["priorities"],
        "lists": [one | {"sentence": words.listed(one["entries"])} for one in content["lists"]],
        "terms": [
            term | {"anchor": f"term-{number}", "used": used[key]}
            for number, (key, term) in enumerate(terms.items(), start=1)
        ],
    }


def _shown(block: Block, marks: dict[str, str]) -> dict[str, Any]:
    """Return a block with, at each term, the place below the section where it is explained."""
    lines = [
        [{"text": span.text, "anchor": marks.get(span.term, "")} for span in line]
        for line in block.lines
    ]
    return {"kind": block.kind, "lines": lines}
