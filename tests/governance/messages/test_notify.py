"""Sending through GOV.UK Notify, to a stand-in that checks what its API would."""

import pytest
from django.db.models.functions import Now

from governance.messages.actions import try_again
from governance.messages.delivery import deliver
from governance.messages.letters import Letter
from governance.messages.transport import transport
from governance.models import Message
from tests.factories.messages import a_message
from tests.factories.people import a_user
from tests.notify_stand_in import API_KEY, TEMPLATE, NotifyStandIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def notify(settings):
    with NotifyStandIn() as found:
        settings.MAIL_THROUGH, settings.NOTIFY_URL = "notify", found.url
        settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = API_KEY, TEMPLATE
        settings.SITE_URL = "https://concordat.example"
        yield found


def send():
    through = transport()
    try:
        return deliver(through, seconds=20)
    finally:
        through.close()


def test_it_takes_the_subject_the_words_and_where_one_click_ends_them(notify):
    message = a_message(
        subject="One duty is due", letter=Letter(("It is due today.",)).as_json(),
        unsubscribe="/mail/end/x/",
    )  # fmt: skip
    assert send()["sent"] == 1
    (taken,) = notify.taken
    assert taken["email_address"] == message.to
    assert taken["personalisation"] == {"subject": "One duty is due", "body": "It is due today."}
    assert taken["one_click_unsubscribe_url"] == "https://concordat.example/mail/end/x/"
    assert Message.objects.get().receipt == taken["id"]


def test_a_wrong_key_is_a_matter_for_a_person_and_loses_nothing(notify, settings):
    settings.NOTIFY_API_KEY = API_KEY[:-4] + "0000"
    a_message()
    assert send()["not_sent"] == 1
    assert Message.objects.get().state == "waiting"


def test_an_address_that_notify_never_takes_is_given_up(notify):
    message = a_message(to="nobody@gone.example")
    assert send()["refused"] == 1
    message.refresh_from_db()
    assert "Not a valid email address" in message.last_error


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_cannot_now_is_asked_again_later(notify, status):
    notify.fails_with = status
    a_message()
    assert send()["not_sent"] == 1
    assert (Message.objects.get().state, Message.objects.get().doubts) == ("waiting", 0)


def test_what_notify_took_without_an_answer_is_not_sent_again(notify):
    notify.hangs_up = True
    message = a_message()
    assert send()["in_doubt"] == 1
    notify.hangs_up = False
    Message.objects.update(not_before=Now())
    assert send()["sent"] == 1
    assert len(notify.taken) == 1
    message.refresh_from_db()
    assert message.receipt == notify.taken[0]["id"]


def test_what_notify_took_is_not_sent_again_when_a_person_tries_again(notify):
    notify.hangs_up = True
    message = a_message()
    send()
    Message.objects.filter(pk=message.pk).update(
        state="given_up", ended_at=Now(), claim=None, claimed_until=None, doubts=2
    )
    notify.hangs_up = False
    try_again(message, by=a_user(), at=message.created_at)
    assert send()["sent"] == 1
    assert len(notify.taken) == 1


def test_a_service_that_is_not_there_leaves_no_doubt(notify, settings):
    settings.NOTIFY_URL = "http://127.0.0.1:1"
    a_message()
    assert send()["not_sent"] == 1
    assert Message.objects.get().doubts == 0
