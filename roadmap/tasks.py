"""Index of the tasks, so that Celery finds them. Nothing else belongs here."""

from roadmap.contracts.tasks import keep_duties_of_contracts
from roadmap.dashboards.tasks import render_dashboard_pdf, render_missing_dashboard_pdfs
from roadmap.items.tasks import keep_duties_of_gates
from roadmap.strategies.tasks import render_missing_strategy_pdfs, render_strategy_pdf

__all__ = [
    "keep_duties_of_contracts",
    "keep_duties_of_gates",
    "render_dashboard_pdf",
    "render_missing_dashboard_pdfs",
    "render_missing_strategy_pdfs",
    "render_strategy_pdf",
]
