"""Index of the models, so that Django finds them. Nothing else belongs here."""

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
    "Commission",
    "Evidence",
    "Finding",
    "LineOfEnquiry",
    "Occurrence",
    "Receipt",
    "ReportFile",
    "ReportSection",
    "Review",
    "ReviewCycle",
    "Witness",
]
