"""A list costs as many queries for a hundred rows as for one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from governance.models import Notice
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.forward_plan import an_entry
from tests.factories.meetings import a_body, a_document, a_meeting, a_question, an_item
from tests.factories.notices import (
    a_notice_of_entry,
    a_notice_of_meeting,
    a_notice_of_one,
    publish,
)
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db
SIZES = (1, 10, 100)


def queries_of(client, address):
    """Return how many queries a page costs once its caches are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, address
    saved = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO")
    return len([query for query in captured if not query["sql"].startswith(saved)])


class Growing:
    """A council whose lists grow: each step adds one of everything that a page lists."""

    def __init__(self):
        self.now = timezone.now()
        self.council = a_council_with_a_rule("Boston")
        self.body = a_body(self.council)
        self.clerk = a_person_with_role("democratic_services", self.council)
        self.large = a_meeting(self.body, held_on="2023-04-11")
        self.many = a_notice_of_meeting(self.large)
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            publish(a_notice_of_one(self.council), at=self.now)
            a_notice_of_one(self.council)
            told = a_notice_of_entry(an_entry(self.council, body=self.body))
            publish(told, at=self.now, gaps_reason="Members are not appointed.")
            a_notice_of_entry(an_entry(self.council, body=self.body))
            item = an_item(self.large)
            a_complete_decision(item)
            if self.rows <= 10 or self.rows % 10 == 0:
                a_question(item)
                a_document(item)
                a_meeting(self.body, held_on=f"20{self.rows % 90 + 10}-01-{self.rows % 27 + 1:02}")

    def addresses(self):
        of_one = [self.council.slug, Notice.objects.filter(state="published").first().slug]
        of_many = [self.council.slug, self.many.slug]
        return {
            "home": "/",
            "notices": "/notices/",
            "notices as data": "/notices/?format=csv",
            "open": "/open-for-call-in/",
            "worklist": "/worklist/",
            "forward plan": "/forward-plan/",
            "meetings": "/meetings/",
            "meetings as data": "/meetings/?format=csv",
            "meeting": reverse("meetings:detail", args=[self.large.pk]),
            "notice": reverse("notices:detail", args=of_one),
            "publish": reverse("notices:publish", args=of_many),
            "preview": reverse("notices:preview", args=of_many),
        }


PAGES = [
    *("home", "notices", "notices as data", "open", "worklist", "forward plan"),
    *("meetings", "meetings as data", "meeting", "notice", "publish", "preview"),
]


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    found = {name: [] for name in PAGES}
    with for_a_module(django_db_blocker):
        growing, client = Growing(), Client()
        client.force_login(growing.clerk)
        for size in SIZES:
            growing.grow_to(size)
            for name, address in growing.addresses().items():
                found[name].append(queries_of(client, address))
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_costs_the_same_for_one_row_and_for_a_hundred(counts, name):
    one, *more = counts[name]
    assert more == [one] * (len(SIZES) - 1)
