"""What may happen next to a decision.

Whether a published decision is open to call-in or in effect is not a state: it follows from the
clock and the stored window, so that no page is wrong because a worker did not run.
"""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    DRAFT = "draft", "Draft"
    MADE = "made", "Made, not yet published"
    PUBLISHED = "published", "Published"


NEXT: dict[State, list[State]] = {
    State.DRAFT: [State.MADE],
    State.MADE: [State.PUBLISHED],
    # Its notice was withdrawn.
    State.PUBLISHED: [State.MADE],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a decision in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A decision that is “{old.label}” cannot become “{new.label}”.")
