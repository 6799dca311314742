"""What is usual for each kind of duty: who is reminded, when, and whether the clock ends it. Pure.

The keys are the values of Duty.Kind. A duty may say otherwise of itself.
"""

from functools import cache

from governance.people.rules import Kind as Role

USUAL_ROLE: dict[str, Role] = {
    "report_back": Role.DEMOCRATIC_SERVICES,
    "undertaking": Role.DEMOCRATIC_SERVICES,
    "exemption": Role.DEMOCRATIC_SERVICES,
    "agenda": Role.DEMOCRATIC_SERVICES,
    "call_in": Role.DEMOCRATIC_SERVICES,
    "closing": Role.DEMOCRATIC_SERVICES,
    "response": Role.DEMOCRATIC_SERVICES,
    "review": Role.SCRUTINY_OFFICER,
    "gate": Role.PARTNERSHIP_OFFICER,
    "contract": Role.OFFICER,
    "recheck": Role.OFFICER,
}
# Who else may do what a kind asks, before it falls to administrators, who can only give roles.
STAND_INS: dict[str, tuple[Role, ...]] = {
    "response": (Role.SCRUTINY_OFFICER, Role.PARTNERSHIP_OFFICER),
    "review": (Role.SCRUTINY_OFFICER, Role.PARTNERSHIP_OFFICER),
}
# Days before the day it is due; on that day everybody is told in any case.
USUAL_LEADS: dict[str, tuple[int, ...]] = {
    "report_back": (30, 7, 1),
    "undertaking": (30, 7, 1),
    "exemption": (30, 7),
    "agenda": (10, 3, 1),
    "call_in": (5, 1),
    "closing": (1,),
    "response": (30, 14, 7, 1),
    "review": (180, 90, 30, 7),
    "gate": (60, 30, 7),
    "contract": (180, 90, 30, 7),
    "recheck": (30, 7),
}
LONGEST_LEAD = 730
# Whoever holds one is told that it comes; nobody has to say that it came.
ENDED_BY_THE_CLOCK = frozenset({"closing"})


def role_of(kind: str, holder_role: str) -> Role:
    """Return the role whose accounts are reminded of a duty."""
    return Role(holder_role) if holder_role else USUAL_ROLE[kind]


@cache
def order_of(kind: str, holder_role: str) -> tuple[Role, ...]:
    """Return the roles that a duty falls to, each where nobody holds those before it."""
    others = (Role.DEMOCRATIC_SERVICES, *STAND_INS.get(kind, ()), Role.ADMINISTRATOR)
    return tuple(dict.fromkeys((role_of(kind, holder_role), *others)))


def leads_of(kind: str, lead_days: list[int] | None) -> tuple[int, ...]:
    """Return the days before it is due on which a duty is reminded of, the longest first."""
    if lead_days is None:
        return USUAL_LEADS[kind]
    return tuple(sorted(set(lead_days), reverse=True))
