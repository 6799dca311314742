"""What a version of a strategy must hold before it is published. Pure."""

from typing import Any


def missing(content: dict[str, Any]) -> list[str]:
    """Return what still stands in the way of publishing, in sentences; empty when nothing does.

    `content` is as `facts.content_of` returns it. Source: our own caution; no law says what a
    strategy holds.
    """
    found = []
    if not content["sections"]:
        found.append("Write at least one section.")
    found += [
        f"“{section['heading']}” has no text: write it, or say in its note why it has none."
        for section in content["sections"]
        if not section["body"].strip() and not section["note"].strip()
    ]
    found += [
        f"“{ordered['name']}” lists {'one entry' if ordered['entries'] else 'nothing'}: an order "
        "needs at least two."
        for ordered in content["lists"]
        if len(ordered["entries"]) < 2
    ]
    return found
