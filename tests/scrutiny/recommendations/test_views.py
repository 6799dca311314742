"""The pages of recommendations: what they say, what they take, and whom they refuse."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from scrutiny.models import Closing, Progress, Recommendation, Response
from scrutiny.recommendations.duties import keep_duties
from tests.factories.councils import a_council, a_partnership
from tests.factories.decisions import an_issue
from tests.factories.everything import for_a_module
from tests.factories.meetings import a_body
from tests.factories.people import a_person_with_role, made, the_clerk
from tests.factories.scrutiny_recommendations import (
    a_closing,
    a_recommendation,
    a_response,
    a_review_with,
    some_progress,
)
from tests.factories.scrutiny_reviews import a_receipt, a_reported_review

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with for_a_module(django_db_blocker):
        boston, east = a_council("Boston"), a_council("East Lindsey")
        partnership = a_partnership(boston, east)
        issue = an_issue(partnership=partnership)
        review = a_review_with(2, boston, east, partnership=partnership, issue=issue)
        one, two = review.recommendations.order_by("position")
        two.kind = "continuing"
        made(two)
        panel = a_body(boston, name="Scrutiny panel", regime="committee")
        board = a_body(east)
        for row in (one, two):
            a_response(row, east, reference="paragraph 2.5", post="", body=board)
        some_progress(two, east, status="complete", on=date(2023, 5, 1), sentence="Watched daily.")
        keep_duties(review, by=the_clerk())
        people = {
            kind: a_person_with_role(kind, boston)
            for kind in ("scrutiny_officer", "democratic_services", "officer", "member")
        }
        people["partnership_officer"] = a_person_with_role("partnership_officer", partnership)
        yield SimpleNamespace(**locals())


@pytest.fixture
def as_(client, world):
    def sign_in(kind):
        client.force_login(world.people[kind])
        return client

    return sign_in


def matrix_of(world):
    return reverse("recommendations:matrix", args=[world.review.slug])


def at(name, row, council, *more):
    return reverse(f"recommendations:{name}", args=[row.pk, council.slug, *more])


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


# --- Reading -------------------------------------------------------------------------------------


def test_the_grid_says_who_is_late_and_how_the_day_was_counted(client, world):
    html = page(client, matrix_of(world))
    assert "2 of 4 answers are still to come" in html
    assert "Boston’s answers have been late since Saturday 6 May 2023" in html
    assert "Two months beginning with Monday 6 March 2023" in html
    assert "Wednesday 5 April 2023" in html  # the end of the first month


def test_a_cell_shows_the_answer_then_the_progress(client, world):
    html = page(client, matrix_of(world))
    assert "Cabinet, Wed 12 Apr 2023, paragraph 2.5" in html
    assert "Continuing, last evidence Mon 1 May 2023" in html
    assert "Complete" not in html


def test_the_grid_can_be_taken_away(client, world):
    lines = page(client, f"{matrix_of(world)}?format=csv").splitlines()
    assert len(lines) == 5
    assert "2023-05-05" in lines[1]


def test_one_recommendation_at_one_council_has_a_page(client, world):
    html = page(client, at("detail", world.two, world.east))
    assert "Watched daily." in html
    assert "Nobody has proposed to close it." in html


def test_a_council_that_the_review_does_not_concern_has_no_page(client, world):
    elsewhere = a_council("Elsewhere")
    page(client, at("detail", world.two, elsewhere), 404)


def test_the_history_of_the_matter_tells_each_councils_answer(client, world):
    html = page(client, reverse("issues:detail", args=[world.issue.slug]))
    assert "answered scrutiny: accepted (recommendations 1 and 2)" in html


def test_what_a_panel_said_does_not_settle_the_answer(client, world):
    row = a_recommendation(world.review, position=77, number="77")
    a_response(row, world.boston, settles=False, answer="added", post="", body=world.panel)
    html = page(client, at("detail", row, world.boston))
    assert "Noted, and added to" in html
    assert "Answer late since" in html


def test_what_a_body_added_as_its_own_waits_for_nobody(client, world):
    a_recommendation(
        world.review, position=78, number="2", added_by=world.panel, asks_for_answer=False
    )
    html = page(client, matrix_of(world))
    assert "Its own resolution" in html
    assert "Not put to East Lindsey" in html


# --- Trackers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 4), ("council={boston}", 2), ("partnership={p}", 4), ("standing=late", 2),
     ("council={boston}&standing=closed", 0), ("standing=nonsense", 4)],
)  # fmt: skip
def test_a_tracker_shows_what_it_was_asked_for(client, world, query, number):
    asked = query.format(boston=world.boston.slug, p=world.partnership.slug)
    lines = page(client, f"/scrutiny/recommendations/?{asked}&format=csv").splitlines()
    assert len(lines) - 1 == number


def test_a_tracker_of_a_body_shows_its_councils(client, world):
    body = world.review.receipts.get(council=world.boston).body
    html = page(client, f"/scrutiny/recommendations/?body={world.boston.slug}.{body.slug}")
    assert html.count('data-label="Council"') == 2


@pytest.mark.parametrize("query", ["council=none", "body=none", "body=a.b", "partnership=x"])
def test_what_is_not_known_is_not_found(client, world, query):
    page(client, f"/scrutiny/recommendations/?{query}", 404)


@pytest.mark.parametrize("query", ["council=%00", "body=%00.x", "standing=%00"])
def test_what_no_address_can_hold_is_no_failure(client, world, query):
    assert client.get(f"/scrutiny/recommendations/?{query}").status_code in (200, 400, 404)


def test_what_is_overdue_comes_first(client, world):
    lines = page(client, "/scrutiny/recommendations/?format=csv").splitlines()
    assert "Answer late" in lines[1]
    assert "Answer late" not in lines[-1]


def test_an_empty_tracker_says_what_would_fill_it(client, world):
    nobody = a_council("Nobody")
    html = page(client, f"/scrutiny/recommendations/?council={nobody.slug}")
    assert "They appear here when a review has reported" in html


# --- Who may ------------------------------------------------------------------------------------

REFUSED = [
    ("member", "answers"), ("officer", "answers"), ("partnership_officer", "answers"),
    ("member", "report"), ("democratic_services", "report"),
    ("member", "decide"), ("officer", "decide"), ("democratic_services", "decide"),
    ("member", "edit"), ("democratic_services", "edit"),
]  # fmt: skip
ALLOWED = [
    ("democratic_services", "answers"), ("scrutiny_officer", "answers"),
    ("officer", "report"), ("scrutiny_officer", "report"), ("partnership_officer", "report"),
    ("officer", "propose"), ("scrutiny_officer", "decide"), ("scrutiny_officer", "edit"),
]  # fmt: skip


def address(world, name):
    if name == "answers":
        return reverse("recommendations:answers", args=[world.review.slug, world.boston.slug])
    if name == "edit":
        return reverse("recommendations:edit", args=[world.review.slug])
    return at(name, world.one, world.boston)


@pytest.mark.parametrize(("kind", "name"), REFUSED)
def test_who_may_not_is_told_whose_it_is(as_, world, kind, name):
    html = page(as_(kind), address(world, name), 403)
    assert "Boston" in html


@pytest.mark.parametrize(("kind", "name"), ALLOWED)
def test_who_may_gets_the_form(as_, world, kind, name):
    assert "<form" in page(as_(kind), address(world, name))


def test_nobody_answers_for_another_council(as_, world):
    other = reverse("recommendations:answers", args=[world.review.slug, world.east.slug])
    page(as_("democratic_services"), other, 403)


def test_a_draft_review_is_not_there_for_strangers(client, world):
    draft = a_reported_review(world.boston, is_published=False)
    row = a_recommendation(draft)
    page(client, reverse("recommendations:matrix", args=[draft.slug]), 404)
    page(client, at("detail", row, world.boston), 404)
    assert draft.title not in page(client, "/scrutiny/recommendations/")


# --- Writing -------------------------------------------------------------------------------------

ON = {"answered_on_day": "12", "answered_on_month": "4", "answered_on_year": "2023"}


def test_several_answers_are_recorded_at_once(as_, world):
    data = ON | {
        "settles": "yes", "post": "Cabinet", f"answer_{world.one.pk}": "accepted",
        f"answer_{world.two.pk}": "rejected", f"reason_{world.two.pk}": "No money.",
    }  # fmt: skip
    answer = as_("democratic_services").post(address(world, "answers"), data)
    assert answer.status_code == 302
    assert Response.objects.filter(council=world.boston).count() == 2


def test_what_was_answered_meanwhile_is_named_and_nothing_typed_is_lost(as_, world):
    said = {"settles": "yes", "post": "Cabinet", f"answer_{world.one.pk}": "accepted"}
    old = ON | said | {f"answer_{world.two.pk}": "accepted"}
    desk = as_("democratic_services")
    assert desk.post(address(world, "answers"), old).status_code == 302
    reason = {f"reason_{world.two.pk}": "No money at all."}
    again = desk.post(
        address(world, "answers"), old | {f"answer_{world.two.pk}": "rejected"} | reason
    )
    html = again.content.decode()
    assert again.status_code == 422
    assert "Boston has answered recommendations 1 and 2 already" in html
    assert "No money at all." in html
    assert Response.objects.filter(council=world.boston, answer="accepted").count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"post": ""}, "Choose the body that answered, or name the post below."),
        ({"answer": "rejected"}, "Give the reason why recommendation 1 is not accepted in full."),
        ({"answer": ""}, "Choose at least one answer."),
        ({"answer": "maybe"}, "Choose an answer from the list."),
        ({"answered_on_month": "13"}, "month"),
        ({"answered_on_year": "2999"}, "still to come"),
        ({"post": "x\0y"}, "Null characters"),
    ],
)
def test_a_wrong_answer_is_said_in_a_sentence_and_nothing_typed_is_lost(
    as_, world, changed, sentence
):
    data = ON | {"settles": "yes", "post": "Cabinet", "reference": "minute 62", "answer": "noted"}
    data |= changed
    data[f"answer_{world.one.pk}"] = data.pop("answer")
    answer = as_("democratic_services").post(address(world, "answers"), data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert "minute 62" in html


def progress(**changed):
    return {
        "status": "amber", "sentence": "Waiting.",
        "on_day": "2", "on_month": "May", "on_year": "2023",
    } | changed  # fmt: skip


def test_progress_is_added(as_, world):
    answer = as_("officer").post(address(world, "report"), progress())
    assert answer.status_code == 302
    assert Progress.objects.get(recommendation=world.one, council=world.boston).status == "amber"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"status": ""}, "Answer this question"),
        ({"sentence": ""}, "Enter"),
        ({"evidence_address": "javascript:alert(1)"}, "Enter an address like https://"),
        ({"on_year": "2999"}, "say how far it is today"),
    ],
)
def test_wrong_progress_is_said_in_a_sentence(as_, world, changed, sentence):
    answer = as_("officer").post(address(world, "report"), progress(**changed))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_what_goes_on_is_not_offered_as_complete(as_, world):
    client = as_("partnership_officer")
    assert 'value="complete"' not in page(client, at("report", world.two, world.east))
    answer = client.post(at("report", world.two, world.east), progress(status="complete"))
    assert answer.status_code == 422


def test_two_who_correct_the_same_are_shown_both(as_, world):
    row = some_progress(world.one, world.boston)
    seen = row.history.latest().history_id
    client, where = as_("officer"), at("correct", world.one, world.boston, row.pk)
    first = progress(sentence="Theirs", because="A slip", seen=seen)
    assert client.post(where, first).status_code == 302
    answer = client.post(where, first | {"sentence": "Mine"})
    assert answer.status_code == 409
    assert "Theirs" in answer.content.decode()


def test_officers_propose_and_take_back(as_, world):
    a_response(world.one, world.boston)
    client, where = as_("officer"), address(world, "propose")
    day = {"on_day": "2", "on_month": "6", "on_year": "2023", "said": "It is done."}
    assert client.post(where, day).status_code == 302
    assert "Take the proposal back" in page(client, where)
    assert client.post(where, day).status_code == 302
    assert [c.step for c in Closing.objects.order_by("pk")] == ["propose", "take_back"]


def test_the_scrutiny_body_closes_and_opens_again(as_, world):
    client, where = as_("scrutiny_officer"), address(world, "decide")
    data = {
        "on_day": "2",
        "on_month": "6",
        "on_year": "2023",
        "said": "Overtaken.",
        "step": "close",
    }
    data["body"] = world.panel.pk
    assert client.post(where, data).status_code == 302
    assert "Open again" in page(client, where)
    assert "Closed by Scrutiny panel" in page(client, at("detail", world.one, world.boston))


def test_an_executive_closes_nothing(as_, world):
    cabinet = world.review.receipts.get(council=world.boston).body
    data = {"on_day": "2", "on_month": "6", "on_year": "2023", "said": "x", "step": "close"}
    answer = as_("scrutiny_officer").post(address(world, "decide"), data | {"body": cabinet.pk})
    assert answer.status_code == 422


def test_an_answer_is_corrected_with_a_reason(as_, world):
    row = a_response(world.one, world.boston)
    where = at("answer", world.one, world.boston, row.pk)
    client = as_("scrutiny_officer")
    page(client, where)
    seen = row.history.latest().history_id
    data = ON | {"settles": "yes", "post": "Cabinet", "answer": "noted", "because": "A slip"}
    assert client.post(where, data | {"seen": seen}).status_code == 302
    row.refresh_from_db()
    assert (row.answer, row.history.latest().history_change_reason) == ("noted", "A slip")


def test_an_answer_of_another_council_is_not_found_there(as_, world):
    row = a_response(a_recommendation(world.review, position=90, number="90"), world.east)
    page(as_("scrutiny_officer"), at("answer", world.one, world.boston, row.pk), 404)


# --- Writing recommendations ---------------------------------------------------------------------


def draft_of(world):
    return a_reported_review(world.boston, state="reporting")


def new(**changed):
    usual = {"do": "add", "number": "1", "text": "To add a glossary.", "kind": "one_off"}
    return usual | {"asks_for_answer": "on"} | changed


def test_a_recommendation_is_saved_whatever_is_noticed_about_it(as_, world):
    review = draft_of(world)
    where = reverse("recommendations:edit", args=[review.slug])
    client = as_("scrutiny_officer")
    assert client.post(where, new()).status_code == 302
    html = page(client, where)
    assert "Who is to do it?" in html
    assert "2 thoughts on its words" in html


def test_a_number_that_is_taken_is_refused(as_, world):
    review = draft_of(world)
    a_recommendation(review, number="1", position=1)
    where = reverse("recommendations:edit", args=[review.slug])
    answer = as_("scrutiny_officer").post(where, new(text="Other words."))
    assert answer.status_code == 422
    assert "Other words." in answer.content.decode()


def test_what_was_answered_is_not_removed(as_, world):
    where = reverse("recommendations:edit", args=[world.review.slug])
    client = as_("scrutiny_officer")
    client.post(where, {"do": f"remove:{world.one.pk}"})
    assert Recommendation.objects.filter(pk=world.one.pk).exists()


def test_the_body_that_adds_is_one_that_received_the_report(as_, world):
    where = reverse("recommendations:edit", args=[world.review.slug])
    body = world.review.receipts.get(council=world.boston).body
    client = as_("scrutiny_officer")
    assert client.post(where, new(added_by=a_body().pk)).status_code == 422
    assert client.post(where, new(added_by=body.pk)).status_code == 302


def test_notes_come_while_the_text_is_written(as_, world):
    answer = as_("scrutiny_officer").post("/scrutiny/recommendations/notes/", {"text": "Consider"})
    assert "What should change?" in answer.content.decode()


def test_notes_are_never_an_error(as_, world):
    client = as_("member")
    for text in ("", "x\0", "a " * 100_000):
        answer = client.post("/scrutiny/recommendations/notes/", {"text": text})
        assert answer.status_code == 200


def test_closing_is_told_in_the_history_of_the_matter(client, world):
    a_closing(world.one, world.boston, body=world.panel)
    html = page(client, reverse("issues:detail", args=[world.issue.slug]))
    assert "closed recommendation 1" in html


def test_a_receipt_that_is_planned_makes_nothing_late(client, world):
    review = a_reported_review(world.boston)
    a_receipt(review, received_on=None, outcome="", planned_on=date(2023, 3, 21))
    row = a_recommendation(review)
    html = page(client, at("detail", row, world.boston))
    assert "Report not received yet" in html
