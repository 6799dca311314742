"""Making the PDFs of monitoring reports. Safe to run twice; a lost job is found by the sweep."""

import hashlib
from typing import Any

import structlog
from celery import shared_task
from django.db import DatabaseError, transaction
from kombu.exceptions import OperationalError

from scrutiny.monitoring.models import MonitoringFile, MonitoringReport
from scrutiny.monitoring.pdf import report_pdf

log = structlog.get_logger(__name__)
AT_MOST = 20


@shared_task(
    name="scrutiny.render_monitoring_pdf",
    autoretry_for=(DatabaseError, OSError),
    max_retries=5,
    retry_backoff=True,
    retry_backoff_max=60,
)
@transaction.atomic
def render_monitoring_pdf(*, report_id: int, **_: Any) -> bool:
    """Make and keep the PDF of a monitoring report; False when it has one already."""
    found = MonitoringReport.objects.select_for_update().get(pk=report_id)
    if MonitoringFile.objects.filter(report=found).exists():
        return False
    content = report_pdf(found)
    sha256 = hashlib.sha256(content).hexdigest()
    # A PDF is no governed row: nothing ever changes it.
    MonitoringFile(report=found, content=content, size=len(content), sha256=sha256).save()
    return True


@shared_task(name="scrutiny.render_missing_monitoring_pdfs")
def render_missing_monitoring_pdfs(**_: Any) -> int:
    """Queue every PDF that is missing; returns how many."""
    missing = MonitoringReport.objects.filter(file=None).order_by("-made_at")[:AT_MOST]
    for pk in missing.values_list("pk", flat=True):
        render_monitoring_pdf.delay(report_id=pk)
    return len(missing)


def queue_pdf(report_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_monitoring_pdf.delay(report_id=report_id)
    except (OperationalError, OSError) as error:
        log.warning(
            "the queue did not take a PDF; the sweep will", report=report_id, error=str(error)
        )
