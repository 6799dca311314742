"""Who is written to at once about a call-in, and of what."""

from datetime import timedelta

import pytest
from django.urls import reverse

from governance.messages.letters import Letter, in_text
from governance.models import Message
from governance.notices.withdrawal import withdraw
from scrutiny.call_ins import actions, validation
from scrutiny.call_ins.validation import Findings
from tests.factories.meetings import EXEMPT
from tests.factories.people import a_person_with_role, the_clerk
from tests.scrutiny.call_ins.test_actions import (
    NOW,
    a_window,
    all_yes,
    checked,
    fetched,
    requested,
)

pytestmark = pytest.mark.django_db


def told(person):
    """Return the subject and the text of each message to somebody, in order."""
    found = Message.objects.filter(user=person, kind="call_in").order_by("pk")
    return [f"{one.subject}\n{in_text(Letter.from_json(one.letter))}" for one in found]


def test_democratic_services_are_told_of_a_request_at_once():
    window = a_window()
    clerk = a_person_with_role("democratic_services", window.council)
    elsewhere = a_person_with_role("democratic_services", a_window().council)
    call_in, _ = requested(window)
    (words,) = told(clerk)
    assert f"A call-in was requested at {window.council.short_name}" in words
    assert window.decision.title in words
    assert f"/call-ins/{call_in.pk}/check/" in words
    assert not told(elsewhere)


def test_those_who_signed_are_told_what_was_found_and_how_it_ended():
    call_in, signers = requested(a_window())
    checked(call_in)
    for member in signers:
        assert "was found valid" in told(member)[0]
    end = {"outcome": "referred", "reason": "Costs are to be looked at again."}
    day = NOW.date() + timedelta(days=1)
    validation.end(
        fetched(call_in), **end, ended_on=day, by=the_clerk(), at=NOW + timedelta(days=2)
    )
    assert "goes back to who made it" in told(signers[0])[1]
    assert "Costs are to be looked at again." in told(signers[0])[1]


def test_an_invalid_request_is_told_with_its_reason():
    call_in, signers = requested(a_window())
    answers = all_yes(fetched(call_in)).answers
    first = next(iter(answers))
    found = Findings(answers | {first: (False, "One has left.")}, reason="Two of three may sign.")
    checked(call_in, found)
    assert "was found invalid" in told(signers[0])[0]
    assert "Two of three may sign." in told(signers[0])[0]


def test_what_is_restricted_is_not_named_in_an_e_mail():
    window = a_window(**EXEMPT, title="Zqsecret terms")
    clerk = a_person_with_role("democratic_services", window.council)
    requested(window)
    (words,) = told(clerk)
    assert "Zqsecret" not in words
    assert "a decision that is not public" in words


@pytest.mark.parametrize("is_checked", [False, True])
def test_all_who_signed_are_told_that_it_fell_when_the_last_has_withdrawn(is_checked):
    call_in, signers = requested(a_window())
    if is_checked:
        checked(call_in)
    for member in signers:
        actions.take_back(call_in, by=member, at=NOW + timedelta(days=1))
    for member in signers:
        assert "ended: it was withdrawn" in told(member)[-1]


def test_those_who_signed_and_democratic_services_are_told_that_it_ended_with_the_notice():
    window = a_window()
    clerk = a_person_with_role("democratic_services", window.council)
    _, signers = requested(window)
    later = NOW + timedelta(hours=1)
    withdraw(
        window.version.notice, by=the_clerk(), at=later, reason="It named somebody.", title="A"
    )
    for person in (clerk, *signers):
        assert "the notice of the decision was withdrawn" in told(person)[-1]
        assert "It named somebody." in told(person)[-1]
        assert window.decision.title not in told(person)[-1]


def test_the_message_leads_administrators_to_the_call_in(client):
    window = a_window()
    a_person_with_role("democratic_services", window.council)
    call_in, _ = requested(window)
    client.force_login(a_person_with_role("administrator", window.council))
    message = Message.objects.filter(kind="call_in").latest("pk")
    html = client.get(reverse("messages:detail", args=[message.pk])).content.decode()
    assert reverse("call_ins:detail", args=[call_in.pk]) in html
