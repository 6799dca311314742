"""Keeping a review, taking its steps, and what its receipts leave in the matter's history."""

from datetime import date

import pytest

from governance.errors import Refused
from governance.history.actions import revision_of
from governance.issues import actions as issues
from governance.models import Consideration
from scrutiny.models import Commission, Evidence, LineOfEnquiry, ReportSection
from scrutiny.reviews import actions, receipt_actions
from scrutiny.reviews.followers import AFTER_RECEIPT, STILL_OPEN
from scrutiny.reviews.states import State
from tests.factories.councils import a_council
from tests.factories.decisions import a_complete_decision, a_consideration, an_issue
from tests.factories.meetings import a_body, a_file, a_meeting, an_item
from tests.factories.people import a_person, an_appointment, the_clerk
from tests.factories.scrutiny_recommendations import a_closing, a_recommendation
from tests.factories.scrutiny_reviews import (
    RECEIVED_ON,
    a_receipt,
    a_reported_review,
    a_review,
    a_task_group,
    a_whole_review,
)
from tests.factories.unchanged import nothing_written

pytestmark = pytest.mark.django_db
LATER = date(2023, 3, 20)


def move(review, to, **said):
    return actions.move(review, to, **{"because": "", "by": the_clerk()} | said)


def send(review, **said):
    return receipt_actions.send(review, said, by=the_clerk())


def record(receipt, **changes):
    seen = revision_of(receipt)
    return receipt_actions.record(receipt, changes, seen=seen, by=the_clerk())


@pytest.fixture
def council():
    return a_council("Boston")


@pytest.fixture
def panel(council):
    return a_body(council, name="Scrutiny panel", regime="committee")


@pytest.fixture
def reported(council):
    return a_reported_review(council, issue=an_issue(), title="The strategy")


# --- Steps --------------------------------------------------------------------------------------


def test_a_review_goes_from_the_proposal_to_the_day_nothing_is_watched(council, panel):
    group = a_task_group(council)
    an_appointment(a_person(), council, body=group)
    review = a_whole_review(council, state="proposed", task_group=group)
    for to in (State.SCOPED, State.GATHERING, State.REPORTING):
        assert move(review, to).state == to
    review = move(review, State.REPORTED, on=RECEIVED_ON)
    assert (review.edition, review.reported_on) == (1, RECEIVED_ON)
    send(review, body=panel, council=council, received_on=RECEIVED_ON, asks_for_answer=True)
    for to in (State.MONITORING, State.CLOSED):
        assert move(review, to).state == to


def test_a_step_that_lacks_something_is_refused_with_all_that_it_lacks(council):
    review = a_review(council)
    with nothing_written(), pytest.raises(Refused) as refused:
        move(review, State.SCOPED)
    assert "what is looked into" in str(refused.value)
    assert "what should come of it" in str(refused.value)


def test_a_review_is_stopped_with_a_reason_or_not_at_all(council):
    review = a_review(council)
    with nothing_written(), pytest.raises(Refused, match="Say why"):
        move(review, State.STOPPED, because=" ")
    assert move(review, State.STOPPED, because="No time.").state_reason == "No time."


def test_an_agreed_report_names_its_day(council):
    review = a_whole_review(council)
    with nothing_written(), pytest.raises(Refused, match="on which day"):
        move(review, State.REPORTED)


def test_closing_waits_for_what_other_records_still_ask_for(reported, monkeypatch):
    a_receipt(reported)
    move(reported, State.MONITORING)
    monkeypatch.setattr("scrutiny.reviews.followers.STILL_OPEN", [lambda _: ["Close number 2."]])
    with pytest.raises(Refused, match=r"Close number 2\."):
        move(reported, State.CLOSED)
    assert isinstance(STILL_OPEN, list)


def test_a_review_is_not_closed_before_its_recommendations_are(reported, panel):
    a_receipt(reported)
    one = a_recommendation(reported, number="1")
    move(reported, State.MONITORING)
    with pytest.raises(Refused, match="Boston has not closed recommendation 1"):
        move(reported, State.CLOSED)
    a_closing(one, reported.lead_council, body=panel)
    assert move(reported, State.CLOSED).state == State.CLOSED


def test_what_an_agreed_report_says_is_changed_by_no_action(reported):
    section = reported.sections.get()
    line = LineOfEnquiry(review=reported, question="More?")
    with nothing_written():
        with pytest.raises(Refused, match="stands as it was agreed"):
            actions.add(reported, line, reported.lines, by=the_clerk())
        with pytest.raises(Refused, match="stands as it was agreed"):
            actions.change_part(
                reported, section, {"body": "New"}, seen=revision_of(section), by=the_clerk()
            )


def test_a_report_is_corrected_by_a_second_edition(reported):
    with pytest.raises(Refused, match="Say why"):
        move(reported, State.REPORTING)
    move(reported, State.REPORTING, because="A figure was wrong.")
    section = reported.sections.get()
    actions.change_part(
        reported, section, {"body": "Right"}, seen=revision_of(section), by=the_clerk()
    )
    assert move(reported, State.REPORTED, on=LATER).edition == 2


# --- Parts --------------------------------------------------------------------------------------


def test_evidence_comes_with_its_file_and_may_come_late(reported, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    paper = Evidence(review=reported, title="Costs", kind="written", classification="confidential")
    actions.add(reported, paper, reported.evidence, file=a_file(), by=the_clerk())
    assert paper.size > 0
    assert len(paper.sha256) == 64
    assert "Salaries" not in paper.file.name


def test_a_body_asks_once(reported, panel):
    actions.add(reported, Commission(body=panel, review=reported), None, by=the_clerk())
    with nothing_written(), pytest.raises(Refused, match="already"):
        actions.add(reported, Commission(body=panel, review=reported), None, by=the_clerk())


def test_a_new_review_gets_an_address_that_is_free(council):
    said = {"lead_council": council}
    for title, slug in (("Digital", "digital"), ("Digital", "digital-2"), ("New", "new-2")):
        assert actions.begin(said | {"title": title}, by=the_clerk()).slug == slug


def test_parts_are_added_in_their_place(council):
    review = a_review(council)
    for number in (1, 2):
        part = ReportSection(review=review, heading=f"Part {number}")
        assert actions.add(review, part, review.sections, by=the_clerk()).position == number


# --- Receipts and the history of the matter -----------------------------------------------------


def test_a_receipt_makes_its_place_in_the_history_and_keeps_it_in_step(reported, panel, council):
    receipt = send(reported, body=panel, council=council, planned_on=LATER)
    assert receipt.consideration.on == LATER
    assert receipt.consideration.outcome.startswith("Planned to receive")
    receipt = record(receipt, received_on=RECEIVED_ON, outcome="The panel notes it.")
    place = Consideration.objects.get(issue=reported.issue)
    assert (place.on, place.outcome, place.role) == (
        RECEIVED_ON, "The panel notes it.", "scrutinise",
    )  # fmt: skip


def test_a_consideration_that_is_there_already_is_not_made_again(reported, panel, council):
    there = a_consideration(
        reported.issue, body=panel, on=RECEIVED_ON, role="scrutinise", outcome="It was discussed."
    )
    receipt = send(reported, body=panel, council=council, received_on=RECEIVED_ON)
    assert receipt.consideration == there
    there.refresh_from_db()
    assert there.outcome == "It was discussed."


def recorded_by_somebody(reported, panel):
    said = {"body": panel, "council": None, "on": RECEIVED_ON, "role": "scrutinise",
            "outcome": "It was discussed."}  # fmt: skip
    return issues.consider(reported.issue, said, by=the_clerk())


def test_what_somebody_else_recorded_is_not_overwritten_by_a_receipt(reported, panel, council):
    there = recorded_by_somebody(reported, panel)
    receipt = send(reported, body=panel, council=council, received_on=RECEIVED_ON, outcome="Noted.")
    record(receipt, received_on=LATER)
    there.refresh_from_db()
    assert (there.on, there.outcome) == (RECEIVED_ON, "It was discussed.")


def test_what_somebody_else_recorded_stays_when_a_receipt_is_taken_back(reported, panel, council):
    there = recorded_by_somebody(reported, panel)
    receipt = send(reported, body=panel, council=council, received_on=RECEIVED_ON)
    receipt_actions.take_back(receipt, because="By mistake", by=the_clerk())
    assert list(Consideration.objects.all()) == [there]


def test_what_a_body_decided_that_day_is_linked_and_not_retold(reported, council):
    cabinet = a_body(council)
    item = an_item(a_meeting(cabinet, held_on=RECEIVED_ON))
    a_complete_decision(item, issue=reported.issue)
    there = a_consideration(reported.issue, item=item)
    receipt = send(
        reported, body=cabinet, council=council, received_on=RECEIVED_ON, outcome="Noted."
    )
    assert receipt.consideration == there
    there.refresh_from_db()
    assert there.outcome == ""


def test_a_draft_leaves_nothing_in_the_history_until_it_is_published(council, panel):
    review = a_reported_review(council, issue=an_issue(), is_published=False)
    send(review, body=panel, council=council, received_on=RECEIVED_ON)
    assert not Consideration.objects.exists()
    actions.publish(review, by=the_clerk())
    assert Consideration.objects.get().body == panel
    with pytest.raises(Refused, match="published already"):
        actions.publish(review, by=the_clerk())


def test_a_council_answers_once(reported, panel, council):
    cabinet = a_body(council)
    send(reported, body=panel, council=council, asks_for_answer=True)
    with nothing_written(), pytest.raises(Refused, match="A council answers once"):
        send(reported, body=cabinet, council=council, asks_for_answer=True)


@pytest.mark.parametrize("said", [{"received_on": RECEIVED_ON}, {"outcome": "Noted."}])
def test_nobody_receives_a_report_that_is_not_agreed(council, panel, said):
    review = a_whole_review(council)
    with nothing_written(), pytest.raises(Refused, match="not agreed yet"):
        send(review, body=panel, council=council, asks_for_answer=True, **said)
    planned = send(review, body=panel, council=council, planned_on=LATER)
    with nothing_written(), pytest.raises(Refused, match="not agreed yet"):
        record(planned, **said)


def test_a_body_is_in_the_list_once(reported, panel, council):
    send(reported, body=panel, council=council)
    with nothing_written(), pytest.raises(Refused, match="in the list already"):
        send(reported, body=panel, council=council)


def test_a_receipt_taken_back_takes_its_own_place_along(reported, panel, council):
    receipt = send(reported, body=panel, council=council, received_on=RECEIVED_ON)
    receipt_actions.take_back(receipt, because="The wrong panel", by=the_clerk())
    assert not Consideration.objects.exists()


def test_a_consideration_that_a_receipt_tells_of_is_not_taken_away(reported, panel, council):
    receipt = send(reported, body=panel, council=council, received_on=RECEIVED_ON)
    with nothing_written(), pytest.raises(Refused, match="received there"):
        issues.withdraw_consideration(receipt.consideration, because="By mistake", by=the_clerk())


def test_who_follows_receipts_is_told_of_each(reported, panel, council, monkeypatch):
    told = []
    monkeypatch.setattr(receipt_actions, "AFTER_RECEIPT", [lambda review, _: told.append(review)])
    receipt = send(reported, body=panel, council=council)
    record(receipt, received_on=RECEIVED_ON)
    receipt_actions.take_back(receipt, because="By mistake", by=the_clerk())
    assert told == [reported] * 3
    assert isinstance(AFTER_RECEIPT, list)
