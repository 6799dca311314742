"""An issue's page: what each person reads of where councils have got to, and who keeps it."""

from datetime import date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.history.actions import write
from governance.models import Consideration, Issue
from governance.notices.actions import correct
from tests.factories.browsers import posted
from tests.factories.councils import a_council_with_a_rule, a_partnership
from tests.factories.decisions import (
    NOT_CALLABLE,
    a_complete_decision,
    a_consideration,
    a_decision,
    a_duty,
    a_limb,
    an_issue,
)
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.notices import a_call_in, a_notice_of_meeting, publish
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
# The window of what the factories publish closes at the end of Friday 21 April 2023.
OPEN, CLOSED = datetime(2023, 4, 19, 12, tzinfo=LONDON), datetime(2023, 4, 24, 12, tzinfo=LONDON)


@pytest.fixture
def councils():
    return [a_council_with_a_rule(name) for name in ("Boston", "East Lindsey")]


@pytest.fixture
def issue(councils):
    return an_issue(title="Digital Strategy", partnership=a_partnership(*councils))


def decided(issue, *councils, publish_it=True, role="decide", **fields):
    item = an_item(a_meeting(a_body(*councils)))
    decision = a_complete_decision(item, issue=issue, **fields)
    a_consideration(issue, item=item, role=role)
    if publish_it:
        publish(a_notice_of_meeting(item.meeting))
    return decision


def page(client, issue, at=CLOSED):
    with time_machine.travel(at):
        return client.get(reverse("issues:detail", args=[issue.slug])).content.decode()


def test_in_effect_across_the_partnership_once_every_window_has_closed(client, issue, councils):
    for council in councils:
        decided(issue, council)
    html = page(client, issue)
    assert "In effect across the partnership from Saturday 22 April 2023" in html


def test_open_while_a_window_is_with_the_council_it_waits_for(client, issue, councils):
    boston, east_lindsey = councils
    decided(issue, boston)
    decided(issue, east_lindsey, **NOT_CALLABLE)
    html = page(client, issue, OPEN)
    assert "if Boston’s decision is not called in" in html
    assert "Boston’s call-in window, open until the end of Friday 21 April 2023" in html


def test_frozen_while_one_council_has_called_it_in(client, issue, councils):
    decisions = [decided(issue, council) for council in councils]
    a_call_in(decisions[0].windows.get())
    assert "Frozen: called in at Boston" in page(client, issue)


def test_a_joint_bodys_decision_counts_at_each_council_with_its_own_window(client, councils):
    boston, east_lindsey = councils
    issue = an_issue(partnership=a_partnership(boston, east_lindsey))
    decision = decided(issue, boston, east_lindsey)
    a_call_in(decision.windows.get(council=east_lindsey))
    assert "Frozen: called in at East Lindsey" in page(client, issue)


def test_a_recommendation_decides_nothing_for_the_councils_it_goes_to(client, issue, councils):
    decision = decided(issue, *councils, role="recommend", publish_it=False, **NOT_CALLABLE)
    a_limb(decision, 2, verb="recommend", text="it to both councils")
    publish(a_notice_of_meeting(decision.item.meeting))
    assert "Not decided yet at Boston and East Lindsey" in page(client, issue)


def test_what_scrutiny_agreed_for_itself_decides_nothing(client, issue, councils):
    decided(issue, councils[0], role="scrutinise", **NOT_CALLABLE)
    assert "Not decided yet at Boston and East Lindsey" in page(client, issue)


def test_a_decision_nobody_has_published_is_not_told_to_the_public(client, issue, councils):
    decided(issue, councils[0], publish_it=False)
    assert "Approved" not in page(client, issue)
    client.force_login(a_person_with_role("democratic_services", councils[0]))
    assert "Approved" in page(client, issue)


def test_a_restricted_decision_is_not_told_to_the_public(client, issue, councils):
    decided(issue, councils[0], **EXEMPT, title="MARKER of a title")
    html = page(client, issue)
    assert "MARKER" not in html
    assert "Approved" not in html
    client.force_login(a_person_with_role("member", councils[0]))
    assert "Approved" in page(client, issue)


def test_what_a_restricted_limb_promised_is_not_told_to_the_public(client, issue, councils):
    decision = decided(issue, councils[0], **EXEMPT)
    a_duty(councils[0], resolution=decision.resolutions.get(), issue=issue, title="MARKER to do")
    assert "MARKER" not in page(client, issue)
    assert "MARKER" not in client.get(reverse("duties:index")).content.decode()


def test_what_is_being_corrected_reaches_readers_with_the_next_version(client, issue, councils):
    decision = decided(issue, councils[0])
    limb = decision.resolutions.get()
    limb.verb = "refuse"
    write(limb, by=the_clerk(), because="The verb was wrong")
    assert "Approved" in page(client, issue)
    notice = decision.windows.get().version.notice
    correct(notice, by=the_clerk(), at=CLOSED, reason="The verb was wrong.", clock="keeps")
    assert "Refused" in page(client, issue)


def test_a_body_that_has_not_met_yet_is_shown_with_what_is_expected(client, issue, councils):
    body = a_body(councils[0], name="Full council")
    a_consideration(issue, body=body, on=date(2023, 6, 1), outcome="In the budget.")
    html = page(client, issue)
    assert "Thursday 1 June 2023, expected" in html
    assert "In the budget." in html


def test_the_same_words_as_data_and_as_a_table(client, issue, councils):
    for council in councils:
        decided(issue, council)
    with time_machine.travel(CLOSED):
        data = client.get(reverse("issues:data", args=[issue.slug])).json()
        csv = client.get(reverse("issues:detail", args=[issue.slug]), {"format": "csv"})
    assert data["in_words"] == "In effect across the partnership from Saturday 22 April 2023"
    assert [row["in_effect_from"] for row in data["councils"]] == ["2023-04-22", "2023-04-22"]
    assert "East Lindsey Council" in csv.content.decode("utf-8-sig")


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_list_costs_the_same_however_many_issues_there_are(client, councils, number):
    partnership = a_partnership(*councils)
    for _ in range(number):
        issue = an_issue(partnership=partnership)
        a_consideration(issue, item=an_item(a_meeting(a_body(councils[0]))))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("issues:index"))
    assert len(captured) <= 15


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_page_costs_the_same_however_often_it_was_considered(client, issue, councils, number):
    for _ in range(number):
        item = an_item(a_meeting(a_body(councils[0])))
        a_decision(item, issue=issue)
        a_consideration(issue, item=item)
    client.get(reverse("issues:index"))  # what a visit costs once is not this page's
    with CaptureQueriesContext(connection) as captured:
        page(client, issue)
    assert len(captured) <= 15


def test_democratic_services_add_an_issue_and_where_it_is_considered(client, councils):
    client.force_login(a_person_with_role("democratic_services", councils[0]))
    partnership = a_partnership(*councils)
    held_on = date(2023, 4, 12)
    meeting = a_meeting(a_body(councils[0], name="Cabinet"), held_on=held_on)
    add = reverse("issues:add")
    form = posted(client.get(add).content.decode(), title="Cloud", partnership=str(partnership.pk))
    answer = client.post(add, form, follow=True)
    issue = Issue.objects.get(title="Cloud")
    changes = {"body": str(meeting.body.pk), "role": "decide"}
    changes |= {"on_day": "12", "on_month": "4", "on_year": "2023"}
    client.post(answer.request["PATH_INFO"], posted(answer.content.decode(), **changes))
    held = Consideration.objects.get(issue=issue)
    assert (held.meeting, held.on, held.role) == (meeting, held_on, "decide")


def test_the_same_consideration_twice_is_refused_in_a_sentence(client, issue, councils):
    client.force_login(a_person_with_role("democratic_services", councils[0]))
    body = a_body(councils[0], name="Cabinet")
    a_consideration(issue, body=body, on=date(2023, 4, 12))
    address = reverse("issues:consider", args=[issue.slug])
    typed = {"body": body.pk, "role": "decide", "on_day": "12", "on_month": "4", "on_year": "2023"}
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert "Cabinet on Wednesday 12 April 2023 is recorded" in answer.content.decode()


@pytest.mark.parametrize("kind", ["member", "officer", "administrator"])
def test_others_do_not_write_it(client, issue, councils, kind):
    client.force_login(a_person_with_role(kind, councils[0]))
    assert client.get(reverse("issues:edit", args=[issue.slug])).status_code == 403


def test_another_partnerships_democratic_services_do_not_write_it(client, issue):
    client.force_login(a_person_with_role("democratic_services", a_council_with_a_rule()))
    assert client.get(reverse("issues:edit", args=[issue.slug])).status_code == 403


def test_two_who_change_one_summary_are_both_shown(client, issue, councils):
    client.force_login(a_person_with_role("democratic_services", councils[0]))
    address = reverse("issues:edit", args=[issue.slug])
    first = posted(client.get(address).content.decode(), summary="Mine")
    second = posted(client.get(address).content.decode(), summary="Theirs")
    client.post(address, second)
    answer = client.post(address, first)
    assert answer.status_code == 409
    assert "Theirs" in answer.content.decode()
    assert "Mine" in answer.content.decode()
