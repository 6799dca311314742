"""What the history of a cycle tells of the reviews that did it."""

from datetime import date

import pytest
from django.urls import reverse

from scrutiny.cycles import actions
from scrutiny.cycles.keeping import keep
from tests.factories.councils import a_council
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.scrutiny_cycles import a_cycle
from tests.factories.scrutiny_reviews import a_reported_review

pytestmark = pytest.mark.django_db
TODAY, DEEP = date(2026, 11, 22), date(2025, 3, 31)


def done_by(title, **fields):
    cycle = a_cycle(a_council("Boston"))
    keep(cycle, by=the_clerk(), today=TODAY)
    review = a_reported_review(cycle.council, title=title, **fields)
    row = cycle.occurrences.get(planned_on=DEEP)
    actions.done(row, on=DEEP, how="", review=review, by=the_clerk(), today=TODAY)
    return cycle


def read(client, cycle):
    client.force_login(a_person_with_role("administrator", cycle.council))
    page = client.get(reverse("history:history", args=["review-cycle", cycle.pk]))
    assert page.status_code == 200
    return page.content.decode()


def test_a_draft_that_did_it_is_not_named_to_who_may_not_read_drafts(client):
    html = read(client, done_by("Zq-draft", is_published=False))
    assert "Zq-draft" not in html
    assert "A review that is not published" in html


def test_a_published_review_that_did_it_is_named(client):
    assert "Looked at again" in read(client, done_by("Looked at again"))


def test_the_duty_that_a_draft_did_does_not_name_it():
    row = done_by("Zq-draft", is_published=False).occurrences.get(planned_on=DEEP)
    assert row.duty.done_note == "By a review not published yet."
