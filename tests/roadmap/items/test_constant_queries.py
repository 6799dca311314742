"""Pages of the roadmap cost as many queries for a hundred rows as for one."""

import pytest
from django.test import Client
from django.urls import reverse

from roadmap.models import CaseItem
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role, made
from tests.factories.roadmap_items import (
    a_dependency,
    a_draft,
    a_gate,
    a_milestone,
    a_rollout,
    a_theme,
    an_item,
)
from tests.factories.roadmap_money import a_benefit, a_case, a_cost, a_purpose, a_source
from tests.governance.notices.test_constant_queries import queries_of

pytestmark = pytest.mark.django_db
SIZES = (1, 10, 100)
PEOPLE = ("stranger", "officer", "shared")


class Growing:
    """A roadmap that grows: each step adds a rollout, and some of what an item's page lists."""

    def __init__(self):
        self.councils = [a_council(name) for name in ("Boston", "East Lindsey")]
        self.partnership = a_partnership(*self.councils)
        self.body = a_body(self.councils[0])
        self.theme = a_theme(self.partnership)
        self.shared = a_person_with_role("partnership_officer", self.partnership)
        self.officer = a_person_with_role("officer", self.councils[0])
        self.large = an_item(self.partnership, theme=self.theme)
        self.paid = {
            "purpose": a_purpose(self.partnership), "source": a_source(self.partnership),
            "council": self.councils[0],
        }  # fmt: skip
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            item = an_item(self.partnership, theme=self.theme) if self.rows <= 10 else self.large
            row = a_rollout(item, self.councils[0], phase=self.rows, status="green")
            if self.rows <= 10:
                a_rollout(self.large, self.councils[self.rows % 2], phase=self.rows)
                a_milestone(self.large)
                a_gate(self.large, self.body, phase=self.rows + 100)
                a_dependency(self.large, item)
                a_draft(row, self.shared)
                a_cost(self.partnership, item=self.large, **self.paid)
                a_benefit(self.partnership, item=self.large)
                made(CaseItem(business_case=a_case(self.partnership), item=self.large))

    def addresses(self):
        at = [self.partnership.slug]
        of = [*at, self.large.slug]
        table = reverse("items:table", args=at)
        found = {
            "table": table,
            "table, filtered": f"{table}?status=green&council={self.councils[0].slug}",
            "file": reverse("exchange:export", args=[*at, "csv"]),
            "item": reverse("items:item", args=of),
        }
        for name in ("rollouts", "milestones", "needs", "gates"):
            found[name] = reverse(f"items:{name}", args=of)
        return found | {"themes": reverse("items:themes", args=at), "drafts": "/roadmap/drafts/"}


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker):
    """Return (person, page) -> how many queries it costs at each size."""
    with for_a_module(django_db_blocker):
        growing, found = Growing(), {}
        for size in SIZES:
            growing.grow_to(size)
            for person in PEOPLE:
                client = Client()
                if person != "stranger":
                    client.force_login(getattr(growing, person))
                for name, address in growing.addresses().items():
                    if client.get(address).status_code == 200:
                        found.setdefault((person, name), []).append(queries_of(client, address))
        yield found


@pytest.mark.parametrize("person", PEOPLE)
def test_a_page_costs_the_same_however_long_its_list(costs, person):
    seen = {name: cost for (who, name), cost in costs.items() if who == person}
    assert seen, "nobody saw anything"
    assert {name: cost for name, cost in seen.items() if len(set(cost)) > 1} == {}


def test_those_who_write_have_seen_every_page(costs):
    seen = {name for who, name in costs if who == "shared"}
    assert seen >= {"table", "file", "item", "rollouts", "milestones", "needs", "gates", "drafts"}
