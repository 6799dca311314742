"""Reviews of scrutiny with every part of theirs, and where their reports went."""

from datetime import date, datetime
from itertools import count

from governance.calendar.local_time import LONDON
from scrutiny.models import (
    Appendix,
    Commission,
    Evidence,
    Finding,
    LineOfEnquiry,
    Receipt,
    ReportFile,
    ReportSection,
    Review,
    Witness,
)
from tests.factories.councils import a_council
from tests.factories.meetings import a_body
from tests.factories.people import made

_numbers = count(1)
MADE_AT = datetime(2023, 3, 3, 9, tzinfo=LONDON)
RECEIVED_ON = date(2023, 3, 6)
PARTS = {
    LineOfEnquiry: {"question": "Does it make progress?"},
    Witness: {"who": "Head of ICT", "heard_on": date(2023, 1, 9)},
    Evidence: {"title": "Survey of residents", "kind": "written", "classification": "public"},
    ReportSection: {"heading": "Users", "body": "Residents come first."},
    Finding: {"text": "Residents ask for help."},
    Appendix: {"title": "The presentation", "label": "C", "classification": "public"},
}


def a_review(council=None, **fields):
    """Return a published review that has only been proposed."""
    number = next(_numbers)
    usual = {"title": f"Review {number}", "slug": f"review-{number}", "is_published": True}
    return made(Review(lead_council=council or a_council(), **usual | fields))


def a_task_group(*councils, **fields):
    return a_body(*councils, **{"name": "Task group", "regime": "task_group"} | fields)


def a_part(model, review, **fields):
    """Return a part of a review: a line of enquiry, a witness, evidence and so on."""
    usual = {"position": next(_numbers)} | PARTS[model]
    return made(model(review=review, **usual | fields))


def a_whole_review(council=None, **fields):
    """Return a review with one part of every kind, whose report is being written."""
    council = council or a_council()
    usual = {
        "state": "reporting", "scope": "The strategy.", "outcomes_wanted": "Confidence.",
        "report_due_on": date(2023, 3, 1), "report_by": "The chair of the task group",
    }  # fmt: skip
    if "task_group" not in fields:
        fields["task_group"] = a_task_group(council)
    review = a_review(council, **usual | fields)
    for model in PARTS:
        a_part(model, review)
    return review


def a_reported_review(council=None, **fields):
    usual = {"state": "reported", "reported_on": date(2023, 3, 3), "edition": 1}
    return a_whole_review(council, **usual | fields)


def a_receipt(review, council=None, body=None, **fields):
    """Return a body having received the report, with its council's answer to come."""
    council = council or review.lead_council
    body = body or a_body(council)
    usual = {"received_on": RECEIVED_ON, "asks_for_answer": True, "outcome": "Noted the report."}
    return made(Receipt(review=review, council=council, body=body, **usual | fields))


def a_commission(review, body=None):
    return made(Commission(review=review, body=body or a_body(review.lead_council)))


def a_report_file(review):
    row = ReportFile(
        review=review, edition=1, content=b"%PDF-", size=5, sha256="0" * 64,
        facts_sha256="1" * 64, made_at=MADE_AT,
    )  # fmt: skip
    row.save()
    return row


def one_of_each(partnership, council):
    """Make a row of every model of the feature."""
    review = a_reported_review(council, partnership=partnership)
    a_commission(review)
    a_receipt(review)
    a_report_file(review)
