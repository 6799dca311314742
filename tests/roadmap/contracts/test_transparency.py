"""Contracts as open data: the ten fields of the Transparency Code, and nothing that is a draft."""

import csv
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role
from tests.factories.roadmap_systems import a_contract, a_system, an_extension

pytestmark = pytest.mark.django_db
FACTS = {
    "reference": "B-1", "title": "Ledger", "department": "Finance", "description": "Licences",
    "supplier": "Small Supplier", "supplier_kind": "sme", "supplier_number": "01234567",
    "value_pence": 46_000_00, "vat_pence": 920_050, "procurement": "tender", "route": "Open",
    "starts_on": date(2023, 4, 1), "ends_on": date(2096, 3, 31), "review_on": date(2025, 4, 1),
}  # fmt: skip


@pytest.fixture
def system():
    council = a_council("Boston")
    return a_system(a_partnership(council), council)


def exported(client, system, **asked):
    address = reverse("contracts:transparency", args=[system.partnership.slug])
    answer = client.get(address, asked)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(answer.text.splitlines()))


def a_boston_contract(system, **fields):
    return a_contract(system, system.uses.get().council, **FACTS | fields)


def test_a_contract_has_the_ten_fields_in_their_order(client, system):
    a_boston_contract(system)
    headings, row = exported(client, system)
    assert len(headings) == 10
    assert row == [
        "B-1", "Ledger", "Boston Council, Finance", "Licences", "Small Supplier", "46000.00",
        "9200.50",
        "Start 2023-04-01; End 2096-03-31; Review 2025-04-01; rolls on for 12 months at a time",
        "Yes: Published invitation to tender (Open)",
        "Yes: Small or medium-sized enterprise, number 01234567",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sums", "is_in"),
    [
        ({"value_pence": 5_000_00}, False),
        ({"value_pence": 5_000_01}, True),
        ({"value_pence": None, "annual_pence": 5_000_01}, True),
        ({"value_pence": None, "annual_pence": None}, False),
    ],
)
def test_the_code_is_about_more_than_five_thousand_pounds(client, system, sums, is_in):
    a_boston_contract(system, **sums)
    assert len(exported(client, system)) == 1 + is_in


def test_a_yearly_spend_says_that_it_is_one(client, system):
    a_boston_contract(system, value_pence=None, annual_pence=7_200_00)
    assert exported(client, system)[1][5] == "7200.00 a year"


def test_no_draft_is_exported_to_anybody(client, system):
    a_boston_contract(system, is_published=False)
    draft = a_system(system.partnership, system.uses.get().council, is_published=False)
    a_contract(draft, system.uses.get().council, **FACTS)
    client.force_login(a_person_with_role("partnership_officer", system.partnership))
    assert len(exported(client, system)) == 1


def test_a_sum_that_is_withheld_is_in_no_copy(client, system):
    a_boston_contract(system, money_withheld="Others will tender.")
    client.force_login(a_person_with_role("partnership_officer", system.partnership))
    row = exported(client, system)[1]
    assert row[5:7] == ["Not published: Others will tender.", ""]


def test_one_council_publishes_its_own(client, system):
    other = a_council("East Lindsey")
    a_boston_contract(system)
    a_contract(system, other, **FACTS | {"reference": "EL-1"})
    assert [row[0] for row in exported(client, system, council=other.slug)[1:]] == ["EL-1"]
    address = reverse("contracts:transparency", args=[system.partnership.slug])
    assert client.get(address, {"council": "nowhere"}).status_code == 404


def test_a_formula_in_a_cell_is_made_harmless(client, system):
    a_boston_contract(system, title="=HYPERLINK(1)")
    assert exported(client, system)[1][1] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("fields", "tendered", "kind"),
    [
        ({"procurement": "direct", "route": "", "supplier_kind": "neither"},
         "No: Direct award", "No"),
        ({"procurement": "", "supplier_kind": ""}, "Not recorded", "Not recorded"),
        ({"procurement": "quotes", "route": "", "supplier_kind": "vcse", "supplier_number": ""},
         "Yes: Invitation to quote", "Yes: Voluntary, community or social enterprise"),
    ],
)  # fmt: skip
def test_how_it_was_procured_and_from_whom_is_in_words(client, system, fields, tendered, kind):
    a_boston_contract(system, **fields)
    assert exported(client, system)[1][8:] == [tendered, kind]


def test_what_is_illustrative_is_not_published_as_a_fact_and_the_page_says_so(client, system):
    a_boston_contract(system, is_illustrative=True)
    assert len(exported(client, system)) == 1
    page = client.get(reverse("systems:register", args=[system.partnership.slug])).text
    assert "Contracts that are illustrative are left out" in page


def test_the_end_is_the_one_after_the_extensions_that_were_taken_up(client, system):
    fields = {"ends_on": date(2036, 3, 31), "renewal": "none", "roll_months": None}
    contract = a_boston_contract(system, **fields)
    an_extension(contract, months=24, taken_on=date(2024, 4, 1))
    an_extension(contract, months=12)
    assert "End 2038-03-31" in exported(client, system)[1][7]
