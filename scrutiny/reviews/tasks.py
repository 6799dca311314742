"""Making the PDFs of reports. Safe to run twice; a lost job is found by the sweep."""

import hashlib
from typing import Any

import structlog
from celery import shared_task
from django.db import DatabaseError, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from governance.notices.snapshot import fingerprint
from scrutiny.reviews.models import ReportFile, Review
from scrutiny.reviews.pdf import report_pdf
from scrutiny.reviews.printing import facts_of
from scrutiny.reviews.rules import REPORTED

log = structlog.get_logger(__name__)
AT_MOST = 20


@shared_task(
    name="scrutiny.render_report_pdf",
    autoretry_for=(DatabaseError, OSError),
    max_retries=5,
    retry_backoff=True,
    retry_backoff_max=60,
)
@transaction.atomic
def render_report_pdf(*, review_id: int, **_: Any) -> bool:
    """Make and keep the PDF of a report that stands; False when it is there as it should be.

    The newest file whose facts are those of today is the one that is offered, so what is found to
    be restricted after all is in no file that anybody is given.
    """
    review = Review.objects.select_for_update().get(pk=review_id)
    if not review.has_reported:
        return False
    facts = facts_of(review.pk)
    if file_of(review, facts):
        return False
    content = report_pdf(facts)
    ReportFile.objects.create(
        review=review,
        edition=review.edition,
        facts_sha256=fingerprint(facts),
        content=content,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=timezone.now(),
    )
    return True


def file_of(review: Review, facts: dict[str, Any]) -> ReportFile | None:
    """Return the file made from these facts, without its bytes; None while it is being made."""
    found = review.files.filter(facts_sha256=fingerprint(facts)).defer("content")
    return found.order_by("-made_at", "-pk").first()


@shared_task(name="scrutiny.render_missing_report_pdfs")
def render_missing_report_pdfs(**_: Any) -> int:
    """Queue every PDF that is missing or says something else by now; returns how many."""
    queued = 0
    for review in Review.objects.filter(state__in=REPORTED).order_by("-pk"):
        if queued < AT_MOST and file_of(review, facts_of(review.pk)) is None:
            render_report_pdf.delay(review_id=review.pk)
            queued += 1
    return queued


def queue_pdf(review_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_report_pdf.delay(review_id=review_id)
    except (OperationalError, OSError) as error:
        log.warning("the queue did not take a PDF; the sweep will", review=review_id,
                    error=str(error))  # fmt: skip
