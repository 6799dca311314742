"""Systems, the councils that run them, and their contracts."""

from datetime import date
from itertools import count

from governance.models import Duty
from roadmap.contracts.models import (
    Contract,
    ContractDuty,
    CoveredCouncil,
    Extension,
    Licence,
)
from roadmap.systems.models import Function, System, SystemUse
from tests.factories.councils import a_council, a_partnership
from tests.factories.people import made

_numbers = count(1)
# Half a year's notice of the end of a financial year, and a year at a time after it.
TACIT = {
    "starts_on": date(2023, 4, 1), "ends_on": date(2026, 3, 31), "renewal": "tacit",
    "roll_months": 12, "notice_count": 6, "notice_unit": "months",
}  # fmt: skip


def a_function(partnership=None, **fields):
    number = next(_numbers)
    usual = {"name": f"Function {number}", "position": number, "lead_months": 3}
    return made(Function(partnership=partnership or a_partnership(), **usual | fields))


def a_system(partnership=None, *councils, function=None, **fields):
    """Return a published system that these councils run for one function."""
    partnership = partnership or a_partnership()
    usual = {"name": f"System {next(_numbers)}", "is_published": True}
    system = made(System(partnership=partnership, **usual | fields))
    for council in councils:
        function = function or a_function(partnership)
        made(SystemUse(system=system, council=council, function=function))
    return system


def a_contract(system=None, council=None, covers=(), **fields):
    """Return a published contract that rolls on, made by a council and covering others."""
    council = council or a_council()
    system = system or a_system(a_partnership(council), council)
    number = next(_numbers)
    usual = {
        "title": f"Contract {number}", "reference": f"C{number}", "supplier": "A supplier",
        "is_published": True,
    }  # fmt: skip
    contract = made(Contract(system=system, council=council, **usual | TACIT | fields))
    for other in covers:
        made(CoveredCouncil(contract=contract, council=other))
    return contract


def an_extension(contract, months=12, **fields):
    usual = {"position": contract.extensions.count() + 1}
    return made(Extension(contract=contract, months=months, **usual | fields))


def a_licence(contract, held=100, **fields):
    usual = {"name": "Named user", "position": contract.licences.count() + 1}
    return made(Licence(contract=contract, held=held, **usual | fields))


def one_of_each(partnership, council):
    """Make a row of every model of systems and contracts."""
    contract = a_contract(a_system(partnership, council), council, covers=[council])
    an_extension(contract)
    a_licence(contract, used=90, counted_on=date(2026, 1, 5))
    duty = Duty.objects.latest("pk")
    made(ContractDuty(contract=contract, duty=duty, purpose="act", term_end=contract.ends_on))
