"""What may happen next to a recommendation at one council, from waiting for its answer to closed.

The state is stored nowhere: it follows from the answer and from the last step towards closing.
Officers propose to close; only the council's scrutiny body closes.
"""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    WAITING = "waiting", "Waiting for the council’s answer"
    ANSWERED = "answered", "Answered, still open"
    PROPOSED = "proposed", "Proposed to be closed"
    CLOSED = "closed", "Closed by the scrutiny body"


class Step(TextChoices):
    """What somebody did about closing: officers propose and take back, a body decides."""

    PROPOSE = "propose", "Proposed to close"
    TAKE_BACK = "take_back", "Proposal taken back"
    CLOSE = "close", "Closed"
    KEEP_OPEN = "keep_open", "Kept open"
    REOPEN = "reopen", "Opened again"


# Decided by a body; the other steps are an officer's.
OF_A_BODY = (Step.CLOSE, Step.KEEP_OPEN, Step.REOPEN)

NEXT: dict[State, list[State]] = {
    # A body may close what events overtook before anybody answered it.
    State.WAITING: [State.ANSWERED, State.CLOSED],
    State.ANSWERED: [State.PROPOSED, State.CLOSED],
    State.PROPOSED: [State.ANSWERED, State.CLOSED],
    State.CLOSED: [State.ANSWERED, State.WAITING],
}


def state_of(*, is_answered: bool, last: str = "") -> State:
    """Return the state that follows from the answer and the last step, "" for none."""
    if last == Step.CLOSE:
        return State.CLOSED
    if last == Step.PROPOSE:
        return State.PROPOSED
    return State.ANSWERED if is_answered else State.WAITING


def check_move(old: State, new: State) -> None:
    """Raise Refused when a recommendation in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(
            f"A recommendation that is “{old.label}” cannot become “{new.label}” at this council."
        )


def check_step(step: Step, *, is_answered: bool, last: str = "") -> None:
    """Raise Refused, in a sentence, when `step` may not follow the `last` one ("" for none)."""
    old = state_of(is_answered=is_answered, last=last)
    if step in (Step.KEEP_OPEN, Step.TAKE_BACK) and old is not State.PROPOSED:
        raise Refused("Nobody proposes to close it, so there is nothing to decide about that.")
    if step is Step.REOPEN and old is not State.CLOSED:
        raise Refused("It is not closed, so it cannot be opened again.")
    check_move(old, state_of(is_answered=is_answered, last=step))
