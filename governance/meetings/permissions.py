"""Who may write the record of a meeting."""

from governance.meetings.models import Meeting
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_edit(user: Visitor, meeting: Meeting) -> bool:
    """Democratic services of the council whose officers serve the body."""
    return may(user, Ability.EDIT_MEETINGS, councils=[meeting.body.lead_council_id])


def can_read_restricted(user: Visitor, meeting: Meeting) -> bool:
    """Members and democratic services of a council that the body belongs to."""
    councils = [part.council_id for part in meeting.body.councils.all()]
    return may(user, Ability.READ_RESTRICTED, councils=councils)
