"""Where a published notice stands at a moment: one answer for page, list, feed and home.

It follows from the stored windows and the clock alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.rules import Calendar
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.rules import Window
from governance.call_in_windows.standing import Standing, State, standing
from governance.notices.models import Notice


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
    """Return, in one query, the windows in force of each notice: those its newest count opened."""
    ids = [notice.pk for notice in notices]
    rows = (
        CallInWindow.objects.filter(version__notice__in=ids)
        .select_related("council", "version")
        .order_by("version__notice", "decision", "council", "-version__number")
        .distinct("version__notice", "decision", "council")
    )
    found: dict[int, list[CallInWindow]] = {pk: [] for pk in ids}
    for row in rows:
        found[row.version.notice_id].append(row)
    return found


def verdict(windows: list[CallInWindow], now: datetime) -> Verdict:
    """Return where a notice with these windows stands at `now`. The last to close decides."""
    if not windows:
        return Verdict(
            "done", "Not open to call-in", "These decisions cannot be called in", "", False
        )
    last = max(windows, key=lambda window: window.closes_at)
    found = _standing(last, now)
    several = len({window.council_id for window in windows}) > 1
    where = f" at {last.council.short_name}" if several else ""
    if found.state is State.CLOSED:
        in_effect = found.effect_words.startswith("In effect")
        state = "In effect" if in_effect else "Closed, not called in"
        return Verdict(
            "done" if in_effect else "idle", state, found.effect_words,
            f"{found.sentence.split('. ')[0]}{where}.", False,
            last.closes_at, last.deadline_on,
        )  # fmt: skip
    state = "Closes today" if found.state is State.CLOSES_TODAY else "Open for call-in"
    more = f"{found.days_left_words}. {found.effect_words}."
    return Verdict(
        "open", state, f"{found.sentence}{where}", more, True, last.closes_at, last.deadline_on
    )


def _standing(window: CallInWindow, now: datetime) -> Standing:
    return standing(
        window.closes_at, window.deadline_on, window.in_effect_on, now, _calendar(window)
    )


def _calendar(window: CallInWindow) -> Calendar:
    """The days that the stored count skipped are skipped again when counting the days left."""
    skipped = [day for day in Window.from_json(window.counted).trace if day.kind == "skipped"]
    return england_and_wales({day.date: day.why for day in skipped})
