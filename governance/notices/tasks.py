"""Background work on notices: their PDFs."""

from typing import Any

from celery import shared_task


@shared_task(name="governance.render_notice_pdf")
def render_notice_pdf(*, version_id: int, **_: Any) -> bool:
    return False


@shared_task(name="governance.render_missing_pdfs")
def render_missing_pdfs(**_: Any) -> int:
    return 0
