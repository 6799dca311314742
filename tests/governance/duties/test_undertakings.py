"""What was undertaken by a day in answer to a question is a duty, for as long as it is promised."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.duties import actions as duties
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.meetings.models import Question
from governance.minutes import actions
from governance.models import Duty
from tests.factories.browsers import posted
from tests.factories.decisions import NOT_CALLABLE, a_complete_decision, an_issue
from tests.factories.meetings import EXEMPT, a_body, a_meeting, an_item
from tests.factories.people import a_person_with_role, the_clerk

pytestmark = pytest.mark.django_db
TODAY = date(2023, 7, 1)
PROMISED = {
    "question": "Is there enough for telephony?",
    "undertaking": "to raise it with the officer",
    "undertaking_by": "Head of ICT",
    "undertaking_due_on": date(2023, 6, 1),
}


def asked(item=None, **changes):
    return actions.add_question(item or an_item(), PROMISED | changes, by=the_clerk())


def change(asked_before, **changes):
    fields = {name: getattr(asked_before, name) for name in PROMISED} | changes
    seen = revision_of(asked_before)
    return actions.change_question(asked_before, fields, seen, by=the_clerk())


def done(question):
    return duties.finish(
        question.duties.get(), done_on=date(2023, 5, 30), how="Raised.", by=the_clerk(), today=TODAY
    )


def test_it_is_due_at_the_council_that_serves_the_body_from_whoever_undertook_it():
    item = an_item()
    duty = asked(item).duties.get()
    assert (duty.kind, duty.holder, duty.due_on) == ("undertaking", "Head of ICT", date(2023, 6, 1))
    assert duty.council == item.meeting.body.lead_council
    assert duty.title == "To raise it with the officer"


def test_without_a_day_there_is_no_duty_and_the_meeting_says_so(client):
    question = asked(undertaking_due_on=None)
    assert not Duty.objects.exists()
    page = client.get(reverse("meetings:detail", args=[question.item.meeting_id])).text
    assert "No date was given." in page


def test_it_follows_what_is_changed():
    question = change(asked(), undertaking="To write", undertaking_due_on=date(2023, 9, 1))
    duty = question.duties.get()
    assert (duty.title, duty.due_on) == ("To write", date(2023, 9, 1))


def test_a_question_changed_otherwise_leaves_it_unwritten():
    question = asked()
    change(question, question="Is there enough?")
    assert question.duties.get().history.count() == 1


def test_it_goes_when_the_day_does():
    change(asked(), undertaking_due_on=None)
    assert not Duty.objects.exists()


def test_what_was_done_stays_as_it_was_done():
    question = asked()
    done(question)
    change(question, undertaking="Something else", undertaking_due_on=None)
    assert question.duties.get().title == "To raise it with the officer"


def test_a_question_is_removed_with_its_duty_and_put_back_with_it(client):
    question = asked()
    item = question.item
    client.force_login(a_person_with_role("democratic_services", item.meeting.body.lead_council))
    where = reverse("minutes:questions", args=[item.pk])
    answer = client.post(where, posted(client.get(where).text, do=f"remove:{question.pk}"))
    assert not Duty.objects.exists()
    removed = answer["Location"].partition("removed=")[2]
    client.post(where, {"do": f"undo:{removed}"})
    assert item.questions.get().duties.get().due_on == date(2023, 6, 1)


def test_a_question_whose_undertaking_was_done_is_not_removed():
    question = asked()
    done(question)
    with pytest.raises(Refused, match="recorded as done"):
        actions.remove_question(question, by=the_clerk())
    assert Question.objects.filter(pk=question.pk).exists()


def test_a_stranger_sees_nothing_of_what_was_undertaken_in_private(client):
    duty = asked(an_item(**EXEMPT)).duties.get()
    assert duty.title not in client.get(reverse("duties:index")).text
    assert client.get(reverse("duties:detail", args=[duty.pk])).status_code == 404


@pytest.mark.parametrize("restricted", [False, True])
def test_the_issue_of_the_items_decision_lists_it_unless_that_decision_is_private(
    client, restricted
):
    issue, item = an_issue(), an_item(a_meeting(a_body()))
    private = EXEMPT if restricted else {}
    a_complete_decision(item, issue=issue, state="published", **NOT_CALLABLE | private)
    asked(item)
    page = client.get(reverse("issues:detail", args=[issue.slug])).text
    assert ("To raise it with the officer" in page) is not restricted


@pytest.mark.parametrize("number", [1, 10])
def test_an_issue_costs_the_same_however_many_there_are(client, number):
    issue, item = an_issue(), an_item(a_meeting(a_body()))
    a_complete_decision(item, issue=issue, state="published", **NOT_CALLABLE)
    for _ in range(number):
        asked(item)
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("issues:detail", args=[issue.slug]))
    assert len(captured) <= 17
