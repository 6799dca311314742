"""Asked for, confirmed, managed and ended: what everybody is told, and what is erased."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from governance.messages.delivery import claim_next, deliver, finish
from governance.messages.letters import Letter, in_text
from governance.messages.rules import Ending
from governance.models import Message, Subscription
from governance.subscriptions import actions, erasing, tokens
from governance.subscriptions.actions import Topic
from tests.factories.councils import a_council
from tests.factories.decisions import an_issue
from tests.factories.subscriptions import a_subscription

pytestmark = pytest.mark.django_db
NEW = "/e-mail-updates/"
READER = "reader@example.org"


@pytest.fixture
def council():
    return a_council("Boston")


def ask(client, followed, /, **changed):
    data = {"email": READER, "council": followed.slug, "ward": ""} | changed
    return client.post(NEW, data)


def link_in(message):
    text = in_text(Letter.from_json(message.letter))
    return re.search(r"/e-mail-updates/\S+", text).group()


def test_who_asks_is_sent_an_email_and_nothing_else_until_it_is_confirmed(client, council):
    answer = ask(client, council)
    assert answer["Location"] == "/e-mail-updates/asked/"
    message = Message.objects.get()
    assert (message.kind, message.to, message.unsubscribe) == ("confirmation", READER, "")
    assert Subscription.objects.get().confirmed_at is None


def test_opening_the_page_confirms_nothing_pressing_does(client, council):
    ask(client, council)
    where = link_in(Message.objects.get())
    assert client.get(where).status_code == 200
    assert Subscription.objects.get().confirmed_at is None
    answer = client.post(where, follow=True)
    assert "Notices of Boston Council" in answer.content.decode()
    assert Subscription.objects.get().confirmed_at


def test_confirming_again_changes_nothing(client, council):
    ask(client, council)
    where = link_in(Message.objects.get())
    client.post(where)
    at = Subscription.objects.get().confirmed_at
    client.post(where)
    assert Subscription.objects.get().confirmed_at == at


def test_after_seven_days_the_address_to_confirm_is_too_old(client, council):
    ask(client, council)
    where = link_in(Message.objects.get())
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        answer = client.post(where)
    assert answer.status_code == 410
    assert Subscription.objects.get().confirmed_at is None


@pytest.mark.parametrize("name", ["confirm", "yours", "end"])
@pytest.mark.parametrize("token", ["x", "a:b:c", "%00"])
def test_an_address_that_is_not_ours_is_not_found(client, name, token):
    answer = client.get(f"{NEW}{name}/{token}/")
    assert answer.status_code in (400, 404)


def test_a_token_for_one_thing_does_not_do_another(client, council):
    row = a_subscription(council)
    token = tokens.end_address(row).rstrip("/").rsplit("/", 1)[1]
    assert client.get(reverse("subscriptions:confirm", args=[token])).status_code == 404
    assert client.get(reverse("subscriptions:manage", args=[token])).status_code == 404


def test_the_answer_is_the_same_for_an_address_that_is_known(client, council):
    unknown = ask(client, council)
    Message.objects.all().delete()
    Subscription.objects.update(confirmed_at=timezone.now())
    known = ask(client, council)
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_whoever_follows_it_already_is_told_so_by_email_alone(client, council):
    a_subscription(council, email=READER)
    ask(client, council, email="READER@example.org")
    assert "You are told already" in in_text(Letter.from_json(Message.objects.get().letter))
    assert Subscription.objects.count() == 1


def test_asking_many_times_sends_one_email_an_hour(client, council):
    for _ in range(3):
        ask(client, council)
    assert Message.objects.count() == 1


def test_too_many_requests_for_one_address_are_refused_in_a_sentence(client, council):
    for _ in range(5):
        assert ask(client, council).status_code == 302
    answer = ask(client, council)
    assert answer.status_code == 429
    assert "Try again in an hour" in answer.content.decode()
    assert READER in answer.content.decode()


def test_too_many_requests_from_one_place_are_refused_too(client, council):
    for number in range(20):
        assert ask(client, council, email=f"r{number}@example.org").status_code == 302
    assert ask(client, council, email="another@example.org").status_code == 429


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"email": ""}, "Enter an e-mail address"),
        ({"email": "reader"}, "Enter an e-mail address"),
        ({"email": f"x@{62 * 'ü'}.de"}, "Enter an e-mail address"),
        ({"email": "a\0@example.org"}, ""),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, "Enter an e-mail address"),
        ({"council": ""}, "Choose"),
        ({"council": "nowhere"}, "Choose a council from the list."),
        ({"ward": "x" * 101}, "100 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(client, council, changed, sentence):
    answer = ask(client, council, **changed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Message.objects.exists()


def test_an_issue_is_followed_from_its_page(client):
    issue = an_issue()
    assert client.post(f"{NEW}?issue={issue.slug}", {"email": READER}).status_code == 302
    assert Subscription.objects.get().issue == issue
    assert client.get(f"{NEW}?issue=none").status_code == 404


def test_one_click_ends_it_without_session_or_token(council, client):
    row = a_subscription(council, email=READER)
    client.handler.enforce_csrf_checks = True
    where = tokens.end_address(row)
    assert "End these e-mails?" in client.get(where).content.decode()
    assert client.post(where, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    assert "have ended" in client.get(where).content.decode()


def test_ending_the_last_erases_the_address_everywhere(council):
    now = timezone.now()
    actions.subscribe(READER, Topic(council=council), at=now)
    actions.subscribe(READER, Topic(council=council, ward="Fenside"), at=now)
    Message.objects.filter(pk=Message.objects.earliest("pk").pk).update(
        state="sent", ended_at=now, claim=None
    )
    first, second = Subscription.objects.order_by("pk")
    actions.end(first.pk, READER)
    assert Message.objects.filter(to=READER).count() == 2
    actions.end(second.pk, READER)
    assert not Message.objects.filter(to=READER).exists()
    assert [m.to for m in Message.objects.all()] == [""]


def test_one_cannot_end_what_is_anothers(client, council):
    other = a_subscription(council)
    a_subscription(council, email=READER)
    client.post(tokens.manage_address(READER), {"end": str(other.pk)})
    assert Subscription.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize("which", ["", "x", "9" * 30, "²"])
def test_a_press_that_is_not_known_ends_nothing(client, council, which):
    a_subscription(council, email=READER)
    assert client.post(tokens.manage_address(READER), {"end": which}).status_code == 302
    assert Subscription.objects.count() == 1


def test_all_are_ended_with_one_press(client, council):
    a_subscription(council, email=READER)
    a_subscription(issue=an_issue(), email=READER)
    answer = client.post(tokens.manage_address(READER), {"end": "all"}, follow=True)
    assert "it is not kept" in answer.content.decode()
    assert not Subscription.objects.exists()


def test_what_is_not_confirmed_is_erased_after_seven_days(council):
    now = timezone.now()
    for days, email in ((8, "old@example.org"), (6, "new@example.org")):
        actions.subscribe(email, Topic(council=council), at=now - timedelta(days=days))
    kept = a_subscription(council)
    assert erasing.erase_lapsed(now) == 1
    assert set(Subscription.objects.values_list("email", flat=True)) == {
        "new@example.org", kept.email,
    }  # fmt: skip
    assert not Message.objects.filter(to="old@example.org").exists()


def test_an_address_on_its_way_while_everything_ended_is_erased_by_the_sweep(council):
    now = timezone.now()
    actions.subscribe(READER, Topic(council=council), at=now)
    Subscription.objects.all().delete()
    Message.objects.update(state="sent", ended_at=now)
    assert erasing.forget_strays() == 1
    assert Message.objects.get().to == ""


def test_an_address_whose_attempt_failed_meanwhile_is_erased_by_the_sweep(council):
    actions.subscribe(READER, Topic(council=council), at=timezone.now())
    claimed = claim_next()
    actions.end_all(READER)
    finish(claimed, Ending.NOT_SENT, "451 Try later")
    assert erasing.forget_strays() == 1
    assert not Message.objects.filter(to=READER).exists()


def test_what_was_followed_and_ended_is_not_sent_any_more(council):
    """The address is kept for another topic, and so was not erased."""
    a_subscription(issue=an_issue(), email=READER)
    actions.subscribe(READER, Topic(council=council), at=timezone.now())
    actions.end(Subscription.objects.get(council=council).pk, READER)
    # Nothing is connected to before the message is found not to be wanted.
    assert deliver(None, seconds=5)["not_wanted"] == 1
