"""How a call-in may end. Source: Local Government Act 2000, section 9F(4), and constitutions."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    WAITING = "waiting", "Called in, waiting to be heard"
    NO_ACTION = "no_action", "Released: no further action"
    REFERRED_BACK = "referred", "Referred back to who made the decision"
    TO_COUNCIL = "council", "Referred to the full council"
    WITHDRAWN = "withdrawn", "Withdrawn by those who called it in"
    LAPSED = "lapsed", "Lapsed: it was not heard in time"


NEXT: dict[State, list[State]] = {
    State.WAITING: [
        State.NO_ACTION, State.REFERRED_BACK, State.TO_COUNCIL, State.WITHDRAWN, State.LAPSED,
    ],
    State.NO_ACTION: [],
    # The full council may object only outside the budget and policy framework; else it refers back.
    State.REFERRED_BACK: [],
    State.TO_COUNCIL: [State.NO_ACTION, State.REFERRED_BACK],
    State.WITHDRAWN: [],
    State.LAPSED: [],
}  # fmt: skip

# A decision released by these takes effect; otherwise it is decided again.
RELEASING = (State.NO_ACTION, State.WITHDRAWN, State.LAPSED)


def check_move(old: State, new: State) -> None:
    """Raise Refused when a call-in in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A call-in that is “{old.label}” cannot become “{new.label}”.")
