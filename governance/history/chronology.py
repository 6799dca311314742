"""The changes of a record and of its parts, as one chronology, newest first."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery, Value

from governance.decisions.models import AffectedCouncil, Resolution
from governance.history.permissions import Record, withheld
from governance.history.registry import REGISTERED, Part
from governance.history.trail import Step
from governance.issues.models import Consideration
from governance.meetings.classification import Classified
from governance.meetings.models import AgendaItem, Attendance, Document, Question
from governance.minutes.models import Declaration, Minutes
from governance.people.permissions import Visitor
from governance.urgency.models import Agreement

PARTS: dict[str, list[Part]] = {
    "decision": [
        Part(Resolution, "decision", lambda row: f"Limb {row.number}"),
        Part(Agreement, "decision", lambda row: f"Agreement of {row.office}"),
        Part(
            AffectedCouncil,
            "decision",
            lambda row: f"Affected: {row.council}",
            names=("council",),
        ),
    ],
    "issue": [
        Part(Consideration, "issue", lambda row: f"Considered by {row.body}", names=("body",))
    ],
    "duty": [],
    "call-in": [],
    "item": [
        Part(Question, "item", lambda row: f"Question {row.position}"),
        Part(Document, "item", lambda row: f"Paper “{row.title}”"),
    ],
    "meeting": [
        Part(
            Attendance,
            "meeting",
            lambda row: f"Attendance of {row.person or row.post}",
            names=("person",),
        ),
        Part(
            Declaration,
            "meeting",
            lambda row: f"Declaration of {row.person}",
            names=("person",),
            item="item",
        ),
        Part(Minutes, "meeting", lambda row: f"{row.get_part_display()} minutes"),
    ],
    "notice": [],
}


class Chronology:
    """The history rows of a record and its parts, to be paged through.

    A part that `user` may not read is left out, and `leaves_out` says so.
    """

    def __init__(self, user: Visitor, kind: str, thing: Record) -> None:
        self.leaves_out = False
        parts = REGISTERED[kind].parts if kind in REGISTERED else PARTS[kind]
        self._parts = {str(n): part for n, part in enumerate(parts, start=1)}
        self._rows = {"0": type(thing).history.filter(id=thing.pk)}
        for key, part in self._parts.items():
            of = {part.field: thing.pk}
            rows = part.model.history.filter(**of)  # type: ignore[attr-defined]
            if issubclass(part.model, Classified):
                hidden = withheld(user, thing, part.model, **of)
                self.leaves_out |= bool(hidden)
                rows = rows.exclude(id__in=hidden)
            if part.item:
                covered = withheld(user, thing, AgendaItem, meeting=thing.pk)
                self.leaves_out |= rows.filter(**{f"{part.item}__in": covered}).exists()
                rows = rows.exclude(**{f"{part.item}__in": covered})
            self._rows[key] = rows

    def pages(self, size: int) -> "Paginator[Any]":
        """Return (which table, history_id) of every change, newest first."""
        first, *others = (
            rows.order_by().values_list(Value(key), "history_id", "history_date", named=False)
            for key, rows in self._rows.items()
        )
        order = ("-history_date", "-history_id")
        return Paginator(first.union(*others, all=True).order_by(*order), size)

    def steps(self, changes: list[tuple[str, int, Any]]) -> list[Step]:
        """Return what these changes were; two queries a table, however many they are."""
        found: dict[tuple[str, int], Step] = {}
        for key in sorted({key for key, *_ in changes}):
            wanted = [pk for of, pk, _ in changes if of == key]
            for step in self._steps(key, wanted):
                found[key, step.row.history_id] = step
        return [found[key, pk] for key, pk, _ in changes]

    def _steps(self, key: str, wanted: list[int]) -> list[Step]:
        table = self._rows[key].model
        earlier = table.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        newest = earlier.order_by("-history_id").values("history_id")[:1]
        part = self._parts.get(key)
        rows = table.objects.filter(history_id__in=wanted).annotate(before=Subquery(newest))
        rows = list(rows.select_related("history_user", *(part.names if part else ())))
        before = table.objects.in_bulk([row.before for row in rows if row.before])
        return [
            Step(
                row,
                before.get(row.before),
                part=part.called(row) if part else "",
                within=part.field if part else "",
            )
            for row in rows
        ]
