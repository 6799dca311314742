"""Who may record a call-in and how it ended."""

from governance.call_in_windows.models import CallInWindow
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_record(user: Visitor, window: CallInWindow) -> bool:
    """Democratic services of the council at which the decision was called in."""
    return may(user, Ability.PUBLISH_NOTICES, councils=[window.council_id])
