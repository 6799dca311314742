"""How a meeting stands, in the words that every page uses for it."""

from datetime import date

from governance.meetings.models import Meeting
from governance.meetings.states import State, in_words


def said_of(meeting: Meeting, today: date) -> str:
    """Return "To be held", "Cancelled" or "Adjourned to Tuesday 16 January 2024 at 6pm"."""
    to = meeting.adjourned_to
    goes_on = (to.held_on, to.starts_at) if to else None
    return in_words(State(meeting.state), meeting.held_on, today, goes_on)
