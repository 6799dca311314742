"""What a review needs before each step, and where it stands on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutiny.reviews.rules import Held, Place, missing, needs_reason, standing

WHOLE = Held(
    scope="The strategy", outcomes="Confidence", lines=1, has_task_group=True, members=3,
    has_due_day=True, heard=1, sections=[("Users", True)], findings=1, is_published=True,
    received=1,
)  # fmt: skip
DUE = date(2023, 3, 1)


@pytest.mark.parametrize(
    ("to", "lacking", "says"),
    [
        ("scoped", {"scope": ""}, "Write what is looked into, and what is not."),
        ("scoped", {"outcomes": ""}, "Write what should come of it."),
        ("gathering", {"has_task_group": False}, "Name the task group that does the review."),
        ("gathering", {"members": 0}, "Appoint members to the task group."),
        ("gathering", {"lines": 0}, "Write at least one line of enquiry."),
        ("gathering", {"has_due_day": False}, "Say by when the report is due."),
        ("reporting", {"heard": 0}, "Record at least one piece of evidence or a witness."),
        ("reported", {"sections": []}, "Write at least one section of the report."),
        ("reported", {"findings": 0}, "Write at least one finding."),
        ("reported", {"unclassified": 2}, "Say who can read 2 papers that nobody has classified."),
        (
            "reported", {"sections": [("Later", False)]},
            "“Later” has no text: write it, or say in its note why it has none.",
        ),
        (
            "monitoring", {"is_published": False},
            "Publish the review, so that everybody can read the report.",
        ),
        ("monitoring", {"received": 0}, "Record the first body that received the report."),
        ("closed", {"awaited": ["Boston"]}, "Record when Boston received the report."),
        ("closed", {"open_after": ["Close recommendation 2."]}, "Close recommendation 2."),
    ],
)  # fmt: skip
def test_a_step_says_what_it_lacks_and_nothing_else(to, lacking, says):
    assert missing(to, WHOLE) == []
    assert missing(to, replace(WHOLE, **lacking)) == [says]


@pytest.mark.parametrize("to", ["stopped", "proposed"])
def test_stopping_and_taking_up_again_need_nothing_but_a_reason(to):
    assert missing(to, Held()) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("scoped", "stopped", True), ("stopped", "proposed", True), ("closed", "monitoring", True),
        ("reported", "reporting", True), ("monitoring", "reporting", True),
        ("proposed", "scoped", False), ("reporting", "gathering", False),
        ("reporting", "reported", False), ("monitoring", "closed", False),
    ],
)  # fmt: skip
def test_stopping_reopening_and_correcting_a_report_say_why(old, new, expected):
    assert needs_reason(old, new) is expected


def a_place(**facts):
    usual = {"state": "gathering", "label": "Gathering evidence", "due_on": DUE,
             "reported_on": None, "received": 0, "receipts": 0, "reason": ""}  # fmt: skip
    return Place(**usual | facts)


def test_a_report_is_late_the_day_after_it_was_due():
    assert standing(a_place(), DUE).sentence == "Its report is due by Wednesday 1 March 2023"
    late = standing(a_place(), DUE + timedelta(days=1))
    assert (late.shape, late.sentence) == (
        "bad", "Its report is late by 1 day: due Wednesday 1 March 2023",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"due_on": None}, "No day is set for its report"),
        ({"state": "stopped", "reason": "The project ended."}, "The project ended."),
        ({"state": "reported"}, "It reported; where the report goes is not recorded"),
        (
            {"state": "reported", "receipts": 3, "received": 1},
            "1 of 3 bodies that the report goes to have it",
        ),
        (
            {"state": "monitoring", "receipts": 1, "received": 1},
            "Every body that the report goes to has it: 1 body",
        ),
        (
            {"state": "closed", "reported_on": DUE},
            "It reported on Wednesday 1 March 2023, and nothing of it is watched now",
        ),
    ],
)  # fmt: skip
def test_where_it_stands_is_said_in_a_sentence(facts, says):
    assert standing(a_place(**facts), DUE).sentence == says
