"""The desk of democratic services: the worklist, publishing, the preview, correcting."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from governance.calendar.local_time import LONDON
from governance.history.actions import write
from governance.models import Notice
from governance.notices.desk import desk_of, line_of
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_council_with_a_rule, a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import (
    PUBLISHED_AT,
    a_file_of,
    a_notice,
    a_notice_of_meeting,
    a_notice_of_one,
    a_published_notice,
    publish,
)
from tests.factories.people import a_person_with_role, a_user, the_clerk
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import by_id, of_class, parsed, text_of

pytestmark = pytest.mark.django_db
NOW = datetime(2023, 4, 14, 10, 5, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def on_a_friday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council = a_council_with_a_rule("Boston")
        yield SimpleNamespace(
            council=council,
            other=a_council_with_a_rule("Lindsey"),
            draft=a_notice(council, title="Networks"),
            published=a_published_notice(council),
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def address(name, notice):
    return reverse(f"notices:{name}", args=[notice.council.slug, notice.slug])


def press(client, notice, name="publish", **changes):
    where = address(name, notice)
    return client.post(where, posted(client.get(where).text, **changes))


EARLIER = {
    "when": "earlier",
    "published_on_day": "13",
    "published_on_month": "4",
    "published_on_year": "2023",
    "published_time": "4.20pm",
}


def printed(day):
    return {f"printed_deadline_{part}": value for part, value in
            zip(["day", "month", "year"], day.split(), strict=True)}  # fmt: skip


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["publish", "correct"])
@pytest.mark.parametrize("kind", [k for k in Kind if k != Kind.PARTNERSHIP_OFFICER])
def test_only_democratic_services_of_the_council_reach_the_desk(client, world, kind, name):
    sees_drafts = {Kind.OFFICER, Kind.SCRUTINY_OFFICER, Kind.DEMOCRATIC_SERVICES}
    client.force_login(a_person_with_role(kind, world.council))
    status = client.get(address(name, world.draft)).status_code
    if kind == Kind.DEMOCRATIC_SERVICES:
        assert status == (302 if name == "correct" else 200)
    else:
        assert status == (403 if kind in sees_drafts else 404)
    client.force_login(a_person_with_role(kind, world.other))
    assert client.get(address(name, world.draft)).status_code == 404
    assert client.get(address(name, world.published)).status_code == 403


def test_the_worklist_is_for_democratic_services(client, world):
    assert client.get("/worklist/")["Location"].startswith("/account/login/")
    client.force_login(a_person_with_role(Kind.OFFICER, world.council))
    assert client.get("/worklist/").status_code == 403


# --- The worklist -------------------------------------------------------------------------------


def test_the_worklist_shows_drafts_windows_and_pdfs_of_ones_own_council(clerk, world):
    a_notice(world.council, reasons="", contact="")
    a_published_notice(world.other)
    shown = text_of(parsed(clerk.get("/worklist/").text))
    assert "2to publish" in shown
    assert "1call-in window open" in shown
    assert "1PDF being made" in shown
    assert (
        "Ready to publish. Published today, call-in would close on Friday 21 April 2023." in shown
    )
    assert "2 things are missing." in shown
    assert "Lindsey" not in shown


def test_an_empty_worklist_says_so(client, db):
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, a_council()))
    shown = text_of(parsed(client.get("/worklist/").text))
    for words in (
        "Nothing to publish.",
        "No window is open.",
        "Every published notice has its PDF",
    ):
        assert words in shown


def test_a_pdf_that_is_there_waits_no_longer(clerk, world):
    a_file_of(world.published.versions.get())
    assert "Every published notice has its PDF" in clerk.get("/worklist/").text


# --- Publishing ---------------------------------------------------------------------------------


def test_the_page_says_what_is_missing_and_until_when_call_in_would_run(clerk, world):
    draft = a_notice(world.council, reasons="")
    page = parsed(clerk.get(address("publish", draft)).text)
    assert "1 thing is missing. Published today, call-in would close on Friday 21 April" in (
        text_of(by_id(page, "desk-verdict"))
    )
    (missing,) = of_class(page, "app-check--missing")
    assert text_of(missing).startswith("Reasons for the decision (missing)")
    rows = [text_of(row) for row in page.iter("tr")]
    assert any("Today, Friday 14 April" in row and "1 weekend" in row for row in rows)
    assert any(row.startswith("Monday 17 April") for row in rows)


def test_publishing_a_bank_holiday_ahead_names_it(clerk, world):
    with time_machine.travel(datetime(2023, 4, 4, 9, tzinfo=LONDON), tick=False):
        shown = clerk.get(address("publish", world.draft)).text
    assert "Good Friday" in shown


def test_in_late_august_no_bank_holiday_is_near_enough_to_name(client, world):
    with time_machine.travel(datetime(2025, 8, 26, 9, tzinfo=LONDON), tick=False):
        client.force_login(world.clerk)
        page = parsed(client.get(address("publish", world.draft)).text)
    rows = [text_of(next(row.iter("th"))) for row in page.iter("tr")]
    assert rows[1:3] == ["Today, Tuesday 26 August", "Wednesday 27 August"]
    assert "What is wrong" in rows[3]


def test_publish_now(clerk, world):
    answer = press(clerk, world.draft)
    assert answer["Location"] == address("detail", world.draft)
    version = world.draft.versions.get()
    assert (version.published_at, version.published_by) == (NOW, world.clerk)
    assert "Published. Version 1" in clerk.get(answer["Location"]).text


def test_publish_what_was_published_earlier(clerk, world):
    assert press(clerk, world.draft, **EARLIER, **printed("20 4 2023")).status_code == 302
    version = world.draft.versions.get()
    assert version.published_at == datetime(2023, 4, 13, 16, 20, tzinfo=LONDON)
    assert version.recorded_at == NOW


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"when": None}, "Choose when it is published."),
        ({"when": "earlier"}, "Enter the day on which it was published."),
        (EARLIER | {"published_time": ""}, "Enter the time at which it was published"),
        (EARLIER | {"published_on_day": "15"}, "Saturday 15 April 2023 is in the future"),
        (
            EARLIER | {"published_on_day": "14", "published_time": "10.06am"},
            "10.06am today is still to come",
        ),
        (EARLIER | {"published_on_month": "13"}, "there is no month 13"),
        (EARLIER | {"published_time": "teatime"}, "Enter a time like"),
        (EARLIER | printed("12 4 2023"), "The deadline cannot be before the day of publication"),
        (
            EARLIER | printed("21 4 2023"),
            "The council’s rule gives Thursday 20 April 2023 for that publication, not Friday 21",
        ),
        ({"gaps_reason": "x" * 2001}, "2000 characters or fewer. You typed 2001."),
    ],
)
def test_a_fault_is_a_sentence_nothing_is_published_and_nothing_lost(clerk, world, typed, sentence):
    typed = {"gaps_reason": "Typed before"} | typed
    with nothing_written():
        answer = press(clerk, world.draft, **typed)
    assert answer.status_code == 422
    assert sentence in errors_on(answer.text)[0]
    kept = posted(answer.text)
    assert {name: kept.get(name) for name in typed} == typed


def test_what_is_missing_needs_a_reason_and_the_fault_is_beside_it(clerk, world):
    draft = a_notice(world.council, reasons="")
    answer = press(clerk, draft)
    assert answer.status_code == 422
    assert "1 thing is missing. Add what is missing, or say why" in errors_on(answer.text)[0]
    assert press(clerk, draft, gaps_reason="The clerk was ill.").status_code == 302
    assert "The clerk was ill." in clerk.get(address("detail", draft)).text


def test_a_deadline_that_moved_is_read_again_before_publishing(clerk, world):
    where = address("publish", world.draft)
    opened = posted(clerk.get(where).text)
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        answer = clerk.post(where, opened)
        assert answer.status_code == 422
        assert "Since you opened this page the deadline has moved" in errors_on(answer.text)[0]
        assert clerk.post(where, posted(answer.text)).status_code == 302


def test_publishing_twice_publishes_once_and_says_so(clerk, world):
    where = address("publish", world.draft)
    opened = posted(clerk.get(where).text)
    clerk.post(where, opened)
    again = clerk.post(where, opened, follow=True)
    assert "Nothing was published again." in again.text
    assert world.draft.versions.count() == 1
    assert clerk.get(where)["Location"] == address("detail", world.draft)


def test_two_people_who_publish_at_once_are_told_who_was_first(clerk, world, monkeypatch):
    """The other publishes between this request's reading of the notice and its lock."""
    opened = posted(clerk.get(address("publish", world.draft)).text)
    found = Notice.objects.get(pk=world.draft.pk)
    publish(world.draft, by=a_user("Ann Clerk"))
    still_draft = Notice(**{f.attname: getattr(found, f.attname) for f in found._meta.fields})
    monkeypatch.setattr(
        "governance.notices.publish_views.notice_to_publish", lambda *_: still_draft
    )
    answer = clerk.post(address("publish", world.draft), opened)
    assert answer["Location"] == address("detail", world.draft)
    assert "already published by Ann Clerk" in clerk.get(answer["Location"]).text
    assert world.draft.versions.count() == 1


def test_without_a_rule_the_page_says_who_must_enter_it(client, db):
    council = a_council("Ruleless")
    draft = a_notice(council)
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, council))
    shown = client.get(address("publish", draft)).text
    assert "An administrator must enter the rule of its constitution" in shown
    answer = press(client, draft, **EARLIER, **printed("20 4 2023"))
    assert "Ruleless Council has no call-in rule" in errors_on(answer.text)[0]


def test_on_the_last_day_of_a_rule_the_page_still_opens(client, db):
    council = a_council()
    a_rule(council, to_on=NOW.date())
    draft = a_notice(council)
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, council))
    assert "Friday 21 April 2023" in client.get(address("publish", draft)).text


def test_a_line_is_found_among_several_decisions(world):
    first = world.draft.meeting.items.get().decisions.get()
    second = a_complete_decision(an_item(world.draft.meeting))
    found = desk_of(world.draft, NOW)
    assert line_of(found, second, "reasons").part == "reasons"
    assert line_of(found, first, "marks") is None
    assert line_of(found, a_complete_decision(council=world.council), "reasons") is None


def test_a_meeting_at_which_nothing_was_decided_says_so(clerk, world):
    empty = a_notice_of_meeting(a_meeting(a_body(world.council)))
    assert "Nothing was decided at this meeting" in clerk.get(address("publish", empty)).text
    assert "There is no decision to publish" in errors_on(press(clerk, empty).text)[0]


def test_a_decision_made_alone_is_published_under_regulation_13(clerk, world):
    draft = a_notice_of_one(world.council, title="Desk hours")
    assert "Regulation 13" in clerk.get(address("publish", draft)).text
    assert press(clerk, draft).status_code == 302


def test_the_preview_shows_the_notice_as_it_would_be_and_publishes_nothing(clerk, world):
    with nothing_written():
        shown = clerk.get(address("preview", world.draft)).text
    assert "The public does not see it." in shown
    assert "the Digital Strategy" in shown


@pytest.mark.parametrize("kind", [Kind.OFFICER, Kind.SCRUTINY_OFFICER])
def test_who_may_read_drafts_reads_the_preview_and_is_told_who_publishes_it(client, world, kind):
    client.force_login(a_person_with_role(kind, world.council))
    led = client.get(address("detail", world.draft), follow=True)
    assert led.redirect_chain[-1][0] == address("preview", world.draft)
    assert f"Democratic services of {world.council.name} publish it." in led.text
    assert address("publish", world.draft) not in led.text


def test_a_member_is_shown_no_draft(client, world):
    client.force_login(a_person_with_role(Kind.MEMBER, world.council))
    assert client.get(address("preview", world.draft)).status_code == 404


def test_changes_to_what_is_published_are_previewed_by_those_who_publish(client, world):
    published = a_published_notice(world.council)
    client.force_login(a_person_with_role(Kind.OFFICER, world.council))
    assert client.get(address("preview", published)).status_code == 403


# --- Correcting ---------------------------------------------------------------------------------

CORRECTION = {"reason": "A name was missing.", "clock": "keeps"}


def test_a_draft_leads_to_publishing(clerk, world):
    led = clerk.get(address("correct", world.draft), follow=True).redirect_chain
    assert led[-1][0] == address("publish", world.draft)


def test_the_page_shows_what_would_change(clerk, world):
    assert (
        "nothing would change but the version"
        in clerk.get(address("correct", world.published)).text
    )
    meeting = world.published.meeting
    meeting.place = "Town hall"
    write(meeting, by=the_clerk(), because="To correct the notice")
    rows = [
        text_of(r) for r in parsed(clerk.get(address("correct", world.published)).text).iter("tr")
    ]
    assert "Meeting, placeNothingTown hall" in rows
    meeting.refresh_from_db()


def test_a_correction_is_published(clerk, world):
    answer = press(clerk, world.published, "correct", **CORRECTION)
    assert answer["Location"] == address("detail", world.published)
    assert world.published.versions.get(number=2).published_by == world.clerk
    assert "Published. Version 2" in clerk.get(answer["Location"]).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": " "}, "Say what was wrong. The reason is printed on the notice."),
        ({"clock": None}, "Choose what happens to the call-in window."),
    ],
)
def test_a_fault_in_a_correction_is_a_sentence(clerk, world, typed, sentence):
    with nothing_written():
        answer = press(clerk, world.published, "correct", **(CORRECTION | typed))
    assert answer.status_code == 422
    assert errors_on(answer.text) == [sentence]


def test_a_refusal_of_the_record_is_shown_on_the_page(clerk, world):
    decision = world.published.meeting.items.get().decisions.get()
    decision.call_in_answer, decision.no_call_in_reason = "no", "It was urgent."
    write(decision, by=the_clerk(), because="To take the window away")
    with nothing_written():
        answer = press(clerk, world.published, "correct", **CORRECTION)
    assert answer.status_code == 422
    assert "cannot take its window away" in errors_on(answer.text)[0]


def test_the_clock_of_these_tests_stands_still():
    assert timezone.now() == NOW == PUBLISHED_AT
    assert date(2023, 4, 14) == timezone.localdate()
