"""Who may write the forward plan."""

from governance.forward_plan.models import ForwardPlanEntry
from governance.people.permissions import Visitor, may
from governance.people.rules import Ability


def can_edit(user: Visitor, entry: ForwardPlanEntry) -> bool:
    """Democratic services of the council whose proper officer publishes the notice."""
    return may(user, Ability.PUBLISH_NOTICES, councils=[entry.council_id])
