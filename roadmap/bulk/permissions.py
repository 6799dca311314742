"""Who may change which rollouts together with others."""

from governance.people.permissions import Visitor
from roadmap.bulk.rules import Ask
from roadmap.items.models import Rollout
from roadmap.items.permissions import can_change_item, why_not_rollout


def why_not(user: Visitor, rollout: Rollout, ask: Ask) -> str:
    """Return why `user` may not do this to `rollout`; "" where they may.

    What was planned is the partnership's own, so only its officers move that.
    """
    if ask.is_plan and not can_change_item(user, rollout.item):
        name = rollout.item.partnership.short_name
        return f"What was planned is moved by partnership officers of {name} alone."
    return why_not_rollout(user, rollout)
