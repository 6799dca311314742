"""Index of the tasks, so that Celery finds them. Nothing else belongs here."""

from roadmap.strategies.tasks import render_missing_strategy_pdfs, render_strategy_pdf

__all__ = ["render_missing_strategy_pdfs", "render_strategy_pdf"]
