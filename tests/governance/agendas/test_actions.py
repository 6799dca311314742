"""The duty to publish an agenda: made when a meeting is called, done by what was published."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from governance.agendas.actions import keep_agenda_duty
from governance.calendar.local_time import LONDON
from governance.meetings import actions
from governance.meetings.states import State
from governance.models import Duty
from governance.notices.begin import begin
from tests.factories.meetings import a_body, a_meeting, an_item
from tests.factories.notices import publish
from tests.factories.people import the_clerk

pytestmark = pytest.mark.django_db
TODAY = date(2023, 3, 1)


def a_called_meeting(on=date(2023, 4, 12), **fields):
    return a_meeting(a_body(), held_on=on, state="called", **fields)


def kept(meeting, **more):
    return keep_agenda_duty(meeting, by=the_clerk(), today=TODAY, **more)


def test_it_is_due_five_clear_working_days_before_the_meeting():
    duty = kept(a_called_meeting())
    # Good Friday and Easter Monday are no working days.
    assert (duty.kind, duty.due_on) == ("agenda", date(2023, 3, 31))
    assert duty.title == "Publish the agenda of Cabinet, 12 April 2023"
    assert duty.holder_role == "democratic_services"


def test_it_moves_with_the_meeting_and_is_made_once():
    meeting = a_called_meeting()
    first = kept(meeting)
    meeting.held_on = date(2023, 5, 31)
    assert kept(meeting) == first
    assert kept(meeting).due_on == date(2023, 5, 22)  # 29 May is a bank holiday


def test_publishing_the_agenda_does_it():
    meeting = a_called_meeting()
    an_item(meeting)
    kept(meeting)
    at = datetime(2023, 3, 29, 10, tzinfo=LONDON)
    publish(begin(meeting, "agenda", by=the_clerk()), at, gaps_reason="For a test.")
    duty = Duty.objects.get()
    assert (duty.done_on, duty.done_note) == (date(2023, 3, 29), "The agenda was published.")


def test_an_agenda_known_to_be_out_makes_none_and_does_the_one_there_is():
    assert kept(a_called_meeting(agenda_out_on=date(2023, 2, 20))) is None
    meeting = a_called_meeting()
    kept(meeting)
    assert kept(meeting, out_on=date(2023, 2, 28)).done_on == date(2023, 2, 28)


def test_a_meeting_that_is_cancelled_takes_it_along_and_one_of_the_past_makes_none():
    meeting = a_called_meeting()
    kept(meeting)
    actions.change_state(meeting, State.CANCELLED, "No business.", by=the_clerk())
    assert not Duty.objects.exists()
    assert kept(a_called_meeting(on=date(2023, 2, 28))) is None


def test_calling_a_meeting_makes_it():
    on = timezone.localdate() + timedelta(days=60)
    meeting = a_meeting(a_body(), held_on=on, state="draft")
    assert not Duty.objects.exists()
    actions.change_state(meeting, State.CALLED, "", by=the_clerk())
    assert Duty.objects.get().kind == "agenda"
