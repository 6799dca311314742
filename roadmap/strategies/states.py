"""What may happen next to a version of a strategy."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"


NEXT: dict[State, list[State]] = {
    State.DRAFT: [State.PUBLISHED],
    # Publishing the next version does this to the one before.
    State.PUBLISHED: [State.SUPERSEDED],
    State.SUPERSEDED: [],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a version in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(
            f"A version that is “{old.label}” cannot become “{new.label}”. What was published "
            "stays as it was: begin the next version."
        )
