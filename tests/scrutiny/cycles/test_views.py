"""The pages of cycles: what they show, who keeps them, and steady queries."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.people.rules import Kind
from scrutiny.cycles.keeping import keep
from scrutiny.models import ReviewCycle
from tests.factories.councils import a_council
from tests.factories.decisions import an_issue
from tests.factories.everything import for_a_module
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.scrutiny_cycles import a_cycle, an_occurrence
from tests.factories.scrutiny_reviews import a_reported_review
from tests.governance.notices.test_constant_queries import SIZES, queries_of

pytestmark = pytest.mark.django_db
DEEP = "2025-03-31"


@pytest.fixture
def cycle():
    return a_cycle(a_council("Boston"), title="The strategy")


@pytest.fixture
def officer(client, cycle):
    client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, cycle.council))
    return client


def at(cycle, name="detail", *more):
    return reverse(f"cycles:{name}", args=[cycle.pk, *more])


def test_what_was_missed_is_told_to_everybody(client, cycle):
    page = client.get(at(cycle)).text
    assert "Overdue" in page
    assert "Mon 31 Mar 2025" in page
    assert "Wed 31 Mar 2027" in page
    assert "Record that it was done" not in page


def test_a_draft_is_the_same_as_nothing_to_a_stranger(client):
    assert client.get(at(a_cycle(is_published=False))).status_code == 404


def test_another_councils_officer_is_told_whose_it_is(client, cycle):
    client.force_login(a_person_with_role(Kind.SCRUTINY_OFFICER, a_council()))
    refused = client.get(at(cycle, "edit"))
    assert refused.status_code == 403
    assert "Scrutiny officers of Boston Council keep this cycle." in refused.text


def test_a_change_asks_for_its_reason_beside_the_field(officer, cycle):
    assert "Why is it changed?" in officer.get(at(cycle, "edit")).text
    answer = officer.post(at(cycle, "edit"), {"title": "Phones", "because": ""})
    assert answer.status_code == 422
    assert "Say why the cycle is changed." in answer.text
    assert "Phones" in answer.text


def test_one_is_moved_and_the_page_says_why(officer, cycle):
    said = {"to_day": "30", "to_month": "9", "to_year": "2025", "because": "The election"}
    assert officer.post(at(cycle, "move", DEEP), said).status_code == 302
    page = officer.get(at(cycle)).text
    assert "Moved from Mon 31 Mar 2025" in page
    assert "Moved: The election" in page


def test_a_move_without_a_reason_keeps_what_was_typed(officer, cycle):
    said = {"to_day": "30", "to_month": "9", "to_year": "2025", "because": ""}
    answer = officer.post(at(cycle, "move", DEEP), said)
    assert answer.status_code == 422
    assert "Say why it is moved." in answer.text
    assert 'value="2025"' in answer.text


def test_done_by_a_review_leads_to_it(officer, cycle):
    keep(cycle, by=the_clerk(), today=timezone.localdate())
    review = a_reported_review(cycle.council, issue=cycle.issue, title="Looked at again")
    said = {"done_on_day": "30", "done_on_month": "4", "done_on_year": "2025",
            "review": review.pk, "how": ""}  # fmt: skip
    assert officer.post(at(cycle, "done", DEEP), said).status_code == 302
    assert "Looked at again" in officer.get(at(cycle)).text


def test_done_asks_for_a_review_or_how(officer, cycle):
    keep(cycle, by=the_clerk(), today=timezone.localdate())
    said = {"done_on_day": "30", "done_on_month": "4", "done_on_year": "2025"}
    answer = officer.post(at(cycle, "done", DEEP), said)
    assert answer.status_code == 422
    assert "Choose a review, or say how it was done." in answer.text


@pytest.mark.parametrize("on", ["yesterday", "2025-02-30", "2025-13-01"])
def test_a_day_that_is_none_leads_nowhere(officer, cycle, on):
    assert officer.get(at(cycle, "move", on)).status_code == 404
    assert officer.get(at(cycle, "done", on)).status_code == 404


def a_form(council, **more):
    usual = {
        "title": "Phones", "council": council.pk, "issue": an_issue().pk, "months": "24",
        "first_due_day": "31", "first_due_month": "3", "first_due_year": "2027",
    }  # fmt: skip
    return usual | more


def test_a_cycle_is_begun(officer, cycle):
    answer = officer.post(reverse("cycles:new"), a_form(cycle.council))
    assert answer.status_code == 302
    assert ReviewCycle.objects.get(title="Phones").first_due == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"issue": ""}, "Choose the matter or the strategy that is reviewed."),
        ({"months": "0"}, "must be 1 or more"),
        ({"first_due_year": "1800"}, "is too far away"),
        ({"light_months": "12"}, "Enter the day by which the first one is due."),
        ({"title": "a\x00b"}, "Null characters"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(officer, cycle, said, why):
    answer = officer.post(reverse("cycles:new"), a_form(cycle.council, **said))
    assert answer.status_code == 422
    assert why in answer.text


def test_the_table_can_be_taken_away(client, cycle):
    cells = client.get(f"{at(cycle)}?format=csv").text
    assert "2025-03-31,2025-03-31,In depth,Overdue" in cells
    assert (
        "The strategy,Boston Council," in client.get(f"{reverse('cycles:index')}?format=csv").text
    )


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        one, rows, found = a_cycle(a_council("Large"), first_due=date(2000, 1, 31)), 0, {}
        client = Client()
        for size in SIZES:
            while rows < size:
                a_cycle(one.council)
                an_occurrence(one, date(2000 + rows // 12, rows % 12 + 1, 28))
                rows += 1
            found[size] = {
                "list": queries_of(client, reverse("cycles:index")),
                "list as CSV": queries_of(client, f"{reverse('cycles:index')}?format=csv"),
                "cycle": queries_of(client, at(one)),
            }
        yield found


@pytest.mark.parametrize("page", ["list", "list as CSV", "cycle"])
def test_a_page_costs_as_many_queries_for_a_hundred_rows_as_for_one(costs, page):
    assert len({costs[size][page] for size in SIZES}) == 1, {s: costs[s][page] for s in SIZES}
