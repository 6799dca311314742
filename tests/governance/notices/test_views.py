"""Reading notices: the list, what is open, the home page, a notice, its PDF and its data."""

import csv
import hashlib
import io
import json
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.models import Decision
from governance.notices import actions
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import NOT_CALLABLE, an_issue
from tests.factories.everything import for_a_module
from tests.factories.notices import (
    PUBLISHED_AT,
    a_file_of,
    a_notice,
    a_notice_of_one,
    a_published_notice,
    publish,
)
from tests.factories.people import a_person_with_role, made, the_clerk
from tests.governance.pages.markup import of_class, parsed, text_of

pytestmark = pytest.mark.django_db
WHILE_OPEN = datetime(2023, 4, 18, 9, tzinfo=LONDON)
ON_THE_LAST_DAY = datetime(2023, 4, 21, 9, tzinfo=LONDON)
AFTERWARDS = datetime(2023, 4, 22, 9, tzinfo=LONDON)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, other = a_council_with_a_rule("Boston"), a_council_with_a_rule("Lindsey")
        yield SimpleNamespace(
            council=council,
            other=other,
            notice=a_published_notice(council),
            closed=a_published_notice(
                other, at=PUBLISHED_AT - timedelta(days=14), made_on=date(2023, 3, 29)
            ),
            draft=a_notice(council),
        )


def address(name, notice, *more):
    return reverse(f"notices:{name}", args=[notice.council.slug, notice.slug, *more])


def correct(notice, clock="keeps"):
    return actions.correct(
        notice, by=the_clerk(), at=WHILE_OPEN, reason="A name was missing.", clock=clock
    )


def read(client, where, now=WHILE_OPEN):
    with time_machine.travel(now, tick=False):
        answer = client.get(where)
    assert answer.status_code == 200
    return parsed(answer.text)


def rows_of(page):
    return [text_of(row) for row in page.iter("tr")][1:]


# --- The list -----------------------------------------------------------------------------------


def test_published_notices_are_listed_newest_first_and_drafts_are_not(client, world):
    rows = rows_of(read(client, "/notices/"))
    assert [("Boston" in row, "Lindsey" in row) for row in rows] == [(True, False), (False, True)]
    assert "Open for call-inCall-in closes at the end of Friday 21 April 2023" in rows[0]
    assert "In effect" in rows[1]


def test_the_list_of_one_council(client, world):
    page = read(client, f"/notices/?council={world.other.slug}")
    assert len(rows_of(page)) == 1
    assert text_of(next(page.iter("h1"))) == "Decision notices of Lindsey Council"


def test_the_list_of_a_council_that_does_not_exist_is_not_found(client, world):
    assert client.get("/notices/?council=atlantis").status_code == 404


def test_a_council_that_has_published_nothing_says_so(client, world):
    quiet = a_council_with_a_rule("Quiet")
    page = read(client, f"/notices/?council={quiet.slug}")
    assert "No notice has been published by Quiet Council yet." in text_of(page)


@pytest.mark.parametrize("number", ["", "0", "999", "x"])
def test_any_page_number_is_answered(client, world, number):
    assert rows_of(read(client, f"/notices/?page={number}"))


def test_the_list_as_data(client, world):
    with time_machine.travel(WHILE_OPEN, tick=False):
        answer = client.get("/notices/?format=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="notices.csv"'
    first, second = csv.DictReader(io.StringIO(answer.text))
    assert first == {
        "Notice": "Cabinet, Wednesday 12 April 2023",
        "Council": "Boston Council",
        "Published": "2023-04-14T09:05:00+00:00",
        "State": "Open for call-in",
        "Last day to call in": "2023-04-21",
        "Closes": "end of 2023-04-21",
        "Address": f"http://localhost:8000{address('detail', world.notice)}",
    }
    assert second["State"] == "In effect"


def test_a_notice_without_a_window_has_no_closing_in_the_data(client, world):
    publish(a_notice(world.council, **NOT_CALLABLE), at=AFTERWARDS)
    first = next(csv.DictReader(io.StringIO(client.get("/notices/?format=csv").text)))
    assert (first["State"], first["Last day to call in"], first["Closes"]) == (
        "Not open to call-in",
        "",
        "",
    )


# --- What is open, and the home page ------------------------------------------------------------


def test_what_is_open_is_listed_soonest_first(client, world):
    publish(a_notice(world.other), at=WHILE_OPEN)
    rows = rows_of(read(client, "/open-for-call-in/"))
    assert ["Boston" in row for row in rows] == [True, False]


def test_when_nothing_is_open_the_last_window_is_named(client, world):
    page = read(client, "/open-for-call-in/", AFTERWARDS)
    assert "No decision is open for call-in. The last window closed on Saturday 22 April" in (
        text_of(page)
    )


def test_home_shows_the_one_that_is_open(client, world):
    (verdict,) = of_class(read(client, "/"), "app-verdict")
    assert "Open for call-in now: 1 notice" in text_of(verdict)
    assert "Boston: Cabinet, Wednesday 12 April 2023" in text_of(verdict)


def test_home_lists_several_that_are_open_soonest_first(client, world):
    publish(a_notice(world.other), at=WHILE_OPEN)
    (verdict,) = of_class(read(client, "/"), "app-verdict")
    assert [text_of(item)[:7] for item in verdict.iter("li")] == ["Boston:", "Lindsey"]


def test_home_when_nothing_is_open_names_the_last(client, world):
    (verdict,) = of_class(read(client, "/", AFTERWARDS), "app-verdict")
    assert "No decision is open for call-in" in text_of(verdict)
    assert world.notice.title in text_of(verdict)


def test_on_the_last_day_the_list_says_today(client, world):
    row, _ = rows_of(read(client, "/notices/", ON_THE_LAST_DAY))
    assert "Closes todayCall-in closes today at the end of the day" in row


def test_a_restarted_window_is_open_although_the_first_has_closed(client, world):
    correct(world.notice, clock="restarts")
    rows = rows_of(read(client, "/open-for-call-in/", AFTERWARDS))
    assert "closes at the end of Tuesday 25 April 2023" in rows[0]


def test_the_list_shows_what_the_newest_version_says(client, world):
    meeting = world.notice.meeting
    meeting.held_on = date(2023, 4, 13)
    made(meeting)
    correct(world.notice)
    first, _ = rows_of(read(client, "/notices/"))
    assert first.startswith("Cabinet, Thursday 13 April 2023")
    meeting.held_on = date(2023, 4, 12)


# --- A notice -----------------------------------------------------------------------------------


def test_a_notice_says_what_was_decided_until_when_and_how_that_was_counted(client, world):
    shown = text_of(read(client, address("detail", world.notice)))
    for words in (
        "Call-in closes at the end of Friday 21 April 2023",
        "3 working days are left after today",
        "Approve the Digital Strategy",
        "One approach serves all three councils.",
        "No alternatives were considered.",
        "How this date was counted",
        "Bank holidays in England and Wales. Version:",
        "The PDF is being made",
        world.notice.versions.get().sha256,
    ):
        assert words in shown


def test_a_draft_is_not_found_by_the_public_and_leads_its_clerk_to_the_desk(client, world):
    assert client.get(address("detail", world.draft)).status_code == 404
    client.force_login(a_person_with_role("democratic_services", world.council))
    assert client.get(address("detail", world.draft))["Location"] == address("publish", world.draft)


@pytest.mark.parametrize(("role", "shown"), [("democratic_services", True), ("officer", False)])
def test_the_way_to_a_correction_is_shown_to_who_may(client, world, role, shown):
    client.force_login(a_person_with_role(role, world.council))
    page = client.get(address("detail", world.notice)).text
    assert (address("correct", world.notice) in page) is shown


def test_a_version_that_does_not_exist_is_not_found(client, world):
    for number in (0, 2):
        assert client.get(address("version", world.notice, number)).status_code == 404


def test_a_corrected_notice_shows_the_newest_and_the_old_one_behind_a_banner(client, world):
    correct(world.notice)
    newest = text_of(read(client, address("detail", world.notice)))
    assert "Corrected: this is version 2. A name was missing." in newest
    old = text_of(read(client, address("version", world.notice, 1)))
    assert "This is version 1, published Friday 14 April 2023, 10.05am." in old
    assert "read version 2, the one that counts" in old


def test_a_notice_of_what_cannot_be_called_in_says_so(client, world):
    notice = a_published_notice(world.council, **NOT_CALLABLE)
    shown = text_of(read(client, address("detail", notice)))
    assert "These decisions cannot be called in" in shown
    assert "Cannot be called in. It is a recommendation to council." in shown
    assert "How this date was counted" not in shown


def test_a_joint_notice_counts_at_each_council_and_the_verdict_follows_the_last(client, world):
    sooner = a_council_with_a_rule("Holland", {"unit": "calendar_days", "count": 3})
    notice = a_published_notice(world.council, sooner)
    shown = text_of(read(client, address("detail", notice)))
    assert "Call-in closes at the end of Friday 21 April 2023 at Boston" in shown
    assert "How this date was counted at Boston" in shown
    assert "How this date was counted at Holland" in shown


def test_markup_in_a_record_is_shown_as_text(client, world):
    notice = a_published_notice(world.council, reasons="<script>alert(1)</script>")
    answer = client.get(address("detail", notice))
    assert "<script>alert(1)" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_the_same_matter_elsewhere_is_listed_with_where_it_stands(client, world):
    issue = an_issue()
    here = a_published_notice(world.council, issue=issue)
    there = a_published_notice(world.other, issue=issue)
    alone = a_notice_of_one(a_council_with_a_rule("Holland"), issue=issue)
    publish(alone)
    shown = read(client, address("detail", here))
    links = {link.get("href") for link in shown.iter("a")}
    assert {address("detail", there), address("detail", alone)} <= links
    assert "no notice is held here" not in text_of(shown)


def test_a_decision_made_alone_is_not_beside_matters_that_have_nothing_to_do_with_it(client, world):
    issue = an_issue()
    publish(a_notice_of_one(world.other, issue=issue, title="Something else"))
    a_notice_of_one(world.council, issue=issue)
    notice = a_notice_of_one(world.council, title="Desk hours")
    publish(notice)
    shown = text_of(read(client, address("detail", notice)))
    assert "The same matter at the other councils" not in shown


def test_elsewhere_a_restricted_decision_is_not_named(client, world):
    issue = an_issue()
    here = a_published_notice(world.council, issue=issue)
    there = a_published_notice(world.other, issue=issue)
    hidden = Decision.objects.get(item__meeting=there.meeting)
    hidden.classification = "confidential"
    made(hidden)
    assert "The same matter" not in text_of(read(client, address("detail", here)))


# --- PDF and data -------------------------------------------------------------------------------


def test_until_the_pdf_is_there_the_page_asks_again_and_the_address_is_not_found(client, world):
    link = client.get(address("pdf_link", world.notice, 1))
    assert 'hx-trigger="load delay:' in link.text
    assert "no-store" in link["Cache-Control"]
    assert client.get(address("pdf", world.notice, 1)).status_code == 404


def test_the_pdf_is_served_as_it_was_made(client, world):
    a_file_of(world.notice.versions.get(), b"%PDF-1.7 made")
    assert address("pdf", world.notice, 1) in client.get(address("pdf_link", world.notice, 1)).text
    answer = client.get(address("pdf", world.notice, 1))
    assert answer.content == b"%PDF-1.7 made"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{world.notice.slug}-v1.pdf"'
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["ETag"] == f'"{hashlib.sha256(b"%PDF-1.7 made").hexdigest()}"'


def test_the_data_are_byte_for_byte_what_the_fingerprint_is_of(client, world):
    version = world.notice.versions.get()
    answer = client.get(address("data", world.notice, 1))
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["ETag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
    assert version.sha256 in answer["ETag"]
    assert json.loads(answer.content) == version.snapshot


@pytest.mark.parametrize("name", ["data", "pdf", "pdf_link"])
def test_nothing_is_served_of_a_draft_or_of_a_version_that_is_not(client, world, name):
    assert client.get(address(name, world.draft, 1)).status_code == 404
    assert client.get(address(name, world.notice, 9)).status_code == 404


@pytest.mark.parametrize("name", ["index", "open", "worklist"])
def test_reading_pages_refuse_to_be_written_to(client, world, name):
    client.force_login(a_person_with_role("democratic_services", world.council))
    assert client.post(reverse(f"notices:{name}")).status_code == 405
