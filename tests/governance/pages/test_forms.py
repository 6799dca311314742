"""Every question in the design system's markup, when empty and when answered wrongly."""

import pytest
from django.template import engines

from tests.governance.pages.a_form import WRONG, EveryQuestion
from tests.governance.pages.markup import by_id, of_class, parsed, text_of

GROUPS = {"held", "access", "paragraphs"}


def shown(form):
    template = engines["django"].from_string("{% error_summary form %}<form>{{ form }}</form>")
    return template.render({"form": form})


@pytest.fixture
def wrong():
    return parsed(shown(EveryQuestion(WRONG)))


def test_an_empty_form_is_valid_markup_without_a_summary():
    tree = parsed(shown(EveryQuestion()))
    assert not of_class(tree, "govuk-error-summary")
    assert not of_class(tree, "govuk-error-message")


def test_every_question_has_a_label_or_a_legend(wrong):
    labelled = {label.get("for") for label in wrong.iter("label")}
    inputs = [e for tag in ("input", "select", "textarea") for e in wrong.iter(tag)]
    unlabelled = {e.get("id") for e in inputs if e.get("type") != "hidden"} - labelled
    assert unlabelled == set()
    assert len(list(wrong.iter("legend"))) == len(GROUPS)


def test_every_error_of_the_summary_leads_to_an_input_in_the_order_of_the_page(wrong):
    (summary,) = of_class(wrong, "govuk-error-summary")
    links = [link.get("href")[1:] for link in summary.iter("a")]
    assert links == [
        "id_title", "id_email", "id_held_0", "id_starts", "id_body", "id_password", "id_checked",
    ]  # fmt: skip
    assert {by_id(wrong, link).tag for link in links} <= {"input", "select", "textarea"}


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("title", "Title must be 20 characters or fewer. You typed 32."),
        ("email", "Enter an e-mail address like name@example.gov.uk"),
        ("held", "Enter a real date: 31 April does not exist, April has 30 days"),
        ("starts", "Say whether 6.50 is am or pm: enter 6.50am or 6.50pm"),
        ("body", "Choose the body"),
        ("password", "Enter the password"),
        ("checked", "Tick the box: I have checked the names"),
    ],
)
def test_the_sentence_stands_beside_its_question(wrong, question, sentence):
    assert text_of(by_id(wrong, f"id_{question}_error")) == f"Error: {sentence}"


def test_hint_and_error_are_read_out_with_the_input(wrong):
    assert by_id(wrong, "id_title").get("aria-describedby") == "id_title_helptext id_title_error"
    assert by_id(wrong, "id_title").get("aria-invalid") == "true"
    fieldset = next(
        group for group in wrong.iter("fieldset") if by_id_or_none(group, "id_held_0") is not None
    )
    assert fieldset.get("aria-describedby") == "id_held_helptext id_held_error"


def by_id_or_none(tree, wanted):
    return next((element for element in tree.iter() if element.get("id") == wanted), None)


def test_everything_typed_is_kept(wrong):
    assert by_id(wrong, "id_title").get("value") == WRONG["title"]
    assert by_id(wrong, "id_email").get("value") == WRONG["email"]
    assert [by_id(wrong, f"id_held_{box}").get("value") for box in range(3)] == [
        "31", "April", "2023",
    ]  # fmt: skip
    assert by_id(wrong, "id_starts").get("value") == "6.50"
    assert by_id(wrong, "id_access_1").get("checked") is not None
    assert by_id(wrong, "id_paragraphs_1").get("checked") is not None
    assert by_id(wrong, "id_reason").get("value") == "Prices"


def test_markup_and_other_scripts_come_back_as_text(wrong):
    minute = by_id(wrong, "id_minute")
    assert minute.text.strip() == WRONG["minute"]
    assert minute.get("dir") == "auto"


def test_a_password_is_not_sent_back():
    tree = parsed(shown(EveryQuestion(WRONG | {"password": "correct horse"})))
    assert by_id(tree, "id_password").get("value") is None


def test_questions_below_an_answer_stand_there_and_nowhere_else(wrong):
    (below,) = of_class(wrong, "govuk-radios__conditional")
    assert {e.get("id") for e in below.iter("input")} == {
        "id_paragraphs_0", "id_paragraphs_1", "id_reason",
    }  # fmt: skip
    assert sum(e.get("id") == "id_reason" for e in wrong.iter("input")) == 1


def test_only_what_may_be_left_out_is_called_optional(wrong):
    labels = {label.get("for"): text_of(label) for label in wrong.iter("label")}
    assert labels["id_starts"] == "Start time (optional)"
    assert labels["id_title"] == "Title"


def test_an_error_of_the_whole_form_is_in_the_summary_without_a_link():
    form = EveryQuestion(WRONG)
    form.add_error(None, "The decision cannot be published before it was made")
    (summary,) = of_class(parsed(shown(form)), "govuk-error-summary")
    first = next(summary.iter("li"))
    assert text_of(first) == "The decision cannot be published before it was made"
    assert not list(first.iter("a"))


def test_an_error_of_a_hidden_input_is_said_though_nothing_can_be_focused():
    form = EveryQuestion(WRONG | {"version": "x"})
    (summary,) = of_class(parsed(shown(form)), "govuk-error-summary")
    assert "#id_version" not in [link.get("href") for link in summary.iter("a")]
