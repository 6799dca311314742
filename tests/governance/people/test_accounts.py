"""Where somebody's work begins once they have signed in."""

import pytest

from governance.people.accounts import start_of
from tests.factories.councils import a_council
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "address"), [("democratic_services", "/worklist/"), ("member", "/"), ("officer", "/")]
)
def test_those_who_publish_begin_with_their_worklist(kind, address):
    assert start_of(a_person_with_role(kind, a_council())) == address
