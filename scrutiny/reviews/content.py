"""What a review holds, fetched at once: for its page, its steps, its report and its PDF."""

from typing import Any

from django.db.models import QuerySet

from governance.meetings.reading import restricted_words
from scrutiny.reviews.followers import still_open
from scrutiny.reviews.models import Review
from scrutiny.reviews.papers import Appendix, Evidence
from scrutiny.reviews.rules import Held

PARTS = ("lines", "witnesses", "evidence", "sections", "findings", "appendices")


def with_content(reviews: "QuerySet[Any]") -> "QuerySet[Any]":
    """Return reviews fetched with all that belongs to them, in a fixed number of queries."""
    return reviews.select_related(
        "issue", "partnership", "lead_council", "task_group__lead_council"
    ).prefetch_related(*PARTS, "commissions__body__lead_council", "receipts")


def parts_of(review: Review, kind: str) -> list[Any]:
    """Return the parts of one kind (see PARTS) in their order; no query after `with_content`."""
    return sorted(getattr(review, kind).all(), key=lambda row: row.position)


def held(review: Review) -> Held:
    """Return what is recorded of a review fetched by `with_content`, as its steps ask for it."""
    receipts = review.receipts.select_related("council")
    papers = [*parts_of(review, "evidence"), *parts_of(review, "appendices")]
    return Held(
        scope=review.scope,
        outcomes=review.outcomes_wanted,
        lines=len(parts_of(review, "lines")),
        has_task_group=review.task_group is not None,
        members=review.task_group.appointments.count() if review.task_group else 0,
        has_due_day=review.report_due_on is not None,
        heard=len(parts_of(review, "evidence")) + len(parts_of(review, "witnesses")),
        sections=[
            (one.heading, bool(one.body.strip() or one.note.strip()))
            for one in parts_of(review, "sections")
        ],
        findings=len(parts_of(review, "findings")),
        unclassified=sum(not paper.classification for paper in papers),
        is_published=review.is_published,
        received=sum(one.is_received for one in receipts),
        awaited=[
            one.council.short_name
            for one in receipts
            if one.asks_for_answer and one.received_on is None
        ],
        open_after=still_open(review),
    )


def shown(paper: Evidence | Appendix, *, reads_all: bool) -> dict[str, Any]:
    """Return a paper for a list: of a restricted one its kind and why, and nothing else.

    `reads_all` is whether the reader is entitled to what is withheld.
    """
    kind = paper.get_kind_display() if isinstance(paper, Evidence) else f"Appendix {paper.label}"
    withheld = "" if paper.is_public else restricted_words(paper)
    if withheld and not reads_all:
        return {"kind": kind.strip(), "withheld": withheld, "open": False, "pk": paper.pk}
    said: dict[str, Any] = {
        "kind": kind.strip(),
        "withheld": withheld,
        "open": True,
        "pk": paper.pk,
        "title": paper.title,
        "address": paper.address,
        "file": str(paper.public_id) if paper.file else "",
        "size": paper.size,
        "illustrative": paper.is_illustrative,
    }
    if isinstance(paper, Evidence):
        on = paper.received_on
        return said | {"source": paper.source, "on": on, "text": paper.summary}
    return said | {"source": "", "on": None, "text": paper.note}
