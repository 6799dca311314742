"""The date of a meeting: none that is still to come for one held, none in a far year."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from governance.calendar.local_time import LONDON
from governance.meetings.forms import MeetingForm
from governance.models import Meeting
from governance.people.rules import Kind
from tests.factories.browsers import errors_on, posted
from tests.factories.councils import a_council
from tests.factories.meetings import a_body, a_meeting
from tests.factories.people import a_person_with_role
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
# In London it is already the 1st; by the clock of the server it is still the 31st.
NOW = datetime(2023, 6, 1, 0, 30, tzinfo=LONDON)
HELD = "This meeting has been held, so it cannot be on {}: that is still to come."
FAR = "{} is more than two years ahead. Check the year."


@pytest.fixture
def save(client):
    """Return a function that saves a meeting of some state under another date."""
    council = a_council()

    def saving(state, on):
        meeting = a_meeting(a_body(council), state=state, held_on=date(2023, 4, 12))
        where = reverse("meetings:edit", args=[meeting.pk])
        boxes = {"held_on_day": on.day, "held_on_month": on.month, "held_on_year": on.year}
        with time_machine.travel(NOW, tick=False):
            client.force_login(a_person_with_role(Kind.DEMOCRATIC_SERVICES, council))
            typed = posted(client.get(where).text, **{k: str(v) for k, v in boxes.items()})
            return meeting, lambda: client.post(where, typed)

    return saving


@pytest.mark.parametrize(
    ("state", "on", "sentence"),
    [
        ("held", date(2023, 6, 2), HELD.format("Friday 2 June 2023")),
        ("held", date(9999, 12, 31), HELD.format("Friday 31 December 9999")),
        ("called", date(2025, 6, 2), FAR.format("Monday 2 June 2025")),
        ("draft", date(9999, 12, 31), FAR.format("Friday 31 December 9999")),
    ],
)
def test_a_date_that_cannot_be_is_refused_in_a_sentence(save, state, on, sentence):
    _, send = save(state, on)
    with nothing_written(), time_machine.travel(NOW, tick=False):
        answer = send()
    assert answer.status_code == 422
    assert errors_on(answer.text) == [sentence]


@pytest.mark.parametrize(
    ("state", "on"),
    [
        ("held", date(2023, 6, 1)),
        ("held", date(1999, 1, 1)),
        ("called", date(2023, 6, 2)),
        ("called", date(2025, 6, 1)),
    ],
)
def test_a_date_that_can_be_is_kept(save, state, on):
    meeting, send = save(state, on)
    with time_machine.travel(NOW, tick=False):
        assert send().status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).held_on == on


def test_two_years_after_a_29_february():
    meeting = a_meeting(a_body(a_council()), state="called")
    typed = {"seen": "1", "held_on_day": "1", "held_on_month": "3", "held_on_year": "2026"}
    form = MeetingForm(typed, meeting=meeting, today=date(2024, 2, 29))
    assert form.errors == {"held_on": [FAR.format("Sunday 1 March 2026")]}
