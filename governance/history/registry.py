"""Kinds of record whose history other apps show: they register here, as imports go one way."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db import models

from governance.people.permissions import Visitor


class Part(NamedTuple):
    """A kind of record that belongs to another: the field that says to which, and its name.

    `names` are the relations that the name is made of; `item` the field that says at which item it
    was said, where a restricted item covers it.
    """

    model: type[models.Model]
    field: str
    called: Callable[[Any], str]
    names: tuple[str, ...] = ()
    item: str = ""


class Kind(NamedTuple):
    """How records of one kind are found, where they are shown, whose they are, and their parts.

    `home` returns the ids of the councils whose record it is and the id of the partnership it is
    about, or None; those who hold a role there may read its history if they may see the record.
    """

    model: type[models.Model]
    visible: Callable[[Visitor], models.QuerySet[Any]]
    address: Callable[[Any], str]
    home: Callable[[Any], tuple[set[int], int | None]]
    parts: Sequence[Part] = ()


REGISTERED: dict[str, Kind] = {}
# What a kind of record is called in the histories of others: a name that all of their readers may
# read, though not all of them may see the record.
NAMED: dict[type[models.Model], Callable[[Any], str]] = {}


def register(word: str, kind: Kind) -> None:
    """Let /history/`word`/ show the history of records of `kind`. Called once, as an app starts."""
    REGISTERED[word] = kind


def name_as(model: type[models.Model], called: Callable[[Any], str]) -> None:
    """Let other records' histories call a record of `model` so. Called once, as an app starts."""
    NAMED[model] = called


def kind_of(thing: models.Model) -> Kind | None:
    """Return the registered kind of a record; None for one of this app's own."""
    return next((kind for kind in REGISTERED.values() if isinstance(thing, kind.model)), None)
