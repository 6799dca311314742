"""Councils and partnerships."""

from itertools import count

from governance.history.actions import write
from governance.models import Constituent, Council, Partnership
from tests.factories.people import a_user

_numbers = count(1)


def a_council(name="", **fields):
    number = next(_numbers)
    name = name or f"Council {number}"
    council = Council(name=f"{name} Council", short_name=name, slug=f"council-{number}", **fields)
    return write(council, by=a_user(), because="Made for a test")


def a_partnership(*councils):
    number = next(_numbers)
    user = a_user()
    partnership = Partnership(
        name=f"Partnership {number}", short_name=f"P{number}", slug=f"p-{number}"
    )
    write(partnership, by=user, because="Made for a test")
    for council in councils:
        write(Constituent(partnership=partnership, council=council), by=user, because="Joined")
    return partnership
