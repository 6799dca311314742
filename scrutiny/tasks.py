"""Index of the tasks, so that Celery finds them. Nothing else belongs here."""

from scrutiny.cycles.tasks import keep_review_cycles
from scrutiny.monitoring.tasks import render_missing_monitoring_pdfs, render_monitoring_pdf
from scrutiny.reviews.tasks import render_missing_report_pdfs, render_report_pdf

__all__ = [
    "keep_review_cycles",
    "render_missing_monitoring_pdfs",
    "render_missing_report_pdfs",
    "render_monitoring_pdf",
    "render_report_pdf",
]
