"""Index of the models, so that Django finds them. Nothing else belongs here."""

from scrutiny.call_ins.models import CallIn, CallInDuty, CouncilMember, HearingBody, Signature
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.monitoring.models import MonitoringFile, MonitoringReport
from scrutiny.recommendations.models import (
    Closing,
    Progress,
    Recommendation,
    Response,
    ResponseDuty,
)
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
    "Closing",
    "Commission",
    "CouncilMember",
    "Evidence",
    "Finding",
    "HearingBody",
    "LineOfEnquiry",
    "MonitoringFile",
    "MonitoringReport",
    "Occurrence",
    "Progress",
    "Receipt",
    "Recommendation",
    "ReportFile",
    "ReportSection",
    "Response",
    "ResponseDuty",
    "Review",
    "ReviewCycle",
    "Signature",
    "Witness",
]
