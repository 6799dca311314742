"""What is refused, what is kept in step, and what stays as it was."""

from datetime import date

import pytest

from governance.errors import Refused
from governance.models import Duty
from scrutiny.models import Closing, Progress, Response, ResponseDuty
from scrutiny.recommendations import actions
from scrutiny.recommendations.duties import keep_duties
from scrutiny.recommendations.states import Step
from tests.factories.councils import a_council
from tests.factories.meetings import a_body
from tests.factories.people import made, the_clerk
from tests.factories.scrutiny_recommendations import (
    a_closing,
    a_recommendation,
    a_response,
    a_review_with,
    some_progress,
)

pytestmark = pytest.mark.django_db
TODAY = date(2023, 6, 1)


@pytest.fixture
def review():
    found = a_review_with(2, a_council("Boston"))
    keep_duties(found, by=the_clerk())
    return found


def council_of(review):
    return review.lead_council


def said(**fields):
    usual = {"answer": "accepted", "post": "Portfolio Holder", "answered_on": date(2023, 4, 12)}
    return usual | fields


def answer(review, *numbers, **fields):
    rows = review.recommendations.filter(number__in=[str(n) for n in numbers])
    return actions.answer(
        review, council_of(review), [(row, said(**fields)) for row in rows],
        by=the_clerk(), today=TODAY,
    )  # fmt: skip


def change_receipt(review, **fields):
    receipt = review.receipts.get()
    for name, value in fields.items():
        setattr(receipt, name, value)
    made(receipt)


def duty_of(review):
    return ResponseDuty.objects.get(review=review).duty


# --- The duty to answer --------------------------------------------------------------------------


def test_a_receipt_makes_one_duty_due_two_months_beginning_with_it(review):
    duty = duty_of(review)
    assert (duty.kind, duty.due_on, duty.done_on) == ("response", date(2023, 5, 5), None)
    assert duty.holder == "Cabinet"


def test_keeping_duties_again_changes_nothing(review):
    before = duty_of(review).history.count()
    keep_duties(review, by=the_clerk())
    assert duty_of(review).history.count() == before


def test_the_duty_is_done_when_every_recommendation_is_answered(review):
    answer(review, 1)
    assert duty_of(review).done_on is None
    answer(review, 2, answered_on=date(2023, 5, 2))
    assert duty_of(review).done_on == date(2023, 5, 2)


def test_what_a_panel_said_on_the_way_leaves_the_duty_to_be_done(review):
    answer(review, 1, 2, settles=False, answer="noted")
    assert duty_of(review).done_on is None


def test_a_recommendation_closed_unanswered_is_waited_for_no_longer(review):
    answer(review, 1)
    two = review.recommendations.get(number="2")
    body = a_body(council_of(review), regime="committee")
    facts = {"on": date(2023, 5, 20), "said": "Overtaken.", "body": body}
    actions.take_step(two, council_of(review), Step.CLOSE, facts, by=the_clerk(), today=TODAY)
    assert duty_of(review).done_on == date(2023, 5, 20)


def test_a_receipt_that_asks_for_no_answer_takes_its_duty_along(review):
    change_receipt(review, asks_for_answer=False)
    keep_duties(review, by=the_clerk())
    assert not Duty.objects.filter(kind="response").exists()


def test_a_receipt_that_moves_moves_the_duty(review):
    change_receipt(review, received_on=date(2023, 7, 1))
    keep_duties(review, by=the_clerk())
    assert duty_of(review).due_on == date(2023, 8, 31)


def test_a_corrected_day_of_the_last_answer_is_the_day_it_was_done(review):
    row, _ = answer(review, 1, 2)
    changes = said(answered_on=date(2023, 4, 20))
    seen = row.history.latest().history_id
    actions.correct_answer(row, changes, seen, by=the_clerk(), because="A slip", today=TODAY)
    assert duty_of(review).done_on == date(2023, 4, 20)


# --- Answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"answered_on": date(2023, 6, 2)}, "still to come"),
        ({"answered_on": date(2023, 3, 5)}, "received on Monday 6 March 2023"),
        ({"answer": "rejected"}, "Give the reason"),
        ({"answer": "in_part", "reason": "  "}, "Give the reason"),
    ],
)
def test_an_answer_is_refused_with_a_sentence(review, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        answer(review, 1, **fields)


def test_a_council_answers_once(review):
    answer(review, 1)
    with pytest.raises(Refused, match="answered recommendation 1 already"):
        answer(review, 1)


def test_answers_of_one_meeting_are_recorded_all_or_none(review):
    answer(review, 2)
    with pytest.raises(Refused):
        answer(review, 1, 2)
    assert Response.objects.count() == 1


def test_a_rejection_with_its_reason_is_an_answer(review):
    (row,) = answer(review, 1, answer="rejected", reason="There is no money.")
    assert (row.answer, row.reason) == ("rejected", "There is no money.")


# --- Recommendations -----------------------------------------------------------------------------


def test_an_agreed_report_takes_no_new_recommendation(review):
    with pytest.raises(Refused, match="stand as printed"):
        actions.add_recommendation(review, {"number": "3", "text": "More."}, by=the_clerk())


def test_a_body_that_received_the_report_may_add_its_own(review):
    body = a_body(council_of(review), name="Panel")
    facts = {"number": "2", "text": "That a group meet every two years.", "added_by": body}
    row = actions.add_recommendation(review, facts, by=the_clerk())
    assert (row.position, row.added_by) == (3, body)


def test_the_words_of_an_agreed_report_stay(review):
    row = review.recommendations.first()
    seen = row.history.latest().history_id
    with pytest.raises(Refused, match="stand as printed"):
        actions.change_recommendation(
            row, {"number": row.number, "text": "Other"}, seen, by=the_clerk(), because="x"
        )


def test_two_recommendations_of_a_review_have_two_numbers(review):
    review.state = "reporting"
    made(review)
    with pytest.raises(Refused, match="a recommendation 1 already"):
        actions.add_recommendation(review, {"number": "1", "text": "More."}, by=the_clerk())


# --- Progress ------------------------------------------------------------------------------------


def report(row, **fields):
    usual = {"on": date(2023, 5, 2), "status": "green", "sentence": "Begun."}
    return actions.report_progress(
        row, row.review.lead_council, usual | fields, by=the_clerk(), today=TODAY
    )


def test_each_report_is_a_new_row(review):
    row = review.recommendations.first()
    report(row)
    report(row, status="complete", on=date(2023, 5, 30))
    assert Progress.objects.filter(recommendation=row).count() == 2


def test_progress_tells_of_no_day_to_come(review):
    with pytest.raises(Refused, match="say how far it is today"):
        report(review.recommendations.first(), on=date(2023, 6, 2))


@pytest.mark.parametrize("kind", ["continuing", "repeats"])
def test_what_goes_on_is_never_reported_complete(kind):
    row = a_recommendation(kind=kind)
    with pytest.raises(Refused, match="never complete"):
        report(row, status="complete")


def test_a_correction_says_why_beside_what_is_corrected():
    row = some_progress(a_recommendation())
    facts = {"on": row.on, "status": "amber", "sentence": "Late."}
    seen = row.history.latest().history_id
    found = actions.correct_progress(
        row, facts, seen, by=the_clerk(), because="The wrong council", today=TODAY
    )
    assert (found.status, found.correction, found.corrected_on) == (
        "amber", "The wrong council", TODAY,
    )  # fmt: skip
    assert [one.status for one in found.history.all()] == ["amber", "green"]


def test_a_correction_without_a_reason_is_refused():
    row = some_progress(a_recommendation())
    with pytest.raises(Refused, match="Say why"):
        actions.correct_progress(
            row, {"on": row.on, "status": "red", "sentence": "x"}, 0,
            by=the_clerk(), because=" ", today=TODAY,
        )  # fmt: skip


def test_nothing_is_reported_on_what_is_closed():
    row = a_recommendation()
    a_closing(row, body=a_body(row.review.lead_council), on=date(2023, 5, 1))
    with pytest.raises(Refused, match="opens it again first"):
        report(row)


# --- Closing -------------------------------------------------------------------------------------


def step(row, which, on=date(2023, 5, 10), **fields):
    facts = {"on": on, "said": "Done."} | fields
    return actions.take_step(
        row, row.review.lead_council, which, facts, by=the_clerk(), today=TODAY
    )


def test_officers_propose_and_the_body_closes():
    row = a_recommendation()
    a_response(row)
    step(row, Step.PROPOSE)
    closed = step(row, Step.CLOSE, body=a_body(row.review.lead_council, regime="committee"))
    assert closed.body.regime == "committee"


def test_a_proposal_names_no_body_whatever_is_typed():
    row = a_recommendation()
    a_response(row)
    assert step(row, Step.PROPOSE, body=a_body()).body is None


def test_what_is_not_answered_is_not_proposed_to_be_closed():
    with pytest.raises(Refused, match="cannot become"):
        step(a_recommendation(), Step.PROPOSE)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [(date(2023, 6, 2), "still to come"), (date(2023, 5, 9), "before the last step")],
)
def test_a_step_lies_between_the_last_one_and_today(on, sentence):
    row = a_recommendation()
    a_response(row)
    a_closing(row, on=date(2023, 5, 10))
    with pytest.raises(Refused, match=sentence):
        step(row, Step.TAKE_BACK, on=on)
    assert Closing.objects.filter(recommendation=row).count() == 1


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2023, 3, 2), "before the report was agreed, on Friday 3 March 2023"),
        (date(2023, 3, 5), "before the report was received, on Monday 6 March 2023"),
        (date(2023, 4, 11), "before Boston answered, on Wednesday 12 April 2023"),
    ],
)
def test_a_step_follows_the_report_its_receipt_and_the_answer(review, on, sentence):
    answer(review, 1)
    row = review.recommendations.get(number="1")
    body = a_body(council_of(review), regime="committee")
    with pytest.raises(Refused, match=sentence):
        step(row, Step.CLOSE, on=on, body=body)
    assert not Closing.objects.exists()


def test_the_same_progress_sent_twice_is_there_once(review):
    row = review.recommendations.first()
    assert report(row) == report(row)
    assert Progress.objects.count() == 1
