"""Deciding what becomes of flagged windows: a person says, once, and the notice says so."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from governance.calendar import words
from governance.call_in_windows.rules import Window
from governance.errors import Refused
from governance.history.actions import write
from governance.notices import actions as notices
from governance.notices.models import Notice, NoticeVersion
from governance.notices.windows import Counted
from governance.people.models import User
from governance.window_flags.models import WindowFlag, WindowFlagQuerySet
from governance.window_flags.rules import printed
from governance.window_flags.states import State, check_move

Clock = NoticeVersion.Clock


class DecidedAlready(Refused):
    """Somebody else decided first, or another day was proclaimed while the page was open."""


@transaction.atomic
def decide(
    notice: Notice, *, moves: bool, by: User, at: datetime, reason: str, seen: Sequence[int]
) -> NoticeVersion:
    """Let the flagged windows of `notice` keep their dates, or move them, and publish that.

    seen: the revisions of the flags that `by` was shown. The next version of the notice prints the
    cause, both dates and the reason. Raises Refused without a reason, and DecidedAlready where
    somebody was first; then nothing is written.
    """
    if not reason.strip():
        raise Refused("Say why. The reason is printed on the notice.")
    Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    flags = list(waiting_of(notice).select_for_update(of=("self",)))
    _check_seen(notice, flags, seen)
    text = _text(flags, reason, moves=moves)
    clock, until = (Clock.EXTENDS, _moved(flags)) if moves else (Clock.KEEPS, None)
    version = notices.correct(notice, by=by, at=at, reason=text, clock=clock, until=until)
    for flag in flags:
        new = State.MOVED if moves else State.KEPT
        check_move(State(flag.state), new)
        flag.state, flag.reason, flag.version = new, reason.strip(), version
        flag.decided_by, flag.decided_at = by, at
        write(flag, by=by, because=reason)
    return version


def waiting_of(notice: Notice) -> WindowFlagQuerySet:
    """Return the flags of a notice's windows that wait for a decision, in order."""
    found = WindowFlag.objects.waiting().filter(window__version__notice=notice)
    return found.select_related("window__council", "window__decision", "window__rule").order_by(
        "window__council", "pk"
    )


def revisions_of(flags: Sequence[WindowFlag]) -> list[int]:
    """Return the newest revision of each flag: what a form remembers having shown."""
    history = WindowFlag.history.filter(id__in=[flag.pk for flag in flags])
    newest = history.order_by("id", "-history_id").distinct("id")
    return sorted(newest.values_list("history_id", flat=True))


def _check_seen(notice: Notice, flags: list[WindowFlag], seen: Sequence[int]) -> None:
    if flags and revisions_of(flags) == sorted(seen):
        return
    if flags:
        raise DecidedAlready(
            "Another day was entered since you opened this page. Nothing was published: read the "
            "dates as they would be now, and decide again."
        )
    last = WindowFlag.objects.filter(window__version__notice=notice).exclude(decided_by=None)
    decided = last.select_related("decided_by").order_by("-decided_at").first()
    if decided is None or decided.decided_at is None:
        raise DecidedAlready("No window of this notice needs a decision.")
    raise DecidedAlready(
        f"{decided.decided_by} already decided at {words.moment(decided.decided_at)}: "
        f"{words.uncapitalised(decided.get_state_display())}. Nothing was published again."
    )


def _text(flags: list[WindowFlag], reason: str, *, moves: bool) -> str:
    """One sentence for each different pair of dates, named by council where there are several."""
    several = len({flag.window.council_id for flag in flags}) > 1
    said: dict[str, None] = {}
    for flag in flags:
        stored, again = (Window.from_json(c) for c in (flag.window.counted, flag.counted))
        at_council = f"At {flag.window.council.short_name}: " if several else ""
        said[at_council + printed(stored, again, flag.cause, moves=moves)] = None
    return " ".join([*said, reason.strip()])


def _moved(flags: list[WindowFlag]) -> Counted:
    counted: Counted = {}
    for flag in flags:
        window = flag.window
        again = Window.from_json(flag.counted)
        counted.setdefault(window.decision_id, []).append((window.council, window.rule, again))
    return counted
