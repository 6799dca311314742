"""Sending what waits, to a real mail server on its good and its bad days."""

from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models.functions import Now

from config.embedded.process import free_port
from governance.messages.delivery import claim_next, deliver, finish, hand_over
from governance.messages.letters import Letter
from governance.messages.rules import DOUBTS_ALLOWED, Ending
from governance.messages.smtp import Smtp
from governance.models import Message
from tests.factories.messages import a_message
from tests.mail_server import html_of, text_of

pytestmark = pytest.mark.django_db


def send():
    with closing(Smtp()) as through:
        return deliver(through, seconds=20)


def again(message):
    """Let the time until the next attempt pass."""
    Message.objects.filter(pk=message.pk).update(not_before=Now())


def fresh(message):
    return Message.objects.get(pk=message.pk)


def test_what_waits_is_sent_once(server):
    message = a_message(subject="One duty is due", letter=Letter(("It is due today.",)).as_json())
    assert send()["sent"] == 1
    assert send()["sent"] == 0
    (mail,) = server.arrived
    assert (mail["Subject"], mail["To"]) == ("One duty is due", message.to)
    assert "It is due today." in text_of(mail)
    assert "It is due today." in html_of(mail)
    found = fresh(message)
    assert (found.state, found.attempts, found.receipt) == ("sent", 1, "250 taken")
    assert found.ended_at


def test_what_is_not_due_yet_is_not_sent(server):
    message = a_message()
    Message.objects.filter(pk=message.pk).update(not_before=Now() + timedelta(hours=1))
    assert send()["sent"] == 0


def test_the_headers_make_a_copy_too_many_known_and_offer_one_click(server):
    message = a_message(unsubscribe="/mail/end/token/")
    send()
    mail = server.arrived[0]
    assert mail["Message-ID"] == f"<message-{message.pk}@concordat.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<https://concordat.example/mail/end/token/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_what_cannot_be_ended_offers_no_end(server):
    a_message()
    send()
    assert server.arrived[0]["List-Unsubscribe"] is None


@pytest.mark.parametrize("behaviour", [{"refuses": "451 Try later"}, {"answers": "452 Full"}])
def test_a_server_that_cannot_now_is_asked_again_later(server, behaviour):
    vars(server).update(behaviour)
    message = a_message()
    assert send()["not_sent"] == 1
    found = fresh(message)
    assert (found.state, found.attempts, found.doubts) == ("waiting", 1, 0)
    assert next(iter(behaviour.values())) in found.last_error
    assert found.not_before > found.created_at
    vars(server).update(dict.fromkeys(behaviour, ""))
    again(message)
    assert send()["sent"] == 1
    assert len(server.arrived) == 1


def test_one_address_that_is_refused_does_not_stop_those_behind_it(server):
    server.refuses = "550 No such person"
    first = a_message()
    assert send()["refused"] == 1
    found = fresh(first)
    assert (found.state, "550 No such person" in found.last_error) == ("given_up", True)


def test_a_server_that_is_down_costs_one_message_one_attempt(server, settings):
    settings.EMAIL_PORT = free_port()
    messages = [a_message() for _ in range(3)]
    assert send()["not_sent"] == 1
    assert sorted(fresh(one).attempts for one in messages) == [0, 0, 1]


def test_a_slow_server_is_not_waited_for_longer_than_the_time_limit(server):
    server.waits_at = "RCPT"
    message = a_message()
    assert send()["not_sent"] == 1
    assert fresh(message).doubts == 0


def test_a_server_that_hangs_up_after_the_text_gets_one_copy_too_many_at_most(server):
    server.hangs_up = True
    message = a_message()
    for _ in range(5):
        send()
        again(message)
    found = fresh(message)
    assert (found.state, found.doubts) == ("given_up", DOUBTS_ALLOWED + 1)
    assert len(server.arrived) == DOUBTS_ALLOWED + 1
    assert len({mail["Message-ID"] for mail in server.arrived}) == 1


def test_what_cannot_be_composed_waits_and_those_behind_it_are_sent(server):
    broken, sound = a_message(letter={"sections": [{"lines": 7}]}), a_message()
    send()
    assert fresh(broken).state == "waiting"
    assert fresh(sound).state == "sent"


def lapse(message):
    Message.objects.filter(pk=message.pk).update(claimed_until=Now() - timedelta(seconds=1))


def test_a_claim_keeps_others_away_until_it_lapses(server):
    message = a_message()
    claimed = claim_next()
    assert claim_next() is None
    lapse(message)
    other = claim_next()
    assert other.pk == message.pk
    assert other.claim != claimed.claim


def test_who_was_overtaken_may_neither_hand_over_nor_write_the_end(server):
    message = a_message()
    slow = claim_next()
    lapse(message)
    claim_next()
    assert not hand_over(message.pk, slow.claim)
    assert not finish(slow, Ending.SENT, "250")
    assert fresh(message).state == "claimed"


def test_a_worker_that_died_before_handing_over_leaves_no_doubt(server):
    message = a_message()
    claim_next()
    lapse(message)
    assert send()["sent"] == 1
    assert fresh(message).doubts == 0


def test_a_worker_that_died_while_handing_over_leaves_one_copy_more_at_most(server):
    message = a_message()
    for _ in range(3):
        if claimed := claim_next():
            hand_over(message.pk, claimed.claim)
            lapse(message)
    assert claim_next() is None
    found = fresh(message)
    assert (found.state, found.doubts, found.attempts) == ("given_up", 2, 2)


def test_nobody_hands_over_by_a_claim_of_another():
    message = a_message()
    claim_next()
    assert not hand_over(message.pk, uuid4())


def test_an_address_that_no_server_can_write_is_given_up_at_once(server):
    message = a_message(to=f"x@{62 * 'ü'}.de")
    assert send()["refused"] == 1
    assert fresh(message).state == "given_up"
