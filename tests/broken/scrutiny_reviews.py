"""What the database refuses of reviews and of the cycles in which they come round."""

from datetime import date
from uuid import uuid4

from scrutiny.models import (
    Appendix,
    Commission,
    Evidence,
    Finding,
    LineOfEnquiry,
    Occurrence,
    Receipt,
    ReportFile,
    ReportSection,
    Review,
    ReviewCycle,
    Witness,
)
from tests.factories.decisions import a_duty
from tests.factories.meetings import a_body

LATER = date(2033, 1, 1)
PLACES = {
    "line_of_enquiry": LineOfEnquiry, "witness": Witness, "evidence": Evidence,
    "report_section": ReportSection, "finding": Finding, "appendix": Appendix,
}  # fmt: skip
CHANGED = {
    "review_has_a_title": (Review, [{"title": ""}]),
    "review_state_is_known": (Review, [{"state": "dreamt"}]),
    "review_stopped_says_why": (Review, [{"state": "stopped"}]),
    "review_reported_has_an_edition": (Review, [{"state": "monitoring", "edition": 0}]),
    "line_of_enquiry_asks": (LineOfEnquiry, [{"question": ""}]),
    "witness_is_named": (Witness, [{"who": ""}]),
    "evidence_has_a_title": (Evidence, [{"title": ""}]),
    "evidence_kind_is_known": (Evidence, [{"kind": "rumour"}]),
    "report_section_has_a_heading": (ReportSection, [{"heading": ""}]),
    "finding_says_something": (Finding, [{"text": ""}]),
    "appendix_has_a_title": (Appendix, [{"title": ""}]),
    "review_cycle_has_a_title": (ReviewCycle, [{"title": ""}]),
    "review_cycle_is_of_something": (ReviewCycle, [{"issue": None}]),
    "review_cycle_comes_round": (ReviewCycle, [{"months": 0}, {"light_months": 0}]),
    "review_cycle_light_touch_is_whole": (
        ReviewCycle, [{"light_months": None}, {"light_from": None}],
    ),
    "review_cycle_role_is_known": (ReviewCycle, [{"holder_role": "mayor"}]),
    "occurrence_kind_is_known": (Occurrence, [{"kind": "guess"}]),
    "occurrence_moved_says_why": (Occurrence, [{"due_on": LATER}]),
}  # fmt: skip
for _noun, _classified in [("evidence", Evidence), ("appendix", Appendix)]:
    CHANGED[f"{_noun}_classification_is_known"] = (_classified, [{"classification": "secret"}])
    CHANGED[f"{_noun}_names_paragraphs_only_when_exempt"] = (
        _classified,
        [
            {"classification": "exempt", "public_interest_reason": "Prices"},
            {"classification": "exempt", "exempt_paragraphs": [3]},
            {"classification": "public", "exempt_paragraphs": [3]},
        ],
    )


def at_another_body(rows):
    return {"body": a_body(rows[Review].lead_council)}


def of_its_own(model):
    """Papers have a number of their own, which no copy has."""
    return {"public_id": uuid4()} if model in {Evidence, Appendix} else {}


def with_a_duty_of_its_own(rows):
    return {"duty": a_duty(rows[ReviewCycle].council)}


COPIED = {
    **{f"one_{noun}_a_place": (model, [of_its_own(model)]) for noun, model in PLACES.items()},
    "report_file_hashes_are_sha256": (ReportFile, [{"sha256": "x"}, {"facts_sha256": "x"}]),
    "one_commission_a_review_and_body": (Commission, [{}]),
    "one_receipt_a_review_body_and_council": (Receipt, [{"asks_for_answer": False}]),
    "one_answer_a_review_and_council": (Receipt, [at_another_body]),
    "one_occurrence_a_cycle_and_day": (Occurrence, [with_a_duty_of_its_own]),
}
