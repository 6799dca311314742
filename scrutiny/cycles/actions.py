"""Keeping cycles of reviews, and their occurrences and duties in step with them."""

from datetime import date
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.duties import actions as duties
from governance.errors import Refused
from governance.history.actions import write, write_seen
from governance.people.models import User
from scrutiny.cycles.keeping import facts_of, keep, locked, make, plan_of
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.cycles.rules import Due, all_of
from scrutiny.reviews.models import Review


@transaction.atomic
def begin(said: dict[str, Any], *, by: User, today: date) -> ReviewCycle:
    """Write a new cycle from fields of ReviewCycle; published, its duties are made at once."""
    cycle = write(ReviewCycle(**said), by=by, because="Began the cycle")
    keep(cycle, by=by, today=today)
    return cycle


@transaction.atomic
def change(
    cycle: ReviewCycle, changes: dict[str, Any], *,
    seen: int, because: str, by: User, today: date,
) -> ReviewCycle:  # fmt: skip
    """Write a cycle, with the reason; what is still to come follows, unless it was moved.

    What came due under the cycle as it was stays. Raises Refused, ChangedMeanwhile.
    """
    if not because.strip():
        raise Refused("Say why the cycle is changed.")
    changed = write_seen(cycle, changes, seen=seen, by=by, because=because.strip())
    keep(changed, by=by, today=today)
    return changed


@transaction.atomic
def move(
    cycle: ReviewCycle, planned_on: date, *, to: date, because: str, by: User
) -> Occurrence:  # fmt: skip
    """Give one occurrence another last day, with the reason. Raises Refused.

    `planned_on` is the day that the cycle gives it; the others keep theirs.
    """
    cycle = locked(cycle)
    if not because.strip():
        raise Refused("Say why it is moved.")
    rows = Occurrence.objects.select_related("duty").filter(cycle=cycle)
    row = rows.filter(planned_on=planned_on).first()
    if row is None:
        return make(
            cycle, _planned(cycle, planned_on), by, due_on=to, moved_because=because.strip()
        )
    if row.duty.done_on:
        raise Refused(f"It was done on {words.day(row.duty.done_on)}, so it is not moved.")
    if row.due_on == to:
        raise Refused(f"It is due by {words.day(to)} already.")
    row.due_on, row.moved_because = to, because.strip()
    write(row, by=by, because=because)
    duties.keep(row.duty, facts_of(cycle, row.kind, to), by=by, because=because)
    return row


def _planned(cycle: ReviewCycle, on: date) -> Due:
    if not cycle.is_published:
        raise Refused("Publish the cycle first: until then nothing of it is due.")
    for due in all_of(plan_of(cycle)):
        if due.on == on:
            return due
        if due.on > on:
            break
    raise Refused(f"The cycle does not come round on {words.day(on)}.")


@transaction.atomic
def done(
    occurrence: Occurrence, *, on: date, how: str, review: Review | None, by: User, today: date
) -> Occurrence:
    """Record that an occurrence was done: on which day, how, by which review. Raises Refused."""
    locked(occurrence.cycle)
    row = Occurrence.objects.select_related("duty").get(pk=occurrence.pk)
    how = how.strip() or (_by_which(review) if review else "")
    duties.finish(row.duty, done_on=on, how=how, by=by, today=today)
    if review:
        row.review = review
        write(row, by=by, because=f"Done: {how}")
    keep(occurrence.cycle, by=by, today=today)
    return row


def _by_which(review: Review) -> str:
    named = f"the review “{review.title}”" if review.is_published else "a review not published yet"
    return f"By {named}."
