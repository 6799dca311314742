"""Who may change a system, and the sentence for everybody else."""

from governance.councils.models import Council
from governance.people.permissions import Visitor
from roadmap.permissions import can_edit_for, can_edit_shared, whose, whose_shared
from roadmap.systems.models import System


def users_of(system: System) -> list[Council]:
    """Return the councils that run `system`, by name."""
    uses = system.uses.select_related("council").order_by("council__short_name")
    return list({use.council_id: use.council for use in uses}.values())


def can_edit(user: Visitor, system: System) -> bool:
    """Officers of the one council that runs it; what several run, or none, partnership officers."""
    if can_edit_shared(user, system.partnership):
        return True
    councils = users_of(system)
    return len(councils) == 1 and can_edit_for(user, system.partnership, councils[0])


def whose_system(system: System) -> str:
    """Return the sentence that says who changes `system`."""
    councils = users_of(system)
    if len(councils) == 1:
        return whose(system.partnership, councils[0])
    return whose_shared(system.partnership)
