"""The lists of recommendations cost as many queries for a hundred rows as for one."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import an_issue
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role
from tests.factories.scrutiny_recommendations import (
    a_closing,
    a_recommendation,
    a_response,
    a_review_with,
    some_progress,
)
from tests.governance.notices.test_constant_queries import queries_of

pytestmark = pytest.mark.django_db
SIZES = (1, 10, 100)
PAGES = ["grid", "grid as data", "tracker", "tracker as data", "issue", "parts", "monitoring"]


class Growing:
    """A review of two councils whose recommendations grow, answered and reported on."""

    def __init__(self):
        self.councils = [a_council("Boston"), a_council("East Lindsey")]
        partnership = a_partnership(*self.councils)
        self.issue = an_issue(partnership=partnership)
        self.review = a_review_with(
            0, *self.councils, partnership=partnership, issue=self.issue, state="reporting"
        )
        self.officer = a_person_with_role("scrutiny_officer", self.councils[0])
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            row = a_recommendation(self.review, position=self.rows, number=str(self.rows))
            if self.rows <= 10 or self.rows % 10 == 0:
                for council in self.councils:
                    a_response(row, council)
                    some_progress(row, council, on=date(2026, 1, 5))
                a_closing(row, self.councils[0])

    def addresses(self):
        slug = self.review.slug
        body = self.review.receipts.first().body
        grid, tracker = f"/scrutiny/reviews/{slug}/recommendations/", "/scrutiny/recommendations/"
        return {
            "grid": grid,
            "grid as data": f"{grid}?format=csv",
            "tracker": tracker,
            "tracker as data": f"{tracker}?format=csv",
            "issue": reverse("issues:detail", args=[self.issue.slug]),
            "parts": reverse("recommendations:edit", args=[slug]),
            "monitoring": reverse("monitoring:live", args=[body.lead_council.slug, body.slug]),
        }


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    found = {name: [] for name in PAGES}
    with for_a_module(django_db_blocker):
        growing, client = Growing(), Client()
        client.force_login(growing.officer)
        for size in SIZES:
            growing.grow_to(size)
            for name, address in growing.addresses().items():
                found[name].append(queries_of(client, address))
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_costs_the_same_for_one_row_and_for_a_hundred(counts, name):
    one, *more = counts[name]
    assert more == [one] * (len(SIZES) - 1)
