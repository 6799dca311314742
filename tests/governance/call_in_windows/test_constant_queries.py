"""The pages of rules, calendars and flags cost as many queries for a hundred rows as for one."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from governance.models import Constituent, LocalClosure
from tests.factories.councils import a_council, a_council_with_a_rule, a_partnership, a_rule_set
from tests.factories.everything import for_a_module
from tests.factories.notices import a_notice_of_one, publish
from tests.factories.people import a_person_with_role, made
from tests.factories.window_flags import a_flag
from tests.governance.notices.test_constant_queries import queries_of

pytestmark = pytest.mark.django_db
SIZES = (1, 10, 100)


class Growing:
    """Lists that grow: each step adds one of everything that a page lists."""

    def __init__(self):
        self.council = a_council_with_a_rule("Barton")
        self.partnership = a_partnership(self.council)
        self.clerk = a_person_with_role("democratic_services", self.council)
        self.administrator = a_person_with_role("administrator", self.partnership)
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            made(Constituent(partnership=self.partnership, council=a_council_with_a_rule()))
            a_rule_set(None)
            day = date(2030, 1, 1) + timedelta(days=self.rows)
            made(LocalClosure(council=self.council, day=day, reason="Closed"))
            notice = a_notice_of_one(self.council)
            publish(notice, at=timezone.now())
            a_flag(notice.decision.windows.get())

    def addresses(self):
        notice = self.council.notices.filter(state="published").first()
        return {
            "rules": (self.administrator, "/call-in-rules/"),
            "rules as data": (self.administrator, "/call-in-rules/?format=csv"),
            "real councils": (self.administrator, "/call-in-rules/real-councils/"),
            "administration": (self.administrator, "/administration/"),
            "new version": (self.administrator, f"/call-in-rules/{self.council.slug}/new/"),
            "closures": (self.administrator, f"/administration/closures/{self.council.slug}/"),
            "flags": (self.clerk, "/needs-a-decision/"),
            "flags as data": (self.clerk, "/needs-a-decision/?format=csv"),
            "decide": (self.clerk, f"/needs-a-decision/{self.council.slug}/{notice.slug}/"),
            "worklist": (self.clerk, "/worklist/"),
        }


PAGES = [
    *("rules", "rules as data", "real councils", "administration", "new version", "closures"),
    *("flags", "flags as data", "decide", "worklist"),
]


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    found = {name: [] for name in PAGES}
    with for_a_module(django_db_blocker):
        growing = Growing()
        for size in SIZES:
            growing.grow_to(size)
            for name, (person, address) in growing.addresses().items():
                client = Client()
                client.force_login(person)
                found[name].append(queries_of(client, address))
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_costs_the_same_for_one_row_and_for_a_hundred(counts, name):
    one, *more = counts[name]
    assert more == [one] * (len(SIZES) - 1)


def test_a_council_alone_is_listed_too(client):
    assert a_council().name in client.get("/call-in-rules/").text
