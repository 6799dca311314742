"""Making the PDFs of notices. Safe to run twice; a lost job is found by the sweep."""

import hashlib
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db import DatabaseError, transaction
from django.utils import timezone

from governance.notices.models import NoticeFile, NoticeVersion
from governance.notices.pdf import notice_pdf
from governance.notices.states import State

# Long enough that a job in hand is not queued again, short enough that a lost one is soon made.
SECONDS_BEFORE_THE_SWEEP = 10
AT_MOST = 100


@shared_task(
    name="governance.render_notice_pdf",
    autoretry_for=(DatabaseError, OSError),
    max_retries=5,
    retry_backoff=True,
    retry_backoff_max=60,
)
@transaction.atomic
def render_notice_pdf(*, version_id: int, **_: Any) -> bool:
    """Make and keep the PDF of one version of a notice; False when it is there already."""
    version = NoticeVersion.objects.select_for_update().get(pk=version_id)
    if NoticeFile.objects.filter(version=version).exists():
        return False
    content = notice_pdf(version.snapshot)
    NoticeFile.objects.create(
        version=version,
        content=content,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=timezone.now(),
    )
    return True


@shared_task(name="governance.render_missing_pdfs")
def render_missing_pdfs(**_: Any) -> int:
    """Queue every PDF that should have been there by now; returns how many."""
    due = timezone.now() - timedelta(seconds=SECONDS_BEFORE_THE_SWEEP)
    published = NoticeVersion.objects.exclude(notice__state=State.WITHDRAWN)
    waiting = published.filter(file=None, recorded_at__lte=due).order_by("recorded_at")
    ids = list(waiting.values_list("pk", flat=True)[:AT_MOST])
    for version_id in ids:
        render_notice_pdf.delay(version_id=version_id)
    return len(ids)
