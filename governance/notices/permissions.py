"""Who may publish and correct notices, and see what was never published."""

from governance.notices.models import Notice
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_publish(user: Visitor, notice: Notice) -> bool:
    """Democratic services of the council whose proper officer publishes the notice."""
    return may(user, Ability.PUBLISH_NOTICES, councils=[notice.council_id])
