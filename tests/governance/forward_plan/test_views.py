"""The forward plan in the browser: read by everybody, written by democratic services."""

import csv
import io
from datetime import datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.models import ForwardPlanEntry, Notice
from governance.notices import withdrawal
from tests.factories.councils import a_council_with_a_rule, a_partnership
from tests.factories.decisions import a_complete_decision, an_agreement
from tests.factories.everything import for_a_module
from tests.factories.forward_plan import AGREED, TOLD, an_entry
from tests.factories.meetings import a_body
from tests.factories.notices import (
    PUBLISHED_AT,
    a_notice_of_entry,
    a_notice_of_one,
    publish,
)
from tests.factories.people import a_person, a_person_with_role, an_appointment, the_clerk
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
PLAN = reverse("forward_plan:plan")
URGENT = reverse("forward_plan:special_urgency")
NOW = datetime(2023, 4, 18, 9, tzinfo=LONDON)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        council, other = a_council_with_a_rule("Boston"), a_council_with_a_rule("Lindsey")
        body = a_body(council)
        an_appointment(a_person("Ann Ace"), council, body=body)
        made = SimpleNamespace(
            council=council,
            body=body,
            partnership=a_partnership(council),
            clerk=a_person_with_role("democratic_services", council),
            entry=an_entry(council, body=body, title="Renew the network"),
            draft=an_entry(council, body=body, title="Not told yet"),
            elsewhere=an_entry(other, title="Lindsey's own"),
        )
        made.notice = a_notice_of_entry(made.entry)
        publish(made.notice)
        a_notice_of_entry(made.draft)
        publish(a_notice_of_entry(made.elsewhere), gaps_reason="Members not appointed.")
        yield made


def read(client, address):
    with time_machine.travel(NOW, tick=False):
        answer = client.get(address)
    assert answer.status_code == 200
    return text_of(parsed(answer.text))


def test_the_plan_shows_what_is_published_by_month_and_no_draft(client, world):
    said = read(client, PLAN)
    assert "June 2023" in said
    assert "Renew the network" in said
    assert "Wednesday 14 June 2023" in said
    assert "From Saturday 13 May 2023" in said
    assert "Not told yet" not in said


@pytest.mark.parametrize("which", ["council", "partnership"])
def test_the_plan_of_one_council_or_partnership(client, world, which):
    said = read(client, f"{PLAN}?{which}={getattr(world, which).slug}")
    assert "Renew the network" in said
    assert "Lindsey's own" not in said


def test_an_unknown_council_is_not_found(client, world):
    assert client.get(f"{PLAN}?council=atlantis").status_code == 404


def test_the_plan_as_data(client, world):
    with time_machine.travel(NOW, tick=False):
        answer = client.get(f"{PLAN}?council={world.council.slug}&format=csv")
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["Matter"], row["Planned"], row["May be taken from"], row["State"]) == (
        "Renew the network", "2023-06-14", "2023-05-13", "To come",
    )  # fmt: skip


def test_an_empty_plan_says_what_would_fill_it(client, world):
    quiet = a_council_with_a_rule("Quiet")
    said = read(client, f"{PLAN}?council={quiet.slug}")
    assert "An entry appears here the moment its notice is published" in said


def test_a_decision_taken_is_shown_with_its_day_and_its_notice(client, world):
    key = {
        "key_answer": "yes", "key_test": "money", "key_route": "notice",
        "key_notice": world.notice,
    }  # fmt: skip
    taken = a_notice_of_one(world.council, **key)
    publish(taken, gaps_reason="It was taken before its 28 days were over.")
    assert "Renew the network" not in read(client, f"{PLAN}?council={world.council.slug}")
    address = f"{PLAN}?council={world.council.slug}&show=decided"
    assert "On 12 April 2023" in read(client, address)
    assert reverse("notices:detail", args=[world.council.slug, taken.slug]) in (
        client.get(address).text
    )


def test_a_withdrawn_notice_leaves_the_plan(client, world):
    withdrawal.withdraw(
        world.notice, by=the_clerk(), at=PUBLISHED_AT, reason="Not needed", title="Network"
    )
    assert "Renew the network" not in read(client, PLAN)


def said(world, **changes):
    usual = {
        "council": world.council.pk, "title": "New telephones", "maker": "body",
        "body": world.body.pk, "key_test": "money", "value_pence": "£125,000",
        "private_answer": "no", "planned_from_day": "1", "planned_from_month": "7",
        "planned_from_year": "2023",
    }  # fmt: skip
    return usual | changes


def test_entering_a_key_decision_begins_its_notice_and_leads_to_the_checklist(client, world):
    client.force_login(world.clerk)
    answer = client.post(reverse("forward_plan:new"), said(world))
    entry = ForwardPlanEntry.objects.get(title="New telephones")
    notice = entry.notices.get()
    assert (entry.value_pence, notice.kind, notice.state) == (12_500_000, "key_decision", "draft")
    assert answer["Location"] == reverse("notices:publish", args=[world.council.slug, notice.slug])
    page = text_of(parsed(client.get(answer["Location"]).text))
    assert "List them, or write that there are none yet." in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Say in a line what is to be decided."),
        ({"body": ""}, "Choose the body that will decide."),
        ({"value_pence": "a lot"}, "Enter a sum in pounds, like 125,000 or 1,250.50."),
        ({"private_answer": "yes"}, "Say why it is to be private."),
        (
            {"planned_to_day": "1", "planned_to_month": "6", "planned_to_year": "2023"},
            "The period begins on Saturday 1 July 2023.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(client, world, changes, sentence):
    client.force_login(world.clerk)
    with nothing_written():
        answer = client.post(reverse("forward_plan:new"), said(world, **changes))
    assert answer.status_code == 422
    assert sentence in text_of(parsed(answer.text))


def edit(world, name="edit", entry=None):
    return reverse(f"forward_plan:{name}", args=[(entry or world.entry).pk])


def test_two_people_on_one_entry_are_shown_where_they_differ(client, world):
    client.force_login(world.clerk)
    seen = world.entry.history.latest().history_id
    first = said(world, seen=seen, title="First")
    assert client.post(edit(world), first).status_code == 302
    answer = client.post(edit(world), said(world, seen=seen, title="Second"))
    assert answer.status_code == 409
    assert "First" in answer.text
    assert "Second" in answer.text
    world.entry.refresh_from_db()
    assert world.entry.title == "First"


def test_the_general_exception_begins_its_own_notice(client, world):
    client.force_login(world.clerk)
    seen = world.entry.history.latest().history_id
    posted = TOLD | {
        "seen": seen, "told_on_day": "13", "told_on_month": "4", "told_on_year": "2023",
    }  # fmt: skip
    answer = client.post(edit(world, "exception"), posted)
    notice = Notice.objects.get(kind="general_exception")
    assert notice.slug in answer["Location"]
    assert notice.entry.told == TOLD["told"]


def test_special_urgency_asks_why_another_office(client, world):
    client.force_login(world.clerk)
    posted = AGREED | {
        "seen": world.entry.history.latest().history_id, "agreed_office": "authority_chair",
        "agreed_on_day": "13", "agreed_on_month": "4", "agreed_on_year": "2023",
        "agreed_time": "9am",
    }  # fmt: skip
    answer = client.post(edit(world, "urgency"), posted)
    assert answer.status_code == 422
    assert "Say why: the law names the offices in order." in answer.text
    answer = client.post(edit(world, "urgency"), posted | {"why_chair": "The seat is vacant."})
    assert answer.status_code == 302
    assert Notice.objects.get(kind="special_urgency").entry.agreed_capacity == "The seat is vacant."


@pytest.mark.parametrize("name", ["edit", "exception", "urgency"])
@pytest.mark.parametrize("kind", ["officer", "member", "administrator"])
def test_others_may_not_write_it(client, world, kind, name):
    client.force_login(a_person_with_role(kind, world.council))
    assert client.get(edit(world, name)).status_code == 403


def test_a_draft_is_nothing_to_a_member(client, world):
    client.force_login(a_person_with_role("member", world.council))
    assert client.get(edit(world, entry=world.draft)).status_code == 404


# --- Regulation 19 ------------------------------------------------------------------------------


def test_decisions_under_special_urgency_since_a_day(client, world):
    urgent = {
        "key_answer": "yes", "key_test": "money", "key_route": "urgency",
        "key_route_reason": "The licence ended.", "title": "Renewed at once",
    }  # fmt: skip
    notice = a_notice_of_one(world.council, **urgent)
    an_agreement(notice.decision, name="Councillor Eve Earl", office="Chair of scrutiny")
    publish(notice)
    a_complete_decision(council=world.council, **urgent | {"title": "Not published"})
    said = read(client, URGENT)
    assert "Renewed at once" in said
    assert "The licence ended." in said
    assert "Councillor Eve Earl, Chair of scrutiny" in said
    later = f"{URGENT}?since_day=13&since_month=4&since_year=2023"
    assert "No decision was taken under special urgency since Thursday 13 April 2023" in (
        read(client, later)
    )
    assert "Renewed at once" in client.get(f"{URGENT}?format=csv").text
