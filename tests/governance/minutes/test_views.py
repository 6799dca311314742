"""Recording who was there, what was declared and what was asked."""

from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council, a_council_with_a_rule
from tests.factories.everything import for_a_module
from tests.factories.meetings import (
    a_body,
    a_declaration,
    a_meeting,
    a_question,
    an_attendance,
    an_item,
)
from tests.factories.people import a_person, a_person_with_role, an_appointment
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, partner = a_council_with_a_rule("Boston"), a_council("Partner")
        body = a_body(council, partner)
        chair, member = a_person("Ann Chair"), a_person("Ben Member")
        an_appointment(chair, council, body=body, capacity="chair")
        an_appointment(member, partner, body=body)
        yield SimpleNamespace(
            council=council,
            partner=partner,
            body=body,
            chair=chair,
            member=member,
            meeting=a_meeting(body, held_on=date(2023, 5, 10)),
            clerk=a_person_with_role(Kind.DEMOCRATIC_SERVICES, council),
        )


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def at(name, thing):
    return reverse(f"minutes:{name}", args=[thing.pk])


def add(client, where, **fields):
    return client.post(where, posted(client.get(where).text, do="add", **fields))


# --- Attendance ---------------------------------------------------------------------------------


def test_the_members_of_the_body_are_proposed_and_recorded_at_once(clerk, world):
    where = at("attendance", world.meeting)
    assert "Ann Chair" in clerk.get(where).text
    chair, member = world.body.appointments.order_by("pk")
    presences = {f"p-{chair.pk}": "present", f"p-{member.pk}": "apologies"}
    clerk.post(where, presences | {"do": "members"})
    rows = {
        row.person.name: (row.capacity, row.presence) for row in world.meeting.attendances.all()
    }
    assert rows == {"Ann Chair": ("chair", "present"), "Ben Member": ("member", "apologies")}
    world.meeting.refresh_from_db()
    assert world.meeting.apologies_answer == "some"
    assert "not yet recorded" not in clerk.get(where).text


def test_a_substitute_is_recorded_with_whose_place_they_take(clerk, world):
    where = at("attendance", world.meeting)
    add(
        clerk, where, name="Cy Sub", substitute_for=world.member.pk, left_at="7pm", arrived_at="6pm"
    )
    row = world.meeting.attendances.get()
    assert (row.person.name, row.substitute_for, row.left_at) == ("Cy Sub", world.member, time(19))
    assert "In place of Ben Member" in clerk.get(where).text


def test_a_second_person_in_the_chair_is_refused_in_a_sentence(clerk, world):
    an_attendance(world.meeting, person=world.chair, post="", capacity="chair")
    where = at("attendance", world.meeting)
    with nothing_written():
        answer = add(clerk, where, name="Ben Member", capacity="chair")
    assert answer.status_code == 422
    assert errors_on(answer.text) == [
        "Ann Chair is recorded in the chair already. Change that first."
    ]


def test_nobody_is_recorded_twice(clerk, world):
    an_attendance(world.meeting, person=world.chair, post="", capacity="chair")
    answer = add(clerk, at("attendance", world.meeting), name="ann chair")
    assert errors_on(answer.text) == ["Ann Chair is recorded at this meeting already."]


def test_nobody_leaves_before_coming_in(clerk, world):
    answer = add(clerk, at("attendance", world.meeting), name="Cy", arrived_at="7pm", left_at="6pm")
    assert errors_on(answer.text) == ["Nobody leaves before coming in."]


def test_that_there_were_no_apologies_is_said_with_one_press(clerk, world):
    where = at("attendance", world.meeting)
    clerk.post(where, {"do": "none"})
    world.meeting.refresh_from_db()
    assert world.meeting.apologies_answer == "none"
    assert "There were no apologies." in clerk.get(where).text


def test_no_apologies_cannot_be_said_while_some_are_recorded(clerk, world):
    an_attendance(world.meeting, presence="apologies")
    with nothing_written():
        answer = clerk.post(
            at("attendance", world.meeting), {"do": "none"}, headers={"HX-Request": "true"}
        )
    assert "Some are recorded below" in answer.text


def test_how_somebody_attended_is_changed_in_its_place(clerk, world):
    row = an_attendance(world.meeting, person=world.member, post="", capacity="member")
    where = at("attendance_row", row)
    clerk.post(where, posted(clerk.get(where).text, presence="apologies"))
    row.refresh_from_db()
    assert row.presence == "apologies"


# --- Declarations -------------------------------------------------------------------------------


def test_a_declaration_names_person_item_and_what_followed(clerk, world):
    an_attendance(world.meeting, person=world.member, post="", capacity="member")
    item = an_item(world.meeting, title="Contract")
    where = at("declarations", world.meeting)
    add(
        clerk, where, person=world.member.pk, item=item.pk, kind="pecuniary",
        interest="Works for the supplier.", withdrew="on",
    )  # fmt: skip
    row = world.meeting.declarations.get()
    assert (row.person, row.item, row.withdrew) == (world.member, item, True)
    world.meeting.refresh_from_db()
    assert world.meeting.declarations_answer == "some"


def test_a_dispensation_says_what_it_allows_and_who_gave_it(clerk, world):
    an_attendance(world.meeting, person=world.member, post="", capacity="member")
    answer = add(
        clerk, at("declarations", world.meeting), person=world.member.pk, kind="other",
        interest="A neighbour.", dispensed="yes",
    )  # fmt: skip
    assert errors_on(answer.text) == [
        "Write what the dispensation allows.",
        "Name who gave the dispensation.",
    ]


def test_the_nature_of_a_sensitive_interest_is_kept_nowhere(clerk, world):
    an_attendance(world.meeting, person=world.member, post="", capacity="member")
    add(
        clerk, at("declarations", world.meeting), person=world.member.pk, kind="sensitive",
        interest="Lives there.",
    )  # fmt: skip
    assert world.meeting.declarations.get().interest == ""


def test_none_declared_is_said_with_one_press(clerk, world):
    where = at("declarations", world.meeting)
    assert "Nobody has yet said" in clerk.get(where).text
    clerk.post(where, {"do": "none"})
    assert "No interests were declared." in clerk.get(where).text


def test_a_declaration_is_changed_moved_and_removed(clerk, world):
    first = a_declaration(world.meeting, world.member)
    second = a_declaration(world.meeting, world.chair)
    where = at("declaration", first)
    clerk.post(where, posted(clerk.get(where).text, interest="Owns the land."))
    first.refresh_from_db()
    assert first.interest == "Owns the land."
    clerk.post(at("declarations", world.meeting), {"do": f"up:{second.pk}"})
    assert world.meeting.declarations.order_by("position").first() == second
    clerk.post(at("declarations", world.meeting), {"do": f"remove:{first.pk}"})
    assert world.meeting.declarations.get() == second


# --- Questions ----------------------------------------------------------------------------------


def test_a_question_is_recorded_with_its_answer_and_undertaking(clerk, world):
    item = an_item(world.meeting)
    where = at("questions", item)
    add(
        clerk, where, asked_by="A resident", asked_as="public", question="When?", answer="Soon.",
        undertaking="To write to the resident.", undertaking_by="Head of ICT",
        undertaking_due_on_day="1", undertaking_due_on_month="6", undertaking_due_on_year="2023",
    )  # fmt: skip
    row = item.questions.get()
    assert (row.asked_as, row.undertaking_due_on) == ("public", date(2023, 6, 1))
    assert "Due Thursday 1 June 2023" in clerk.get(where).text


def test_who_undertook_nothing_is_asked_what(clerk, world):
    item = an_item(world.meeting)
    answer = add(clerk, at("questions", item), question="When?", undertaking_by="Head of ICT")
    assert errors_on(answer.text) == ["Write what was undertaken."]


def test_questions_are_changed_and_reordered(clerk, world):
    item = an_item(world.meeting)
    first, second = a_question(item, question="First?"), a_question(item, question="Second?")
    clerk.post(at("questions", item), {"do": f"down:{first.pk}"})
    assert item.questions.order_by("position").first() == second
    where = at("question", first)
    clerk.post(where, posted(clerk.get(where).text, answer="Yes."))
    first.refresh_from_db()
    assert first.answer == "Yes."


@pytest.mark.parametrize("name", ["attendance", "declarations"])
def test_only_democratic_services_of_the_serving_council_record(client, world, name):
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, world.partner))
    assert client.get(at(name, world.meeting)).status_code == 403


def test_minutes_are_not_agreed_at_a_meeting_still_to_come(clerk, world):
    an_item(world.meeting)
    a_meeting(world.body, held_on=timezone.localdate() + timedelta(days=7))
    assert "Record that they were agreed" not in clerk.get(at("desk", world.meeting)).text
