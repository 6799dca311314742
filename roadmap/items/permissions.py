"""Who may change an item, a rollout or a gate, and why somebody else may not, in a sentence."""

from governance.people.permissions import Visitor
from roadmap.items.models import Item, Rollout
from roadmap.permissions import can_edit_for, can_edit_shared, whose_shared


def can_change_rollout(user: Visitor, rollout: Rollout) -> bool:
    """Officers of its council; partnership officers change any, and alone what all do together.

    Costs no query where `rollout` came with its item's partnership.
    """
    return can_edit_for(user, rollout.item.partnership, rollout.council_id)


def can_change_item(user: Visitor, item: Item) -> bool:
    """Partnership officers: an item, its plan, milestones, dependencies and gates are shared."""
    return can_edit_shared(user, item.partnership)


def why_not_rollout(user: Visitor, rollout: Rollout) -> str:
    """Return why `user` may not change `rollout`: whose it is; "" where they may."""
    if can_change_rollout(user, rollout):
        return ""
    if rollout.council is None:
        name = rollout.item.partnership.short_name
        return f"What all councils do together is changed by partnership officers of {name}."
    name = rollout.council.short_name
    return f"{name}’s rollouts are changed by officers of {name} and by partnership officers."


def why_not_item(user: Visitor, item: Item) -> str:
    """Return why `user` may not change `item` and what belongs to it; "" where they may."""
    return "" if can_change_item(user, item) else whose_shared(item.partnership)


def whose_rollout(rollout: Rollout) -> str:
    """Return, for a cell of a table, who changes `rollout`."""
    if rollout.council is None:
        return "Changed by partnership officers"
    return f"Changed by officers of {rollout.council.short_name}"
