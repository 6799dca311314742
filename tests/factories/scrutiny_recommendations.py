"""Recommendations, what councils answered to them, and how far they are."""

from datetime import date, datetime
from itertools import count

from governance.calendar.local_time import LONDON
from governance.models import Duty
from scrutiny.models import (
    Closing,
    MonitoringFile,
    MonitoringReport,
    Progress,
    Recommendation,
    Response,
    ResponseDuty,
)
from tests.factories.decisions import a_duty
from tests.factories.meetings import a_body
from tests.factories.people import made
from tests.factories.scrutiny_reviews import a_receipt, a_reported_review

_numbers = count(1)
ANSWERED_ON = date(2023, 4, 12)
MADE_AT = datetime(2023, 5, 9, 9, tzinfo=LONDON)


def a_recommendation(review=None, **fields):
    number = next(_numbers)
    usual = {"position": number, "number": str(number), "text": "To add a glossary by 1 May 2023."}
    return made(Recommendation(review=review or a_reported_review(), **usual | fields))


def a_response(recommendation, council=None, **fields):
    """Return the council's own answer: accepted, by its executive."""
    council = council or recommendation.review.lead_council
    usual = {"answer": "accepted", "post": "Portfolio Holder", "answered_on": ANSWERED_ON}
    return made(Response(recommendation=recommendation, council=council, **usual | fields))


def some_progress(recommendation, council=None, **fields):
    council = council or recommendation.review.lead_council
    usual = {"on": date(2023, 5, 2), "status": "green", "sentence": "The glossary is drafted."}
    return made(Progress(recommendation=recommendation, council=council, **usual | fields))


def a_closing(recommendation, council=None, **fields):
    """Return a proposal to close, or with a `body` its decision."""
    council = council or recommendation.review.lead_council
    step = "close" if fields.get("body") else "propose"
    usual = {"step": step, "on": date(2023, 6, 1), "said": "It is done."}
    return made(Closing(recommendation=recommendation, council=council, **usual | fields))


def a_response_duty(review, council=None, **fields):
    council = council or review.lead_council
    usual = {"kind": "response", "due_on": date(2023, 5, 5), "title": "Answer scrutiny"}
    duty = fields.pop("duty", None) or a_duty(council, **usual | fields)
    return made(ResponseDuty(review=review, council=council, duty=duty))


def a_review_with(number=1, *councils, received_on=date(2023, 3, 6), **fields):
    """Return a reported review with so many recommendations, received by each council's body."""
    review = a_reported_review(councils[0] if councils else None, **fields)
    for council in councils or (review.lead_council,):
        body = a_body(council, name="Cabinet")
        a_receipt(review, council, body, received_on=received_on)
    for position in range(1, number + 1):
        a_recommendation(review, position=position, number=str(position))
    return review


def a_monitoring_report(body, **fields):
    usual = {
        "title": "Recommendations: what became of them", "facts": {"told": "Nothing"},
        "facts_sha256": "a" * 64, "made_at": MADE_AT,
    }  # fmt: skip
    return made(MonitoringReport(body=body, **usual | fields))


def one_of_each(_partnership, council):
    """Make a row of every model of the feature, and of the reports about it."""
    recommendation = a_recommendation(a_reported_review(council))
    a_response(recommendation)
    some_progress(recommendation)
    a_closing(recommendation)
    a_response_duty(recommendation.review, duty=Duty.objects.latest("pk"))
    report = a_monitoring_report(a_body(council, name="Scrutiny panel", regime="committee"))
    MonitoringFile.objects.create(report=report, content=b"%PDF", size=4, sha256="a" * 64)
