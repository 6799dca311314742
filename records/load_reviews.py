"""Loaders of scrutiny's reviews: each with its parts and where its report went, and the cycles."""

from typing import Any

from governance.bodies.models import Body
from governance.councils.models import Partnership
from governance.models import Council, Issue
from records.load_people import body_of
from records.loading import Loading, Row, find, known
from roadmap.models import Strategy
from scrutiny.cycles.keeping import keep
from scrutiny.models import (
    Appendix,
    Commission,
    Evidence,
    Finding,
    LineOfEnquiry,
    ReportSection,
    Review,
    ReviewCycle,
    Witness,
)
from scrutiny.reviews import receipt_actions

PARTS: dict[str, Any] = {
    "lines": LineOfEnquiry,
    "witnesses": Witness,
    "evidence": Evidence,
    "sections": ReportSection,
    "findings": Finding,
    "appendices": Appendix,
}


def review(loading: Loading, row: Row) -> None:
    """A review, known by its address; `council` is the one whose officers serve it.

    `asked_by` are the bodies that asked for it and `receipts` those that its report goes to, each
    with the council it belongs to. A receipt takes its place in the history of the matter.
    """
    if known(Review, slug=row["slug"]):
        return
    lead = row["lead_council"] = find(Council, slug=row.pop("council"))
    for name, model in (("issue", Issue), ("partnership", Partnership)):
        if slug := row.pop(name, None):
            row[name] = find(model, slug=slug)
    if slug := row.pop("task_group", None):
        row["task_group"] = body_of(lead, slug)
    parts = {name: row.pop(name, []) for name in PARTS}
    asked_by, receipts = row.pop("asked_by", []), row.pop("receipts", [])
    made = loading.make(Review(**row))
    _parts(loading, made, parts)
    for one in asked_by:
        loading.make(Commission(review=made, body=_body(one)[0], **one))
    for one in receipts:
        body, council = _body(one)
        receipt_actions.send(made, {"body": body, "council": council, **one}, by=loading.by)
        loading.made += 1


def cycle(loading: Loading, row: Row) -> None:
    """A review that comes round, known by its title; what is due of it follows."""
    if known(ReviewCycle, title=row["title"]):
        return
    row["council"] = find(Council, slug=row.pop("council"))
    for name, model in (("issue", Issue), ("partnership", Partnership), ("strategy", Strategy)):
        if slug := row.pop(name, None):
            row[name] = find(model, slug=slug)
    made = loading.make(ReviewCycle(**row))
    keep(made, by=loading.by, today=loading.today)


def _parts(loading: Loading, of: Review, parts: dict[str, list[Row]]) -> None:
    for name, rows in parts.items():
        for place, one in enumerate(rows, start=1):
            loading.make(PARTS[name](review=of, position=place, **one))


def _body(row: Row) -> tuple[Body, Council]:
    council = find(Council, slug=row.pop("council"))
    return body_of(council, row.pop("body")), council
