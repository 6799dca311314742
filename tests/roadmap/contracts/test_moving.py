"""Extensions are put in another order on their page, and the duties follow."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories.councils import a_council, a_partnership
from tests.factories.people import a_person_with_role
from tests.factories.roadmap_systems import a_contract, a_system, an_extension

pytestmark = pytest.mark.django_db


def test_an_extension_moved_up_is_the_next_to_be_had(client):
    council = a_council("Boston")
    system = a_system(a_partnership(council), council)
    contract = a_contract(
        system, council, ends_on=date(2198, 3, 31), renewal="none", roll_months=None,
        notice_count=None, notice_unit="",
    )  # fmt: skip
    for day in (date(2198, 2, 1), date(2198, 1, 1)):
        an_extension(contract, take_up_by=day)
    client.force_login(a_person_with_role("officer", council))
    address = reverse("contracts:extensions", args=[system.partnership.slug, contract.pk])
    last = contract.extensions.last()
    assert client.post(address, {"do": f"up:{last.pk}"}).status_code == 302
    assert contract.duty_links.get(purpose="act").duty.due_on == date(2198, 1, 1)
