"""Who is shown the way to the History pages: those, and only those, who may open them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.people.rules import Kind
from tests.factories.councils import a_partnership
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.notices import a_published_notice
from tests.factories.people import a_person_with_role

pytestmark = pytest.mark.django_db
READERS = sorted(set(Kind) - {Kind.MEMBER})


@pytest.fixture
def partnership(db):
    return a_partnership()


@pytest.fixture
def meeting(partnership):
    return a_meeting(a_body(partnership=partnership))


def page_of(meeting):
    return reverse("meetings:detail", args=[meeting.pk])


def to_history(kind, thing):
    return f'href="{reverse("history:history", args=[kind, thing.pk])}"'


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("of", ["council", "partnership"])
def test_a_meeting_links_to_its_history_and_its_items(client, meeting, kind, of):
    body, item = meeting.body, an_item(meeting)
    client.force_login(
        a_person_with_role(kind, body.lead_council if of == "council" else body.partnership)
    )
    page = client.get(page_of(meeting)).text
    assert (to_history("meeting", meeting) in page) is (kind in READERS)
    assert (to_history("item", item) in page) is (kind in READERS)


@pytest.mark.parametrize("kind", Kind)
def test_a_notice_links_to_its_history(client, kind):
    notice = a_published_notice()
    client.force_login(a_person_with_role(kind, notice.council))
    page = client.get(reverse("notices:detail", args=[notice.council.slug, notice.slug])).text
    assert (to_history("notice", notice) in page) is (kind in READERS)


def test_strangers_are_shown_no_link_to_a_history(client, meeting):
    notice = a_published_notice()
    address = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    for page in (page_of(meeting), address):
        assert "/history/" not in client.get(page).text


@pytest.mark.parametrize(
    ("kind", "shown"), [(Kind.OFFICER, False), (Kind.DEMOCRATIC_SERVICES, True)]
)
def test_the_link_of_a_restricted_item_is_for_those_who_may_read_it(client, meeting, kind, shown):
    item, other = an_item(meeting, **EXEMPT), an_item(meeting)
    client.force_login(a_person_with_role(kind, meeting.body.lead_council))
    page = client.get(page_of(meeting)).text
    assert (to_history("item", item) in page) is shown
    assert to_history("item", other) in page


def test_the_links_of_many_items_cost_no_more_than_those_of_one(client, meeting):
    client.force_login(a_person_with_role(Kind.OFFICER, meeting.body.lead_council))
    counts = []
    for _ in range(2):
        an_item(meeting)
        with CaptureQueriesContext(connection) as captured:
            client.get(page_of(meeting))
        counts.append(len(captured))
    assert counts[0] == counts[1]
