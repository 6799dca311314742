"""The strategy of the example, as its sources tell of it."""

import pytest
from django.urls import reverse

from tests.governance.pages.markup import parsed, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
OWN = ["south-east-lincolnshire", "digital-strategy-and-ict-roadmap"]


def shown(client, name, *more):
    answer = client.get(reverse(f"strategies:{name}", args=[*OWN, *more]))
    assert answer.status_code == 200
    return text_of(parsed(answer.text))


def test_the_version_that_counts_says_which_councils_adopted_it(sign_in):
    page = shown(sign_in("democratic.boston@example.org"), "detail")
    assert "Version 2: As adopted by the councils in March and April 2023" in page
    for day in ("Tue 21 Mar 2023", "Wed 22 Mar 2023", "Wed 12 Apr 2023"):
        assert day in page


def test_boston_has_not_adopted_it_as_far_as_the_public_is_told(client):
    page = shown(client, "detail")
    assert "Not decided yet" in page or "not recorded here" in page
    assert "Wed 22 Mar 2023" in page
    assert "Wed 12 Apr 2023" not in page


def test_text_that_no_source_holds_is_said_not_to_be_held(client):
    page = shown(client, "detail")
    assert page.count("The text of this section is not in the published papers") == 5


def test_what_changed_is_the_glossary_and_the_order_that_scrutiny_asked_for(client):
    page = shown(client, "changed", 2)
    assert "1 list changed and 7 glossary terms added" in page
    assert "removed: staff, members and residents" in page
    assert "added: residents, staff and members" in page
