"""The pages of reviews: who is let to do what, refusals in sentences, and steady queries."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from governance.history.actions import revision_of
from governance.people.rules import Kind
from scrutiny.models import LineOfEnquiry, Receipt, Review
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import an_issue
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role, made
from tests.factories.scrutiny_reviews import (
    a_part,
    a_receipt,
    a_reported_review,
    a_review,
    a_whole_review,
)
from tests.governance.notices.test_constant_queries import SIZES, queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return a_council("Boston")


@pytest.fixture
def officer(client, council):
    """The client signed in as a scrutiny officer of the council."""
    client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, council))
    return client


def of(review, name="detail", *more):
    return reverse(f"reviews:{name}", args=[review.slug, *more])


def test_a_stranger_is_asked_to_sign_in_and_another_councils_officer_is_told_whose_it_is(council):
    review, client = a_review(council), Client()
    assert client.get(of(review, "edit")).status_code == 302
    client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, a_council()))
    refused = client.get(of(review, "edit"))
    assert refused.status_code == 403
    assert "Scrutiny officers of Boston Council keep this review." in refused.text


def test_a_partnerships_scrutiny_officer_keeps_its_reviews(client, council):
    partnership = a_partnership(council)
    review = a_review(council, partnership=partnership)
    client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, partnership))
    assert client.get(of(review, "edit")).status_code == 200


def test_a_review_is_begun_as_a_draft(officer, council):
    answer = officer.post(reverse("reviews:new"), {"title": "Phones", "lead_council": council.pk})
    assert answer.status_code == 302
    assert not Review.objects.get(slug="phones").is_published


def test_a_refused_step_is_said_beside_what_was_typed(officer, council):
    review = a_review(council)
    answer = officer.post(of(review, "move"), {"to": "scoped", "because": "We are ready"})
    assert answer.status_code == 422
    assert "Write what is looked into" in answer.text
    assert "We are ready" in answer.text


def test_two_at_once_are_shown_both_and_nothing_typed_is_lost(officer, council):
    review = a_review(council, scope="Old")
    seen = revision_of(review)
    review.scope = "Theirs"
    made(review)
    said = {"title": review.title, "lead_council": council.pk, "scope": "Mine", "seen": seen}
    answer = officer.post(of(review, "edit"), said)
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text


@pytest.mark.parametrize("typed", ["a\x00b", "x" * 60_000])
def test_what_cannot_be_kept_is_refused_in_a_sentence(officer, council, typed):
    review = a_review(council)
    answer = officer.post(of(review, "parts", "lines"), {"question": typed, "do": "add"})
    assert answer.status_code == 422
    assert not LineOfEnquiry.objects.filter(review=review).exists()


def test_democratic_services_record_what_their_own_council_did_and_no_others(client, council):
    review = a_reported_review(a_council("Lead"), issue=an_issue())
    own = a_receipt(review, council, asks_for_answer=False, received_on=None, outcome="")
    other = a_receipt(review, a_council("Other"), received_on=None, outcome="")
    client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, council))
    said = {"received_on_day": "6", "received_on_month": "3", "received_on_year": "2023",
            "outcome": "Cabinet notes it.", "seen": revision_of(own)}  # fmt: skip
    assert client.post(of(review, "receive", own.pk), said).status_code == 302
    assert Receipt.objects.get(pk=own.pk).received_on == date(2023, 3, 6)
    refused = client.get(of(review, "receive", other.pk))
    assert refused.status_code == 403
    assert "of Other record" in refused.text
    assert client.get(of(review, "take_back", own.pk)).status_code == 403


def test_a_day_to_come_is_no_day_of_receipt(officer, council):
    receipt = a_receipt(a_reported_review(council))
    said = {"received_on_day": "1", "received_on_month": "1", "received_on_year": "2090"}
    answer = officer.post(of(receipt.review, "receive", receipt.pk), said)
    assert answer.status_code == 422
    assert "is still to come" in answer.text


def test_a_body_of_another_council_is_not_chosen_for_this_one(officer, council):
    other = a_council()
    review = a_reported_review(council, partnership=a_partnership(council, other))
    body = a_body(council)
    answer = officer.post(of(review, "send"), {"body": body.pk, "council": other.pk})
    assert answer.status_code == 422
    assert "is not a body of" in answer.text


def test_the_list_is_filtered_by_council_partnership_and_state(client, council):
    partnership = a_partnership(council)
    a_review(council, partnership=partnership, title="Ours")
    a_whole_review(a_council(), title="Theirs")
    for query in ("council=" + council.slug, "partnership=" + partnership.slug, "state=proposed"):
        page = client.get(f"{reverse('reviews:index')}?{query}").text
        assert "Ours" in page
        assert "Theirs" not in page
    cells = client.get(f"{reverse('reviews:index')}?format=csv&state=reporting").text
    assert "Theirs" in cells
    assert "Ours" not in cells


def test_where_a_report_went_can_be_taken_away(client, council):
    receipt = a_receipt(a_reported_review(council))
    cells = client.get(f"{of(receipt.review)}?format=csv").text
    assert "Cabinet,Boston Council,,2023-03-06,Noted the report.,yes," in cells


class Growing:
    """Reviews, and one whose parts and receipts grow."""

    def __init__(self):
        self.council = a_council()
        self.partnership = a_partnership(self.council)
        self.one = a_reported_review(
            self.council, partnership=self.partnership, issue=an_issue(), title="The large one"
        )
        self.rows = 0

    def grow_to(self, size):
        while self.rows < size:
            self.rows += 1
            a_review(self.council, partnership=self.partnership)
            a_part(LineOfEnquiry, self.one)
            a_receipt(self.one, self.council, asks_for_answer=False)


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        growing, found = Growing(), {}
        client = Client()
        client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, growing.council))
        for size in SIZES:
            growing.grow_to(size)
            found[size] = {
                "list": queries_of(client, reverse("reviews:index")),
                "list as CSV": queries_of(client, f"{reverse('reviews:index')}?format=csv"),
                "review": queries_of(client, of(growing.one)),
                "report": queries_of(client, of(growing.one, "report")),
                "parts": queries_of(client, of(growing.one, "parts", "lines")),
            }
        yield found


@pytest.mark.parametrize("page", ["list", "list as CSV", "review", "report", "parts"])
def test_a_page_costs_as_many_queries_for_a_hundred_rows_as_for_one(costs, page):
    assert len({costs[size][page] for size in SIZES}) == 1, {s: costs[s][page] for s in SIZES}
