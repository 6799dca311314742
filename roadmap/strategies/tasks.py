"""Making the PDFs of strategies. Safe to run twice; a lost job is found by the sweep."""

import hashlib
from typing import Any

import structlog
from celery import shared_task
from django.db import DatabaseError, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from governance.notices.snapshot import fingerprint
from roadmap.strategies.models import StrategyFile, StrategyVersion
from roadmap.strategies.pdf import strategy_pdf
from roadmap.strategies.printing import facts_of
from roadmap.strategies.states import State

log = structlog.get_logger(__name__)
AT_MOST = 20


@shared_task(
    name="roadmap.render_strategy_pdf",
    autoretry_for=(DatabaseError, OSError),
    max_retries=5,
    retry_backoff=True,
    retry_backoff_max=60,
)
@transaction.atomic
def render_strategy_pdf(*, version_id: int, **_: Any) -> bool:
    """Make and keep the PDF of a published version; False when its newest file is as it should be.

    Which councils adopted it is part of it, so a version has a new file whenever that changes.
    """
    version = StrategyVersion.objects.select_for_update().get(pk=version_id)
    if version.state == State.DRAFT:
        return False
    now = timezone.now()
    facts = facts_of(version.pk, now)
    made_from = fingerprint(facts)
    if newest_made_from(version) == made_from:
        return False
    content = strategy_pdf(facts)
    StrategyFile.objects.create(
        version=version,
        facts_sha256=made_from,
        content=content,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=now,
    )
    return True


def newest_made_from(version: StrategyVersion) -> str:
    """Return the fingerprint of the facts that the newest file was made from; "" for none."""
    found = version.files.order_by("-made_at", "-pk").values_list("facts_sha256", flat=True)
    return found.first() or ""


@shared_task(name="roadmap.render_missing_strategy_pdfs")
def render_missing_strategy_pdfs(**_: Any) -> int:
    """Queue every PDF that is missing or tells of an older state; returns how many."""
    versions = StrategyVersion.objects.exclude(state=State.DRAFT)
    counting = versions.filter(state=State.PUBLISHED) | versions.filter(files=None)
    now, queued = timezone.now(), 0
    for version in counting.distinct().order_by("-published_at")[:AT_MOST]:
        if newest_made_from(version) != fingerprint(facts_of(version.pk, now)):
            render_strategy_pdf.delay(version_id=version.pk)
            queued += 1
    return queued


def queue_pdf(version_id: int) -> None:
    """Ask a worker for the PDF. When the queue does not answer, the sweep asks again later."""
    try:
        render_strategy_pdf.delay(version_id=version_id)
    except (OperationalError, OSError) as error:
        log.warning(
            "the queue did not take a PDF; the sweep will", version=version_id, error=str(error)
        )
