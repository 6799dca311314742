"""Making the PDFs of kept dashboards. Safe to run twice; a lost job is found by the sweep."""

import hashlib
from typing import Any

import structlog
from celery import shared_task
from django.db import DatabaseError, transaction
from kombu.exceptions import OperationalError

from roadmap.dashboards.models import Dashboard, DashboardFile
from roadmap.dashboards.pdf import dashboard_pdf

log = structlog.get_logger(__name__)
AT_MOST = 20


@shared_task(
    name="roadmap.render_dashboard_pdf",
    autoretry_for=(DatabaseError, OSError),
    max_retries=5,
    retry_backoff=True,
    retry_backoff_max=60,
)
@transaction.atomic
def render_dashboard_pdf(*, dashboard_id: int, **_: Any) -> bool:
    """Make and keep the PDF of a dashboard; False when it has one already."""
    found = Dashboard.objects.select_for_update().get(pk=dashboard_id)
    if DashboardFile.objects.filter(dashboard=found).exists():
        return False
    content = dashboard_pdf(found)
    sha256 = hashlib.sha256(content).hexdigest()
    DashboardFile.objects.create(dashboard=found, content=content, size=len(content), sha256=sha256)
    return True


@shared_task(name="roadmap.render_missing_dashboard_pdfs")
def render_missing_dashboard_pdfs(**_: Any) -> int:
    """Queue every PDF that is missing; returns how many."""
    missing = Dashboard.objects.filter(file=None).order_by("-kept_at")[:AT_MOST]
    for pk in missing.values_list("pk", flat=True):
        render_dashboard_pdf.delay(dashboard_id=pk)
    return len(missing)


def queue_pdf(dashboard_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_dashboard_pdf.delay(dashboard_id=dashboard_id)
    except (OperationalError, OSError) as error:
        log.warning(
            "the queue did not take a PDF; the sweep will", dashboard=dashboard_id, error=str(error)
        )
