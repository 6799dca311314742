"""Loaders of a partnership's matrix of online services."""

from governance.models import Council, Partnership
from records.loading import Loading, Row, find, known
from roadmap.models import Recheck, Service, Transaction
from roadmap.transactions.duties import keep_rechecks


def services(loading: Loading, row: Row) -> None:
    """Services of a partnership with what each council offers; a service is known by its name.

    `councils` of a service maps a council's address to fields of Transaction; `verified_on` and
    `verified_by` of the whole list hold where a council's own are not given.
    """
    partnership = find(Partnership, slug=row["partnership"])
    if not known(Recheck, partnership=partnership):
        loading.make(Recheck(partnership=partnership, months=row.get("recheck_months", 12)))
    usual = {name: row[name] for name in ("verified_on", "verified_by") if name in row}
    invented = row.get("is_illustrative", False)
    for one in row["services"]:
        if known(Service, partnership=partnership, name=one["name"]):
            continue
        offers = one.pop("councils", {})
        said = {"is_published": True, "is_illustrative": invented} | one
        service = loading.make(Service(partnership=partnership, **said))
        for slug, offer in offers.items():
            council = find(Council, slug=slug)
            facts = {"is_illustrative": service.is_illustrative} | usual | offer
            loading.make(Transaction(service=service, council=council, **facts))
    keep_rechecks(partnership, by=loading.by, today=loading.today)
