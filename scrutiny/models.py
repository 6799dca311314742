"""Index of the models, so that Django finds them. Nothing else belongs here."""

from scrutiny.call_ins.models import CallIn, CallInDuty, CouncilMember, HearingBody, Signature
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.reviews.models import (
    Commission,
    Finding,
    LineOfEnquiry,
    Receipt,
    ReportFile,
    ReportSection,
    Review,
    Witness,
)
from scrutiny.reviews.papers import Appendix, Evidence

__all__ = [
    "Appendix",
    "CallIn",
    "CallInDuty",
    "Commission",
    "CouncilMember",
    "Evidence",
    "Finding",
    "HearingBody",
    "LineOfEnquiry",
    "Occurrence",
    "Receipt",
    "ReportFile",
    "ReportSection",
    "Review",
    "ReviewCycle",
    "Signature",
    "Witness",
]
