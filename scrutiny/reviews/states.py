"""What may happen next to a review, from the proposal to the day nothing is watched any more."""

from django.db.models import TextChoices

from governance.errors import Refused


class State(TextChoices):
    PROPOSED = "proposed", "Proposed"
    SCOPED = "scoped", "Scoped"
    GATHERING = "gathering", "Gathering evidence"
    REPORTING = "reporting", "Writing the report"
    REPORTED = "reported", "Reported"
    MONITORING = "monitoring", "Monitoring what came of it"
    CLOSED = "closed", "Closed"
    STOPPED = "stopped", "Stopped"


NEXT: dict[State, list[State]] = {
    State.PROPOSED: [State.SCOPED, State.STOPPED],
    State.SCOPED: [State.GATHERING, State.STOPPED],
    State.GATHERING: [State.REPORTING, State.STOPPED],
    # Evidence may still be missing when the report is being written.
    State.REPORTING: [State.REPORTED, State.GATHERING, State.STOPPED],
    # Back to writing only to correct the report: its earlier edition stays.
    State.REPORTED: [State.MONITORING, State.REPORTING],
    State.MONITORING: [State.CLOSED, State.REPORTING],
    State.CLOSED: [State.MONITORING],
    State.STOPPED: [State.PROPOSED],
}


def check_move(old: State, new: State) -> None:
    """Raise Refused when a review in `old` may not become `new`."""
    if new not in NEXT[old]:
        raise Refused(
            f"A review that is “{old.label}” cannot become “{new.label}”. Choose one of the steps "
            "that its page offers."
        )
