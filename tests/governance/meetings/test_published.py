"""A meeting whose notice is published shows readers what was published."""

import pytest
from django.urls import reverse

from governance.history.actions import write
from tests.factories.notices import a_published_notice
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db


@pytest.fixture
def edited():
    """A published notice, whose limb was edited afterwards."""
    notice = a_published_notice()
    decision = notice.meeting.items.get(decisions__isnull=False).decisions.get()
    limb = decision.resolutions.first()
    limb.text = "something else altogether"
    write(limb, by=the_clerk(), because="For a correction")
    return notice


def page(client, notice):
    return client.get(reverse("meetings:detail", args=[notice.meeting_id])).text


def test_what_is_edited_after_publication_is_not_shown_to_readers(client, edited):
    assert "something else altogether" not in page(client, edited)


def test_what_was_published_is_shown_to_readers(client, edited):
    limb = edited.versions.get().snapshot["decisions"][0]["resolutions"][0]
    assert limb["text"] in page(client, edited)


def test_those_who_edit_see_the_record_and_how_it_reaches_readers(client, edited):
    client.force_login(a_person_with_role("democratic_services", edited.council))
    shown = page(client, edited)
    assert "something else altogether" in shown
    assert "correct the notice" in shown
