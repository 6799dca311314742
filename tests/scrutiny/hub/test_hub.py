"""Where scrutiny begins."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.councils import a_council
from tests.factories.decisions import a_duty

pytestmark = pytest.mark.django_db
HUB = reverse("scrutiny:hub")


def test_what_is_overdue_is_its_verdict_and_comes_first(client):
    council = a_council()
    a_duty(council, title="To come", kind="response", due_on=timezone.localdate() + timedelta(9))
    a_duty(council, title="Missed", kind="review", due_on=date(2025, 3, 31))
    a_duty(council, title="Of another kind", kind="contract", due_on=date(2025, 3, 31))
    html = client.get(HUB).content.decode()
    assert "1 answer, review or call-in is overdue" in html
    assert html.index("Missed") < html.index("To come")
    assert "Of another kind" not in html


def test_with_nothing_to_show_it_says_what_would_fill_it(client):
    html = client.get(HUB).content.decode()
    assert "Nothing that scrutiny waits for is overdue" in html
    assert "No review is published yet" in html
    assert "No call-in was requested" in html


@pytest.mark.parametrize("number", [1, 10, 100])
def test_it_costs_the_same_however_much_is_due(client, number, django_assert_max_num_queries):
    council = a_council()
    for place in range(number):
        a_duty(council, title=f"Due {place}", kind="response")
    with django_assert_max_num_queries(5):
        client.get(HUB)
