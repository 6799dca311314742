"""What the database refuses of recommendations, answers, progress and closing."""

from datetime import date

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

CHANGED = {
    "recommendation_has_a_number_and_text": (Recommendation, [{"number": ""}, {"text": ""}]),
    "recommendation_kind_is_known": (Recommendation, [{"kind": "wish"}]),
    "response_answer_is_known": (Response, [{"answer": "perhaps"}]),
    "response_says_who_gave_it": (Response, [{"post": ""}]),
    "response_that_says_no_says_why": (Response, [{"answer": "rejected"}, {"answer": "in_part"}]),
    "progress_status_is_known": (Progress, [{"status": "purple"}]),
    "progress_says_what": (Progress, [{"sentence": ""}]),
    "progress_corrected_says_why": (
        Progress, [{"correction": "A slip."}, {"corrected_on": date(2023, 6, 1)}],
    ),
    "closing_step_is_known": (Closing, [{"step": "forget"}]),
    "closing_is_decided_by_a_body": (
        Closing, [{"step": "close"}, lambda rows: {"body": a_body(rows[Closing].council)}],
    ),
    "closing_says_why": (Closing, [{"said": ""}]),
}  # fmt: skip


def with_another_duty(rows):
    return {"duty": a_duty(rows[ResponseDuty].council)}


COPIED = {
    "one_recommendation_a_review_and_number": (Recommendation, [{"position": 999}]),
    "one_recommendation_a_place": (Recommendation, [{"number": "99"}]),
    "one_answer_a_recommendation_and_council": (Response, [{"answer": "noted"}]),
    "one_duty_a_review_and_council": (ResponseDuty, [with_another_duty]),
    "monitoring_report_has_a_title": (MonitoringReport, [{"title": ""}]),
    "monitoring_report_hash_is_sha256": (MonitoringReport, [{"facts_sha256": "x"}]),
    "monitoring_file_hash_is_sha256": (MonitoringFile, [{"sha256": "x"}]),
}
