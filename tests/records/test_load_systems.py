"""A register of systems and a matrix of online services from files."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from records.loading import _dated
from roadmap.models import Contract, Function, Recheck, Service, Transaction

pytestmark = pytest.mark.django_db

PARTNERSHIP = """
- {kind: council, name: Example Council, short_name: Example, slug: example}
- {kind: partnership, name: Example Partnership, short_name: Examples, slug: examples,
   councils: [example]}
- kind: system functions
  partnership: examples
  functions: [{name: Finance, lead_months: 3}]
- kind: system
  partnership: examples
  name: Ledger
  category: central
  is_published: true
  uses: [{council: example, function: Finance}]
  contracts:
    - council: example
      covers: []
      starts_on: {month_end: -12}
      ends_on: {month_end: 24}
      renewal: tacit
      roll_months: 12
      notice_count: 6
      notice_unit: months
      extensions: [{months: 12}]
      licences: [{name: Users, held: 20}]
- kind: services
  partnership: examples
  recheck_months: 6
  verified_on: 2022-06-30
  verified_by: Web officer
  services:
    - {name: Missed bin, councils: {example: {online: "yes", volume: 5}}}
"""


@pytest.fixture
def load(tmp_path):
    (tmp_path / "examples.yaml").write_text(PARTNERSHIP)

    def loaded():
        said = StringIO()
        call_command("load_records", tmp_path, because="Agreed by the board", stdout=said)
        return said.getvalue().strip()

    return loaded


def test_a_register_is_loaded_with_the_duties_that_its_contracts_make(load):
    load()
    contract = Contract.objects.get()
    assert (contract.title, contract.is_published, contract.system.kind) == (
        "Ledger", True, "central",
    )  # fmt: skip
    assert contract.duty_links.count() == 2
    assert Function.objects.get().lead_months == 3


def test_a_matrix_is_loaded_with_what_holds_for_all_its_rows(load):
    load()
    row = Transaction.objects.get()
    assert (row.verified_on, row.verified_by, row.volume) == (date(2022, 6, 30), "Web officer", 5)
    assert (Service.objects.get().is_published, Recheck.objects.get().months) == (True, 6)


def test_loading_again_adds_nothing(load):
    load()
    assert load() == "Records: nothing to add."


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2026, 11, 30)),
        (3, date(2027, 2, 28)),
        (-9, date(2026, 2, 28)),
        (13, date(2027, 12, 31)),
    ],
)
def test_a_date_may_be_the_end_of_a_month_counted_from_today(months, expected):
    assert _dated([{"on": {"month_end": months}}], date(2026, 11, 22)) == [{"on": expected}]
