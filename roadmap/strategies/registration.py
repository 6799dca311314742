"""What the history of strategies shows: a version with its parts, a strategy with its versions."""

from typing import Any

from django.urls import reverse

from governance.history.registry import Kind, Part, register
from roadmap.strategies.models import (
    Adoption,
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
    StrategyVersion,
)


def register_all() -> None:
    """Register the kinds of record of this feature."""
    register(
        "strategy-version",
        Kind(
            StrategyVersion,
            lambda user: StrategyVersion.objects.visible_to(user).select_related(
                "strategy__partnership"
            ),
            _address,
            lambda thing: (
                set(thing.strategy.partnership.constituents.values_list("council", flat=True)),
                thing.strategy.partnership_id,
            ),
            [
                Part(Section, "version", lambda row: f"Section “{row.heading}”"),
                Part(Principle, "version", lambda row: f"Principle “{row.title}”"),
                Part(Priority, "version", lambda row: f"Priority “{row.title}”"),
                Part(OrderedList, "version", lambda row: f"List “{row.name}”"),
                Part(ListEntry, "ordered_list__version", lambda row: f"Entry “{row.text}”"),
                Part(GlossaryTerm, "version", lambda row: f"Term “{row.term}”"),
                Part(Adoption, "version", lambda row: f"Adoption at {row.council}", ("council",)),
                Part(EarlierStrategy, "adoption__version", lambda row: f"Replaced: “{row.name}”"),
            ],
        ),
    )


def _address(version: Any) -> str:
    strategy = version.strategy
    own = [strategy.partnership.slug, strategy.slug, version.number]
    return reverse("strategies:version", args=own)
