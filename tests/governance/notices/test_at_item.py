"""Recording in the browser what a body decided at an item of its agenda."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from types import SimpleNamespace

import pytest
from django.db import connection
from django.urls import reverse

from governance.errors import Refused
from governance.models import Decision, Notice
from governance.notices import drafting
from governance.notices.begin import begin
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council_with_a_rule
from tests.factories.everything import really_committed
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written

LATER = date(2023, 5, 10)


@pytest.fixture
def world(client):
    council = a_council_with_a_rule("Boston")
    clerk = a_person_with_role("democratic_services", council)
    client.force_login(clerk)
    meeting = a_meeting(a_body(council))
    return SimpleNamespace(council=council, clerk=clerk, meeting=meeting, item=an_item(meeting))


def at(item):
    return reverse("notices:new_at_item", args=[item.pk])


def record(client, item, **said):
    return client.post(at(item), posted(client.get(at(item)).text, **said))


@pytest.mark.django_db
def test_a_decision_of_the_body_is_begun_with_the_notice_of_its_meeting(client, world):
    answer = record(client, world.item)
    made = Decision.objects.get()
    assert answer["Location"] == reverse("decisions:edit", args=[made.pk, "resolution"])
    assert (made.title, made.maker, made.regime, made.item, made.council, made.made_on) == (
        "Digital strategy", "body", "2012", world.item, world.council, world.meeting.held_on,
    )  # fmt: skip
    assert (made.state, made.classification) == ("draft", "")
    notice = Notice.objects.get()
    assert (notice.kind, notice.meeting, notice.state) == ("meeting", world.meeting, "draft")
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.django_db
def test_the_notice_that_the_meeting_has_is_left_as_it_is(client, world):
    notice = drafting.begin_of_meeting(world.meeting, by=world.clerk)
    record(client, world.item, title="First")
    record(client, world.item, title="Second")
    assert Notice.objects.get() == notice
    assert Decision.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("regime", ["committee", "officer_board", "task_group"])
def test_what_no_executive_decided_is_under_the_other_regulations(client, world, regime):
    item = an_item(a_meeting(a_body(world.council, regime=regime)))
    record(client, item)
    assert Decision.objects.get().regime == "2014"


@pytest.mark.django_db
def test_a_decision_at_a_restricted_item_is_restricted_from_the_first(client, world):
    record(client, an_item(world.meeting, **EXEMPT))
    made = Decision.objects.get()
    assert (made.classification, made.exempt_paragraphs) == ("exempt", [3])


@pytest.mark.django_db
def test_one_title_is_recorded_at_an_item_once(client, world):
    record(client, world.item)
    with nothing_written():
        answer = record(client, world.item, title="digital strategy")
    assert answer.status_code == 422
    (said,) = errors_on(answer.text)
    assert said.startswith("“digital strategy” is recorded at this item already. Change that")


@pytest.mark.django_db
def test_a_decision_is_called_something(client, world):
    with nothing_written():
        answer = record(client, world.item, title="")
    assert errors_on(answer.text) == ["Say in a line what was decided."]


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["draft", "called", "adjourned", "cancelled"])
def test_nothing_is_decided_before_the_meeting_was_held(client, world, state):
    reason = "The chair is ill." if state in {"adjourned", "cancelled"} else ""
    item = an_item(a_meeting(world.meeting.body, held_on=LATER, state=state, state_reason=reason))
    with nothing_written():
        answer = client.post(at(item), {"title": "Too early"}, follow=True)
        with pytest.raises(Refused, match="not recorded as held"):
            drafting.begin_at_item(item, {"title": "Too early"}, by=world.clerk)
    assert "The meeting is not recorded as held" in answer.text
    assert at(item) not in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["officer", "member", "administrator"])
def test_only_those_who_write_the_meeting_record_what_it_decided(client, world, kind):
    client.force_login(a_person_with_role(kind, world.council))
    with nothing_written():
        assert client.post(at(world.item), {"title": "Mine"}).status_code == 403
    page = reverse("meetings:detail", args=[world.meeting.pk])
    assert at(world.item) not in client.get(page).text


@pytest.mark.django_db
def test_the_meeting_its_minutes_and_its_notice_lead_to_it(client, world):
    notice = drafting.begin_of_meeting(world.meeting, by=world.clerk)
    other = an_item(a_meeting(world.meeting.body, held_on=LATER))
    drafting.begin_of_meeting(other.meeting, by=world.clerk)
    publish = reverse("notices:publish", args=[world.council.slug, notice.slug])
    of_meeting = [
        reverse(name, args=[world.meeting.pk]) for name in ("meetings:detail", "minutes:desk")
    ]
    for page in (*of_meeting, publish):
        said = client.get(page).text
        assert at(world.item) in said
        assert at(other) not in said


@pytest.mark.django_db
def test_a_notice_without_a_decision_is_not_ready_and_says_why(client, world):
    notice = drafting.begin_of_meeting(world.meeting, by=world.clerk)
    publish = reverse("notices:publish", args=[world.council.slug, notice.slug])
    for page in (publish, reverse("notices:worklist")):
        said = client.get(page).text
        assert "Not ready: no decision is recorded" in said
        assert "Ready to publish" not in said


def test_of_two_who_record_one_decision_at_once_one_does(django_db_setup, django_db_blocker):
    with really_committed(django_db_blocker):
        council = a_council_with_a_rule("Barford")
        clerk = a_person_with_role("democratic_services", council)
        item = an_item(a_meeting(a_body(council)))
        together = Barrier(2)

        def press(_):
            try:
                together.wait(timeout=20)
                drafting.begin_at_item(item, {"title": "Renew it"}, by=clerk)
            except Refused as told:
                return str(told)
            else:
                return "begun"
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            answers = sorted(pool.map(press, range(2)))
        assert answers[0] == "begun"
        assert "“Renew it” is recorded at this item already" in answers[1]
        assert (Decision.objects.count(), Notice.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_only_a_notice_that_opens_windows_is_asked_for_the_deadline_it_printed(client, world):
    asked = {}
    for kind in ("agenda", "minutes", "meeting"):
        notice = begin(world.meeting, kind, by=world.clerk)
        page = reverse("notices:publish", args=[world.council.slug, notice.slug])
        said = client.get(page).text
        assert "At what time?" in said
        asked[kind] = "Which call-in deadline did it print?" in said
    assert asked == {"agenda": False, "minutes": False, "meeting": True}
