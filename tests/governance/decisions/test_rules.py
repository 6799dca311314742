"""The checklist of a decision, line by line."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import pytest

from governance.decisions.rules import Level, Origin, checklist, missing


@dataclass
class Recorded:
    """A decision of which nothing is missing."""

    made_on: date | None = date(2023, 4, 12)
    reasons: str = "One approach."
    alternatives_answer: str = "none"
    alternatives: str = ""
    conflicts_answer: str = "none"
    conflicts: str = ""
    dispensations_answer: str = "none"
    dispensations: str = ""
    key_answer: str = "no"
    key_test: str = ""
    call_in_answer: str = "yes"
    no_call_in_reason: str = ""
    contact: str = "Democratic services"
    classification: str = "public"
    maker: str = "body"
    regime: str = "2012"
    why_recorded: str = ""
    key_route: str = ""
    value_pence: int | None = None
    no_call_in_ground: str = ""
    portfolio_holder: str = ""
    lead_officer: str = ""
    wards: str = ""


LIMBS = [SimpleNamespace(verb=verb) for verb in ("approve", "approve", "note")]


def line(part, limbs=LIMBS, marks=(), **fields):
    (found,) = [c for c in checklist(Recorded(**fields), limbs, marks) if c.part == part]
    return found


def test_nothing_is_missing_of_a_complete_decision():
    assert missing(checklist(Recorded(), LIMBS, [])) == []


def test_of_an_empty_decision_every_line_is_missing():
    blank = Recorded(*[None, *[""] * 13])
    checks = [check for check in checklist(blank, [], []) if check.part != "about"]
    assert missing(checks) == checks


def test_the_law_asks_first_and_the_council_after_it():
    origins = [check.origin for check in checklist(Recorded(), LIMBS, ["limb 1 (*)"])]
    assert origins == [Origin.LAW] * 5 + [Origin.COUNCIL] * 5


@pytest.mark.parametrize(
    ("part", "fields", "says"),
    [
        ("resolution", {}, "3 limbs (approve and note). Wednesday 12 April 2023."),
        ("reasons", {"reasons": "A\n\n  b"}, "A b"),
        ("alternatives", {}, "No alternatives were considered."),
        ("alternatives", {"alternatives_answer": "some", "alternatives": "Wait"}, "Wait"),
        ("conflicts", {}, "None declared; no dispensations."),
        (
            "conflicts",
            {
                "conflicts_answer": "some",
                "conflicts": "A share",
                "dispensations_answer": "some",
                "dispensations": "To speak",
            },
            "A share; To speak.",
        ),
        ("classification", {}, "Public."),
        (
            "classification",
            {"classification": "exempt"},
            "Exempt: the public sees that it exists and under which paragraph.",
        ),
        (
            "classification",
            {"classification": "confidential"},
            "Confidential: the public sees only that it exists.",
        ),
        ("key", {}, "Not a key decision."),
        ("key", {"key_answer": "yes", "key_test": "money"}, "A key decision."),
        ("call-in", {}, "Can be called in."),
        (
            "call-in",
            {"call_in_answer": "no", "no_call_in_reason": "Urgent"},
            "Cannot be called in: Urgent",
        ),
        ("contact", {}, "Democratic services"),
    ],
)
def test_a_line_that_is_done_says_what_was_recorded(part, fields, says):
    found = line(part, **fields)
    assert (found.level, found.says) == (Level.DONE, says)


@pytest.mark.parametrize(
    ("part", "limbs", "fields"),
    [
        ("resolution", [], {}),
        ("resolution", LIMBS, {"made_on": None}),
        ("reasons", LIMBS, {"reasons": " \n"}),
        ("alternatives", LIMBS, {"alternatives_answer": ""}),
        ("conflicts", LIMBS, {"conflicts_answer": ""}),
        ("conflicts", LIMBS, {"dispensations_answer": ""}),
        ("classification", LIMBS, {"classification": ""}),
        ("key", LIMBS, {"key_answer": ""}),
        ("call-in", LIMBS, {"call_in_answer": ""}),
        ("contact", LIMBS, {"contact": ""}),
    ],
)
def test_a_line_that_is_missing_is_the_only_one_and_says_what_to_do(part, limbs, fields):
    (found,) = missing(checklist(Recorded(**fields), limbs, []))
    assert found.part == part
    assert found.says.endswith(".")


def test_a_long_text_is_cut_between_words():
    found = line("reasons", reasons="seven letters " * 20)
    assert len(found.says) <= 140
    assert found.says.endswith(("seven…", "letters…"))


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (["limb 1 (**)"], "Limb 1 (**) has no footnote."),
        (["limb 1 (**)", "minute 60 (*)"], "Limb 1 (**) and minute 60 (*) have no footnote."),
    ],
)
def test_a_mark_that_nothing_explains_is_a_warning_and_stops_nothing(marks, says):
    found = line("marks", marks=marks)
    assert found.level is Level.WARNING
    assert found.says.startswith(says)
    assert missing([found]) == []


def test_without_such_marks_there_is_no_line():
    assert "marks" not in {check.part for check in checklist(Recorded(), LIMBS, [])}


def parts(**fields):
    known = ("agreed", "threshold_pence", "key_from")
    options = {n: fields.pop(n) for n in known if n in fields}
    return {c.part: c for c in checklist(Recorded(**fields), LIMBS, [], **options)}


KEY = {"key_answer": "yes", "key_test": "money"}


def test_a_key_decision_says_how_the_public_was_told_beforehand():
    assert "key-notice" not in parts()
    assert parts(**KEY)["key-notice"].level is Level.MISSING
    assert parts(**KEY, key_route="notice")["key-notice"].level is Level.DONE


def test_special_urgency_wants_its_agreement_by_law():
    urgent = KEY | {"key_route": "urgency"}
    wanted = parts(**urgent)["special-urgency"]
    assert (wanted.level, wanted.origin) == (Level.MISSING, Origin.LAW)
    agreed = parts(**urgent, agreed={"key": ["Chair of the scrutiny committee"]})
    assert agreed["special-urgency"].says == "Agreed by the Chair of the scrutiny committee."


def test_leaving_an_urgent_decision_out_of_call_in_wants_an_agreement_of_its_own():
    urgent = {"call_in_answer": "no", "no_call_in_reason": "R", "no_call_in_ground": "urgent"}
    assert parts(**urgent, agreed={"key": ["Chair"]})["urgency"].level is Level.MISSING
    assert parts(**urgent, agreed={"call_in": ["Mayor"]})["urgency"].level is Level.DONE
    assert "urgency" not in parts(**urgent | {"no_call_in_ground": "notes"})


@pytest.mark.parametrize(
    ("pence", "answer", "level"),
    [
        (15_000_000, "no", Level.WARNING),
        (14_999_999, "no", Level.DONE),
        (15_000_000, "yes", Level.DONE),
        (None, "no", Level.DONE),
    ],
)
def test_a_sum_at_the_threshold_that_is_not_called_key_is_a_warning(pence, answer, level):
    found = parts(value_pence=pence, key_answer=answer, threshold_pence=15_000_000)
    assert found["about"].level is level


def test_without_a_threshold_no_sum_is_a_warning():
    assert parts(value_pence=10**12)["about"].level is Level.DONE


def test_an_officers_decision_outside_the_executive_says_why_it_is_recorded():
    officer = {"maker": "officer", "regime": "2014"}
    assert parts(**officer)["delegation"].level is Level.MISSING
    assert parts(**officer, why_recorded="express")["delegation"].level is Level.DONE
    assert parts(maker="officer", regime="2012")["delegation"].level is Level.DONE
    assert "delegation" not in parts(maker="member")


@pytest.mark.parametrize(
    ("key_from", "level", "says"),
    [
        (date(2023, 4, 12), Level.DONE, "Notice of at least 28 clear days (regulation 9)."),
        (date(2023, 4, 13), Level.MISSING, "lets it be made from Thursday 13 April 2023"),
        (date.max, Level.MISSING, "before that notice was published"),
        (None, Level.DONE, "published elsewhere; nothing here shows it"),
    ],
)
def test_a_key_decision_made_before_its_notice_allows_is_not_certified(key_from, level, says):
    found = parts(**KEY, key_route="notice", key_from=key_from)["key-notice"]
    assert found.level is level
    assert says in found.says
