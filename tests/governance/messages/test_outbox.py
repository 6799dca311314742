"""A message is put in the outbox once, with what it tells of or not at all."""

import pytest
from django.db import transaction

from governance.messages.letters import Letter
from governance.messages.outbox import queue
from governance.models import Message
from tests.factories.messages import NOON
from tests.factories.people import a_user

pytestmark = pytest.mark.django_db
LETTER = Letter(("Good morning.",))


def put(key="digest 1", **said):
    usual = {"kind": "digest", "to": "officer@boston.example", "subject": "One duty is due"}
    return queue(key=key, letter=LETTER, at=NOON, **usual | said)


def test_it_waits_to_be_sent_from_then_on():
    message = put()
    assert (message.state, message.not_before, message.attempts) == ("waiting", NOON, 0)


def test_the_same_key_is_queued_once():
    assert put()
    assert put() is None
    assert Message.objects.count() == 1


def test_an_account_is_written_to_at_its_address():
    user = a_user()
    message = put(to=user)
    assert (message.to, message.user) == (user.email, user)


def test_what_is_rolled_back_leaves_no_message():
    with transaction.atomic():
        put()
        transaction.set_rollback(True)
    assert not Message.objects.exists()


def test_a_subject_is_one_line_that_fits():
    assert put(subject="Two\nlines").subject == "Two lines"
    assert len(put("another", subject="x" * 500).subject) == 200


def test_a_worker_is_asked_only_after_the_transaction(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as asked:
        put()
    assert [one.__name__ for one in asked] == ["ask_to_send"]
