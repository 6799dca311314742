"""Who holds which role on a day, as the reminders ask it: three queries for everybody."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from governance.councils.models import Constituent
from governance.duties.holders import Held, Roles
from governance.people.models import Role
from governance.people.rules import Kind


def roles_on(day: date) -> Roles:
    """Return the roles of active accounts on a local day; a partnership's at each council."""
    members: dict[int, set[int]] = defaultdict(set)
    current = Constituent.objects.filter(Q(to_on=None) | Q(to_on__gte=day))
    for partnership, council in current.values_list("partnership", "council"):
        members[partnership].add(council)
    held = Role.objects.current(day).filter(user__is_active=True, user__is_system=False)
    rows = held.values_list("user", "kind", "council", "partnership")
    return Roles.of(
        Held(user, Kind(kind), frozenset({council} if council else members[partnership]))
        for user, kind, council, partnership in rows
    )
