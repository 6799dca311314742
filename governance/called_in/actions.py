"""Recording that a decision was called in, and how the call-in ended."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.standing import closing_words
from governance.called_in import requests
from governance.called_in.models import CalledIn
from governance.called_in.states import RELEASING, State, check_move
from governance.errors import Refused
from governance.history.actions import write
from governance.notices.models import Notice
from governance.people.models import User


@transaction.atomic
def call_in(
    window: CallInWindow,
    *,
    received_at: datetime,
    said: dict[str, Any],
    by: User,
    at: datetime,
    is_checked: bool = False,
) -> CalledIn:
    """Record the valid call-in of a decision at one council; the decision is frozen from then.

    `said` holds requested_by, ground, alternative and hearing_by; `at` is now; `is_checked` that it
    is the request which waited to be checked. Raises Refused, and writes nothing, when it came
    after the window closed or before it opened, or when the decision was called in there already,
    or another request waits. Source: the call-in rule of the council's constitution.
    """
    window = locked_newest(window)
    _refuse_out_of_time(window, received_at, at)
    if not is_checked and (before := requests.waiting_since(window)):
        raise Refused(
            f"Members requested a call-in of this decision on {words.moment(before)}. Check that "
            "request first."
        )
    called = CalledIn(window=window, received_at=received_at, **said)
    called = write(called, by=by, because="Recorded a valid call-in")
    requests.changed([window.decision_id], by=by, at=at)
    return called


def _refuse_out_of_time(window: CallInWindow, received_at: datetime, at: datetime) -> None:
    """Refuse what came too late, too early, or after another that was valid."""
    notice = window.version.notice
    same = {"window__decision": window.decision_id, "window__council": window.council_id}
    standing = CalledIn.objects.filter(**same).exclude(window__version__notice__state="withdrawn")
    if found := standing.first():
        raise Refused(
            f"This decision was already called in on {words.moment(found.received_at)}. "
            "A decision can be called in once."
        )
    if notice.withdrawn_at:
        raise Refused(
            f"The notice was withdrawn on {words.day(notice.withdrawn_at)}, and its call-in window "
            "stopped."
        )
    if received_at > at:
        raise Refused("A call-in cannot have been received in the future.")
    if received_at >= window.closes_at:
        raise Refused(
            f"Call-in closed {closing_words(window.closes_at, window.deadline_on)}: a request "
            f"received at {words.moment(received_at)} came too late."
        )
    # A time is typed to the minute, so a request of the minute of publication came after it.
    opened = notice.published_at and notice.published_at.replace(second=0, microsecond=0)
    if opened and received_at < opened:
        raise Refused(
            f"The notice was published at {words.moment(opened)}: a request cannot have been "
            "received before then."
        )


@transaction.atomic
def end(
    called: CalledIn, *, outcome: str, ended_on: date, reason: str, by: User, at: datetime
) -> CalledIn:
    """Record how a call-in ended. A released decision takes effect, on `ended_on` at the earliest.

    One that is referred takes no effect: it is decided again. `reason` is printed. Raises Refused.
    """
    # The notice first, as everywhere: two who end one call-in on two pages wait for each other.
    locked_newest(called.window)
    called = CalledIn.objects.select_for_update().get(pk=called.pk)
    window = called.window
    check_move(State(called.outcome or State.WAITING), State(outcome))
    if not reason.strip():
        raise Refused("Say why it ended so. The reason is published.")
    if ended_on > local_day(at):
        raise Refused(f"{words.day(ended_on)} is still to come: record the end when it has come.")
    if ended_on < local_day(called.received_at):
        raise Refused(f"It cannot end before it was received, on {words.day(called.received_at)}.")
    if outcome == State.LAPSED and (called.hearing_by is None or ended_on <= called.hearing_by):
        last = words.day(called.hearing_by) if called.hearing_by else "a day that is not recorded"
        raise Refused(f"It lapses only after the last day on which it could be heard: {last}.")
    called.outcome, called.ended_on = outcome, ended_on
    called.outcome_reason = reason.strip()
    # Withdrawn while others could still call it in: the window runs on to its end.
    released = State(outcome) in RELEASING
    called.in_effect_on = max(ended_on, window.in_effect_on) if released else None
    called = write(called, by=by, because=f"Recorded how the call-in ended: {reason.strip()}")
    requests.ended(called, by=by, at=at)
    requests.changed([window.decision_id], by=by, at=at)
    return called


def locked_newest(window: CallInWindow) -> CallInWindow:
    """Return the window in force of the same decision and council; locks its notice.

    A correction locks the notice as well, so that a request meets the window before it or after.
    Call it in a transaction.
    """
    notice = Notice.objects.filter(versions__windows=window).values("pk")
    Notice.objects.select_for_update().get(pk__in=notice)
    same = CallInWindow.objects.filter(decision=window.decision_id, council=window.council_id)
    return (
        same.filter(version__notice__in=notice)
        .select_related("version__notice", "decision", "council")
        .latest("version__number")
    )
