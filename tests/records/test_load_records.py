"""Entering a deployment's own councils, people and rules from files."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from governance.models import Council, Role, User

pytestmark = pytest.mark.django_db

FIRST = """
- kind: council
  name: Example Council
  short_name: Example
  slug: example
  call_in_rule: {terms: {unit: working_days, count: 5}, source: Constitution, part 4}
- kind: account
  email: democratic.services@example.gov.uk
  name: A democratic services officer
  roles: [{role: democratic_services, council: example}]
""".replace("Constitution, part 4", '"Constitution, part 4"')


def load(folder, because="Agreed by the board"):
    said = StringIO()
    call_command("load_records", folder, because=because, stdout=said)
    return said.getvalue().strip()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "first.yaml").write_text(FIRST)
    return tmp_path


def test_a_first_council_and_its_people_can_be_entered(folder):
    load(folder)
    assert Role.objects.get().council == Council.objects.get(slug="example")


def test_the_reason_given_is_in_the_history(folder):
    load(folder, because="Agreed on 2 March")
    assert Council.objects.get().history.get().history_change_reason == "Agreed on 2 March"


def test_an_account_gets_no_password(folder):
    load(folder)
    assert not User.objects.get(is_system=False).has_usable_password()


def test_loading_again_adds_nothing(folder):
    load(folder)
    assert load(folder) == "Records: nothing to add."


def test_without_a_reason_nothing_is_loaded(folder):
    with pytest.raises(CommandError, match="Say why"):
        load(folder, because=" ")
    assert not Council.objects.exists()
