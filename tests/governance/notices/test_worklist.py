"""The worklist: what is late, what is due soon, and what waiting a day would cost."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
import time_machine

from governance.calendar.local_time import LONDON
from governance.notices.worklist import late
from tests.factories.councils import a_council_with_a_rule
from tests.factories.decisions import a_complete_decision, a_duty
from tests.factories.forward_plan import a_private_meeting, an_entry
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import (
    a_notice,
    a_notice_of_entry,
    a_notice_of_meeting,
    a_notice_of_private,
    publish,
)
from tests.factories.people import a_person_with_role
from tests.governance.pages.markup import parsed, text_of

pytestmark = pytest.mark.django_db
# Meetings are on Wednesday 12 April 2023; two working days later is Friday 14 April.
MEETING = date(2023, 4, 12)


@pytest.fixture
def world(client):
    council = a_council_with_a_rule("Boston")
    clerk = a_person_with_role("democratic_services", council)
    client.force_login(clerk)
    return SimpleNamespace(council=council, clerk=clerk, body=a_body(council))


def found(world, today):
    return [(one.what, one.due, one.shape) for one in late(world.clerk, {world.council.pk}, today)]


def test_a_meeting_that_decided_is_late_after_two_working_days_without_a_notice(world):
    meeting = a_meeting(world.body)
    a_complete_decision(an_item(meeting))
    assert found(world, date(2023, 4, 14)) == []
    assert found(world, date(2023, 4, 15)) == [("Cabinet", date(2023, 4, 14), "bad")]
    publish(a_notice_of_meeting(meeting))
    assert found(world, date(2023, 4, 15)) == []


def test_a_meeting_that_decided_nothing_owes_no_notice(world):
    an_item(a_meeting(world.body))
    assert found(world, date(2023, 5, 15)) == []


def test_an_agenda_is_named_before_its_last_day_and_late_after_it(world):
    a_meeting(world.body, state="called")
    # Five clear working days before, with Easter between.
    assert found(world, date(2023, 3, 31)) == [("Agenda of Cabinet", date(2023, 3, 31), "warn")]
    assert found(world, date(2023, 4, 1)) == [("Agenda of Cabinet", date(2023, 3, 31), "bad")]
    assert found(world, date(2023, 2, 1)) == []


def test_a_key_decision_that_nobody_was_told_of_is_named_by_its_last_day(world):
    entry = an_entry(world.council, title="Network", planned_from=date(2023, 6, 14))
    due = date(2023, 5, 16)
    assert found(world, due) == [("Notice of a key decision: Network", due, "warn")]
    publish(a_notice_of_entry(entry), gaps_reason="Members not appointed.")
    assert found(world, due) == []


def test_a_meeting_in_private_wants_its_first_and_then_its_second_notice(world):
    private = a_private_meeting(a_meeting(world.body))
    (first,) = found(world, date(2023, 3, 10))
    assert first == (
        "First notice of a meeting in private: Cabinet", date(2023, 3, 14), "warn",
    )  # fmt: skip
    publish(a_notice_of_private(private), at=datetime(2023, 3, 10, tzinfo=LONDON))
    (second,) = found(world, date(2023, 3, 10))
    assert second[:2] == ("Second notice of a meeting in private: Cabinet", date(2023, 3, 31))


def test_another_councils_matters_are_not_named(world):
    an_entry(planned_from=date(2023, 6, 14))
    a_complete_decision(an_item(a_meeting()))
    assert found(world, date(2023, 5, 16)) == []


def test_the_page_says_what_waiting_a_day_would_give_and_the_duties_that_near(client, world):
    draft = a_notice(world.council)
    decision = draft.meeting.items.get().decisions.get()
    a_duty(
        resolution=decision.resolutions.get(), council=world.council, title="Report back",
        due_on=date(2023, 5, 1),
    )  # fmt: skip
    with time_machine.travel(datetime(2023, 4, 14, 10, tzinfo=LONDON), tick=False):
        said = text_of(parsed(client.get("/worklist/").text))
    assert "Published today, call-in would close on Friday 21 April 2023" in said
    assert "On Monday 17 April it would close on Monday 24 April 2023" in said
    assert "Report back" in said


def test_each_council_of_a_joint_body_has_its_deadline_on_the_desk(client, world):
    ten = a_council_with_a_rule("Lindsey", {"unit": "working_days", "count": 10})
    draft = a_notice(world.council, ten)
    address = f"/notices/{world.council.slug}/{draft.slug}/publish/"
    with time_machine.travel(datetime(2023, 4, 14, 10, tzinfo=LONDON), tick=False):
        said = text_of(parsed(client.get(address).text))
    assert "At each council of the joint body" in said
    assert "Friday 21 April 2023" in said
    assert "Friday 28 April 2023" in said
