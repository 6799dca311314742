"""What happened to a matter, in order, and what the record says is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.decisions.models import Decision
from governance.duties.models import Duty
from governance.issues.grid import DONE, Grid
from governance.issues.models import Consideration
from governance.issues.reading import Records, concerned


@dataclass(frozen=True)
class Event:
    """Who did what, in a sentence, and where to read it. `on` is None where no date is recorded."""

    on: date | None
    who: str
    says: str
    address: str = ""
    link: str = ""
    is_next: bool = False

    @property
    def says_whole(self) -> str:
        """Return what happened as a whole sentence, for a link may follow it."""
        return f"{self.says.rstrip('.')}."

    @property
    def when(self) -> str:
        """Return "Friday 21 April 2023, expected", or that nobody recorded the date."""
        if self.on is None:
            return "No date yet" if self.is_next else "Date not recorded"
        return f"{words.day(self.on)}{', expected' if self.is_next else ''}"


def chronology(
    records: Records, grid: Grid, duties: list[Duty], now: datetime, more: Iterable[Event] = ()
) -> list[Event]:
    """Return the events of a matter in time order; those without a date come last.

    `more` are those that other apps tell of it (see `telling`).
    """
    today = local_day(now)
    told = {c.item_id for c in records.considerations if c.item_id}
    events = [_consideration(records, c, today) for c in records.considerations]
    events += [_decision(records, d) for d in records.decisions if d.item_id not in told]
    events += _notices(records, grid, now)
    events += [_duty(duty, today) for duty in duties]
    events += more
    return sorted(events, key=lambda event: (event.on or date.max, event.is_next))


def _consideration(records: Records, c: Consideration, today: date) -> Event:
    names = [x.short_name for x in records.councils if x.pk in concerned(c)]
    decision = next((d for d in records.decisions if d.item_id and d.item_id == c.item_id), None)
    is_next = decision is None and (c.on >= today if c.on else c.role == c.Role.DECIDE)
    who = words.listed(names)
    if c.outcome:
        who, says = f"{who}, {c.body.name}", c.outcome
    else:
        says = _default(records, c, decision)
    address = reverse("meetings:detail", args=[c.meeting_id]) if c.meeting_id else ""
    if address and c.item_id:
        address += f"#item-{c.item_id}"
    return Event(c.on, who, says, address, _link(c), is_next)


def _default(records: Records, c: Consideration, decision: Decision | None) -> str:
    if decision:
        return f"{c.body.name} {_verbs(records, decision)}"
    done = {"scrutinise": "scrutinises", "recommend": "considers", "decide": "considers"}
    return f"{c.body.name} {done.get(c.role, 'notes')} it"


def _link(c: Consideration) -> str:
    if c.item and c.item.minute_number:
        return f"Minute {c.item.minute_number}"
    if c.item and c.item.printed_number:
        return f"Item {c.item.printed_number}"
    return "The meeting" if c.meeting_id else ""


def _decision(records: Records, decision: Decision) -> Event:
    meeting = decision.item.meeting if decision.item else None
    who = f"{meeting.body.name if meeting else decision.made_by} {_verbs(records, decision)}"
    address = reverse("meetings:detail", args=[meeting.pk]) if meeting else ""
    link = "The meeting" if meeting else ""
    return Event(decision.made_on, decision.council.short_name, who, address, link)


def _verbs(records: Records, decision: Decision) -> str:
    """Return "approved (limb 1) and noted (limb 2)" of what was resolved."""
    limbs: dict[str, list[str]] = {}
    for number, verb in enumerate(records.verbs_of(decision), start=1):
        limbs.setdefault(verb, []).append(str(number))
    if not limbs:
        return "decided"
    alone = len(limbs) == 1
    said = [
        DONE[verb].lower()
        if alone
        else f"{DONE[verb].lower()} ({'limb' if len(n) == 1 else 'limbs'} {words.listed(n)})"
        for verb, n in limbs.items()
    ]
    return words.listed(said)


def _notices(records: Records, grid: Grid, now: datetime) -> list[Event]:
    today, found = local_day(now), []
    for row in grid.rows:
        name, notice = row.council.short_name, row.notice
        if notice and notice.published_at and notice.council_id == row.council.pk:
            address = reverse("notices:detail", args=[notice.council.slug, notice.slug])
            on = local_day(notice.published_at)
            opens = "; call-in opens" if row.window else ""
            found.append(Event(on, name, f"notice published{opens}", address, "The notice"))
        if row.window:
            on = row.window.deadline_on
            ends = row.window.closes_at > now
            found.append(
                Event(on, name, "call-in closes" if ends else "call-in closed", is_next=ends)
            )
            found += _called_in(row.window, name)
    if grid.across.shape == "done" and len(grid.rows) > 1:
        last = max(row.in_effect_on for row in grid.rows if row.in_effect_on)
        found.append(Event(last, "Every council", "in effect", is_next=last > today))
    return found


def _called_in(window: object, name: str) -> list[Event]:
    called = getattr(window, "called_in", None)
    if called is None:
        return []
    events = [Event(local_day(called.received_at), name, "the decision was called in")]
    if called.ended_on:
        says = words.uncapitalised(called.get_outcome_display())
        events.append(Event(called.ended_on, name, f"the call-in ended: {says}"))
    return events


def _duty(duty: Duty, today: date) -> Event:
    if duty.done_on:
        return Event(duty.done_on, duty.council.short_name, f"done: {duty.title}")
    late = " (overdue)" if duty.due_on < today else ""
    says = f"due: {duty.title}{late}"
    return Event(duty.due_on, duty.council.short_name, says, is_next=duty.due_on >= today)
