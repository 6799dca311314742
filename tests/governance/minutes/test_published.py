"""Agenda and minutes as they are published: frozen, versioned, agreed at a later meeting."""

from datetime import date, datetime, time
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.errors import Refused
from governance.minutes import drafting
from governance.models import Minutes, Notice
from governance.notices import actions
from governance.notices.begin import begin
from governance.notices.kinds.registry import present
from governance.notices.pdf import notice_html
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
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
from tests.factories.people import a_person, a_person_with_role, an_appointment, made
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
HELD_ON = date(2023, 12, 12)
IN_TIME = datetime(2023, 12, 4, 10, tzinfo=LONDON)
LATE = datetime(2023, 12, 6, 10, tzinfo=LONDON)
AFTER = datetime(2023, 12, 14, 10, tzinfo=LONDON)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, partner = a_council_with_a_rule("Stevenage"), a_council("East Herts")
        body = a_body(council, partner, name="Joint ICT Committee")
        chair = a_person("Loraine", style="Councillor")
        an_appointment(chair, council, body=body, capacity="chair")
        yield SimpleNamespace(
            council=council,
            body=body,
            chair=chair,
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture(autouse=True)
def no_queue(monkeypatch):
    monkeypatch.setattr(actions, "queue_pdf", lambda _: None)


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


@pytest.fixture
def called(world):
    meeting = a_meeting(
        world.body, state="called", held_on=HELD_ON, starts_at=time(18), place="Daneshill House"
    )
    agenda_of(meeting, ("Apologies", {"kind": "apologies"}), ("Networks", {"pages": "3–6"}))
    agenda_of(meeting, ("Dashboard", {"part": "2", **EXEMPT}))
    return meeting


def agenda_of(meeting, *items):
    return [
        an_item(meeting, **{"title": title, "minute": "", "minute_number": None} | fields)
        for title, fields in items
    ]


def published(meeting, kind, world, at=IN_TIME, **how):
    return actions.publish(begin(meeting, kind, by=world.clerk), by=world.clerk, at=at, **how)


def page_of(client, version):
    notice = version.notice
    address = reverse("notices:detail", args=[notice.council.slug, notice.slug])
    return text_of(parsed(client.get(address).text))


# --- The agenda ---------------------------------------------------------------------------------


def test_the_agenda_shows_when_where_who_and_both_parts(client, called, world):
    shown = page_of(client, published(called, "agenda", world))
    for words in (
        "6pm, Daneshill House",
        "Councillor Loraine (Chair)",
        "Agenda, Part I: public",
        "Pages 3–6",
        "Part of this meeting is private: item 3.",
        "Restricted: paragraph 3",
        "was published on Monday 4 December 2023, in time",
    ):
        assert words in shown


def test_the_pdf_is_made_from_the_same_facts(called, world):
    html = notice_html(published(called, "agenda", world).snapshot)
    assert "6pm, Daneshill House" in html
    assert "Agenda, Part II: private" in html


def test_a_restricted_papers_title_is_not_in_the_agenda(called, world):
    item = called.items.get(title="Dashboard")
    a_document(item, title="Salaries of staff", **EXEMPT)
    snapshot = published(called, "agenda", world).snapshot
    assert "Salaries" not in str(snapshot)
    assert "By virtue of paragraph 3 of Part 1 of Schedule 12A" in str(snapshot)


def test_an_agenda_out_late_wants_a_reason_and_prints_it(client, called, world):
    with pytest.raises(actions.Incomplete):
        published(called, "agenda", world, at=LATE)
    version = published(called, "agenda", world, at=LATE, gaps_reason="A tender closed early.")
    shown = page_of(client, version)
    assert "Published without Five clear days’ notice" in shown
    assert "A tender closed early." in shown


def test_a_draft_meeting_has_no_agenda_to_publish(world):
    meeting = a_meeting(world.body, state="draft", held_on=HELD_ON)
    an_item(meeting)
    with pytest.raises(Refused, match="Call the meeting first"):
        published(meeting, "agenda", world)


def test_what_is_added_after_publication_is_not_shown_until_published_again(client, called, world):
    version = published(called, "agenda", world)
    agenda_of(called, ("A late thought", {}))
    meeting_page = reverse("meetings:detail", args=[called.pk])
    assert "A late thought" not in client.get(meeting_page).text
    actions.correct(version.notice, by=world.clerk, at=LATE, reason="An item was added.")
    shown = client.get(meeting_page).text
    assert "A late thought" in shown
    assert "Agenda republished on Wednesday 6 December 2023 because: An item was added." in shown


@time_machine.travel(datetime(2023, 12, 7, 12, tzinfo=LONDON))
def test_a_cancelled_meeting_says_so_on_its_published_agenda(clerk, called, world):
    version = published(called, "agenda", world)
    where = reverse("meetings:standing", args=[called.pk])
    form = posted(clerk.get(where).text, state="cancelled", cancelled_because="No quorum.")
    clerk.post(where, form)
    shown = page_of(clerk, version)
    assert "Cancelled. Republished on Thursday 7 December 2023" in shown
    assert "No quorum." in shown
    assert version.notice.versions.count() == 2


@time_machine.travel(datetime(2023, 12, 7, 12, tzinfo=LONDON))
def test_a_meeting_is_adjourned_to_another_that_is_made(clerk, called, world):
    where = reverse("meetings:standing", args=[called.pk])
    form = posted(
        clerk.get(where).text, state="adjourned", adjourned_because="Time ran out.",
        held_on_day="16", held_on_month="1", held_on_year="2024", starts_at="6pm",
    )  # fmt: skip
    answer = clerk.post(where, form)
    shown = text_of(parsed(clerk.get(answer["Location"]).text))
    assert "Adjourned to Tuesday 16 January 2024 at 6pm" in shown
    called.refresh_from_db()
    assert called.adjourned_to.state == "called"


def test_cancelling_without_a_reason_is_refused(clerk, called):
    where = reverse("meetings:standing", args=[called.pk])
    answer = clerk.post(where, posted(clerk.get(where).text, state="cancelled"))
    assert errors_on(answer.text) == ["Write why. The reason is published."]


# --- The minutes --------------------------------------------------------------------------------


@pytest.fixture
def held(called, world):
    called.state, called.declarations_answer = "held", "none"
    made(called)
    an_attendance(called, person=world.chair, post="", capacity="chair", council=world.council)
    return called


def test_minutes_are_drafted_from_what_is_recorded(held, world):
    gone = a_person("Richard", style="Councillor")
    an_attendance(
        held, person=gone, post="", capacity="member", presence="apologies", council=world.council
    )
    agenda_of(held, ("Urgent business", {"kind": "urgent", "is_nil": True}))
    agenda_of(held, ("Exclusion", {"kind": "exclusion", "motion": "That the public leave."}))
    assert drafting.draft(held, by=world.clerk) == 3
    said = {item.title: item.minute for item in held.items.all()}
    assert said["Apologies"] == (
        "Apologies for absence were given on behalf of Councillor Richard (Stevenage)."
    )
    assert said["Urgent business"] == "There was none."
    assert said["Exclusion"] == "It was resolved:\n\nThat the public leave."
    assert said["Networks"] == ""


def test_drafting_again_changes_nothing_that_is_written(held, world):
    item = held.items.get(title="Apologies")
    item.minute = "Our own words."
    made(item)
    drafting.draft(held, by=world.clerk)
    item.refresh_from_db()
    assert item.minute == "Our own words."


def test_draft_minutes_show_who_was_there_and_what_was_said(client, held, world):
    item = held.items.get(title="Networks")
    a_question(item, answer="Soon.", undertaking="To report back.", undertaking_by="Head of ICT")
    a_complete_decision(item)
    person = a_person("Ben", style="Councillor")
    a_declaration(held, person, item=item, interest="Owns shares.")
    version = published(held, "minutes", world, AFTER, gaps_reason="Still being written.")
    shown = page_of(client, version)
    for words in (
        "Draft minutes",
        "Councillor Loraine",
        "Undertaking: To report back. By Head of ICT.",
        "Approve the Digital Strategy",
        "Councillor Ben: Disclosable pecuniary interest, in “Networks”. Owns shares.",
    ):
        assert words in shown


def test_the_text_of_a_private_minute_stays_private_and_its_summary_is_printed(held, world):
    item = held.items.get(title="Dashboard")
    item.minute, item.public_summary = "Prices were compared.", "The dashboard was noted."
    made(item)
    a_question(item, question="What does it cost?")
    a_declaration(held, a_person("Ben"), item=item, interest="Works for Acme.")
    snapshot = published(held, "minutes", world, AFTER, gaps_reason="Later.").snapshot
    assert "The dashboard was noted." in str(snapshot)
    for secret in ("Prices", "cost?", "Acme"):
        assert secret not in str(snapshot)


def test_minutes_want_the_nils_said_and_every_item_written(held, world):
    with pytest.raises(actions.Incomplete) as refused:
        published(held, "minutes", world, AFTER)
    assert "missing" in str(refused.value)


def test_there_are_no_minutes_of_a_meeting_that_was_not_held(called, world):
    with pytest.raises(Refused, match="not held"):
        published(called, "minutes", world, AFTER)


@time_machine.travel(datetime(2024, 2, 1, 12, tzinfo=LONDON))
def test_a_later_meeting_agrees_the_minutes_and_they_are_published_again(clerk, held, world):
    version = published(held, "minutes", world, AFTER, gaps_reason="Later.")
    later = a_meeting(world.body, state="held", held_on=date(2024, 1, 30))
    where = reverse("minutes:desk", args=[held.pk])
    form = posted(clerk.get(where).text, part="1", agreed_at=later.pk, do="agree")
    clerk.post(where, form)
    shown = page_of(clerk, version)
    assert "agreed as a correct record at the meeting on Tuesday 30 January 2024" in shown
    assert "signed by the Chair" in shown
    # The private part has an approval of its own.
    assert "Agreed in part" in shown
    assert Minutes.objects.get(meeting=held).part == "1"


def test_minutes_are_not_agreed_twice(held, world):
    later = a_meeting(world.body, state="held", held_on=date(2024, 1, 30))
    drafting.agree(held, "1", later, "the Chair", "", by=world.clerk)
    with pytest.raises(Refused, match="agreed already"):
        drafting.agree(held, "1", later, "the Chair", "", by=world.clerk)


def test_minutes_are_not_agreed_by_an_earlier_meeting(held, world):
    earlier = a_meeting(world.body, state="held", held_on=date(2023, 1, 30))
    with pytest.raises(Refused, match="later meeting"):
        drafting.agree(held, "1", earlier, "the Chair", "", by=world.clerk)


def test_published_minutes_are_what_readers_see_on_the_meetings_page(client, held, world):
    item = held.items.get(title="Networks")
    item.minute = "As published."
    made(item)
    published(held, "minutes", world, AFTER, gaps_reason="Later.")
    item.minute = "As edited since."
    made(item)
    shown = client.get(reverse("meetings:detail", args=[held.pk])).text
    assert "As published." in shown
    assert "As edited since." not in shown


def test_the_same_press_begins_the_notice_once(clerk, held):
    where = reverse("minutes:publish", args=[held.pk, "minutes"])
    first, second = clerk.post(where), clerk.post(where)
    assert first["Location"] == second["Location"]
    assert Notice.objects.filter(meeting=held, kind="minutes").count() == 1


def test_every_part_of_a_snapshot_can_be_shown(held, world):
    snapshot = published(held, "minutes", world, AFTER, gaps_reason="Later.").snapshot
    assert present(snapshot)["parts"]
