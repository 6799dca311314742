"""Councils and partnerships, with the call-in rules of their constitutions."""

from itertools import count

from governance.models import CallInRule, Constituent, Council, Partnership, RuleSet
from tests.factories.people import made

_numbers = count(1)
FIVE_WORKING_DAYS = {"unit": "working_days", "count": 5}


def a_council(name="", **fields):
    number = next(_numbers)
    name = name or f"Council {number}"
    usual = {"name": f"{name} Council", "short_name": name, "slug": f"council-{number}"}
    return made(Council(**usual | fields))


def a_council_with_a_rule(name="", terms=FIVE_WORKING_DAYS):
    council = a_council(name)
    a_rule(council, terms)
    return council


def a_rule(council, terms=FIVE_WORKING_DAYS, *, version=1, **dates):
    return made(
        CallInRule(
            council=council, version=version, terms=terms, source="Constitution, part 4", **dates
        )
    )


def a_rule_set(terms=FIVE_WORKING_DAYS, **fields):
    number = next(_numbers)
    usual = {"name": f"Rule {number}", "slug": f"rule-{number}", "source": "Constitution, part 4"}
    return made(RuleSet(terms=terms, **usual | fields))


def a_partnership(*councils):
    number = next(_numbers)
    partnership = made(
        Partnership(name=f"Partnership {number}", short_name=f"P{number}", slug=f"p-{number}")
    )
    for council in councils:
        made(Constituent(partnership=partnership, council=council))
    return partnership
