"""However many messages a transaction queues, a worker is asked once to send them."""

import pytest
from django.db import transaction
from django.utils import timezone

from governance.messages import outbox
from governance.messages.letters import Letter

pytestmark = pytest.mark.django_db


def queue(number):
    outbox.queue(
        key=f"asked once {number}", kind="notice", to="reader@example.org", subject="New",
        letter=Letter(("Good morning.",)), at=timezone.now(),
    )  # fmt: skip


def test_a_transaction_with_many_messages_asks_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as asked, transaction.atomic():
        for number in range(5):
            queue(number)
    assert asked == [outbox.ask_to_send]


class Away(Exception):
    pass


@transaction.atomic
def queued_and_taken_back():
    queue(1)
    raise Away


def test_what_is_taken_back_asks_nobody_and_the_next_still_does(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as asked:
        with pytest.raises(Away):
            queued_and_taken_back()
        queue(2)
    assert asked == [outbox.ask_to_send]
