"""Keeping cycles in step: the occurrences that somebody must see to by now, and their duties."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.duties import actions as duties
from governance.duties.models import Duty
from governance.history.actions import remove, write
from governance.people.models import User
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.cycles.rules import Due, Plan, in_turn

FOLLOWS = "Follows from the cycle"
LONGEST_TITLE = Duty._meta.get_field("title").max_length or 300
TITLES = {"in_depth": "Review in depth", "light": "Look over with a light touch"}


def plan_of(cycle: ReviewCycle) -> Plan:
    """Return how often a cycle comes round, as its rule reads it."""
    return Plan(cycle.months, cycle.first_due, cycle.light_months, cycle.light_from, cycle.ends_on)


@transaction.atomic
def keep(cycle: ReviewCycle, *, by: User, today: date) -> None:
    """Bring the occurrences of a published cycle, and their duties, in step with it.

    What was done stays, and so does what somebody moved and what came due: a cycle that is changed
    does not undo what was missed. One that is a draft again asks for nothing. Safe to run again:
    what is right is not written. The cycle is locked, so two who keep it never make a duty twice.
    """
    cycle = locked(cycle)
    rows = Occurrence.objects.select_related("duty").filter(cycle=cycle)
    known = {row.planned_on: row for row in rows.order_by("planned_on")}
    if not cycle.is_published:
        for row in known.values():
            _end(row, by, "The cycle is not published any more")
        return
    wanted = {due.on: due for due in in_turn(plan_of(cycle), today)}
    for on, row in known.items():
        is_moved, came_due = row.due_on != row.planned_on, row.due_on < today
        if on not in wanted and not is_moved and not came_due:
            _end(row, by, "The cycle does not ask for it any more")
        else:
            duties.keep(row.duty, facts_of(cycle, row.kind, row.due_on), by=by, because=FOLLOWS)
    for on, due in wanted.items():
        if on not in known:
            make(cycle, due, by)


def _end(row: Occurrence, by: User, because: str) -> None:
    """Take away an occurrence and its duty, unless it was done."""
    duty = row.duty
    if duty.done_on:
        return
    remove(row, by=by, because=because)
    remove(duty, by=by, because=because)


def make(cycle: ReviewCycle, due: Due, by: User, **said: Any) -> Occurrence:
    """Write an occurrence with its duty; `said` may give it another day, with the reason."""
    last_day = said.get("due_on", due.on)
    facts = facts_of(cycle, due.kind, last_day)
    duty = duties.keep(Duty(kind=Duty.Kind.REVIEW), facts, by=by, because=FOLLOWS)
    row = Occurrence(
        cycle=cycle, kind=due.kind, planned_on=due.on, duty=duty, **{"due_on": due.on} | said
    )
    return write(row, by=by, because=said.get("moved_because") or FOLLOWS)


def facts_of(cycle: ReviewCycle, kind: str, due_on: date) -> dict[str, Any]:
    """Return what the duty of an occurrence says."""
    said = f"{TITLES[kind]}: {cycle.title}"
    facts = {
        "title": said if len(said) <= LONGEST_TITLE else f"{said[: LONGEST_TITLE - 1]}…",
        "council": cycle.council,
        "holder": cycle.holder,
        "issue": cycle.issue,
        "due_on": due_on,
        "is_illustrative": cycle.is_illustrative,
    }
    return facts | ({"holder_role": cycle.holder_role} if cycle.holder_role else {})


def keep_all(*, by: User, today: date) -> int:
    """Bring every published cycle in step with `today`; returns how many there are."""
    cycles = list(ReviewCycle.objects.filter(is_published=True).order_by("pk"))
    for cycle in cycles:
        keep(cycle, by=by, today=today)
    return len(cycles)


def locked(cycle: ReviewCycle) -> ReviewCycle:
    """Return the cycle locked until the transaction ends."""
    rows = ReviewCycle.objects.select_for_update(of=("self",))
    return rows.select_related("council", "issue", "partnership").get(pk=cycle.pk)
