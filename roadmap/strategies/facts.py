"""What a version says, as plain values: for comparing, for printing, for data."""

from typing import Any

from django.db.models import Prefetch

from roadmap.strategies.models import ListEntry, StrategyVersion

PARTS = ("sections", "principles", "priorities", "terms")


def with_content(versions: Any) -> Any:
    """Return the queryset of versions with all their parts fetched: six queries however many."""
    return versions.prefetch_related(
        *PARTS, "lists", Prefetch("lists__entries", ListEntry.objects.order_by("position"))
    )


def content_of(version: StrategyVersion) -> dict[str, Any]:
    """Return every part of `version` (fetched with `with_content`) in its order, as JSON values."""
    fields = {
        "sections": ("heading", "body", "note"),
        "principles": ("title", "text"),
        "priorities": ("title", "text"),
        "lists": ("name", "text"),
        "terms": ("term", "explanation"),
    }
    found: dict[str, Any] = {}
    for kind, names in fields.items():
        rows = sorted(getattr(version, kind).all(), key=lambda row: row.position)
        if kind == "terms":
            rows.sort(key=lambda row: row.term.lower())
        found[kind] = [
            {"key": str(row.key), "illustrative": row.is_illustrative}
            | {name: getattr(row, name) for name in names}
            | ({"entries": [e.text for e in row.entries.all()]} if kind == "lists" else {})
            for row in rows
        ]
    return found
