"""Records of other apps that make duties: they register here, as imports go one way.

The link from a duty to its record is a row of the other app with a one-to-one field to Duty. A
duty is visible to those who may see that link's record, and is finished by those it names.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import models

from governance.people.permissions import Visitor


class Source(NamedTuple):
    """How duties that came from one kind of record are found, shown and finished.

    `relation` is the name of the one-to-one relation as seen from Duty; `visible` returns the links
    whose records a visitor may see; `select` are the relations of the link that `where` (words) and
    `address` need; `can_finish` says whether a visitor may record that it was done; `whose` names,
    for a sentence, those who may.
    """

    relation: str
    visible: Callable[[Visitor], models.QuerySet[Any]]
    select: tuple[str, ...]
    where: Callable[[Any], str]
    address: Callable[[Any], str]
    can_finish: Callable[[Visitor, Any], bool]
    whose: str


REGISTERED: list[Source] = []


def register(source: Source) -> None:
    """Let duties come from records of another app. Called once, as an app starts."""
    REGISTERED.append(source)


def source_of(duty: models.Model) -> tuple[Source, Any] | None:
    """Return the source of a duty and its link; None where it came from this app's own records.

    Costs no query for a duty fetched with `select_of_sources()`.
    """
    for source in REGISTERED:
        if (link := getattr(duty, source.relation, None)) is not None:
            return source, link
    return None


def select_of_sources() -> tuple[str, ...]:
    """Return the relations to fetch with duties, so that each knows its source."""
    return tuple(
        name
        for source in REGISTERED
        for name in (source.relation, *(f"{source.relation}__{way}" for way in source.select))
    )
