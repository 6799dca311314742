"""Index of the tasks, so that Celery finds them. Nothing else belongs here."""

from governance.exemptions.sweep import keep_duties_of_exemptions
from governance.messages.tasks import send_messages
from governance.notices.tasks import render_missing_pdfs, render_notice_pdf
from governance.reminders.tasks import remind
from governance.subscriptions.tasks import keep_subscriptions

__all__ = [
    "keep_duties_of_exemptions",
    "keep_subscriptions",
    "remind",
    "render_missing_pdfs",
    "render_notice_pdf",
    "send_messages",
]
