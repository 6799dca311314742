"""Finding everything that somebody is to be told today: a batch of duties at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from governance.calendar.rules import is_working_day
from governance.call_in_windows.actions import calendar_of
from governance.councils.models import Council
from governance.duties.holders import Post, Roles, holders, watchers
from governance.duties.kinds import LONGEST_LEAD
from governance.duties.models import Duty
from governance.reminders.models import MailChoice, Reminder
from governance.reminders.rules import Facts, Occasion, is_to_be_told, newest_occasion

BATCH = 2000
READ = (
    "pk", "kind", "council_id", "due_on", "lead_days", "acknowledged_until", "holder_role",
    "assigned_to_id",
)  # fmt: skip


class Row(NamedTuple):
    """A duty as it is gone through; of 100,000 there is no time to make more of each."""

    pk: int
    kind: str
    council: int
    due_on: date
    lead_days: list[int] | None
    acknowledged_until: date | None
    holder_role: str
    assigned_to: int | None


class Told(NamedTuple):
    """What one person is to be told: of which duty, on which occasion, and whether as a watcher."""

    duty: int
    occasion: Occasion
    is_watching: bool


@dataclass
class Day:
    """What is the same for every duty: the day, who holds which role, where it is a working day."""

    today: date
    roles: Roles
    works_at: dict[int, bool]
    without_early: frozenset[int]

    @classmethod
    def of(cls, today: date, roles: Roles) -> "Day":
        refused = MailChoice.objects.filter(early=False).values_list("user", flat=True)
        waited_for = Duty.objects.filter(done_on=None).values("council")
        councils = Council.objects.filter(pk__in=waited_for)
        works = {c.pk: is_working_day(today, calendar_of(c)) for c in councils}
        return cls(today, roles, works, frozenset(refused))


def told_today(day: Day) -> dict[int, list[Told]]:
    """Return, by the id of each person, what they are to be told now; two queries a batch."""
    found: dict[int, list[Told]] = defaultdict(list)
    for rows in _batches(day.today):
        come = [
            (row, facts, occasion)
            for row, facts in rows
            if (occasion := newest_occasion(facts, day.today))
        ]
        reminded = _reminded([row.pk for row, _, _ in come])
        for row, facts, occasion in come:
            for person, is_watching in _recipients(row, occasion, day).items():
                told = reminded.get((row.pk, person), ())
                works, early = day.works_at[row.council], person not in day.without_early
                if is_to_be_told(facts, occasion, told, day.today, works=works, early=early):
                    found[person].append(Told(row.pk, occasion, is_watching))
    return found


def _recipients(row: Row, occasion: Occasion, day: Day) -> dict[int, bool]:
    """Return who is told of a duty, and of each whether they only watch over it."""
    post = Post(row.kind, row.council, row.holder_role, row.assigned_to)
    people = dict.fromkeys(holders(post, day.roles), False)
    if occasion.is_escalated:
        people = dict.fromkeys(watchers(post, day.roles), True) | people
    return people


def _batches(today: date) -> Iterator[list[tuple[Row, Facts]]]:
    """Yield the duties that anybody could be told of, in order of their ids."""
    last = 0
    waiting = Duty.objects.filter(
        done_on=None, due_on__lte=today + timedelta(days=LONGEST_LEAD)
    ).order_by("pk")
    while batch := [Row(*row) for row in waiting.filter(pk__gt=last).values_list(*READ)[:BATCH]]:
        yield [
            (row, Facts(row.kind, row.due_on, row.lead_days, row.acknowledged_until))
            for row in batch
        ]
        last = batch[-1].pk


def _reminded(duties: list[int]) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    rows = Reminder.objects.filter(duty__in=duties).values_list("duty", "user", "occasion")
    for duty, person, said in rows.iterator():
        found[duty, person].append(said)
    return found
