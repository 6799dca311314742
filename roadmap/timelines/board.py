"""The roadmap theme by theme: how far each has come, and a card an item. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from governance.calendar import words
from roadmap.items.models import Item, Rollout
from roadmap.items.rules import AS_TOLD, Status, totals, worst

WIDTH = 640


@dataclass
class Card:
    """An item, its status and why, and where each council is: (place, status)."""

    item: Item
    status: Status | None
    sentence: str
    places: list[tuple[str, Status]] = field(default_factory=list)
    is_illustrative: bool = False


@dataclass(frozen=True)
class Segment:
    """A part of the bar that says how many of a theme's rollouts have one status."""

    shape: str
    x: float
    width: float


@dataclass
class Column:
    """A theme with its cards, how far it has come in words, and the bar that repeats them."""

    name: str
    cards: list[Card]
    told: str
    segments: list[Segment]


def columns(items: Sequence[Item], rollouts: Iterable[Rollout], shown: set[int]) -> list[Column]:
    """Return the themes of `items` (in order) with the rollouts among them whose ids are `shown`.

    An item's status is its own or, where it has none, the worst of all its rollouts. Items without
    a theme come last.
    """
    of_item: dict[int, list[Rollout]] = {}
    for rollout in rollouts:
        of_item.setdefault(rollout.item_id, []).append(rollout)
    themes: dict[Any, list[Item]] = {}
    for item in items:
        themes.setdefault(item.theme, []).append(item)
    order = sorted(themes, key=lambda theme: (theme is None, theme.position if theme else 0))
    return [
        _column(theme.name if theme else "Without a theme", themes[theme], of_item, shown)
        for theme in order
    ]


def _column(
    name: str, items: list[Item], of_item: dict[int, list[Rollout]], shown: set[int]
) -> Column:
    cards = [_card(item, of_item.get(item.pk, []), shown) for item in items]
    statuses = [status for card in cards for _, status in card.places]
    return Column(name, cards, words.sentence_case(totals(statuses)), segments(statuses))


def _card(item: Item, rollouts: list[Rollout], shown: set[int]) -> Card:
    places = [
        (words.sentence_case(row.place), Status(row.status)) for row in rollouts if row.pk in shown
    ]
    status = Status(item.status) if item.status else worst(row.status for row in rollouts)
    illustrative = item.is_illustrative or any(row.is_illustrative for row in rollouts)
    return Card(item, status, item.sentence, places, illustrative)


def segments(statuses: Iterable[str]) -> list[Segment]:
    """Return the parts of the bar in the order in which totals are told, with gaps."""
    found = Counter(Status(status) for status in statuses)
    many, at, parts = found.total(), 0, []
    for status in AS_TOLD:
        if count := found[status]:
            x, end = at / many * WIDTH, (at + count) / many * WIDTH
            parts.append(Segment(status.shape, round(x, 1), round(max(end - x - 3, 1), 1)))
            at += count
    return parts
