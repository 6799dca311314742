"""Loaders of a partnership's register of systems: functions, systems, contracts."""

from typing import Any

from governance.models import Council, Partnership
from records.loading import Loading, Row, find, known
from roadmap.contracts.duties import keep_duties
from roadmap.models import (
    Contract,
    CoveredCouncil,
    Extension,
    Function,
    Licence,
    System,
    SystemUse,
)


def functions(loading: Loading, row: Row) -> None:
    """The functions of a partnership in their order; each known by its name."""
    partnership = find(Partnership, slug=row["partnership"])
    for place, one in enumerate(row["functions"], start=1):
        if not known(Function, partnership=partnership, name=one["name"]):
            loading.make(Function(partnership=partnership, position=place, **one))


def system(loading: Loading, row: Row) -> None:
    """A system, who runs it for what, and its contracts; known by its name."""
    partnership = find(Partnership, slug=row.pop("partnership"))
    if known(System, partnership=partnership, name=row["name"]):
        return
    uses, contracts = row.pop("uses", []), row.pop("contracts", [])
    # "kind" says which loader reads a record, so the system's own is called its category.
    row["kind"] = row.pop("category", "")
    made = loading.make(System(partnership=partnership, **row))
    for use in uses:
        council, function = find(Council, slug=use.pop("council")), use.pop("function")
        found = find(Function, partnership=partnership, name=function)
        loading.make(SystemUse(system=made, council=council, function=found, **use))
    for contract in contracts:
        _contract(loading, made, contract)


def _contract(loading: Loading, system: System, row: Row) -> None:
    """A contract of `system`, with its extensions and licences, and the duties it makes."""
    parts: dict[str, list[Any]] = {
        name: row.pop(name, []) for name in ("covers", "extensions", "licences")
    }
    council = find(Council, slug=row.pop("council"))
    row = {"title": system.name, "is_published": system.is_published} | row
    contract = loading.make(Contract(system=system, council=council, **row))
    for slug in parts["covers"]:
        loading.make(CoveredCouncil(contract=contract, council=find(Council, slug=slug)))
    for place, one in enumerate(parts["extensions"], start=1):
        loading.make(Extension(contract=contract, position=place, **one))
    for place, one in enumerate(parts["licences"], start=1):
        loading.make(Licence(contract=contract, position=place, **one))
    keep_duties(contract, by=loading.by, today=loading.today)
