"""What the page of a notice says of call-ins, and what its reader may record of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from governance.call_in_windows.models import CallInWindow
from governance.called_in.models import CalledIn
from governance.called_in.permissions import can_record
from governance.called_in.states import NEXT, State
from governance.decisions.models import Decision
from governance.people.permissions import Visitor


@dataclass(frozen=True)
class Shown:
    """One window's call-in, or the place to record one; `what` names it where there are several."""

    window: CallInWindow
    called: CalledIn | None
    what: str
    can_record: bool
    can_end: bool


def shown_to(user: Visitor, windows: Iterable[CallInWindow]) -> list[Shown]:
    """Return what `user` is shown of the call-ins in these windows of one notice.

    What was said in the call-in of a restricted decision stays with those who may read it.
    """
    windows = list(windows)
    if not windows:
        return []
    readable = _readable(user, windows)
    found = []
    for window in windows:
        called = getattr(window, "called_in", None)
        allowed = can_record(user, window)
        if window.decision_id not in readable or not (called or allowed):
            continue
        may_end = bool(called and NEXT[State(called.outcome or State.WAITING)])
        found.append(Shown(window, called, _what(window, windows), allowed, allowed and may_end))
    return found


def _readable(user: Visitor, windows: list[CallInWindow]) -> set[int]:
    if all(window.decision.is_public for window in windows):
        return {window.decision_id for window in windows}
    ids = [window.decision_id for window in windows]
    return set(Decision.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))


def _what(window: CallInWindow, windows: list[CallInWindow]) -> str:
    several_decisions = len({one.decision_id for one in windows}) > 1
    several_councils = len({one.council_id for one in windows}) > 1
    parts = [window.council.short_name] if several_councils else []
    parts += [window.decision.title] if several_decisions else []
    return ": ".join(parts)
