"""Writing a decision's record, one part at a time."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from governance.councils.models import Council
from governance.decisions.marks import Answer
from governance.decisions.models import AffectedCouncil, Decision, Resolution
from governance.duties.actions import keep_report_back
from governance.errors import Refused
from governance.history.actions import remove, with_plain_lines, write, write_seen
from governance.people.models import User
from governance.urgency.models import Agreement


class LimbsChanged(Refused):
    """Somebody else changed the rows since the form was opened; `seen` is what they are now."""

    def __init__(self, seen: int, what: str = "limbs") -> None:
        super().__init__(
            f"The {what} were changed by somebody else while you were writing; the page shows "
            "yours. Compare them with the record, then save again to put yours in its place."
        )
        self.seen = seen


def record(
    decision: Decision, changes: dict[str, Any], *, seen: int, by: User, because: str
) -> Decision:
    """Write `changes` (field: value); see `history.actions.write_seen` for two people at once."""
    return write_seen(decision, changes, seen=seen, by=by, because=because)


def limbs_revision(decision: Decision) -> int:
    """Return the newest history row of any limb, removed ones included; 0 when there are none."""
    return _newest(Resolution.history.filter(decision_id=decision.pk))


def agreements_revision(decision: Decision) -> int:
    """Return the newest history row of any agreement, removed ones included; 0 for none."""
    return _newest(Agreement.history.filter(decision_id=decision.pk))


def _newest(rows: "QuerySet[Any]") -> int:
    return int(rows.order_by("-history_id").values_list("history_id", flat=True).first() or 0)


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
        gone = kept.pop(pk)
        gone.due_on = None
        keep_report_back(gone, by=by)
        _refuse_what_hangs_on(gone)
        remove(gone, by=by, because=because)
    rows = [(kept.get(limb["id"], Resolution(decision=decision)), limb) for limb in limbs]
    _step_aside(rows, by=by, because=because)
    for number, (row, limb) in enumerate(rows, start=1):
        fields = {name: with_plain_lines(value) for name, value in limb.items() if name != "id"}
        fields["number"] = number
        if not row.pk or any(getattr(row, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(row, name, value)
            write(row, by=by, because=because)
            keep_report_back(row, by=by)


def _refuse_what_hangs_on(limb: Resolution) -> None:
    if limb.duties.exists():
        raise Refused(f"Limb {limb.number} promised a report that was made: it cannot be removed.")
    if under := limb.decisions_under.first():
        raise Refused(
            f"“{under.title}” was decided under limb {limb.number}: it cannot be removed."
        )


@transaction.atomic
def record_affected(
    decision: Decision, councils: Iterable[Council], *, by: User, because: str
) -> None:
    """Make the councils that a joint body's decision affects exactly these; none leaves it open."""
    Decision.objects.select_for_update().get(pk=decision.pk)
    wanted = {council.pk for council in councils}
    held = {row.council_id: row for row in decision.affected.all()}
    for pk in held.keys() - wanted:
        remove(held[pk], by=by, because=because)
    for pk in wanted - held.keys():
        write(AffectedCouncil(decision=decision, council_id=pk), by=by, because=because)


@transaction.atomic
def record_agreements(
    decision: Decision, purpose: str, rows: list[dict[str, Any]], *,
    seen: int, by: User, because: str,
) -> None:  # fmt: skip
    """Make the agreements to `purpose` exactly `rows`: id, name, office and agreed_at.

    Raises LimbsChanged, writing nothing, when somebody else changed them since revision `seen`.
    """
    held = list(Agreement.objects.select_for_update().filter(decision=decision))
    if agreements_revision(decision) != seen:
        raise LimbsChanged(agreements_revision(decision), "agreements")
    kept = {one.pk: one for one in held if one.purpose == purpose}
    for pk in kept.keys() - {row["id"] for row in rows}:
        remove(kept.pop(pk), by=by, because=because)
    for row in rows:
        one = kept.get(row["id"]) or Agreement(decision=decision, purpose=purpose)
        facts = {name: row[name] for name in ("name", "office", "agreed_at")}
        if not one.pk or any(getattr(one, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(one, name, value)
            write(one, by=by, because=because)


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
