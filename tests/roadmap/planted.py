"""Drafts of a partnership's register, with a sentence of its own in each text."""

from datetime import date
from types import SimpleNamespace

from governance.history.actions import write
from governance.models import Partnership
from roadmap.contracts import actions
from roadmap.models import Contract, Function, Service, System, Transaction
from tests.factories.people import the_clerk
from tests.factories.roadmap_systems import a_contract, a_function, a_licence, a_system
from tests.factories.roadmap_transactions import a_service, a_transaction

TODAY = date(2025, 1, 1)
OF_SYSTEM = ("name", "purpose", "owner", "source", "recent_investment")
OF_CONTRACT = (
    *("title", "department", "description", "supplier", "money_withheld", "route", "source"),
)
# A column of twenty characters holds a short mark.
OF_TRANSACTION = ("platform", "note", "verified_by")


def plant_systems(partnership, council, mark):
    """Write a draft system with a draft contract, and a draft contract of a published system."""
    function = a_function(partnership)
    said = {n: mark("draft", "system", n.replace("_", "-")) for n in OF_SYSTEM}
    draft = a_system(partnership, council, function=function, is_published=False, **said)
    write(draft, by=the_clerk(), because=mark("draft", "system", "because"))
    public = a_system(partnership, council, function=function)
    contracts = [
        _contract(draft, council, mark, "contract"),
        _contract(public, council, mark, "second"),
    ]
    service = a_service(
        partnership,
        is_published=False,
        name=mark("draft", "service", "name"),
        department=mark("draft", "service", "department"),
    )
    write(service, by=the_clerk(), because=mark("draft", "service", "because"))
    said = {n: mark("draft", "service", n.replace("_", "-")) for n in OF_TRANSACTION}
    a_transaction(service, council, **said)
    return SimpleNamespace(systems=[draft, public], contracts=contracts, function=function)


def _contract(system, council, mark, name):
    said = {n: mark("draft", name, n.replace("_", "-")) for n in OF_CONTRACT}
    contract = a_contract(
        system,
        council,
        is_published=False,
        procurement="framework",
        **said,
        reference=mark("draft", name, "reference"),
        supplier_kind="sme",
        supplier_number="Zqdraft-number",
    )
    write(contract, by=the_clerk(), because=mark("draft", name, "because"))
    a_licence(contract, name=mark("draft", name, "licence"))
    actions.keep_duties(contract, by=the_clerk(), today=TODAY)
    return contract


def arguments_of_systems():
    """Return the arguments of every address of systems and contracts, by name."""
    systems = [[one.partnership.slug, one.pk] for one in System.objects.all()]
    contracts = [[one.system.partnership.slug, one.pk] for one in Contract.objects.all()]
    slugs = [[one.slug] for one in Partnership.objects.all()]
    return {
        **{f"systems:{n}": slugs for n in ("register", "new", "functions")},
        "contracts:transparency": slugs,
        "systems:function": [[f.partnership.slug, f.pk] for f in Function.objects.all()],
        **{f"systems:{n}": systems for n in ("detail", "edit", "uses")},
        "contracts:new": systems,
        **{f"contracts:{n}": contracts for n in (
            "detail", "edit", "decide", "extensions", "licences"
        )},
        "contracts:licence": [
            [*at, row.pk] for at in contracts
            for row in Contract.objects.get(pk=at[1]).licences.all()
        ] or [[*contracts[0], 0]],
        "contracts:extension": [[*at, 0] for at in contracts],
    }  # fmt: skip


def arguments_of_transactions():
    """Return the arguments of every address of online services, by name."""
    services = [[one.partnership.slug, one.pk] for one in Service.objects.all()]
    slugs = [[one.slug] for one in Partnership.objects.all()]
    rows = Transaction.objects.select_related("service__partnership", "council")
    cells = [[r.service.partnership.slug, r.service_id, r.council.slug] for r in rows]
    return {
        **{f"transactions:{n}": slugs for n in ("matrix", "new", "recheck")},
        "transactions:service": services,
        **{f"transactions:{n}": cells for n in ("edit", "verify")},
        **{f"volumes:{n}": slugs for n in ("choose", "preview")},
    }


def histories_of_systems():
    """Return the arguments of the history of each system and contract."""
    found = [("system", System), ("contract", Contract), ("service", Service)]
    return [[word, row.pk] for word, model in found for row in model.objects.all()]
