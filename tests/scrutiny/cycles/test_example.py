"""The cycle of the example: what its sources promised, and what nobody recorded since."""

import pytest
from django.urls import reverse

from governance.models import Duty
from scrutiny.models import ReviewCycle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def test_the_biennial_review_due_by_march_2025_is_overdue(client):
    cycle = ReviewCycle.objects.get()
    page = client.get(reverse("cycles:detail", args=[cycle.pk])).text
    assert "The review in depth that was due by Monday 31 March 2025 is not recorded" in page
    assert "Sun 31 Mar 2024" in page


def test_each_has_a_duty_that_leads_to_the_cycle(client):
    duties = Duty.objects.filter(kind="review", due_on__lt="2026-01-01")
    assert duties.count() == 2
    page = client.get(reverse("duties:detail", args=[duties.first().pk])).text
    assert "Cycle of reviews" in page
