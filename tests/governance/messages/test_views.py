"""What administrators see of the mail, and what they may do about it."""

from datetime import date

import pytest
from django.urls import reverse

from governance.duties.actions import keep_report_back
from governance.messages.sources import NOT_WANTED
from governance.models import Message
from tests.factories.councils import a_council
from tests.factories.decisions import a_complete_decision, a_duty, a_limb
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.messages import NOON, a_message, a_reminder
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
INDEX = reverse("messages:index")
GIVEN_UP = {
    "state": "given_up", "ended_at": NOON, "attempts": 10, "doubts": 2, "last_error": "550 Nobody",
}  # fmt: skip


@pytest.fixture
def council():
    return a_council("Boston")


@pytest.fixture
def admin(client, council):
    client.force_login(a_person_with_role("administrator", council))
    return client


@pytest.mark.parametrize("kind", ["member", "officer", "democratic_services"])
def test_only_administrators_see_it(client, council, kind):
    message = a_message()
    client.force_login(a_person_with_role(kind, council))
    for address in (INDEX, reverse("messages:detail", args=[message.pk])):
        assert client.get(address).status_code == 403
    assert client.post(reverse("messages:try_again", args=[message.pk])).status_code == 403


def test_the_list_says_what_went_to_whom_and_what_failed_and_why(admin):
    a_message(subject="One duty is due", to="officer@boston.example")
    a_message(subject="Another", **GIVEN_UP)
    html = admin.get(INDEX).content.decode()
    for said in ("One duty is due", "officer@boston.example", "550 Nobody", "Given up"):
        assert said in html
    assert "1 message given up" in html


def test_what_went_to_other_councils_and_subscribers_is_not_for_one_councils(admin, council):
    other = a_council("Other")
    a_message(a_person_with_role("officer", council), subject="To one of ours")
    theirs = a_message(a_person_with_role("officer", other), subject="To one of theirs")
    public = a_message(user=None, kind="notice", to="reader@example.org", subject="Published")
    Message.objects.filter(pk=public.pk).update(user=None)
    html = admin.get(INDEX).content.decode()
    assert "To one of ours" in html
    assert "To one of theirs" not in html
    assert "reader@example.org" not in html
    for message in (theirs, public):
        assert admin.get(reverse("messages:detail", args=[message.pk])).status_code == 404


def test_it_is_narrowed_by_state_kind_and_address(admin):
    a_message(subject="Kept", to="officer@boston.example", **GIVEN_UP)
    a_message(subject="Left out", to="clerk@boston.example")
    state = {"state": "given_up"}
    for asked in (state, {"to": "officer@"}, state | {"to": "OFFICER"}):
        html = admin.get(INDEX, asked).content.decode()
        assert "Kept" in html
        assert "Left out" not in html


def test_an_empty_outbox_says_what_would_fill_it(admin):
    assert "One appears when" in admin.get(INDEX).content.decode()


def test_the_list_can_be_downloaded(admin):
    a_message(subject="=cmd()", to="officer@boston.example")
    text = admin.get(INDEX, {"format": "csv"}).content.decode()
    assert "officer@boston.example,Digest of duties,'=cmd()" in text


def test_what_was_given_up_is_tried_again(admin):
    message = a_message(**GIVEN_UP)
    address = reverse("messages:detail", args=[message.pk])
    assert "Try again" in admin.get(address).content.decode()
    answer = admin.post(reverse("messages:try_again", args=[message.pk]), follow=True)
    assert "It is tried again now" in answer.content.decode()
    message.refresh_from_db()
    assert (message.state, message.attempts, message.doubts) == ("waiting", 0, 2)
    assert "550 Nobody" in message.last_error


@pytest.mark.parametrize("fields", [{"to": ""}, {"last_error": NOT_WANTED}])
def test_what_can_reach_nobody_is_not_offered_again(admin, fields):
    message = a_message(**GIVEN_UP | fields)
    address = reverse("messages:detail", args=[message.pk])
    assert "Try again" not in admin.get(address).content.decode()
    admin.post(reverse("messages:try_again", args=[message.pk]))
    message.refresh_from_db()
    assert message.state == "given_up"


def test_what_was_sent_is_not_sent_again(admin):
    message = a_message(state="sent", ended_at=NOON)
    answer = admin.post(reverse("messages:try_again", args=[message.pk]), follow=True)
    assert "cannot become" in answer.content.decode()
    assert Message.objects.get().state == "sent"


def test_it_names_what_it_told_of_but_not_what_is_restricted(admin, council):
    item = an_item(a_meeting(a_body(council)), **EXEMPT)
    decision = a_complete_decision(item, council=council, state="published", **EXEMPT)
    limb = a_limb(decision, 2, text="Zqsecret terms", due_on=date(2026, 12, 1))
    message = a_message(letter={"paragraphs": ["Zqsecret"], "sections": []})
    a_reminder(keep_report_back(limb, by=the_clerk()), message=message)
    a_reminder(a_duty(council, title="Open duty"), message=message)
    html = admin.get(reverse("messages:detail", args=[message.pk])).content.decode()
    assert "Open duty" in html
    assert "1 duty more, not shown to you here" in html
    assert "Zqsecret" not in html


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_list_costs_the_same_however_many_there_are(
    admin, number, django_assert_max_num_queries
):
    for _ in range(number):
        a_message(user=the_clerk())
    with django_assert_max_num_queries(6):
        admin.get(INDEX)
