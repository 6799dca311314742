"""The History page: who may open it, and what it shows."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.history.actions import write
from governance.models import AgendaItem, Decision
from governance.people.rules import Kind
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.notices import a_notice_of_meeting
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.governance.pages.markup import of_class, parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        own, other = a_council(), a_council()
        meeting = a_meeting(a_body(own))
        yield SimpleNamespace(
            own=own,
            other=other,
            partnership=a_partnership(own),
            meeting=meeting,
            notice=a_notice_of_meeting(a_meeting(a_body(own))),
            item=an_item(meeting),
            restricted=an_item(meeting, minute="The price is 5.", **EXEMPT),
            unset=an_item(meeting, classification=""),
            decision=a_decision(classification="public", state="published", council=own),
        )


def history(kind, thing):
    return reverse("history:history", args=[kind, thing.pk])


def as_role(client, world, kind, council=None):
    of = world.partnership if kind == Kind.PARTNERSHIP_OFFICER else council or world.own
    client.force_login(a_person_with_role(kind, of))
    return client


READERS = {Kind.OFFICER, Kind.SCRUTINY_OFFICER, Kind.DEMOCRATIC_SERVICES, Kind.ADMINISTRATOR}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("what", ["decision", "item", "meeting"])
def test_history_is_for_officers_and_administrators_of_the_council(client, world, kind, what):
    answer = as_role(client, world, kind).get(history(what, getattr(world, what)))
    assert answer.status_code == (200 if kind in READERS else 403)


@pytest.mark.parametrize("what", ["decision", "item", "meeting"])
def test_history_is_not_for_those_of_another_council(client, world, what):
    as_role(client, world, Kind.DEMOCRATIC_SERVICES, world.other)
    assert client.get(history(what, getattr(world, what))).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client, world):
    answer = client.get(history("meeting", world.meeting))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_a_draft_notice_is_not_there_for_others_and_has_a_history_for_its_own(client, world):
    as_role(client, world, Kind.OFFICER, world.other)
    assert client.get(history("notice", world.notice)).status_code == 404
    as_role(client, world, Kind.OFFICER)
    assert client.get(history("notice", world.notice)).status_code == 200


@pytest.mark.parametrize(
    ("kind", "status"),
    [(Kind.DEMOCRATIC_SERVICES, 200), (Kind.OFFICER, 403), (Kind.ADMINISTRATOR, 403)],
)
def test_the_history_of_a_restricted_item_is_for_those_who_may_read_it(client, world, kind, status):
    answer = as_role(client, world, kind).get(history("item", world.restricted))
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("kind", "status"),
    [(Kind.DEMOCRATIC_SERVICES, 200), (Kind.OFFICER, 200), (Kind.ADMINISTRATOR, 403)],
)
def test_what_nobody_has_classified_is_read_by_those_who_read_drafts(client, world, kind, status):
    answer = as_role(client, world, kind).get(history("item", world.unset))
    assert answer.status_code == status


@pytest.mark.parametrize("kind", [Kind.OFFICER, Kind.ADMINISTRATOR])
def test_what_was_once_restricted_stays_so_in_its_history(client, world, kind):
    item = AgendaItem.objects.get(pk=world.restricted.pk)
    item.classification, item.exempt_paragraphs, item.minute = "public", [], "Agreed."
    write(item, by=the_clerk(), because="The exemption ended")
    answer = as_role(client, world, kind).get(history("item", item))
    assert answer.status_code == 403
    assert "The price is 5." not in answer.text


def test_nothing_is_found_under_a_kind_or_number_that_does_not_exist(client, world):
    as_role(client, world, Kind.DEMOCRATIC_SERVICES)
    assert client.get("/history/user/1/").status_code == 404
    assert client.get("/history/meeting/999999/").status_code == 404


def test_the_page_shows_who_why_and_which_words_newest_first(client, world):
    decision = Decision.objects.get(pk=world.decision.pk)
    for words, by in [("Old reasons", "Ann Clerk"), ("New reasons <b>", "Bob Clerk")]:
        decision.reasons = words
        write(decision, by=a_user(by), because="Recorded the reasons")
    page = parsed(as_role(client, world, Kind.OFFICER).get(history("decision", decision)).text)
    headings = [text_of(heading) for heading in page.iter("h2")]
    assert headings[0] == "Changed by Bob Clerk: Recorded the reasons"
    assert headings[1] == "Changed by Ann Clerk: Recorded the reasons"
    newest = of_class(page, "app-diff")[0]
    assert [text_of(piece) for piece in newest.iter("del")] == ["removed: Old"]
    assert [text_of(piece) for piece in newest.iter("ins")] == ["added: New", "added: <b>"]


def test_twenty_revisions_a_page_and_the_oldest_is_compared_with_the_one_before(client, world):
    decision = Decision.objects.get(pk=world.decision.pk)
    for number in range(25):
        decision.reasons = f"Reason {number}"
        write(decision, by=the_clerk(), because="Recorded the reasons")
    as_role(client, world, Kind.OFFICER)
    first, second = (
        parsed(client.get(history("decision", decision) + f"?page={n}").text) for n in (1, 2)
    )
    shown = [of_class(page, "app-chrono")[0].findall("li") for page in (first, second)]
    assert [len(revisions) for revisions in shown] == [20, 6]
    oldest = shown[0][-1]
    assert [text_of(piece) for piece in oldest.iter("del")] == ["removed: 4"]


def test_the_number_of_queries_does_not_grow_with_the_revisions(client, world):
    decision = Decision.objects.get(pk=world.decision.pk)
    as_role(client, world, Kind.OFFICER)
    counts = []
    for times in (1, 10):
        for number in range(times):
            decision.reasons = f"Reason {times} {number}"
            write(decision, by=the_clerk(), because="Recorded the reasons")
        counts.append(queries_of(client, history("decision", decision)))
    assert counts[0] == counts[1]


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
