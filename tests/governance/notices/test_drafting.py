"""Beginning a notice in the browser: of a meeting, or of what somebody decided alone."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from governance.errors import Refused
from governance.models import Decision, Notice
from governance.notices import drafting
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision, a_limb
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.people import a_person_with_role, the_clerk
from tests.factories.unchanged import nothing_written
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
NEW = reverse("notices:new_decision")


@pytest.fixture
def world(client):
    council = a_council_with_a_rule("Boston")
    clerk = a_person_with_role("democratic_services", council)
    client.force_login(clerk)
    return SimpleNamespace(council=council, clerk=clerk, meeting=a_meeting(a_body(council)))


def said(world, **changes):
    usual = {
        "council": world.council.pk, "title": "Renew the backup service", "maker": "officer",
        "made_by": "Assistant Director", "regime": "2012", "made_on_day": "12",
        "made_on_month": "4",
        "made_on_year": "2023", "under": "", "why_recorded": "money", "issue": "",
    }  # fmt: skip
    return usual | changes


def test_the_form_begins_a_record_and_its_draft_and_leads_to_the_checklist(client, world):
    answer = client.post(NEW, said(world))
    notice = Notice.objects.get()
    assert answer["Location"] == reverse("notices:publish", args=[world.council.slug, notice.slug])
    assert (notice.kind, notice.state, notice.slug) == (
        "decision", "draft", "decision-of-the-assistant-director-12-april-2023",
    )  # fmt: skip
    decision = notice.decision
    assert (decision.maker, decision.why_recorded, decision.state) == ("officer", "money", "draft")
    assert decision.history.latest().history_user == world.clerk


def test_what_only_an_officer_answers_is_not_kept_of_a_member(client, world):
    client.post(NEW, said(world, maker="member"))
    assert Decision.objects.get().why_recorded == ""


def test_the_delegation_is_chosen_from_the_limbs_of_the_council(client, world):
    parent = a_complete_decision(council=world.council, title="ICT improvement programme")
    limb = a_limb(parent, 2, verb="delegate", delegated_to="Director of Finance")
    assert "ICT improvement programme, limb 2: to Director of Finance" in client.get(NEW).text
    client.post(NEW, said(world, under=limb.pk))
    assert Decision.objects.latest("pk").under == limb


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Say in a line what was decided."),
        ({"made_by": ""}, "Enter the post of whoever decided."),
        ({"regime": ""}, "Choose under which regulations it was made."),
        ({"made_on_year": "2999"}, "12 April 2999 is still to come"),
        ({"maker": "member", "regime": "2014"}, "A member alone decides for the executive only"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_written(
    client, world, changes, sentence
):
    with nothing_written():
        answer = client.post(NEW, said(world, **changes))
    assert answer.status_code == 422
    assert sentence in text_of(parsed(answer.text))
    assert "Assistant Director" in answer.text or "made_by" in changes


def test_another_council_s_officer_cannot_be_chosen_for(client, world):
    other = a_council_with_a_rule("Lindsey")
    with nothing_written():
        assert client.post(NEW, said(world, council=other.pk)).status_code == 422


@pytest.mark.parametrize("kind", ["officer", "member", "administrator"])
def test_only_democratic_services_record_decisions(client, world, kind):
    client.force_login(a_person_with_role(kind, world.council))
    assert client.get(NEW).status_code == 403


def test_two_titles_alike_have_addresses_of_their_own(world):
    first = drafting.free_address(world.council, "Network")
    assert first == "network"
    notice = drafting.begin_of_meeting(world.meeting, by=the_clerk())
    assert drafting.free_address(world.council, notice.title) == f"{notice.slug}-2"


def test_a_meeting_has_one_notice_of_its_decisions(client, world):
    page = reverse("meetings:detail", args=[world.meeting.pk])
    assert "New notice of its decisions" in client.get(page).text
    begin = reverse("notices:new_of_meeting", args=[world.meeting.pk])
    client.post(begin)
    assert Notice.objects.get().meeting == world.meeting
    assert "New notice of its decisions" not in client.get(page).text
    with nothing_written(), pytest.raises(Refused, match="There already is a draft"):
        drafting.begin_of_meeting(world.meeting, by=the_clerk())
    assert "There already is a draft" in client.post(begin, follow=True).text


def test_a_restricted_item_of_the_meeting_does_not_reach_the_draft(world):
    an_item(world.meeting, title="The secret supplier", **EXEMPT)
    notice = drafting.begin_of_meeting(world.meeting, by=the_clerk())
    assert "secret" not in f"{notice.title} {notice.slug}"
