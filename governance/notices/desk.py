"""What democratic services see before they publish: checklist and deadline."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import local_day
from governance.calendar.rules import is_working_day, next_working_day
from governance.call_in_windows.actions import Counter, counter_of
from governance.call_in_windows.rules import Start, Window, count_window
from governance.decisions.models import Decision
from governance.decisions.rules import Check, Level, Origin, missing
from governance.errors import Refused
from governance.meetings.models import AgendaItem
from governance.notices.checks import checks_of
from governance.notices.facts import decisions_of_all
from governance.notices.kinds.kind import Line
from governance.notices.kinds.registry import kind_of
from governance.notices.models import Notice
from governance.notices.strip import strip

NO_DECISION = Check(
    "decision", "A decision", Origin.LAW, Level.MISSING, "No decision is recorded at the meeting."
)


@dataclass(frozen=True)
class Desk:
    """One notice on the desk: each decision with its lines, what is missing, and the window.

    `lines` is the checklist of a notice that publishes no decisions. `items` are where a decision
    can be recorded, for a notice that is to publish some and has none.
    """

    decisions: list[tuple[Decision, list[Check], list[Check]]]
    missing: list[Check]
    window: Window | None
    refusal: str
    lines: list[Line] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        """Return the sentence at the head of the page."""
        number = len(self.missing)
        ready = f"{words.counted(number, 'thing')} {'is' if number == 1 else 'are'} missing"
        start = words.sentence_case(ready) if number else "Ready to publish"
        if self.missing == [NO_DECISION]:
            return "Not ready: no decision is recorded"
        if self.window is None:
            return start
        return f"{start}. Published today, call-in would close on {words.day(self.window.deadline)}"


def desk_of(notice: Notice, now: datetime) -> Desk:
    """Return the desk of one notice at `now`."""
    return desks_of([notice], now)[0]


def desks_of(notices: list[Notice], now: datetime) -> list[Desk]:
    """Return the desk of each notice at `now`, in as many queries for a hundred as for one."""
    meetings = [notice.meeting_id for notice in notices if notice.meeting_id]
    items = AgendaItem.objects.filter(meeting__in=meetings).order_by("position")
    found = decisions_of_all(notices)
    counters: dict[int, Counter | str] = {}
    for notice in notices:
        if kind_of(notice).decides and notice.council_id not in counters:
            counters[notice.council_id] = _counter(notice, now)
    marked = list(items)
    return [
        _desk(
            notice,
            found[notice.pk],
            marked,
            *_count(counters[notice.council_id], found[notice.pk], now),
        )
        if kind_of(notice).decides
        else _plain_desk(notice, now)
        for notice in notices
    ]


def _plain_desk(notice: Notice, now: datetime) -> Desk:
    lines = kind_of(notice).checklist(notice, now)
    return Desk([], missing(line.check for line in lines), None, "", lines)


def _counter(notice: Notice, now: datetime) -> Counter | str:
    try:
        return counter_of(notice.council, local_day(now))
    except Refused as refused:
        return str(refused)


def _count(
    counter: Counter | str, decisions: list[Decision], now: datetime
) -> tuple[Window | None, str]:
    """Return the window to be, or why there is none, as far as the rule of the council says."""
    asked = [d for d in decisions if d.call_in_answer != Decision.YesNo.NO]
    if decisions and not asked:
        return None, ""  # nothing here opens a window, and so needs no rule
    if isinstance(counter, str):
        return None, counter
    said = [counter.opens(decision, is_joint=False) for decision in asked]
    if said and not any(opens for opens, _ in said):
        return None, said[0][1]
    try:
        return counter.window(now, made_on_of(decisions)), ""
    except Refused as refused:
        return None, str(refused)


def made_on_of(decisions: list[Decision]) -> date | None:
    """Return the day from which a rule that counts from the decision counts: the first of them."""
    return min((d.made_on for d in decisions if d.made_on), default=None)


def _desk(
    notice: Notice,
    decisions: list[Decision],
    items: list[AgendaItem],
    window: Window | None,
    refusal: str,
) -> Desk:
    lines = []
    for decision in decisions:
        meeting = decision.item.meeting_id if decision.item else None
        checks = checks_of(decision, [item for item in items if item.meeting_id == meeting])
        law = [check for check in checks if check.origin is Origin.LAW]
        lines.append((decision, law, [check for check in checks if check not in law]))
    if not decisions:
        there = [item for item in items if item.meeting_id == notice.meeting_id]
        return Desk([], [NO_DECISION], None, "", items=there)
    gaps = [check for _, law, council in lines for check in missing([*law, *council])]
    return Desk(lines, gaps, window, refusal)


def tomorrow(notice: Notice, desk: Desk, now: datetime) -> str:
    """Return what waiting until the next working day would give; nothing where no window opens.

    Counts from the window of today alone, and so costs no query.
    """
    if desk.window is None:
        return ""
    calendar = england_and_wales({})
    day = next_working_day(local_day(now), calendar)
    made_on = made_on_of([decision for decision, _, _ in desk.decisions])
    try:
        window = count_window(day, desk.window.terms, calendar, Start("publication", made_on))
    except Refused:
        return ""
    return f"On {words.day_and_month(day)} it would close on {words.day(window.deadline)}"


def line_of(desk: Desk, decision: Decision, part: str) -> Check | None:
    """Return the line that `part` answers, or None when there is nothing left to ask there."""
    for found, law, council in desk.decisions:
        if found.pk == decision.pk:
            return next((check for check in [*law, *council] if check.part == part), None)
    return None


def strip_of(notice: Notice, window: Window, now: datetime) -> list[dict[str, Any]]:
    held_on = notice.meeting.held_on if notice.meeting else None
    return strip(window, made_on=held_on, today=local_day(now))


def later(notice: Notice, desk: Desk, now: datetime) -> list[dict[str, Any]]:
    """Return what publishing today, on the next working day and before a holiday would give."""
    made_on = made_on_of([decision for decision, _, _ in desk.decisions])
    today = local_day(now)
    counter = counter_of(notice.council, today)
    calendar = counter.calendar
    days = [today, next_working_day(today, calendar)]
    ahead = (today + timedelta(days=n) for n in range(2, 120))
    holiday = next((d for d in ahead if d.weekday() < 5 and not is_working_day(d, calendar)), None)
    if holiday:
        before = holiday - timedelta(days=3)
        days += [before] if is_working_day(before, calendar) and before > days[-1] else []
    return [row for day in days if (row := _row(counter, day, made_on, day == today))]


def _row(
    counter: Counter, day: date, made_on: date | None, is_today: bool
) -> dict[str, Any] | None:
    try:
        if not counter.rule.is_in_force(day):
            counter = counter_of(counter.council, day)
        window = counter.window(day, made_on)
    except Refused:
        return None  # the rule of today may end before then, or the calendar may
    skipped = [entry for entry in window.trace if entry.kind == "skipped"]
    weekends = sum(entry.date.weekday() == 5 for entry in skipped)
    named = [f"{words.day_and_month(e.date)} ({e.why})" for e in skipped if e.date.weekday() < 5]
    parts = [words.counted(weekends, "weekend")] if weekends else []
    return {
        "published": f"Today, {words.day_and_month(day)}" if is_today else words.day_and_month(day),
        "closes": words.day(window.deadline),
        "skipped": "; ".join([*parts, *named]) or "Nothing: every day counts",
        "is_today": is_today,
    }
