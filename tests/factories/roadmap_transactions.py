"""Services, and what each council offers of them."""

from datetime import date
from itertools import count

from governance.models import Duty
from roadmap.transactions.models import Recheck, RecheckDuty, Service, Transaction
from tests.factories.councils import a_partnership
from tests.factories.people import made

_numbers = count(1)


def a_service(partnership=None, **fields):
    """Return a published service."""
    usual = {"name": f"Service {next(_numbers)}", "is_published": True}
    return made(Service(partnership=partnership or a_partnership(), **usual | fields))


def a_transaction(service, council, **fields):
    """Return what a council offers of a service: online, and verified in June 2022."""
    usual = {"online": "yes", "verified_on": date(2022, 6, 30), "verified_by": "Web officer"}
    return made(Transaction(service=service, council=council, **usual | fields))


def one_of_each(partnership, council):
    """Make a row of every model of transactions."""
    a_transaction(a_service(partnership), council)
    made(Recheck(partnership=partnership, months=12))
    duty = Duty.objects.latest("pk")
    made(RecheckDuty(partnership=partnership, council=council, duty=duty,
                     oldest_on=date(2022, 6, 30)))  # fmt: skip
