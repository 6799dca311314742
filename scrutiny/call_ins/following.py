"""What call-ins do of themselves when the notice, or governance's record of them, changes.

Called in the transaction of that change, which holds the notice, whatever page it came from.
"""

from collections.abc import Collection
from datetime import datetime

from governance.call_in_windows.actions import calendar_of
from governance.call_in_windows.models import CallInWindow
from governance.called_in.models import CalledIn
from governance.history.actions import write
from governance.notices.drafting import begin_of_call_in
from governance.notices.models import Notice
from governance.people.models import User
from scrutiny.call_ins.deadlines import decided_again_by
from scrutiny.call_ins.duties import keep_duties
from scrutiny.call_ins.locking import locked
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.reading import conduct_of
from scrutiny.call_ins.states import State, check_move
from scrutiny.call_ins.telling import tell_of_fall, tell_signers

MOVED = "A correction of the notice changed the call-in window"
STOPPED = "The notice of the decision was withdrawn"


def follow(decisions: Collection[int], by: User, at: datetime) -> None:
    """Bring the call-ins of decisions (ids), and their duties, in step with their notices.

    One that gathers goes on in the window that a correction opened; none outlives its notice.
    """
    rows = (
        CallIn.objects.select_for_update(of=("self",))
        .filter(decision__in=decisions, state__in=[State.GATHERING, State.REQUESTED, State.VALID])
        .select_related("window__version__notice", "called_in", "council", "decision")
        .order_by("pk")
    )
    for call_in in rows:
        if call_in.window.version.notice.withdrawn_at:
            _stop(call_in, by, at)
        elif call_in.state == State.GATHERING:
            _move(call_in, by)
    keep_duties(decisions, by, at)


def _move(call_in: CallIn, by: User) -> None:
    newest = CallInWindow.objects.filter(
        decision=call_in.decision_id, council=call_in.council_id,
        version__notice=call_in.window.version.notice,
    ).latest("version__number")  # fmt: skip
    if newest.pk != call_in.window_id:
        call_in.window = newest
        write(call_in, by=by, because=MOVED)


def _stop(call_in: CallIn, by: User, at: datetime) -> None:
    notice = call_in.window.version.notice
    if call_in.state == State.VALID:
        # It froze the decision, and stays what it was: only what came of it is told, and once.
        if (call_in.called_in and call_in.called_in.outcome) or notice.withdrawn_at != at:
            return
    else:
        check_move(State(call_in.state), State.STOPPED)
        call_in.state, call_in.withdrawn_at = State.WITHDRAWN, at
        write(call_in, by=by, because=STOPPED)
    tell_of_fall(call_in, State.STOPPED, notice.withdrawn_reason, at)


def ended(called: CalledIn, by: User, at: datetime) -> None:
    """Do what follows from the end of a valid call-in, on whatever page it was recorded.

    One that is sent back is to be decided again by the day that the rule gives; the notice of how
    it ended is begun; those who signed are told.
    """
    asked = CallIn.objects.filter(called_in=called).select_related("window").first()
    if asked is None or called.ended_on is None:
        return
    call_in, window = locked(asked)
    outcome = State(called.outcome)
    call_in.reconsider_by = None
    if outcome in (State.REFERRED_BACK, State.TO_COUNCIL):
        calendar = calendar_of(call_in.council)
        call_in.reconsider_by = decided_again_by(conduct_of(window), called.ended_on, calendar).date
    write(call_in, by=by, because=f"It ended: {outcome.label}")
    if not called.notices.filter(kind=Notice.Kind.CALL_IN_OUTCOME).exclude(state="withdrawn"):
        begin_of_call_in(called, Notice.Kind.CALL_IN_OUTCOME, by=by)
    tell_signers(call_in, outcome, called.outcome_reason, at)
