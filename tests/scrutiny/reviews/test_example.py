"""The review of the example, as its sources tell of it."""

import pytest
from django.urls import reverse

from governance.models import Consideration
from scrutiny.models import Receipt, Review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
SLUG = "digital-strategy-and-ict-roadmap"


@pytest.fixture(scope="module")
def read(example, django_db_blocker):
    """The review's page, as a stranger reads it."""
    from django.test import Client

    with django_db_blocker.unblock():
        return Client().get(reverse("reviews:detail", args=[SLUG])).content.decode()


def test_the_report_went_to_each_council_on_its_own_day():
    days = Receipt.objects.filter(review__slug=SLUG, asks_for_answer=True)
    found = dict(days.values_list("council__slug", "received_on"))
    assert {council: day.isoformat() for council, day in found.items()} == {
        "south-holland": "2023-03-06", "east-lindsey": "2023-03-22", "boston": "2023-04-12",
    }  # fmt: skip


def test_receipts_are_linked_with_the_considerations_that_were_there_already():
    receipts = Receipt.objects.filter(review__slug=SLUG)
    assert receipts.filter(consideration=None).count() == 0
    issue = Review.objects.get(slug=SLUG).issue
    assert Consideration.objects.filter(issue=issue).count() == 6


def test_the_panel_of_south_holland_agreed_a_group_every_two_years(read):
    assert "that a Task Group meet every two years to review progress" in read


def test_questions_are_told_with_what_was_undertaken(read):
    assert "Users are listed as staff, members and residents" in read
    assert "The order will be changed to residents, staff and members." in read


def test_a_planned_receipt_is_not_told_as_received(read):
    row = read.partition("Planned for Tue 21 Mar 2023")[0].rpartition("<tr")[2]
    assert "Not yet" in row
    assert "Received</span>" not in row
