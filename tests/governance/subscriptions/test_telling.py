"""Subscribers are told of what is published: each once, nobody twice, and nothing is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.messages.letters import Letter, in_text
from governance.models import Message, Telling
from governance.notices import actions as notices
from governance.notices.withdrawal import withdraw
from governance.subscriptions import telling
from governance.subscriptions.tasks import keep_subscriptions
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision, a_decision, an_issue
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.notices import a_notice_of_meeting, a_notice_of_one, publish
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.subscriptions import a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return a_council_with_a_rule("Boston")


def told():
    return sorted(Message.objects.filter(kind="notice").values_list("to", flat=True))


def tell_all():
    return [telling.tell(row.pk, timezone.now()) for row in Telling.objects.order_by("pk")]


def test_publishing_notes_that_subscribers_are_to_be_told(council):
    notice = a_notice_of_one(council)
    publish(notice)
    row = Telling.objects.get()
    assert (row.notice, row.number, row.done_at) == (notice, 1, None)


def test_followers_of_the_council_are_told_and_others_are_not(council):
    mine = a_subscription(council)
    a_subscription(a_council_with_a_rule("Other"))
    a_subscription(council, confirmed_at=None)
    publish(a_notice_of_one(council))
    assert tell_all() == [1]
    assert told() == [mine.email]


def test_a_message_leads_to_the_notice_and_ends_with_one_click(council):
    a_subscription(council)
    notice = a_notice_of_one(council)
    publish(notice)
    tell_all()
    message = Message.objects.get()
    text = in_text(Letter.from_json(message.letter))
    assert message.subject.startswith("Published: ")
    assert f"/notices/{council.slug}/{notice.slug}/" in text
    assert f"You are told because you follow notices of {council.name}" in text
    assert message.unsubscribe.startswith("/e-mail-updates/end/")


def test_telling_again_tells_nobody_twice(council):
    a_subscription(council)
    publish(a_notice_of_one(council))
    row = Telling.objects.get()
    telling.tell(row.pk, timezone.now())
    # As though the worker had died before it could say that it was done.
    Telling.objects.update(done_at=None)
    assert telling.tell(row.pk, timezone.now()) == 0
    assert Message.objects.count() == 1


def test_what_a_lost_job_left_is_found_by_the_sweep(council):
    a_subscription(council)
    publish(a_notice_of_one(council))
    assert keep_subscriptions() == 1
    assert keep_subscriptions() == 0
    assert len(told()) == 1


def test_many_are_told_in_batches(council, monkeypatch):
    monkeypatch.setattr(telling, "A_BATCH", 2)
    for _ in range(5):
        a_subscription(council)
    publish(a_notice_of_one(council))
    assert tell_all() == [5]


def test_who_confirmed_after_the_publication_is_not_told_of_it(council):
    publish(a_notice_of_one(council))
    a_subscription(council, confirmed_at=timezone.now() + timedelta(minutes=1))
    assert tell_all() == [0]


def test_followers_of_an_issue_are_told_of_notices_about_it(council):
    issue = an_issue()
    mine = a_subscription(issue=issue)
    a_subscription(issue=an_issue())
    publish(a_notice_of_one(council, issue=issue))
    publish(a_notice_of_one(council))
    tell_all()
    assert told() == [mine.email]


def test_that_a_restricted_decision_is_about_an_issue_is_told_to_nobody(council):
    issue = an_issue()
    a_subscription(issue=issue)
    mine = a_subscription(council)
    meeting = a_meeting(a_body(council))
    a_complete_decision(an_item(meeting))
    secret = an_item(meeting, title="Open title", part="2", **EXEMPT)
    a_decision(secret, issue=issue, title="Zqsecret", **EXEMPT)
    notice = a_notice_of_meeting(meeting)
    publish(notice, gaps_reason="Made for a test.")
    tell_all()
    assert told() == [mine.email]
    message = Message.objects.get()
    assert "Zqsecret" not in f"{message.subject} {message.letter}"


def test_followers_of_a_ward_are_told_where_a_notice_names_it(council):
    fenside = a_subscription(council, ward="Fenside")
    a_subscription(council, ward="Skirbeck")
    publish(a_notice_of_one(council, wards="Fenside and Witham"))
    tell_all()
    assert told() == [fenside.email]


def test_a_correction_says_what_was_corrected(council):
    a_subscription(council)
    notice = a_notice_of_one(council)
    publish(notice)
    tell_all()
    Message.objects.all().delete()
    notices.correct(
        notice, by=the_clerk(), at=timezone.now(), reason="A name was wrong.", clock="keeps"
    )
    tell_all()
    message = Message.objects.get()
    assert message.subject.startswith("Corrected: ")
    assert "A name was wrong." in in_text(Letter.from_json(message.letter))


def test_a_withdrawal_tells_what_its_address_shows_and_no_more(council):
    a_subscription(council)
    notice = a_notice_of_one(council, reasons="Zqgone")
    publish(notice)
    withdraw(
        notice, by=the_clerk(), at=timezone.now(), reason="It was published too soon.",
        title="A decision on rents",
    )  # fmt: skip
    # The publication was not told yet: what it said is gone, and is told to nobody.
    assert tell_all() == [0, 1]
    message = Message.objects.get()
    assert message.subject == "Withdrawn: A decision on rents"
    text = in_text(Letter.from_json(message.letter))
    assert "It was published too soon." in text
    assert "Zqgone" not in text


def test_administrators_find_the_notice_that_a_message_told_of(client, council):
    a_subscription(council)
    notice = a_notice_of_one(council)
    publish(notice)
    tell_all()
    client.force_login(a_person_with_role("administrator", council))
    address = reverse("messages:detail", args=[Message.objects.get().pk])
    assert f"/notices/{council.slug}/{notice.slug}/" in client.get(address).content.decode()
