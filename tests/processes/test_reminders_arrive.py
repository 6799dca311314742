"""Whatever dies between deciding to remind somebody and knowing that it was sent.

Nothing is lost. Nobody is reminded twice, but for one copy of the one message that the mail server
had taken when the worker died before it knew; both copies carry the same Message-ID.
"""

import time

import pytest
import redis

from tests.processes.stack import wait_until

pytestmark = [pytest.mark.processes, pytest.mark.xdist_group("processes")]
DEAD = ("worker", "beat")
# Long enough for beat, which asks every second here, to have asked again several times.
A_WHILE = 4.0


@pytest.fixture
def owing(stack, mail):
    """Make people who owe something today, while nobody tells them; return their addresses."""
    for name in DEAD:
        stack.kill(name)

    def make(people, duties=1):
        return stack.run("owe", people, duties)

    return make


def arrived(mail, addresses):
    """Return how often each address was written to."""
    found = [str(one["To"]) for one in list(mail.arrived)]
    return [found.count(address) for address in addresses]


def everybody_has_one(mail, addresses):
    wait_until(lambda: all(arrived(mail, addresses)), "a reminder for everybody", within=90)


def reminders(stack, addresses):
    """Return how many reminders and how many messages the database holds for these."""
    query = (
        "SELECT count(r.id), count(DISTINCT r.message_id) FROM governance_reminder r"
        " JOIN governance_user u ON u.id = r.user_id WHERE u.email = ANY(%s)"
    )
    with stack.database() as connection:
        return connection.execute(query, [addresses]).fetchone()


def test_a_worker_killed_between_claiming_and_sending(stack, mail, owing):
    (address,) = owing(1)
    mail.waits_at = "RCPT"
    stack.start("worker", "beat")
    wait_until(mail.is_waiting.is_set, "a worker that talks to the mail server")
    stack.kill("worker")
    assert arrived(mail, [address]) == [0]
    mail.begin_anew()
    stack.start("worker")
    everybody_has_one(mail, [address])
    time.sleep(A_WHILE)
    assert arrived(mail, [address]) == [1]


def test_a_worker_killed_when_the_server_had_taken_the_text(stack, mail, owing):
    (address,) = owing(1)
    mail.waits_at = "DATA"
    stack.start("worker", "beat")
    wait_until(mail.is_waiting.is_set, "a worker that handed a message over")
    stack.kill("worker")
    mail.waits_at = ""
    mail.go_on.set()
    stack.start("worker")
    wait_until(lambda: arrived(mail, [address]) == [2], "the one copy too many", within=90)
    time.sleep(A_WHILE)
    assert arrived(mail, [address]) == [2]
    assert len({str(one["Message-ID"]) for one in mail.arrived}) == 1


def test_a_worker_killed_in_the_middle_of_many(stack, mail, owing):
    addresses = owing(30, 2)
    stack.start("worker", "beat")
    wait_until(lambda: len(mail.arrived) >= 5, "some of many messages")
    stack.kill("worker")
    assert len(mail.arrived) < len(addresses)
    stack.start("worker")
    everybody_has_one(mail, addresses)
    time.sleep(A_WHILE)
    found = arrived(mail, addresses)
    assert sum(found) <= len(addresses) + 2  # two processes of the worker died, each with one
    assert max(found) <= 2
    assert reminders(stack, addresses) == (2 * len(addresses), len(addresses))


def test_two_beats_and_nobody_is_told_twice(stack, mail, owing):
    addresses = owing(10)
    stack.start("worker", "beat", "other beat")
    everybody_has_one(mail, addresses)
    time.sleep(A_WHILE)
    stack.kill("other beat")
    assert arrived(mail, addresses) == [1] * len(addresses)


def test_a_queue_that_is_flushed_loses_nothing(stack, mail, owing):
    addresses = owing(10)
    stack.start("beat")
    with redis.Redis.from_url(stack.servers.redis_url) as client:
        wait_until(lambda: client.llen("celery"), "jobs in the queue")
        client.flushall()
    stack.start("worker")
    everybody_has_one(mail, addresses)
    time.sleep(A_WHILE)
    assert arrived(mail, addresses) == [1] * len(addresses)


def test_a_mail_server_that_is_away_for_a_while(stack, mail, owing):
    addresses = owing(3)
    mail.refuses = "451 Come back later"
    stack.start("worker", "beat")
    wait_until(lambda: reminders(stack, addresses)[1] == 3, "messages in the outbox")
    time.sleep(A_WHILE)
    mail.begin_anew()
    with stack.database() as connection:
        # The wait between attempts is a minute at first: the test lets it pass.
        connection.execute("UPDATE governance_message SET not_before = now()")
    everybody_has_one(mail, addresses)
    assert arrived(mail, addresses) == [1] * len(addresses)


def test_eight_that_go_through_the_duties_at_once(stack, mail, owing):
    addresses = owing(6, 3)
    told = stack.run("remind_at_once")
    assert sum(told) == len(addresses)
    assert reminders(stack, addresses) == (3 * len(addresses), len(addresses))
