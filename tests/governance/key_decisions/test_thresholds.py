"""From what sum a council treats a decision as key."""

from datetime import date

import pytest
from django.urls import reverse

from governance.errors import Refused
from governance.key_decisions import actions
from governance.key_decisions.rules import threshold_on
from governance.models import KeyThreshold
from tests.factories.councils import a_council
from tests.factories.decisions import a_key_threshold
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
TYPED = {
    "pounds": "175000", "from_on_day": "1", "from_on_month": "4", "from_on_year": "2024",
    "source": "Constitution, article 13", "wards": "",
}  # fmt: skip


def enter(council, from_on, pence=17_500_000):
    facts = {"amount_pence": pence, "from_on": from_on, "source": "Constitution", "wards": ""}
    return actions.set_threshold(council, facts, by=the_clerk())


def test_a_new_sum_ends_the_one_before_the_day_before_it_begins():
    council = a_council()
    before = enter(council, date(2023, 4, 1), 15_000_000)
    enter(council, date(2024, 4, 1))
    before.refresh_from_db()
    assert before.to_on == date(2024, 3, 31)
    found = council.key_thresholds.all()
    assert threshold_on(found, date(2024, 3, 31)) == 15_000_000
    assert threshold_on(found, date(2024, 4, 1)) == 17_500_000


def test_no_sum_is_slipped_in_before_one_that_was_entered():
    council = a_council()
    enter(council, date(2024, 4, 1))
    with nothing_written(), pytest.raises(Refused, match="must begin after that day"):
        enter(council, date(2024, 4, 1))


def test_before_any_was_in_force_there_is_none():
    council = a_council()
    enter(council, date(2024, 4, 1))
    assert threshold_on(council.key_thresholds.all(), date(2020, 1, 1)) is None


def test_an_administrator_enters_it_in_pounds(client):
    council = a_council()
    client.force_login(a_person_with_role("administrator", council))
    answer = client.post(reverse("key_decisions:new", args=[council.slug]), TYPED)
    assert answer.status_code == 302
    assert KeyThreshold.objects.get(council=council).amount_pence == 17_500_000
    assert "£175,000" in client.get(reverse("key_decisions:index")).content.decode()


@pytest.mark.parametrize("pounds", ["", "lots", "-1", "0"])
def test_a_sum_that_is_none_is_refused_in_a_sentence(client, pounds):
    council = a_council()
    client.force_login(a_person_with_role("administrator", council))
    address = reverse("key_decisions:new", args=[council.slug])
    answer = client.post(address, TYPED | {"pounds": pounds})
    assert answer.status_code == 422
    assert "Constitution, article 13" in answer.content.decode()


@pytest.mark.parametrize("kind", ["member", "officer", "democratic_services"])
def test_others_do_not_enter_it(client, kind):
    council = a_council()
    client.force_login(a_person_with_role(kind, council))
    assert client.get(reverse("key_decisions:new", args=[council.slug])).status_code == 403


def test_the_table_can_be_downloaded(client):
    a_key_threshold(a_council("Boston"), pounds=46_000)
    csv = client.get(reverse("key_decisions:index"), {"format": "csv"})
    assert "Boston Council,46000.0" in csv.content.decode("utf-8-sig")
