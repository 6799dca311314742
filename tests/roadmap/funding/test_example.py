"""The money of the example, as its sources tell of it."""

import pytest
from django.urls import reverse

from roadmap.models import BusinessCase, Cost
from tests.governance.pages.markup import parsed, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
LINCOLNSHIRE, HERTS = "south-east-lincolnshire", "stevenage-east-herts"


def shown(client, name, *more):
    answer = client.get(reverse(name, args=more))
    assert answer.status_code == 200
    return text_of(parsed(answer.text))


def test_boston_pays_10_580_of_the_46_000_and_how_the_rest_is_divided_is_not_known(client):
    cost = Cost.objects.get(title__startswith="SOCITM")
    page = shown(client, "funding:cost", LINCOLNSHIRE, cost.pk)
    assert "Boston Borough Council23 %£10,580" in page
    assert "77 % together: how they divide it is not known£35,420" in page


def test_the_grant_and_the_reserves_are_kept_apart(client):
    page = shown(client, "funding:index", LINCOLNSHIRE)
    assert "Government grant for cyber resilience" in page
    assert "received October or November 2022" in page
    assert "£175,000£69,650.55£105,349.45In order" in page
    assert "Not known£46,000Not knownIn order" in page
    assert "The rows sum to the whole, to the penny" in page


def test_the_three_options_of_the_joint_committee_stand_side_by_side(client):
    page = shown(client, "business_cases:index", HERTS)
    assert "Enhanced service" in page
    case = BusinessCase.objects.get(title="Resourcing of the shared ICT service")
    page = shown(client, "business_cases:detail", HERTS, case.pk)
    assert "Enhanced service is recommended" in page
    assert (
        page.index("1. Core roles") < page.index("2. Enhanced service") < page.index("3. Optimal")
    )
    assert "paragraph 4.16" in page
