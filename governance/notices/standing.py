"""Where a published notice stands at a moment: one answer for page, list, feed and home.

It follows from the stored windows and the clock alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.calendar import words
from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import Calendar
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.rules import Window
from governance.called_in.requests import asked_of, with_asked
from governance.called_in.rules import FREEZES, Request, Stand, State, at_council, together
from governance.decisions.models import Decision
from governance.decisions.states import State as Published
from governance.notices.models import Notice
from governance.notices.states import State as Standing

WORDS = {
    State.CALLED_IN: ("Called in, frozen", "frozen"),
    State.REQUESTED: ("Call-in requested, frozen", "frozen"),
    State.REFERRED: ("Referred, to be decided again", "frozen"),
    State.DECIDED_AGAIN: ("Decided again", "closed"),
    State.OPEN: ("Open for call-in", "open"),
    State.CLOSES_TODAY: ("Closes today", "open"),
    State.CLOSED: ("Closed, not called in", "idle"),
    State.RELEASED: ("Released, not yet in effect", "idle"),
    State.IN_EFFECT: ("In effect", "done"),
}


@dataclass(frozen=True)
class Verdict:
    """The state in a word or three, its shape, and the sentences that explain it."""

    shape: str
    state: str
    sentence: str
    more: str
    is_open: bool
    closes_at: datetime | None = None
    last_day: date | None = None


def windows_by_notice(notices: Iterable[Notice]) -> dict[int, list[CallInWindow]]:
    """Return, in two queries, the windows in force of each notice: those its newest count opened.

    A notice that was withdrawn has none any more.
    """
    ids = [notice.pk for notice in notices]
    rows = (
        CallInWindow.objects.filter(version__notice__in=ids)
        .exclude(version__notice__state=Standing.WITHDRAWN)
        .select_related("council", "version", "called_in", "rule", "decision__reconsidered_by")
        .order_by("version__notice", "decision", "council", "-version__number")
        .distinct("version__notice", "decision", "council")
    )
    found: dict[int, list[CallInWindow]] = {pk: [] for pk in ids}
    for row in with_asked(rows):
        found[row.version.notice_id].append(row)
    return found


def verdict(windows: list[CallInWindow], now: datetime) -> Verdict:
    """Return where a notice with these windows stands: what holds it up longest decides."""
    if not windows:
        return Verdict(
            "done", "Not open to call-in", "These decisions cannot be called in", "", False
        )
    decisions: dict[int, list[Stand]] = {}
    for window in windows:
        decisions.setdefault(window.decision_id, []).append(stand_of(window, now))
    stands = [together(at_councils) for at_councils in decisions.values()]
    found = together(stands)
    state, shape = WORDS[found.state]
    alike = [stand for stand in stands if stand.state is found.state]
    if len(alike) < len(stands) and found.state in FREEZES:
        state = f"{state}: {len(alike)} of {words.counted(len(stands), 'decision')}"
    return Verdict(
        shape, state, found.sentence, f"{found.more}.", found.is_open,
        found.closes_at, found.deadline_on,
    )  # fmt: skip


def withdrawn(at: datetime) -> Verdict:
    """Return where a notice withdrawn at that moment stands, whatever it published."""
    return Verdict("closed", "Withdrawn", f"Withdrawn on {words.day(at)}", "", False)


def stand_of(window: CallInWindow, now: datetime) -> Stand:
    """Return where a decision stands at the council of a stored window."""
    dates = (window.closes_at, window.deadline_on, window.in_effect_on)
    called = getattr(window, "called_in", None)
    request = called and Request(
        called.received_at,
        called.hearing_by,
        called.outcome,
        called.ended_on,
        called.in_effect_on,
        _again(window.decision),
        # Only where the hearing is kept too is it known that nobody heard it.
        bool(asked_of(window)) and window.rule.conduct.get("if_not_heard") == "takes_effect",
    )
    name, calendar = window.council.short_name, _calendar(window)
    return at_council(name, dates, request, now, calendar, asked_of(window))


def _again(decision: Decision) -> tuple[str, date] | None:
    newer = getattr(decision, "reconsidered_by", None)
    if newer is None or newer.state != Published.PUBLISHED or newer.made_on is None:
        return None
    # What became of it is told by the new decision, to those who may read that one.
    return (newer.reconsidered_as if newer.is_public else ""), newer.made_on


def _calendar(window: CallInWindow) -> Calendar:
    """The days that the stored count skipped are skipped again when counting the days left."""
    skipped = [day for day in Window.from_json(window.counted).trace if day.kind == "skipped"]
    return england_and_wales({day.date: day.why for day in skipped})
