"""The stages of a business case, and what may follow each.

After the Green Book's stages: strategic assessment, strategic outline, outline and full business
case, implementation and evaluation. A small scheme has one justification in place of the three.
"""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    ASSESSMENT = "assessment", "Strategic assessment"
    STRATEGIC_OUTLINE = "strategic", "Strategic outline case"
    OUTLINE = "outline", "Outline business case"
    FULL = "full", "Full business case"
    JUSTIFICATION = "justification", "Business justification case"
    IMPLEMENTATION = "implementation", "Implementation and monitoring"
    EVALUATION = "evaluation", "Evaluation"
    STOPPED = "stopped", "Stopped"


NEXT: dict[State, list[State]] = {
    State.ASSESSMENT: [State.STRATEGIC_OUTLINE, State.JUSTIFICATION, State.STOPPED],
    State.STRATEGIC_OUTLINE: [State.OUTLINE, State.STOPPED],
    # Sent back when what it rests on has changed.
    State.OUTLINE: [State.FULL, State.STRATEGIC_OUTLINE, State.STOPPED],
    State.FULL: [State.IMPLEMENTATION, State.OUTLINE, State.STOPPED],
    State.JUSTIFICATION: [State.IMPLEMENTATION, State.STOPPED],
    State.IMPLEMENTATION: [State.EVALUATION, State.FULL, State.JUSTIFICATION, State.STOPPED],
    State.EVALUATION: [],
    State.STOPPED: [State.ASSESSMENT],
}
# From here on somebody has chosen: an option is recommended and doing nothing was weighed.
WITH_A_CHOICE = [State.OUTLINE, State.FULL, State.JUSTIFICATION, State.IMPLEMENTATION,
                 State.EVALUATION]  # fmt: skip


def check_move(old: State, new: State) -> None:
    """Raise Refused when a business case at `old` may not go on to `new`."""
    if new not in NEXT[old]:
        raise Refused(f"A business case at “{old.label}” cannot become “{new.label}”.")
