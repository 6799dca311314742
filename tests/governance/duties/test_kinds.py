"""Every kind of duty has somebody who is reminded, and days on which they are."""

from governance.duties.kinds import (
    ENDED_BY_THE_CLOCK,
    LONGEST_LEAD,
    USUAL_LEADS,
    USUAL_ROLE,
    leads_of,
    role_of,
)
from governance.models import Duty


def test_each_kind_has_a_usual_role_and_usual_days():
    assert USUAL_ROLE.keys() == USUAL_LEADS.keys() == set(Duty.Kind.values)
    assert set(Duty.Kind.values) >= ENDED_BY_THE_CLOCK
    assert max(max(leads) for leads in USUAL_LEADS.values()) <= LONGEST_LEAD


def test_a_duty_says_otherwise_of_itself():
    assert role_of("contract", "") == "officer"
    assert role_of("contract", "scrutiny_officer") == "scrutiny_officer"
    assert leads_of("contract", [7, 30, 7]) == (30, 7)
    assert leads_of("contract", []) == ()
