"""The Atom feed: what it tells of each notice, and that it tells everybody the same."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.notices import actions
from governance.notices.withdrawal import withdraw
from tests.factories.councils import a_council_with_a_rule
from tests.factories.meetings import EXEMPT
from tests.factories.notices import (
    PUBLISHED_AT,
    a_notice,
    a_notice_of_one,
    a_published_notice,
    publish,
)
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LATER = PUBLISHED_AT + timedelta(days=1)


def entries(client, **args):
    name = "notices:feed_of_council" if args else "notices:feed"
    answer = client.get(reverse(name, kwargs=args))
    # Our own writer made it: there is nothing foreign in it to guard against.
    return ET.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314


def text(entry, name):
    return entry.find(f"{ATOM}{name}").text


def test_an_entry_stands_under_the_lasting_address_of_its_notice(client):
    notice = a_published_notice()
    (entry,) = entries(client)
    page = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    assert text(entry, "id").endswith(page)
    assert text(entry, "published") == "2023-04-14T10:05:00+01:00"
    assert "Call-in closes: end of Friday 21 April 2023." in text(entry, "summary")


def test_a_correction_moves_the_day_of_change_and_says_why(client):
    notice = a_published_notice()
    actions.correct(notice, by=the_clerk(), at=LATER, reason="A name was wrong.", clock="keeps")
    (entry,) = entries(client)
    assert text(entry, "updated") == "2023-04-15T10:05:00+01:00"
    assert "Corrected: A name was wrong." in text(entry, "summary")


def test_a_withdrawn_notice_keeps_its_entry_and_loses_its_text(client):
    notice = a_published_notice(reasons="MARKER of reasons", title="MARKER of a title")
    withdraw(notice, by=the_clerk(), at=LATER, reason="Published too soon.", title="A notice")
    (entry,) = entries(client)
    assert text(entry, "title") == "A notice"
    assert text(entry, "summary") == "Withdrawn on Saturday 15 April 2023. Published too soon."


def test_drafts_and_restricted_words_are_in_nobodys_feed(client):
    a_notice()
    notice = a_notice_of_one(a_council_with_a_rule(), **EXEMPT, title="MARKER of a title")
    publish(notice)
    client.force_login(a_person_with_role("democratic_services", notice.council))
    (entry,) = entries(client)
    assert text(entry, "title") == "A decision of the Portfolio holder"


def test_a_councils_feed_holds_its_own_notices(client):
    mine = a_published_notice()
    a_published_notice()
    assert len(entries(client)) == 2
    assert len(entries(client, council=mine.council.slug)) == 1


def test_what_was_read_before_is_answered_without_its_text(client):
    a_published_notice()
    first = client.get(reverse("notices:feed"))
    again = client.get(reverse("notices:feed"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("number", [1, 10])
def test_it_costs_the_same_however_many_notices_there_are(client, number):
    council = a_council_with_a_rule()
    for _ in range(number):
        a_published_notice(council)
    with CaptureQueriesContext(connection) as captured:
        entries(client)
    assert len(captured) <= 4  # notices, their text, their windows, what was requested
