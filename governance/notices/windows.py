"""Which call-in windows a publication opens, and which a correction lets run on."""

from datetime import date, datetime

from governance.calendar import words
from governance.call_in_windows.actions import calendar_of, windows_at
from governance.call_in_windows.extension import extend
from governance.call_in_windows.models import CallInRule, CallInWindow
from governance.call_in_windows.rules import Window
from governance.called_in.models import CalledIn
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.notices.models import Notice, NoticeVersion
from governance.notices.states import State

Clock = NoticeVersion.Clock
# A decision's id to the windows counted for it, one a council.
Counted = dict[int, list[tuple[Council, CallInRule, Window]]]


class DeadlineMoved(Refused):
    """The deadline is no longer the one the person saw when the page was opened."""


def count_all(notice: Notice, decisions: list[Decision], published_at: datetime) -> Counted:
    """Count a window for every decision that may be called in, at each council that opens it."""
    callable_ones = [d for d in decisions if d.call_in_answer != Decision.YesNo.NO]
    return windows_at(councils_of(notice), callable_ones, published_at) if callable_ones else {}


def councils_of(notice: Notice) -> list[Council]:
    """Return the councils at which the notice's decisions may be called in."""
    if notice.meeting is None:
        return [notice.council]
    return [
        part.council
        for part in notice.meeting.body.councils.select_related("council").order_by("pk")
    ]


def at_each(notice: Notice, decisions: list[Decision], now: datetime) -> list[tuple[str, Window]]:
    """Return what publishing now gives at each council of a joint body; nothing for one council.

    Several decisions of one notice may differ: the latest day of each council is told.
    """
    if notice.meeting is None or notice.meeting.body.councils.count() < 2:
        return []
    try:
        counted = count_all(notice, decisions, now)
    except Refused:
        return []  # the page says why beside the button
    found: dict[str, Window] = {}
    for at_councils in counted.values():
        for council, _, window in at_councils:
            known = found.get(council.short_name)
            if known is None or known.closes_at < window.closes_at:
                found[council.short_name] = window
    return sorted(found.items(), key=lambda one: one[1].closes_at)


def check_expected(counted: Counted, expected: datetime | None) -> None:
    closing = {window.closes_at for windows in counted.values() for _, _, window in windows}
    if expected is not None and closing and expected not in closing:
        now = words.moment(min(closing))
        raise DeadlineMoved(
            f"Since you opened this page the deadline has moved: you saw {words.moment(expected)}, "
            f"it is now {now}. Nothing was published. Check the count and publish again."
        )


def counted_again(
    notice: Notice,
    decisions: list[Decision],
    clock: str,
    until: date | Counted | None,
    at: datetime,
) -> Counted:
    """Return the windows that a correction opens; those it lets run on are not among them."""
    if not decisions or clock == Clock.KEEPS:
        return {}
    if clock == Clock.RESTARTS:
        return count_all(notice, decisions, at)
    if isinstance(until, dict):
        return until
    if until is None:
        raise Refused("Enter the day to which call-in runs on.")
    rows = {decision.pk: _newest_rows(decision) for decision in decisions}
    still_open = [row for found in rows.values() for row in found if row.closes_at > at]
    if not still_open:
        raise Refused("No call-in window is still open, so none can run on. Start it again.")
    last = max(still_open, key=lambda row: row.deadline_on)
    # What is already open for longer at one council of several runs on as it was.
    short = [row for row in still_open if row.deadline_on < until] or [last]
    extended: Counted = {}
    for row in short:
        window = extend(Window.from_json(row.counted), until, calendar_of(row.council))
        extended.setdefault(row.decision_id, []).append((row.council, row.rule, window))
    return extended


def last_day(until: date | Counted | None) -> date | None:
    """Return the day to which a correction lets call-in run on, the latest of several."""
    if isinstance(until, dict):
        return max(window.deadline for found in until.values() for _, _, window in found)
    return until


def check_windows(notice: Notice, decisions: list[Decision], clock: str, at: datetime) -> None:
    """A correction neither takes away a window nor lets run on one that was never opened."""
    if clock != Clock.KEEPS:
        refuse_when_called_in(notice)
    without = [decision for decision in decisions if not _newest_rows(decision)]
    opening = {} if clock == Clock.RESTARTS else count_all(notice, without, at)
    for decision in decisions:
        if decision not in without and decision.call_in_answer == Decision.YesNo.NO:
            raise Refused(
                f"“{decision.title}” was published as open to call-in. A correction cannot take "
                "its window away: record again that it can be called in."
            )
        if decision.pk in opening:
            raise Refused(
                f"“{decision.title}” has no call-in window to run on: start one from this version."
            )
    if not decisions:
        return
    if clock == Clock.RESTARTS and all(d.call_in_answer == Decision.YesNo.NO for d in decisions):
        raise Refused(
            "Nothing in this notice can be called in, so there is no window to start again."
        )


def refuse_when_called_in(notice: Notice) -> None:
    """Refuse to move the window of a decision that was called in by it: that is done once."""
    called = CalledIn.objects.filter(window__version__notice=notice).select_related(
        "window__decision", "window__council"
    )
    if found := called.first():
        window = found.window
        raise Refused(
            f"“{window.decision.title}” was called in at {window.council.short_name} on "
            f"{words.day(found.received_at)}, so its window cannot be moved."
        )


def shown(decision: Decision, counted: Counted) -> list[tuple[str, Window]]:
    """Return the (council's short name, window) pairs that a version shows of a decision.

    They are the windows just counted, and those that it lets run on.
    """
    windows = {
        row.council_id: (row.council.short_name, Window.from_json(row.counted))
        for row in _newest_rows(decision)
    }
    new = {c.pk: (c.short_name, window) for c, _, window in counted.get(decision.pk, [])}
    return list((windows | new).values())


def _newest_rows(decision: Decision) -> list[CallInWindow]:
    """Return the newest window at each council; those of a withdrawn notice have stopped."""
    standing = decision.windows.exclude(version__notice__state=State.WITHDRAWN)
    newest = standing.select_related("council", "rule").order_by("council", "-version__number")
    return list(newest.distinct("council"))
