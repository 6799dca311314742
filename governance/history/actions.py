"""The only way a governed row is written: with a person and a reason, in one transaction."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models, transaction

from governance.errors import Refused
from governance.people.models import User

Governed = TypeVar("Governed", bound=models.Model)


@dataclass(frozen=True)
class Difference:
    """A field that somebody else changed while a form was open: theirs, yours, who they are."""

    field: str
    theirs: Any
    yours: Any
    by: str


class ChangedMeanwhile(Refused):
    """Somebody else changed the same fields. Nothing was written; `differences` says where.

    `seen` is the revision to post when the person, having read both, saves theirs over it.
    """

    def __init__(self, differences: list[Difference], seen: int) -> None:
        super().__init__(
            f"{differences[0].by} changed this while you were writing. Both are shown below: leave "
            "the page to keep theirs, or save yours over it. What you typed is still here."
        )
        self.differences = differences
        self.seen = seen


def write(thing: Governed, *, by: User, because: str) -> Governed:
    """Save `thing` together with its history row.

    `by` is the person (background work names its system person); `because` is the reason that
    the History page shows, and may not be blank. Raises Refused without one.
    """
    _say_who_and_why(thing, by, because)
    with transaction.atomic():
        thing.save()
    return thing


def remove(thing: models.Model, *, by: User, because: str) -> None:
    """Delete `thing`, leaving the history row that says who did it and why."""
    _say_who_and_why(thing, by, because)
    with transaction.atomic():
        thing.delete()


@transaction.atomic
def write_seen(
    thing: Governed, changes: dict[str, Any], *, seen: int, by: User, because: str
) -> Governed:
    """Write `changes` (field: value) on a row that `by` last saw at history row `seen`.

    A form posts every field it shows: only those that differ from what was seen are changes by its
    writer, and what others changed in the rest is kept. Raises ChangedMeanwhile, writing nothing,
    when one of the same fields was given another value since; its differences are then all there
    are, as saving again puts everything typed in place. Returns the row as it is afterwards.
    """
    rows = type(thing)._default_manager.select_for_update(of=("self",))
    current = rows.get(pk=thing.pk)
    changes = {name: with_plain_lines(value) for name, value in changes.items()}
    then = current.history.filter(history_id=seen).first()  # type: ignore[attr-defined]
    own = {n for n, value in changes.items() if then is None or getattr(then, n) != value}
    differences = _changed_since(current, changes, then)
    if any(difference.field in own for difference in differences):
        raise ChangedMeanwhile(differences, revision_of(current))
    own = {name for name in own if getattr(current, name) != changes[name]}
    if not own:
        return current
    for name in own:
        setattr(current, name, changes[name])
    return write(current, by=by, because=because)


def with_plain_lines(value: Any) -> Any:
    """Return a text as it is stored; browsers end typed lines with two characters."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def revision_of(thing: models.Model) -> int:
    """Return the number of the newest history row: what a form remembers having seen."""
    return int(thing.history.latest().history_id)  # type: ignore[attr-defined]


def _changed_since(current: Any, changes: dict[str, Any], then: Any) -> list[Difference]:
    newest = current.history.select_related("history_user").latest()
    return [
        Difference(name, getattr(current, name), yours, str(newest.history_user))
        for name, yours in changes.items()
        if getattr(current, name) != yours
        and (then is None or getattr(current, name) != getattr(then, name))
    ]


def _say_who_and_why(thing: models.Model, by: User, because: str) -> None:
    if not because.strip():
        raise Refused("Say why you are making this change.")
    thing._history_user = by  # type: ignore[attr-defined]
    thing._change_reason = because.strip()  # type: ignore[attr-defined]
