"""What may happen next to a notice."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


NEXT: dict[State, list[State]] = {
    State.DRAFT: [State.PUBLISHED],
    # A correction: the same notice, a new version.
    State.PUBLISHED: [State.PUBLISHED, State.WITHDRAWN],
    # What was decided is published again in a notice of its own.
    State.WITHDRAWN: [],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a notice in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A notice that is “{old.label}” cannot become “{new.label}”.")
