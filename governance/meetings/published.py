"""What readers are shown of a meeting whose notice is published: what was published, not a draft.

Democratic services go on editing the record; their changes reach readers with the next version.
"""

from collections.abc import Iterable
from typing import Any

from governance.meetings.models import AgendaItem


def show_as_published(items: Iterable[AgendaItem], snapshot: dict[str, Any]) -> None:
    """Give each item that `snapshot` holds in public its published texts, as `item.published`."""
    frozen = {item["minute_number"]: item for item in snapshot["items"]}
    for item in items:
        found = frozen.get(item.minute_number) if item.minute_number else None
        if found and not found["restriction"] and item.is_public:
            decisions = [d for d in snapshot["decisions"] if _is_of(d, item)]
            item.published = {**found, "decisions": decisions}  # type: ignore[attr-defined]


def _is_of(decision: dict[str, Any], item: AgendaItem) -> bool:
    return decision["minute_number"] == item.minute_number and not decision["restriction"]
