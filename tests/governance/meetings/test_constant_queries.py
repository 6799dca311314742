"""The pages of meetings and bodies cost as many queries for a hundred rows as for one."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import (
    EXEMPT,
    a_body,
    a_declaration,
    a_document,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.people import a_person, a_person_with_role, an_appointment
from tests.governance.notices.test_constant_queries import queries_of

pytestmark = pytest.mark.django_db
SIZES = (1, 10, 100)
FIRST = date(2023, 1, 2)


class Growing:
    """A meeting and its body whose lists grow: each step adds one of everything."""

    def __init__(self):
        self.council = a_council_with_a_rule("Boston")
        self.body = a_body(self.council, a_council("Partner"), numbers_on=True)
        self.meeting = a_meeting(self.body, held_on=date(2030, 1, 8), state="called")
        self.item = an_item(self.meeting)
        self.clerk = a_person_with_role("democratic_services", self.council)
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            person = a_person()
            an_attendance(self.meeting, person=person, post="", capacity="member")
            an_appointment(a_person(), self.council, body=self.body)
            a_declaration(self.meeting, person, item=self.item)
            a_question(self.item)
            item = an_item(self.meeting, part="12"[self.rows % 2], **EXEMPT)
            a_body(self.council)
            a_meeting(self.body, held_on=FIRST + timedelta(days=self.rows))
            if self.rows <= 10:
                a_complete_decision(item)
                a_document(item, **EXEMPT)

    def addresses(self):
        of_body = [self.council.slug, self.body.slug]
        of_meeting, of_item = [self.meeting.pk], [self.item.pk]
        return {
            "meeting": reverse("meetings:detail", args=of_meeting),
            "agenda": reverse("meetings:agenda", args=of_meeting),
            "agenda item": reverse("meetings:agenda_item", args=of_item),
            "attendance": reverse("minutes:attendance", args=of_meeting),
            "declarations": reverse("minutes:declarations", args=of_meeting),
            "questions": reverse("minutes:questions", args=of_item),
            "minutes": reverse("minutes:desk", args=of_meeting),
            "bodies": reverse("bodies:index"),
            "bodies as data": "/bodies/?format=csv",
            "body": reverse("bodies:detail", args=of_body),
            "members": reverse("bodies:members", args=of_body),
            "plan": reverse("meetings:new"),
        }


PAGES = [
    *("meeting", "agenda", "agenda item", "attendance", "declarations", "questions", "minutes"),
    *("bodies", "bodies as data", "body", "members", "plan"),
]
WHO = ("democratic services", "public")


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    found = {(name, who): [] for name in PAGES for who in WHO}
    with for_a_module(django_db_blocker):
        growing, clerk, public = Growing(), Client(), Client()
        clerk.force_login(growing.clerk)
        for size in SIZES:
            growing.grow_to(size)
            for name, address in growing.addresses().items():
                found[name, WHO[0]].append(queries_of(clerk, address))
                if public.get(address).status_code == 200:
                    found[name, WHO[1]].append(queries_of(public, address))
    return found


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", WHO)
def test_a_page_costs_the_same_for_one_row_and_for_a_hundred(counts, name, who):
    assert len(set(counts[name, who])) <= 1
