"""Who may change a contract."""

from governance.people.permissions import Visitor
from roadmap.contracts.models import Contract
from roadmap.permissions import can_edit_for


def can_edit(user: Visitor, contract: Contract) -> bool:
    """Officers of the council that made the contract, and partnership officers."""
    return can_edit_for(user, contract.system.partnership, contract.council_id)
