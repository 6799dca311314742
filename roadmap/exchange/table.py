"""The rows of a roadmap as they are downloaded, to be changed and read back."""

from collections.abc import Iterable, Iterator

from roadmap.bulk.preview import revisions
from roadmap.exchange.rules import ALL_TOGETHER, COLUMNS
from roadmap.items.models import Rollout


def rows_of(rollouts: Iterable[Rollout]) -> Iterator[list[object]]:
    """Return a line a rollout (fetched with its names), in the columns `rules.NAMES`."""
    found = list(rollouts)
    seen = revisions(row.pk for row in found)
    for row in found:
        place = row.council.short_name if row.council else ALL_TOGETHER
        theme = row.item.theme.name if row.item.theme else ""
        values = [_cell(column.say(getattr(row, column.field))) for column in COLUMNS]
        yield [row.pk, seen[row.pk], row.item.title, place, row.phase, theme, *values]


def _cell(value: object) -> object:
    return "" if value is None else value
