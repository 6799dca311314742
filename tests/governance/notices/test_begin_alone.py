"""Beginning the record of a decision that somebody made alone, and its notice again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from governance.models import Decision, Notice
from governance.notices import drafting
from governance.notices.withdrawal import withdraw
from tests.factories.councils import a_council_with_a_rule
from tests.factories.notices import PUBLISHED_AT, a_notice_of_one, publish
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
SAID = {
    "title": "Networks", "maker": "officer", "made_by": "Director of Finance",
    "made_on": date(2023, 4, 12),
}  # fmt: skip


def test_pressed_twice_it_is_begun_once():
    council = a_council_with_a_rule()
    first = drafting.begin_decision(council, dict(SAID), by=the_clerk())
    with nothing_written(), pytest.raises(drafting.BegunAlready) as already:
        drafting.begin_decision(council, dict(SAID), by=the_clerk())
    assert already.value.notice == first


def test_its_address_and_title_tell_nothing_of_what_was_decided():
    notice = drafting.begin_decision(a_council_with_a_rule(), dict(SAID), by=the_clerk())
    assert notice.title == "Decision of the Director of Finance, 12 April 2023"
    assert "networks" not in notice.slug


@pytest.fixture
def withdrawn():
    notice = a_notice_of_one()
    publish(notice)
    at = PUBLISHED_AT + timedelta(days=1)
    return withdraw(notice, by=the_clerk(), at=at, reason="Published too soon.", title="A notice")


def test_after_a_withdrawal_another_notice_of_the_same_decision_is_begun(client, withdrawn):
    client.force_login(a_person_with_role("democratic_services", withdrawn.council))
    page = client.get(reverse("notices:detail", args=[withdrawn.council.slug, withdrawn.slug]))
    again = reverse("notices:new_of_decision", args=[withdrawn.decision_id])
    assert again in page.text
    client.post(again)
    newest = Notice.objects.latest("pk")
    assert (newest.decision_id, newest.state) == (withdrawn.decision_id, "draft")
    assert Decision.objects.count() == 1


def test_others_begin_none(client, withdrawn):
    client.force_login(a_person_with_role("officer", withdrawn.council))
    with nothing_written():
        answer = client.post(reverse("notices:new_of_decision", args=[withdrawn.decision_id]))
    assert answer.status_code in (403, 404)
