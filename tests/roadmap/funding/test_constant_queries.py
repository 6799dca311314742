"""Lists of strategies, money and business cases cost as many queries for 100 rows as for one."""

import pytest
from django.test import Client
from django.urls import reverse

from governance.people.rules import Kind
from roadmap.models import GlossaryTerm, Section, StrategyVersion
from tests.factories.councils import a_council, a_partnership
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role, made
from tests.factories.roadmap_money import (
    a_benefit,
    a_case,
    a_cost,
    a_figure,
    a_purpose,
    a_source,
    a_split,
    an_option,
)
from tests.factories.roadmap_strategies import PUBLISHED_AT, a_strategy, a_version
from tests.governance.notices.test_constant_queries import SIZES, queries_of

pytestmark = pytest.mark.django_db
LISTS = {
    "strategies": "strategies:index", "money": "funding:index", "costs": "funding:costs",
    "benefits": "funding:benefits", "business cases": "business_cases:index",
}  # fmt: skip
PAGES = [*LISTS, *(f"{name} as data" for name in LISTS), "version", "case", "source"]


class Growing:
    """A partnership whose lists grow: each step adds a row to every list."""

    def __init__(self):
        self.council = a_council("Boston")
        self.partnership = a_partnership(self.council)
        self.officer = a_person_with_role(Kind.PARTNERSHIP_OFFICER, self.partnership)
        self.purpose = a_purpose(self.partnership)
        self.source = a_source(self.partnership, pounds=10_000)
        self.split = a_split(self.partnership, {self.council: 10_000})
        self.version = a_version(a_strategy(self.partnership, slug="large"))
        self.case = a_case(self.partnership)
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            told = a_strategy(self.partnership)
            made(StrategyVersion(strategy=told, number=1, label="x", state="published",
                                 published_at=PUBLISHED_AT))  # fmt: skip
            place = {"version": self.version, "position": self.rows}
            made(Section(heading="One", body=f"About term{self.rows}.", **place))
            made(GlossaryTerm(term=f"term{self.rows}", explanation="Explained", **place))
            a_cost(self.partnership, 1, source=self.source, split=self.split, purpose=self.purpose)
            a_figure(a_benefit(self.partnership), self.council)
            an_option(a_case(self.partnership))
            an_option(self.case)

    def addresses(self):
        slug = self.partnership.slug
        found = {name: reverse(address, args=[slug]) for name, address in LISTS.items()}
        found |= {f"{name} as data": f"{found[name]}?format=csv" for name in LISTS}
        return found | {
            "version": reverse("strategies:version", args=[slug, "large", 1]),
            "case": reverse("business_cases:detail", args=[slug, self.case.pk]),
            "source": reverse("funding:source", args=[slug, self.source.pk]),
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
