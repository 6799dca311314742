"""The History page: who may open it, and what it shows."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.history.actions import remove, write
from governance.models import AgendaItem, Decision
from governance.people.rules import Kind
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import a_decision, a_limb
from tests.factories.everything import for_a_module
from tests.factories.meetings import (
    EXEMPT,
    a_body,
    a_document,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.notices import a_notice_of_meeting
from tests.factories.people import a_person, a_person_with_role, a_user, the_clerk
from tests.governance.pages.markup import of_class, parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        own, other = a_council(), a_council()
        partnership = a_partnership(own)
        meeting = a_meeting(a_body(own, partnership=partnership))
        item = an_item(meeting)
        yield SimpleNamespace(
            own=own,
            other=other,
            partnership=partnership,
            meeting=meeting,
            notice=a_notice_of_meeting(a_meeting(a_body(own, partnership=partnership))),
            item=item,
            restricted=an_item(meeting, minute="The price is 5.", **EXEMPT),
            unset=an_item(meeting, classification=""),
            decision=a_decision(item, classification="public", state="published"),
            alone=a_decision(classification="public", state="published", council=own),
        )


def history(kind, thing):
    return reverse("history:history", args=[kind, thing.pk])


def as_role(client, world, kind, council=None):
    of = world.partnership if kind == Kind.PARTNERSHIP_OFFICER else council or world.own
    client.force_login(a_person_with_role(kind, of))
    return client


READERS = [kind for kind in Kind if kind is not Kind.MEMBER]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("what", ["decision", "item", "meeting"])
def test_history_is_for_officers_and_administrators_of_the_council_or_partnership(
    client, world, kind, what
):
    answer = as_role(client, world, kind).get(history(what, getattr(world, what)))
    assert answer.status_code == (200 if kind in READERS else 403)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("what", ["decision", "item", "meeting"])
def test_any_role_that_reads_history_may_be_held_for_a_partnership(client, world, kind, what):
    client.force_login(a_person_with_role(kind, world.partnership))
    assert client.get(history(what, getattr(world, what))).status_code == 200


def test_the_draft_notice_of_a_meeting_of_the_partnership_has_a_history_for_its_own(client, world):
    client.force_login(a_person_with_role(Kind.PARTNERSHIP_OFFICER, world.partnership))
    assert client.get(history("notice", world.notice)).status_code == 200


@pytest.mark.parametrize("what", ["decision", "item", "meeting"])
def test_history_is_not_for_those_of_another_partnership(client, world, what):
    client.force_login(a_person_with_role(Kind.PARTNERSHIP_OFFICER, a_partnership(world.own)))
    assert client.get(history(what, getattr(world, what))).status_code == 403


def test_what_no_body_of_the_partnership_decided_is_not_for_its_officers(client, world):
    as_role(client, world, Kind.PARTNERSHIP_OFFICER)
    assert client.get(history("decision", world.alone)).status_code == 403


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
    [
        (Kind.DEMOCRATIC_SERVICES, 200),
        (Kind.OFFICER, 403),
        (Kind.PARTNERSHIP_OFFICER, 403),
        (Kind.ADMINISTRATOR, 403),
    ],
)
def test_the_history_of_a_restricted_item_is_for_those_who_may_read_it(client, world, kind, status):
    answer = as_role(client, world, kind).get(history("item", world.restricted))
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Kind.DEMOCRATIC_SERVICES, 200),
        (Kind.OFFICER, 200),
        (Kind.PARTNERSHIP_OFFICER, 200),
        (Kind.ADMINISTRATOR, 403),
    ],
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


@pytest.fixture
def parts(world):
    """A part of every kind, so that further ones of each come next."""
    decision, item = a_decision(world.item, classification="public"), an_item(world.meeting)
    meeting = a_meeting(world.meeting.body, held_on=date(2023, 5, 1))
    found = SimpleNamespace(decision=decision, item=item, meeting=meeting)
    more_parts(found, 1)
    return found


def more_parts(parts, *numbers):
    for number in numbers:
        limb = a_limb(parts.decision, number=number, text="the old plan")
        limb.text = "the new plan"
        write(limb, by=the_clerk(), because="The plan was renamed")
        an_attendance(parts.meeting, person=a_person("Cllr Ann Lee"), post="")
        a_question(parts.item, position=number)
        a_document(parts.item, title="Report")


def headings(client, kind, thing):
    page = parsed(client.get(history(kind, thing)).text)
    (chronology,) = of_class(page, "app-chrono")
    return [text_of(heading).split(" by ")[0] for heading in chronology.iter("h2")]


def test_the_parts_of_a_record_are_in_its_chronology(client, world, parts):
    as_role(client, world, Kind.OFFICER)
    limb = parts.decision.resolutions.get()
    remove(limb, by=the_clerk(), because="Entered twice")
    shown = headings(client, "decision", parts.decision)
    assert shown == ["Limb 1 removed", "Limb 1 changed", "Limb 1 added", "Added"]
    shown = headings(client, "item", parts.item)
    assert shown == ["Paper “Report” added", "Question 1 added", "Added"]
    shown = headings(client, "meeting", parts.meeting)
    assert shown == ["Attendance of Cllr Ann Lee added", "Added"]


def test_a_part_is_compared_with_itself_and_not_told_where_it_belongs(client, world, parts):
    more_parts(parts, 2)
    as_role(client, world, Kind.OFFICER)
    page = parsed(client.get(history("decision", parts.decision)).text)
    changed, added, *_ = of_class(page, "app-diff")
    assert [text_of(piece) for piece in changed.iter("del")] == ["removed: old"]
    assert "Decision" not in [text_of(field) for field in added.iter("dt")]


def test_what_came_between_stands_between(client, world, parts):
    parts.decision.reasons = "Because"
    write(parts.decision, by=the_clerk(), because="Recorded the reasons")
    more_parts(parts, 2)
    as_role(client, world, Kind.OFFICER)
    assert headings(client, "decision", parts.decision)[:4] == [
        "Limb 2 changed",
        "Limb 2 added",
        "Changed",
        "Limb 1 changed",
    ]


def test_parts_count_for_the_twenty_a_page(client, world, parts):
    more_parts(parts, *range(2, 15))
    as_role(client, world, Kind.OFFICER)
    both = [client.get(history("decision", parts.decision) + f"?page={n}").text for n in (1, 2)]
    shown = [len(of_class(parsed(page), "app-chrono")[0].findall("li")) for page in both]
    assert shown == [20, 9]


@pytest.mark.parametrize(
    ("kind", "details", "reads"),
    [
        (Kind.DEMOCRATIC_SERVICES, EXEMPT, True),
        (Kind.OFFICER, EXEMPT, False),
        (Kind.PARTNERSHIP_OFFICER, EXEMPT, False),
        (Kind.OFFICER, {"classification": ""}, True),
        (Kind.ADMINISTRATOR, {"classification": ""}, False),
    ],
)
def test_the_history_of_a_paper_follows_its_own_classification(
    client, world, parts, kind, details, reads
):
    paper = a_document(parts.item, title="Salaries", **details)
    page = as_role(client, world, kind).get(history("item", parts.item)).text
    assert ("Salaries" in page, str(paper.public_id) in page) == (reads, reads)
    assert ("Changes of restricted papers are not shown to you" in page) is not reads
    assert "Paper “Report” added" in page


def test_a_paper_that_was_once_restricted_stays_so_in_the_history(client, world, parts):
    paper = a_document(parts.item, title="Salaries", **EXEMPT)
    paper.classification, paper.exempt_paragraphs = "public", []
    write(paper, by=the_clerk(), because="The exemption ended")
    page = as_role(client, world, Kind.OFFICER).get(history("item", parts.item)).text
    assert "Salaries" not in page


@pytest.mark.parametrize("kind", ["decision", "item", "meeting"])
def test_the_number_of_queries_does_not_grow_with_the_changes(client, world, parts, kind):
    thing = getattr(parts, kind)
    write(thing, by=the_clerk(), because="Looked at")
    as_role(client, world, Kind.OFFICER)
    before = queries_of(client, history(kind, thing))
    more_parts(parts, 2, 3, 4)
    for again in range(3):
        write(thing, by=the_clerk(), because=f"Looked at again {again}")
    assert queries_of(client, history(kind, thing)) == before


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
