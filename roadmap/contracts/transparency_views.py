"""The contracts that councils must publish, in the ten fields of the Transparency Code.

Source: Local Government Transparency Code 2015, part 2, procurement information: contracts,
commissioned activity, purchase orders and framework agreements worth more than £5,000, each with
these details, once a quarter. We publish them at any time, from the same records as the register.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.councils.models import Council
from governance.pages.download import as_csv
from roadmap.contracts.choices import Procurement, Renewal, SupplierKind
from roadmap.contracts.models import Contract
from roadmap.contracts.standing import standing_of
from roadmap.partnerships.finding import partnership_of

MORE_THAN_PENCE = 5_000_00
COLUMNS = [
    "Reference number",
    "Title of agreement",
    "Local authority department responsible",
    "Description of the goods and/or services being provided",
    "Supplier name and details",
    "Sum to be paid over the length of the contract or estimated annual spending",
    "Value Added Tax that cannot be recovered",
    "Start, end and review dates",
    "Result of an invitation to quote or a published invitation to tender",
    "Supplier is an SME or a voluntary or community organisation, with registration number",
]
TENDERED = {Procurement.TENDER, Procurement.QUOTES}


@login_not_required
@require_safe
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """The published contracts of one council, or of all of a partnership's, as CSV.

    Whoever asks gets what the public gets: a draft, or a sum that is withheld, is in no copy.
    Nor is what is illustrative: rows without their page would be read as facts.
    """
    partnership = partnership_of(request, slug)
    contracts = Contract.objects.visible_to(request.user).filter(
        Q(value_pence__gt=MORE_THAN_PENCE) | Q(annual_pence__gt=MORE_THAN_PENCE),
        system__partnership=partnership, system__is_published=True, is_published=True,
        is_illustrative=False, system__is_illustrative=False,
    )  # fmt: skip
    name = slug
    if wanted := request.GET.get("council"):
        council = get_object_or_404(Council.objects.visible_to(request.user), slug=wanted)
        contracts, name = contracts.filter(council=council), council.slug
    found = contracts.select_related("council", "system")
    found = found.prefetch_related("extensions")
    found = found.order_by("council__short_name", "reference", "pk")
    return as_csv(f"contracts-over-5000-{name}.csv", COLUMNS, _rows(found, timezone.localdate()))


def _rows(contracts: Iterable[Contract], today: date) -> Iterator[list[object]]:
    for contract in contracts:
        # Two councils may use one reference number: the department says whose it is.
        department = contract.department
        yield [
            contract.reference,
            contract.title,
            f"{contract.council.name}, {department}" if department else contract.council.name,
            contract.description or contract.system.name,
            contract.supplier,
            _sum(contract),
            "" if contract.money_withheld else _pounds(contract.vat_pence),
            _dates(contract, today),
            _tendered(contract),
            _kind(contract),
        ]


def _sum(contract: Contract) -> str:
    if contract.money_withheld:
        return f"Not published: {contract.money_withheld}"
    if contract.value_pence is not None:
        return _pounds(contract.value_pence)
    return f"{_pounds(contract.annual_pence)} a year"


def _pounds(pence: int | None) -> str:
    """Return "46000.00": figures that a spreadsheet adds up."""
    return "" if pence is None else f"{pence // 100}.{pence % 100:02}"


def _dates(contract: Contract, today: date) -> str:
    # The end as its page says it: extensions taken up, and terms rolled on, are in it.
    ends_on = standing_of(contract, today, 0).dates.term_end
    named: list[tuple[str, date | None]] = [
        ("Start", contract.starts_on), ("End", ends_on), ("Review", contract.review_on),
    ]  # fmt: skip
    said = [f"{name} {day.isoformat()}" for name, day in named if day]
    if contract.renewal == Renewal.TACIT:
        said.append(f"rolls on for {contract.roll_months} months at a time")
    return "; ".join(said)


def _tendered(contract: Contract) -> str:
    if not contract.procurement:
        return "Not recorded"
    words = contract.get_procurement_display()
    route = f" ({contract.route})" if contract.route else ""
    return f"{'Yes' if contract.procurement in TENDERED else 'No'}: {words}{route}"


def _kind(contract: Contract) -> str:
    if contract.supplier_kind in {SupplierKind.SME, SupplierKind.VCSE}:
        number = f", number {contract.supplier_number}" if contract.supplier_number else ""
        return f"Yes: {contract.get_supplier_kind_display()}{number}"
    return "No" if contract.supplier_kind else "Not recorded"
