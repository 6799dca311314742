"""Writing a decision's record, one part at a time."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from governance.decisions.marks import Answer
from governance.decisions.models import Decision, Resolution
from governance.errors import Refused
from governance.history.actions import remove, with_plain_lines, write, write_seen
from governance.people.models import User


class LimbsChanged(Refused):
    """Somebody else changed the limbs since the form was opened; `seen` is what they are now."""

    def __init__(self, seen: int) -> None:
        super().__init__(
            "The limbs were changed by somebody else while you were writing; the page shows yours. "
            "Compare them with the record, then save again to put yours in its place."
        )
        self.seen = seen


def record(
    decision: Decision, changes: dict[str, Any], *, seen: int, by: User, because: str
) -> Decision:
    """Write `changes` (field: value); see `history.actions.write_seen` for two people at once."""
    return write_seen(decision, changes, seen=seen, by=by, because=because)


def limbs_revision(decision: Decision) -> int:
    """Return the newest history row of any limb, removed ones included; 0 when there are none."""
    newest = Resolution.history.filter(decision_id=decision.pk).order_by("-history_id").first()
    return int(newest.history_id) if newest else 0


@transaction.atomic
def record_resolution(
    decision: Decision, changes: dict[str, Any], limbs: list[dict[str, Any]], *,
    seen: int, limbs_seen: int, by: User, because: str,
) -> None:  # fmt: skip
    """Write the date and preamble, and make the resolution exactly `limbs`, numbered from 1.

    A limb with an `id` keeps its record and its history; one that is not in the list is removed.
    Raises ChangedMeanwhile or LimbsChanged, and then nothing is written.
    """
    record(decision, changes, seen=seen, by=by, because=because)
    if limbs_revision(decision) != limbs_seen:
        raise LimbsChanged(limbs_revision(decision))
    kept = {limb.pk: limb for limb in decision.resolutions.all()}
    wanted = {limb["id"] for limb in limbs if limb["id"]}
    for pk in kept.keys() - wanted:
        remove(kept.pop(pk), by=by, because=because)
    rows = [(kept.get(limb["id"], Resolution(decision=decision)), limb) for limb in limbs]
    _step_aside(rows, by=by, because=because)
    for number, (row, limb) in enumerate(rows, start=1):
        fields = {name: with_plain_lines(value) for name, value in limb.items() if name != "id"}
        fields["number"] = number
        if not row.pk or any(getattr(row, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(row, name, value)
            write(row, by=by, because=because)


def _step_aside(rows: list[tuple[Resolution, dict[str, Any]]], *, by: User, because: str) -> None:
    """Give limbs that move a free number: the database allows no two one number, even briefly."""
    free = 1 + max((row.number for row, _ in rows if row.pk), default=0) + len(rows)
    for number, (row, _) in enumerate(rows, start=1):
        if row.pk and row.number != number:
            row.number, free = free, free + 1
            write(row, by=by, because=because)


@transaction.atomic
def explain_marks(answers: Iterable[Answer], *, by: User) -> None:
    """Set the printed mark and its footnote on each limb or item that was answered.

    Raises ChangedMeanwhile, writing nothing, when somebody else changed one of them since.
    """
    for answer in answers:
        changes = {"mark": answer.mark, "footnote": answer.footnote}
        write_seen(
            answer.thing, changes, seen=answer.seen, by=by,
            because="Explained or removed a printed mark",
        )  # fmt: skip
