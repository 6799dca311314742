"""From the first signature to the end of a call-in. Only the first five are ever stored.

The others follow from the clock, from the hearing that was arranged, from how governance recorded
the end, and from a notice that was withdrawn. Source: Local Government Act 2000, section 9F(4), and
constitutions.
"""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    GATHERING = "gathering", "Gathering signatures"
    REQUESTED = "requested", "Requested, being checked"
    VALID = "valid", "Valid, to be heard"
    INVALID = "invalid", "Found invalid"
    WITHDRAWN = "withdrawn", "Withdrawn by those who signed"
    UNSIGNED = "unsigned", "Not enough signatures in time"
    STOPPED = "stopped", "Ended with its notice"
    HEARING = "hearing", "Hearing arranged"
    NO_ACTION = "no_action", "Released: no further action"
    REFERRED_BACK = "referred", "Referred back to who made the decision"
    TO_COUNCIL = "council", "Referred to the full council"
    LAPSED = "lapsed", "Lapsed: it was not heard in time"


STORED = [State.GATHERING, State.REQUESTED, State.VALID, State.INVALID, State.WITHDRAWN]
ENDS = [State.NO_ACTION, State.REFERRED_BACK, State.TO_COUNCIL, State.WITHDRAWN, State.LAPSED]

NEXT: dict[State, list[State]] = {
    State.GATHERING: [State.REQUESTED, State.UNSIGNED, State.WITHDRAWN, State.STOPPED],
    State.REQUESTED: [State.VALID, State.INVALID, State.WITHDRAWN, State.STOPPED],
    # The end may be told of a hearing that nobody wrote down beforehand.
    State.VALID: [State.HEARING, *ENDS, State.STOPPED],
    State.INVALID: [],
    State.WITHDRAWN: [],
    State.UNSIGNED: [],
    State.STOPPED: [],
    State.HEARING: [*ENDS, State.STOPPED],
    State.NO_ACTION: [],
    State.REFERRED_BACK: [],
    # It may object only outside the budget and policy framework; else it refers back.
    State.TO_COUNCIL: [State.NO_ACTION, State.REFERRED_BACK],
    State.LAPSED: [],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a call-in in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A call-in that is “{old.label}” cannot become “{new.label}”.")
