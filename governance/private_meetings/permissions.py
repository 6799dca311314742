"""Who may write that a meeting is to be held in private."""

from governance.meetings.models import Meeting
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_edit(user: Visitor, meeting: Meeting) -> bool:
    """Democratic services of the council whose officers serve the body."""
    return may(user, Ability.PUBLISH_NOTICES, councils=[meeting.body.lead_council_id])
