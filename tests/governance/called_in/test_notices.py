"""The notices of a call-in: that it was received, how it ended, and what stays restricted."""

import pytest
from django.urls import reverse

from governance.errors import Refused
from governance.models import Notice
from governance.notices.pdf import notice_html
from tests.factories.councils import a_council_with_a_rule
from tests.factories.meetings import EXEMPT
from tests.factories.notices import (
    PUBLISHED_AT,
    a_call_in,
    a_notice_of_call_in,
    a_published_notice,
    publish,
)
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
SECRET = "The supplier's unpublished price is too high"


@pytest.fixture
def council():
    return a_council_with_a_rule("Boston")


def called_in(council, **decided):
    notice = a_published_notice(council, title="Digital Strategy", **decided)
    return a_call_in(notice.versions.get().windows.get(), ground=SECRET)


def test_the_notice_says_what_was_called_in_by_whom_and_on_what_ground(council):
    called = called_in(council)
    said = publish(a_notice_of_call_in(called)).snapshot["call_in"]
    assert (said["title"], said["ground"]) == ("Digital Strategy", SECRET)
    assert said["requested_by"] == called.requested_by


def test_of_a_restricted_decision_it_says_only_that_it_was_called_in(council):
    called = called_in(council, **EXEMPT)
    snapshot = publish(a_notice_of_call_in(called)).snapshot
    assert SECRET not in str(snapshot)
    assert called.requested_by not in str(snapshot)
    assert "paragraph 3" in snapshot["call_in"]["restriction"]


def test_an_end_that_has_not_come_is_not_told(council):
    notice = a_notice_of_call_in(called_in(council), "call_in_outcome")
    with nothing_written(), pytest.raises(Refused, match="is not recorded yet"):
        publish(notice)


def test_the_first_notice_tells_no_outcome(council):
    assert "outcome" not in publish(a_notice_of_call_in(called_in(council))).snapshot["call_in"]


def test_it_is_printed(council):
    assert SECRET.replace("'", "&#x27;") in notice_html(
        publish(a_notice_of_call_in(called_in(council))).snapshot
    )


def test_democratic_services_begin_it_from_the_notice_of_the_decision(client, council):
    called = called_in(council)
    client.force_login(a_person_with_role("democratic_services", council))
    original = called.window.version.notice
    page = reverse("notices:detail", args=[council.slug, original.slug])
    address = reverse("notices:new_of_call_in", args=[called.pk, "call_in_received"])
    assert address in client.get(page).text
    client.post(address)
    notice = Notice.objects.get(kind="call_in_received")
    assert notice.title == "Notice of a call-in: Digital Strategy"
    with nothing_written():
        client.post(address)
    publish(notice, at=PUBLISHED_AT)
    answer = client.get(reverse("notices:detail", args=[council.slug, notice.slug]))
    assert "Nothing may be done since" in text_of(parsed(answer.text))
    assert page in answer.text


@pytest.mark.parametrize("kind", ["officer", "member"])
def test_others_may_not(client, council, kind):
    called = called_in(council)
    client.force_login(a_person_with_role(kind, council))
    address = reverse("notices:new_of_call_in", args=[called.pk, "call_in_received"])
    with nothing_written():
        assert client.post(address).status_code == 403
