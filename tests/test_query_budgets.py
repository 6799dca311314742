"""How many queries each page costs each kind of person: written down, and held to.

To write the figures down anew: UPDATE_QUERY_BUDGETS=1 pytest tests/test_query_budgets.py
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.urls import PEOPLE, all_names, examples

FILE = Path(__file__).parent / "query_budgets.json"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def measured(client, address):
    """Return what a page costs and answers, asked for a second time: caches are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    bookkeeping = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO")
    queries = [q for q in captured if not q["sql"].startswith(bookkeeping)]
    return {"queries": len(queries), "status": response.status_code}


@pytest.mark.parametrize("person", PEOPLE)
def test_no_page_moves_from_its_budget(person, sign_in):
    client = sign_in(PEOPLE[person])
    client.raise_request_exception = False
    found = {name: measured(client, address) for name, address in sorted(examples().items())}
    if os.environ.get("UPDATE_QUERY_BUDGETS"):
        _write(person, found)
    budget = json.loads(FILE.read_text())[person]
    moved = [
        f"{name}: {budget.get(name)} became {now}"
        for name, now in found.items()
        if budget.get(name) != now
    ]
    assert not moved, "\n".join(moved)


def test_every_address_has_a_budget():
    budget = json.loads(FILE.read_text())
    assert set(budget["public"]) == all_names()


def test_no_page_fails_for_anybody():
    answers = json.loads(FILE.read_text()).values()
    broken = [name for pages in answers for name, page in pages.items() if page["status"] >= 500]
    # Without a worker in the tests, /readyz says so with 503.
    assert set(broken) <= {"readyz"}


def _write(person, found):
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    known[person] = found
    FILE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
