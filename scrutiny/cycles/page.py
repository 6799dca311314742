"""What the pages of cycles show: what was due, what is to come, and where each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from governance.duties import rules as duty_rules
from governance.people.permissions import Visitor
from scrutiny.cycles.keeping import plan_of
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.cycles.rules import Due, Standing, come_due, coming, standing
from scrutiny.reviews.models import Review

COLUMNS = ["Due by", "Planned for", "Kind", "State", "Done on", "How", "Review", "Why moved"]
LIST_COLUMNS = [
    "What is reviewed", "Council", "Partnership", "Held by", "Where it stands", "Next due",
    "Illustrative",
]  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One occurrence: planned for a day, due by one, with where it stands and what did it."""

    planned_on: date
    due_on: date
    kind: str
    standing: duty_rules.Standing
    row: Occurrence | None = None
    review: Review | None = None

    @property
    def kind_words(self) -> str:
        return str(Occurrence.Kind(self.kind).label)

    @property
    def is_moved(self) -> bool:
        return self.due_on != self.planned_on

    @property
    def is_done(self) -> bool:
        return self.row is not None and self.row.duty.done_on is not None


def lines_of(
    cycle: ReviewCycle, rows: Iterable[Occurrence], seen: set[int], today: date
) -> list[Line]:
    """Return every occurrence up to the tenth to come, in the order of their days.

    `rows` are those stored, with their duty and review; `seen` are the ids of the reviews that the
    visitor may see.
    """
    stored = {row.planned_on: row for row in rows}
    plan = plan_of(cycle)
    planned = [*come_due(plan, today), *coming(plan, today)]
    lines = [_line(due.on, due.kind, stored.pop(due.on, None), seen, today) for due in planned]
    lines += [_line(row.planned_on, row.kind, row, seen, today) for row in stored.values()]
    return sorted(lines, key=lambda line: (line.due_on, line.planned_on))


def _line(planned_on: date, kind: str, row: Occurrence | None, seen: set[int], today: date) -> Line:
    due_on = row.due_on if row else planned_on
    done_on = row.duty.done_on if row else None
    review = row.review if row and row.review_id in seen else None
    found = duty_rules.standing(None, due_on, done_on, today)
    if not done_on and due_on >= today:
        found = duty_rules.Standing(duty_rules.State.NOT_YET, "idle", "To come", found.dates)
    return Line(planned_on, due_on, kind, found, row, review)


def standing_of(cycle: ReviewCycle, rows: Iterable[Occurrence], today: date) -> Standing:
    """Return where a cycle stands, for its verdict and for the list."""
    lines = lines_of(cycle, rows, set(), today)
    waiting = [Due(line.due_on, line.kind) for line in lines if not line.is_done]
    return standing(
        [due for due in waiting if due.on < today], [due for due in waiting if due.on >= today]
    )


def cells(line: Line) -> list[object]:
    """Return a line for a CSV file."""
    duty = line.row.duty if line.row else None
    return [
        line.due_on.isoformat(), line.planned_on.isoformat(), line.kind_words, line.standing.says,
        duty.done_on.isoformat() if duty and duty.done_on else "", duty.done_note if duty else "",
        line.review.title if line.review else "", line.row.moved_because if line.row else "",
    ]  # fmt: skip


def of_review(review: Review, user: Visitor) -> list[dict[str, str]]:
    """Return the cycles about the matter of a review, for its page: name, address, standing."""
    if review.issue_id is None:
        return []
    cycles = ReviewCycle.objects.visible_to(user).filter(issue=review.issue_id)
    found = []
    for cycle in cycles.prefetch_related("occurrences__duty").order_by("title", "pk"):
        at = standing_of(cycle, cycle.occurrences.all(), timezone.localdate())
        address = reverse("cycles:detail", args=[cycle.pk])
        found.append({"title": cycle.title, "address": address, "says": at.sentence})
    return found
