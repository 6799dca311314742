"""The form of each line: what it asks for in a sentence, and what it stores."""

from datetime import date

import pytest

from governance.decisions.forms import LimbForm
from governance.decisions.parts import PARTS
from governance.models import Decision

SEEN = {"seen": "1"}
TODAY = {"made_on_day": "12", "made_on_month": "4", "made_on_year": "2023"}


def form(part, **typed):
    return PARTS[part](SEEN | typed)


@pytest.mark.parametrize(
    ("part", "typed", "field", "sentence"),
    [
        ("reasons", {"reasons": " "}, "reasons", "Write the reasons."),
        ("alternatives", {}, "alternatives_answer", "Alternatives: choose one."),
        (
            "alternatives",
            {"alternatives_answer": "some", "alternatives": " "},
            "alternatives",
            "Write what was rejected, and why.",
        ),
        ("conflicts", {"dispensations_answer": "none"}, "conflicts_answer", "choose one."),
        ("conflicts", {"conflicts_answer": "none"}, "dispensations_answer", "choose one."),
        (
            "conflicts",
            {"conflicts_answer": "some", "dispensations_answer": "none"},
            "conflicts",
            "Write who declared which interest.",
        ),
        (
            "conflicts",
            {"conflicts_answer": "none", "dispensations_answer": "some"},
            "dispensations",
            "Write which was given, and to whom.",
        ),
        ("key", {}, "key_answer", "Choose whether it is a key decision."),
        ("key", {"key_answer": "yes"}, "key_test", "Choose which test makes it a key decision."),
        ("call-in", {}, "call_in_answer", "Choose whether it can be called in."),
        (
            "call-in",
            {"call_in_answer": "no", "no_call_in_ground": "notes"},
            "no_call_in_reason",
            "Write why it cannot be called",
        ),
        (
            "call-in",
            {"call_in_answer": "no", "no_call_in_reason": "It notes."},
            "no_call_in_ground",
            "Choose the ground.",
        ),
        ("contact", {}, "contact", "Name the portfolio holder or an officer"),
        ("contact", {"contact": "x" * 301}, "contact", "300 characters or fewer. You typed 301."),
        ("classification", {}, "classification", "Choose who can read it."),
        (
            "classification",
            {"classification": "exempt", "public_interest_reason": "Prices"},
            "exempt_paragraphs",
            "Choose at least one paragraph of Schedule 12A.",
        ),
        (
            "classification",
            {"classification": "exempt", "exempt_paragraphs": ["3"]},
            "public_interest_reason",
            "Write why it is kept exempt.",
        ),
        ("resolution", {"limbs_seen": "0"}, "made_on", "Enter the date"),
        (
            "resolution",
            {"limbs_seen": "0"} | TODAY | {"made_on_day": "31"},
            "made_on",
            "31 April does not exist",
        ),
    ],
)
def test_what_is_missing_is_asked_for_in_a_sentence(part, typed, field, sentence):
    found = form(part, **typed)
    assert set(found.errors) == {field}
    assert sentence in found.errors[field][0]


@pytest.mark.parametrize(
    ("part", "typed", "stored"),
    [
        ("reasons", {"reasons": "Because."}, {"reasons": "Because."}),
        (
            "alternatives",
            {"alternatives_answer": "none", "alternatives": "left over"},
            {"alternatives_answer": "none", "alternatives": ""},
        ),
        (
            "conflicts",
            {
                "conflicts_answer": "none",
                "conflicts": "left over",
                "dispensations_answer": "some",
                "dispensations": "To speak",
            },
            {
                "conflicts_answer": "none",
                "conflicts": "",
                "dispensations_answer": "some",
                "dispensations": "To speak",
            },
        ),
        (
            "key",
            {"key_answer": "no", "key_test": "money"},
            {
                "key_answer": "no",
                "key_test": "",
                "key_route": "",
                "key_route_reason": "",
                "key_notice": None,
            },
        ),
        (
            "call-in",
            {
                "call_in_answer": "yes",
                "no_call_in_reason": "left over",
                "no_call_in_ground": "notes",
            },
            {
                "call_in_answer": "yes",
                "no_call_in_reason": "",
                "no_call_in_ground": "",
                "effective_from": None,
            },
        ),
        (
            "classification",
            {"classification": "public", "exempt_paragraphs": ["3"], "public_interest_reason": "x"},
            {
                "classification": "public",
                "exempt_paragraphs": [],
                "public_interest_reason": "",
                "exemption_review_on": None,
            },
        ),
        (
            "resolution",
            {"limbs_seen": "0", "preamble": "Cabinet resolved to:"} | TODAY,
            {"made_on": date(2023, 4, 12), "preamble": "Cabinet resolved to:"},
        ),
    ],
)
def test_what_an_answer_leaves_over_is_not_stored(part, typed, stored):
    found = form(part, **typed)
    assert found.errors == {}
    assert found.changes() == stored


@pytest.mark.parametrize("part", PARTS)
def test_every_part_says_in_the_history_what_it_was_for(part):
    assert PARTS[part].heading
    assert PARTS[part].because


@pytest.mark.parametrize("part", PARTS)
def test_every_question_is_a_field_of_the_record(part):
    names = PARTS[part].base_fields.keys() - PARTS[part].not_of_the_record()
    assert names <= {field.name for field in Decision._meta.concrete_fields}


def test_a_limb_says_what_follows_its_verb():
    found = LimbForm({"verb": "approve", "text": ""})
    assert found.errors["text"] == ["Write what follows the verb, or tick “Remove this limb”."]


def test_a_limb_that_delegates_names_the_post():
    found = LimbForm({"verb": "delegate", "text": "procurement"})
    assert found.errors["delegated_to"] == ["Name the post to which it is delegated."]
