"""A dashboard tells what is published, and what was kept stays as it was."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.errors import Refused
from governance.history.actions import write
from roadmap.dashboards.actions import keep
from roadmap.dashboards.facts import facts_of
from roadmap.dashboards.models import Dashboard, DashboardFile
from roadmap.dashboards.pdf import dashboard_pdf
from roadmap.dashboards.tasks import render_dashboard_pdf
from roadmap.items.periods import read
from roadmap.partnerships.finding import MEMBERS
from tests.factories.councils import a_council, a_partnership
from tests.factories.meetings import a_meeting
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.roadmap_items import a_gate, a_milestone, a_rollout, a_theme, an_item
from tests.governance.notices.reading import faults, text_of

pytestmark = pytest.mark.django_db
PERIOD = read("2024-25-q1")
TODAY = date(2024, 7, 15)


@pytest.fixture
def world():
    boston, lindsey = a_council("Boston"), a_council("East Lindsey")
    partnership = a_partnership(boston, lindsey)
    staff = a_theme(partnership, name="Staff", position=1)
    goss = an_item(partnership, title="Online forms", theme=staff)
    a_rollout(goss, boston, status="red", sentence="No supplier", forecast_end=date(2024, 11, 15))
    a_rollout(goss, lindsey, status="complete")
    a_milestone(goss, title="First form", planned_on=date(2024, 5, 31), met_on=date(2024, 5, 31))
    a_milestone(goss, title="All forms", planned_on=date(2024, 6, 28))
    a_gate(goss, due_on=date(2024, 6, 12))
    hidden = an_item(partnership, title="Zqdraft-item", is_published=False, theme=staff)
    a_rollout(hidden, boston, status="red", sentence="Zqdraft-sentence")
    a_milestone(hidden, title="Zqdraft-milestone", planned_on=date(2024, 6, 28))
    found = type(partnership).objects.prefetch_related(MEMBERS).get(pk=partnership.pk)
    return {
        "partnership": found, "item": goss, "boston": boston,
        "officer": a_person_with_role("officer", boston),
        "partnership officer": a_person_with_role("partnership_officer", partnership),
        "clerk": a_person_with_role("democratic_services", boston),
    }  # fmt: skip


def kept(world, meeting=None):
    return keep(
        world["partnership"], PERIOD, meeting=meeting, by=world["partnership officer"],
        today=TODAY, now=timezone.now(),
    )  # fmt: skip


def test_it_tells_how_rollouts_stand_by_theme_and_council(world):
    facts = facts_of(world["partnership"], PERIOD, TODAY)
    assert facts["told"] == "Of 2 rollouts, 1 complete, 1 off track"
    (staff,) = facts["themes"]
    assert (staff["name"], [count for count, _ in staff["told"]]) == ("Staff", [1, 0, 0, 1, 0])
    assert [row["name"] for row in facts["councils"]] == ["Boston", "East Lindsey"]


def test_it_tells_what_needs_attention_and_how_late_it_is(world):
    (row,) = facts_of(world["partnership"], PERIOD, TODAY)["attention"]
    assert (row["item"], row["sentence"]) == ("Online forms", "No supplier")
    assert row["slip"] == "46 days later than planned"


def test_it_tells_milestones_met_and_missed(world):
    told = facts_of(world["partnership"], PERIOD, TODAY)["milestones"]
    assert [(one["title"], one["fate"]) for one in told] == [
        ("First form", "Met"), ("All forms", "Missed"),
    ]  # fmt: skip


def test_a_gate_whose_day_has_passed_is_overdue(world):
    (gate,) = facts_of(world["partnership"], PERIOD, TODAY)["gates"]
    assert (gate["outcome"], gate["day"]) == ("Overdue", "Wed 12 Jun 2024")


def test_nothing_of_a_draft_is_told(world):
    assert "Zqdraft" not in str(facts_of(world["partnership"], PERIOD, TODAY))


@pytest.mark.parametrize("many", [1, 10])
def test_it_costs_as_many_queries_however_long_the_roadmap(world, many, django_assert_num_queries):
    for _ in range(many):
        item = an_item(world["partnership"])
        a_rollout(item, world["boston"], status="amber")
        a_milestone(item, planned_on=date(2024, 6, 28))
    facts_of(world["partnership"], PERIOD, TODAY)
    with django_assert_num_queries(16):
        facts_of(world["partnership"], PERIOD, TODAY)


def test_what_was_kept_stays_whatever_changes_afterwards(world):
    found = kept(world)
    row = world["item"].rollouts.get(status="red")
    row.status = "green"
    write(row, by=the_clerk(), because="A supplier was found")
    told = Dashboard.objects.get(pk=found.pk).facts
    assert told["told"] == "Of 2 rollouts, 1 complete, 1 off track"


def test_pressed_twice_it_is_kept_once(world):
    assert kept(world) == kept(world)


def test_for_another_meeting_it_is_another(world):
    assert kept(world) != kept(world, a_meeting(held_on=date(2024, 7, 16)))


def test_a_meeting_that_is_not_published_is_not_told_to_everybody(world):
    with pytest.raises(Refused, match="not published yet"):
        kept(world, a_meeting(held_on=date(2024, 7, 16), state="draft"))


def test_its_pdf_is_valid_and_says_the_same(world):
    found = kept(world, a_meeting(held_on=date(2024, 7, 16)))
    assert render_dashboard_pdf(dashboard_id=found.pk)
    assert not render_dashboard_pdf(dashboard_id=found.pk)
    content = bytes(DashboardFile.objects.get(dashboard=found).content)
    assert faults(content) == []
    text = text_of(content)
    for said in ("Of 2 rollouts, 1 complete, 1 off track", "No supplier", "All forms", "Overdue",
                 "Tuesday 16 July 2024", "1 April 2024 to 30 June 2024"):  # fmt: skip
        assert said in text
    assert dashboard_pdf(found) == content


# --- Pages --------------------------------------------------------------------------------------


def live(world):
    return f"{reverse('dashboards:live', args=[world['partnership'].slug])}?period=2024-25-q1"


@pytest.mark.parametrize("who", ["partnership officer", "clerk"])
def test_it_is_kept_with_one_press(client, world, who):
    client.force_login(world[who])
    answer = client.post(live(world), {"meeting": ""}, follow=True)
    assert b"The PDF is being made" in answer.content
    assert Dashboard.objects.get().title == "ICT roadmap, 2024/25 quarter 1 (April to June 2024)"


def test_an_officer_of_a_council_reads_it_and_does_not_keep_it(client, world):
    client.force_login(world["officer"])
    assert b"Keep and make the PDF" not in client.get(live(world)).content
    assert client.post(live(world), {}).status_code == 403


def test_a_stranger_reads_it_and_is_asked_to_sign_in_to_keep_it(client, world):
    assert client.get(live(world)).status_code == 200
    assert client.post(live(world), {}).status_code in (302, 403)
    assert not Dashboard.objects.exists()


def test_a_meeting_that_is_none_of_theirs_is_not_chosen(client, world):
    client.force_login(world["clerk"])
    other = a_meeting(held_on=timezone.localdate() + timedelta(days=1))
    answer = client.post(live(world), {"meeting": other.pk})
    assert answer.status_code == 422
    assert "Choose a meeting from the list" in answer.content.decode()


@pytest.mark.parametrize("asked", ["1899-00-q9", "x", "9" * 400])
def test_a_period_that_is_none_is_the_present_quarter(client, world, asked):
    address = reverse("dashboards:live", args=[world["partnership"].slug])
    assert client.get(f"{address}?period={asked}").status_code == 200


def test_the_file_of_a_kept_dashboard_is_found_once_it_is_made(client, world):
    found = kept(world)
    address = reverse("dashboards:pdf", args=[world["partnership"].slug, found.pk])
    assert client.get(address).status_code == 404
    render_dashboard_pdf(dashboard_id=found.pk)
    assert client.get(address)["Content-Type"] == "application/pdf"


def test_a_kept_dashboard_is_found_under_its_own_partnership_alone(client, world):
    found, other = kept(world), a_partnership(a_council())
    assert client.get(reverse("dashboards:kept", args=[other.slug, found.pk])).status_code == 404
