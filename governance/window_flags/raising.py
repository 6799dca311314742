"""Finding the stored windows that a day would have changed, and flagging them for a person."""

from collections.abc import Iterable
from datetime import date, datetime

from governance.call_in_windows.actions import calendar_of
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.rules import Window
from governance.history.actions import write
from governance.notices.states import State as NoticeState
from governance.people.models import User
from governance.window_flags.models import WindowFlag
from governance.window_flags.rules import as_it_would_be, cause_of, differs
from governance.window_flags.states import State, check_move


def raise_flags(
    day: date, why: str, *, by: User, at: datetime, council_id: int | None = None
) -> list[WindowFlag]:
    """Flag every window in force that would have been counted otherwise without `day`.

    The day must already be in the calendar. council_id: the one council at which it is not worked;
    None for a bank holiday. Windows already closed are flagged too. No window is touched. A window
    whose flag still waits gets the new count and both causes on that flag.
    """
    raised = []
    for window in _in_force_over(day, council_id):
        stored = Window.from_json(window.counted)
        again = as_it_would_be(stored, calendar_of(window.council))
        if differs(stored, again):
            raised.append(_flag(window, again, cause_of(day, why), by=by, at=at))
    return raised


def take_back(day: date, why: str, *, by: User, at: datetime, council_id: int | None) -> None:
    """Close the waiting flags that `day` alone raised, because it was entered by mistake."""
    waiting = WindowFlag.objects.select_for_update().waiting().filter(cause=cause_of(day, why))
    if council_id is not None:
        waiting = waiting.filter(window__council=council_id)
    for flag in waiting:
        check_move(State(flag.state), State.TAKEN_BACK)
        flag.state, flag.decided_by, flag.decided_at = State.TAKEN_BACK, by, at
        flag.reason = "The day was taken back: it was entered by mistake."
        write(flag, by=by, because=flag.reason)


def _in_force_over(day: date, council_id: int | None) -> Iterable[CallInWindow]:
    newest = CallInWindow.objects.order_by("decision", "council", "-version__number")
    newest = newest.exclude(version__notice__state=NoticeState.WITHDRAWN)
    found = CallInWindow.objects.filter(
        pk__in=newest.distinct("decision", "council").values("pk"),
        published_on__lte=day,
        in_effect_on__gte=day,
    )
    if council_id is not None:
        found = found.filter(council=council_id)
    return found.select_related("council", "decision").order_by("pk")


def _flag(window: CallInWindow, again: Window, cause: str, *, by: User, at: datetime) -> WindowFlag:
    flag = WindowFlag.objects.select_for_update().waiting().filter(window=window).first()
    if flag is None:
        flag = WindowFlag(window=window, raised_at=at, was_open=window.closes_at > at)
    flag.cause = f"{flag.cause} {cause}".strip()
    flag.counted = again.as_json()
    return write(flag, by=by, because=cause)
