"""Meetings: reading them, writing their record, and keeping and serving papers."""

from datetime import date, time
from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.history.actions import write
from governance.meetings.permissions import can_read_restricted
from governance.models import AgendaItem, Document, Meeting
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.decisions import a_complete_decision
from tests.factories.everything import for_a_module
from tests.factories.meetings import (
    CONFIDENTIAL,
    EXEMPT,
    a_body,
    a_document,
    a_file,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
    pdf_bytes,
)
from tests.factories.people import (
    a_person,
    a_person_with_role,
    a_user,
    an_appointment,
    the_clerk,
)
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import of_class, parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, partner = a_council_with_a_rule("Boston"), a_council("Partner")
        body = a_body(council, partner)
        meeting = a_meeting(body, place="Guildhall", starts_at=time(18), contact="Ask Ann.")
        item = an_item(meeting, title="Networks", minute_number=62)
        yield SimpleNamespace(
            council=council,
            partner=partner,
            body=body,
            meeting=meeting,
            item=item,
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def detail(meeting):
    return reverse("meetings:detail", args=[meeting.pk])


def edit(meeting):
    return reverse("meetings:edit", args=[meeting.pk])


def edit_item(item):
    return reverse("meetings:edit_item", args=[item.pk])


def attach(item):
    return reverse("meetings:attach", args=[item.pk])


def save(client, where, **changes):
    return client.post(where, posted(client.get(where).text, **changes))


# --- Reading ------------------------------------------------------------------------------------


def test_meetings_are_listed_newest_first(client, world):
    a_meeting(world.body, held_on=date(2023, 5, 10))
    rows = [text_of(row) for row in parsed(client.get("/meetings/").text).iter("tr")][1:]
    assert [row.split(", ")[1][:11] for row in rows] == ["10 May 2023", "12 April 20"]


def test_the_list_is_data_too_and_a_name_is_never_a_formula(client, world):
    a_meeting(a_body(world.council, name="=1+1"), held_on=date(2023, 5, 10))
    answer = client.get("/meetings/?format=csv")
    lines = answer.text.splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0] == "Body,Council,Date,Began,Ended,Place,State"
    assert lines[1] == "'=1+1,Boston Council,2023-05-10,,,,Held"
    assert lines[2] == "Cabinet,Boston Council,2023-04-12,18:00:00,,Guildhall,Held"


def test_a_draft_is_found_by_its_officers_only(client, world):
    draft = a_meeting(world.body, state="draft", held_on=date(2023, 6, 1))
    assert client.get(detail(draft)).status_code == 404
    client.force_login(a_person_with_role(Kind.OFFICER, world.partner))
    assert client.get(detail(draft)).status_code == 200


def test_the_page_shows_who_was_there_what_was_said_and_what_was_resolved(client, world):
    an_attendance(world.meeting, person=a_person("Ann Member"), post="", capacity="chair")
    an_attendance(world.meeting, post="Clerk", presence="apologies", council=world.partner)
    a_question(world.item, asked_by="A resident", answer="Soon.", undertaking="To report back.")
    a_complete_decision(world.item, state="published")
    a_document(world.item, title="Report of the officer")
    page = parsed(client.get(detail(world.meeting)).text)
    shown = text_of(page)
    for words in (
        "Meeting of a joint body",
        "6pm, Guildhall",
        "Ann Member",
        "In the chair",
        "Clerk (Partner)",
        "Apologies",
        "A resident: When does it begin?",
        "Undertaking: To report back.",
        "Approve the Digital Strategy",
        "Report of the officer (Report, PDF",
    ):
        assert words in shown


def test_the_parts_of_an_agenda_are_shown_apart(client, world):
    an_item(world.meeting, title="Salaries", part="2", minute_number=900, **EXEMPT)
    headings = [text_of(h) for h in parsed(client.get(detail(world.meeting)).text).iter("h2")]
    assert "Minutes, Part II: private" in headings


def test_before_a_meeting_its_members_are_named(client, world):
    called = a_meeting(world.body, state="called", held_on=date(2031, 1, 8))
    an_appointment(a_person("Ann Member"), world.council, body=world.body, capacity="chair")
    gone = a_person("Gone Member")
    an_appointment(gone, world.council, body=world.body, to_on=date(2030, 12, 31))
    page = client.get(detail(called)).text
    assert "Ann Member (Chair)" in page
    assert "Gone Member" not in page


def test_the_public_reads_until_when_it_may_ask_questions(client, world):
    body = a_body(world.council, question_days=2, question_cut_off=time(17))
    called = a_meeting(body, state="called", held_on=date(2028, 1, 12))
    words = "Questions from the public are in by 5pm on Friday 7 January 2028."
    assert words in client.get(detail(called)).text


def test_an_agenda_whose_day_has_passed_claims_no_future(client, world):
    passed = a_meeting(world.body, state="called", held_on=date(2023, 4, 13))
    assert "Its day has passed; no minutes are recorded here" in client.get(detail(passed)).text


WITHHELD = ("The price is 5.", "Who asked?", "A footnote.", "Bids")


@pytest.fixture
def restricted(world):
    item = an_item(
        world.meeting, title="Contract", minute=WITHHELD[0], mark="*", footnote=WITHHELD[2],
        **EXEMPT,
    )  # fmt: skip
    a_question(item, question=WITHHELD[1])
    a_document(item, title=WITHHELD[3], **EXEMPT)
    return item


@pytest.mark.parametrize(
    ("kind", "reads"),
    [
        (None, False),
        (Kind.OFFICER, False),
        (Kind.ADMINISTRATOR, False),
        (Kind.MEMBER, True),
        (Kind.DEMOCRATIC_SERVICES, True),
    ],
)
def test_of_a_restricted_item_the_text_is_for_those_entitled(
    client, world, restricted, kind, reads
):
    if kind:
        client.force_login(a_person_with_role(kind, world.partner))
    shown = client.get(detail(world.meeting)).text
    assert "Contract" in shown
    assert "Restricted: paragraph 3, financial or business affairs" in shown
    assert [words in shown for words in WITHHELD] == [reads] * 4


def test_who_reads_restricted_papers_of_a_joint_body(world):
    member = a_person_with_role(Kind.MEMBER, world.partner)
    assert can_read_restricted(member, world.meeting)
    assert not can_read_restricted(a_person_with_role(Kind.MEMBER, a_council()), world.meeting)
    assert not can_read_restricted(a_user(), world.meeting)


# --- Writing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [k for k in Kind if k != Kind.PARTNERSHIP_OFFICER])
@pytest.mark.parametrize("page", ["edit", "item", "attach"])
def test_only_democratic_services_of_the_serving_council_write(client, world, kind, page):
    where = {
        "edit": edit(world.meeting), "item": edit_item(world.item), "attach": attach(world.item),
    }[page]  # fmt: skip
    client.force_login(a_person_with_role(kind, world.council))
    assert client.get(where).status_code == (200 if kind == Kind.DEMOCRATIC_SERVICES else 403)
    client.force_login(a_person_with_role(kind, world.partner))
    with nothing_written():
        assert client.post(where, {"place": "Elsewhere"}).status_code == 403


def test_times_and_place_are_kept_with_who_and_why(clerk, world):
    answer = save(clerk, edit(world.meeting), ended_at="6.50pm", place="Town hall")
    assert answer["Location"] == detail(world.meeting)
    meeting = Meeting.objects.get(pk=world.meeting.pk)
    assert (meeting.starts_at, meeting.ended_at, meeting.place) == (
        time(18),
        time(18, 50),
        "Town hall",
    )
    newest = meeting.history.latest()
    assert (newest.history_user, newest.history_change_reason) == (
        world.clerk,
        "Changed the meeting's record",
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ended_at": "5.59pm"}, "The meeting cannot end before it began."),
        ({"ended_at": "6.50"}, "Say whether 6.50 is am or pm"),
        ({"starts_at": "evening"}, "Enter a time like 6.50pm or 18:50"),
        ({"held_on_day": "31"}, "31 April does not exist"),
        ({"held_on_day": "", "held_on_month": "", "held_on_year": ""}, "Enter the date"),
        ({"place": "x" * 201}, "Place must be 200 characters or fewer. You typed 201."),
    ],
)
def test_a_fault_is_a_sentence_and_nothing_typed_is_lost(clerk, world, typed, sentence):
    with nothing_written():
        answer = save(clerk, edit(world.meeting), contact="Typed before", **typed)
    assert answer.status_code == 422
    assert sentence in errors_on(answer.text)[0]
    kept = posted(answer.text)
    assert kept["contact"] == "Typed before"
    assert {name: kept[name] for name in typed} == typed


def test_two_meetings_of_one_body_at_one_time_are_refused_in_a_sentence(clerk, world):
    a_meeting(world.body, held_on=date(2023, 4, 13), starts_at=time(18))
    with nothing_written():
        answer = save(clerk, edit(world.meeting), held_on_day="13")
    assert answer.status_code == 422
    assert "already meets" in errors_on(answer.text)[0]


def test_a_conflict_over_a_meeting_shows_both(clerk, world):
    opened = posted(clerk.get(edit(world.meeting)).text, place="Mine")
    theirs = Meeting.objects.get(pk=world.meeting.pk)
    theirs.place = "Theirs"
    write(theirs, by=a_user("Bob Clerk"), because="Meanwhile")
    answer = clerk.post(edit(world.meeting), opened)
    assert answer.status_code == 409
    assert {"Theirs", "Mine"} <= {
        text_of(c) for c in of_class(parsed(answer.text), "govuk-table__cell")
    }
    assert clerk.post(edit(world.meeting), posted(answer.text)).status_code == 302
    assert Meeting.objects.get(pk=world.meeting.pk).place == "Mine"


def test_a_minute_is_kept_with_who_and_why(clerk, world):
    answer = save(clerk, edit_item(world.item), minute="One.\n\nTwo <b>.")
    assert answer["Location"] == f"{detail(world.meeting)}#item-{world.item.pk}"
    item = AgendaItem.objects.get(pk=world.item.pk)
    assert item.minute == "One.\n\nTwo <b>."
    assert item.history.latest().history_change_reason == "Changed the minute"
    assert "Two &lt;b&gt;." in clerk.get(detail(world.meeting)).text


def test_an_item_may_lose_its_number(clerk, world):
    save(clerk, edit_item(world.item), minute_number="", is_nil="on")
    item = AgendaItem.objects.get(pk=world.item.pk)
    assert (item.minute_number, item.is_nil) == (None, True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Enter the item’s title."),
        ({"title": "x" * 301}, "Title must be 300 characters or fewer. You typed 301."),
        ({"minute_number": "sixty"}, "Minute number must be a whole number, like 62"),
        ({"minute_number": "63"}, "Minute 63 is already “Taken” at this meeting."),
    ],
)
def test_a_fault_in_an_item_is_a_sentence(clerk, world, typed, sentence):
    an_item(world.meeting, title="Taken", minute_number=63)
    answer = save(clerk, edit_item(world.item), **typed)
    assert answer.status_code == 422
    assert errors_on(answer.text) == [sentence]


def test_a_conflict_over_a_minute_shows_both(clerk, world):
    opened = posted(clerk.get(edit_item(world.item)).text, minute="Mine")
    theirs = AgendaItem.objects.get(pk=world.item.pk)
    theirs.minute = "Theirs"
    write(theirs, by=the_clerk(), because="Meanwhile")
    answer = clerk.post(edit_item(world.item), opened)
    assert answer.status_code == 409
    assert posted(answer.text)["minute"] == "Mine"


# --- Papers -------------------------------------------------------------------------------------

PAPER = {"title": "Report", "kind": "report", "classification": "public"}


def upload(client, item, file=None, **details):
    data = PAPER | details
    return client.post(attach(item), data | ({} if file is None else {"file": file}))


def test_a_paper_is_kept_and_served_to_everybody_who_may_read_it(clerk, client, world):
    answer = upload(clerk, world.item, a_file())
    assert answer["Location"] == f"{detail(world.meeting)}#item-{world.item.pk}"
    document = Document.objects.get()
    assert document.size == len(pdf_bytes())
    assert document.history.latest().history_user == world.clerk
    client.logout()
    served = client.get(reverse("meetings:document", args=[document.public_id]))
    assert b"".join(served.streaming_content) == pdf_bytes()
    assert served["Content-Type"] == "application/pdf"
    assert served["Content-Disposition"] == f'inline; filename="{document.public_id}.pdf"'
    assert {"private", "no-cache"} <= set(served["Cache-Control"].split(", "))
    assert served["X-Content-Type-Options"] == "nosniff"


def test_the_name_of_the_file_is_nowhere_kept(clerk, world):
    upload(clerk, world.item, a_file(name="Salaries of named staff.pdf"))
    document = Document.objects.get()
    assert document.file.name == f"documents/{document.public_id}.pdf"
    history = document.history.values()
    kept = [*Document.objects.values(), *history]
    assert "Salaries" not in str(kept)


def test_the_address_tells_nothing_of_the_number_of_the_record(clerk, world):
    upload(clerk, world.item, a_file())
    assert Document.objects.get().public_id.version == 4


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Choose a file."),
        (b"", "The file is empty. Choose another."),
        (b"PK\x03\x04 a word processor's file named .pdf", "not a PDF that can be opened"),
        (b"%PDF-1.7 and then nothing", "not a PDF that can be opened"),
        (pdf_bytes(password="secret"), "without a password"),
    ],
    ids=["none", "empty", "another kind", "broken", "encrypted"],
)
def test_what_is_not_a_readable_pdf_is_refused_in_a_sentence(clerk, world, content, sentence):
    file = None if content is None else a_file(content)
    with nothing_written():
        answer = upload(clerk, world.item, file, title="Typed before")
    assert answer.status_code == 422
    assert sentence in errors_on(answer.text)[0]
    assert posted(answer.text)["title"] == "Typed before"


def test_a_file_that_is_too_large_is_refused_with_both_sizes(clerk, world, settings):
    settings.DOCUMENT_SIZE_LIMIT = 100
    with nothing_written():
        answer = upload(clerk, world.item, a_file())
    assert "it may be at most 100\xa0bytes" in errors_on(answer.text)[0].replace(
        " bytes", "\xa0bytes"
    )


def test_a_file_of_exactly_the_limit_is_kept(clerk, world, settings):
    settings.DOCUMENT_SIZE_LIMIT = len(pdf_bytes())
    assert upload(clerk, world.item, a_file()).status_code == 302


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"title": ""}, "Enter the paper’s title."),
        ({"classification": ""}, "Choose who can read it."),
        ({"classification": "exempt", "public_interest_reason": "x"}, "Choose at least one"),
        ({"classification": "exempt", "exempt_paragraphs": ["3"]}, "Write why it is kept exempt."),
    ],
)  # fmt: skip
def test_a_paper_says_what_it_is_and_who_may_read_it(clerk, world, details, sentence):
    with nothing_written():
        answer = upload(clerk, world.item, a_file(), **details)
    assert sentence in errors_on(answer.text)[0]


@pytest.mark.parametrize("restriction", [EXEMPT, CONFIDENTIAL])
def test_a_restricted_paper_leads_nowhere_for_a_stranger(client, world, restriction):
    document = a_document(world.item, **restriction)
    where = reverse("meetings:document", args=[document.public_id])
    assert client.get(where).status_code == 404
    client.force_login(a_person_with_role(Kind.MEMBER, world.partner))
    answer = client.get(where)
    assert b"".join(answer.streaming_content) == pdf_bytes()
