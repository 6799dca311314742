"""Finding everything that somebody is to be told today: a batch of duties at a time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from governance.calendar.rules import Calendar
from governance.call_in_windows.actions import calendar_of
from governance.councils.models import Council
from governance.duties.holders import Post, Roles, holders, watchers
from governance.duties.kinds import LONGEST_LEAD
from governance.duties.models import Duty
from governance.reminders.models import MailChoice, Reminder
from governance.reminders.rules import Facts, Occasion, newest_occasion, occasion_now

BATCH = 2000
READ = (
    "pk", "kind", "council_id", "due_on", "lead_days", "acknowledged_until", "holder_role",
    "assigned_to_id",
)  # fmt: skip


class Told(NamedTuple):
    """What one person is to be told: of which duty, on which occasion, and whether as a watcher."""

    duty: int
    occasion: Occasion
    is_watching: bool


@dataclass
class Day:
    """What is the same for every duty: the day, who holds which role, each council's calendar."""

    today: date
    roles: Roles
    calendars: dict[int, Calendar] = field(default_factory=dict)
    without_early: frozenset[int] = frozenset()

    @classmethod
    def of(cls, today: date, roles: Roles) -> "Day":
        refused = MailChoice.objects.filter(early=False).values_list("user", flat=True)
        return cls(today, roles, {c.pk: calendar_of(c) for c in _councils()}, frozenset(refused))


def _councils() -> Iterator[Council]:
    with_duties = Duty.objects.filter(done_on=None).values("council")
    return Council.objects.filter(pk__in=with_duties).iterator()


def told_today(day: Day) -> dict[int, list[Told]]:
    """Return, by the id of each person, what they are to be told now; two queries a batch."""
    found: dict[int, list[Told]] = defaultdict(list)
    for duties in _batches(day.today):
        recipients = {duty.pk: _recipients(duty, day) for duty in duties}
        reminded = _reminded([pk for pk, people in recipients.items() if people])
        for duty in duties:
            facts = Facts(duty.kind, duty.due_on, duty.lead_days, duty.acknowledged_until)
            calendar = day.calendars[duty.council_id]
            for person, is_watching in recipients[duty.pk].items():
                occasion = occasion_now(
                    facts, reminded.get((duty.pk, person), ()), day.today, calendar,
                    early=person not in day.without_early,
                )  # fmt: skip
                if occasion:
                    found[person].append(Told(duty.pk, occasion, is_watching))
    return found


def _recipients(duty: Duty, day: Day) -> dict[int, bool]:
    """Return who is told of a duty, and of each whether they only watch over it."""
    facts = Facts(duty.kind, duty.due_on, duty.lead_days)
    occasion = newest_occasion(facts, day.today)
    if occasion is None:
        return {}
    post = Post(duty.kind, duty.council_id, duty.holder_role, duty.assigned_to_id)
    people = dict.fromkeys(holders(post, day.roles), False)
    if occasion.is_escalated:
        people = dict.fromkeys(watchers(post, day.roles), True) | people
    return people


def _batches(today: date) -> Iterator[list[Duty]]:
    """Yield the duties that anybody could be told of, in order of their ids."""
    last = 0
    waiting = Duty.objects.filter(
        done_on=None, due_on__lte=today + timedelta(days=LONGEST_LEAD)
    ).order_by("pk")
    while batch := list(waiting.filter(pk__gt=last).only(*READ)[:BATCH]):
        yield batch
        last = batch[-1].pk


def _reminded(duties: list[int]) -> dict[tuple[int, int], list[Occasion]]:
    found: dict[tuple[int, int], list[Occasion]] = defaultdict(list)
    rows = Reminder.objects.filter(duty__in=duties).values_list("duty", "user", "occasion")
    for duty, person, said in rows.iterator():
        found[duty, person].append(Occasion.read(said))
    return found
