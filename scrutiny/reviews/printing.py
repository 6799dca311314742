"""What the PDF of a report says: what anybody may read of it, as plain values."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from governance.bodies.page import named, seated
from governance.calendar import words
from scrutiny.reviews.content import parts_of, shown, with_content
from scrutiny.reviews.followers import recommended
from scrutiny.reviews.models import Review

SCHEMA = "concordat scrutiny report 1"


def facts_of(review_id: int) -> dict[str, Any]:
    """Return what anybody may know of a report; the same facts make the same PDF.

    Of what is restricted it says that it exists and under which paragraph, never more.
    """
    review: Review = with_content(Review.objects.filter(pk=review_id)).get()
    owner = review.partnership or review.lead_council
    on = review.reported_on
    return {
        "schema": SCHEMA,
        "address": settings.SITE_URL + reverse("reviews:report", args=[review.slug]),
        "title": review.title,
        "edition": review.edition,
        "report_by": review.report_by,
        "reported_on": on.isoformat() if on else "",
        "reported": words.plain_day(on) if on else "",
        "illustrative": review.is_illustrative,
        "note": review.record_note,
        "owner": {
            "name": owner.name,
            "brand_colour": owner.brand_colour,
            "surface_colour": owner.surface_colour,
        },
        "task_group": review.task_group.name if review.task_group else "",
        "members": members_of(review),
        "asked_by": [_asked_by(one) for one in review.commissions.all()],
        "scope": review.scope,
        "outcomes": review.outcomes_wanted,
        "content": _content(review),
    }


def members_of(review: Review) -> list[dict[str, str]]:
    """Return the councils of the task group with who sat for each when the report was agreed."""
    if review.task_group is None:
        return []
    on = review.reported_on or review.report_due_on or review.began_on
    if on is None:
        held = review.task_group.appointments.select_related("person", "council")
        return [
            {"council": part.council.name, "members": named(
                [one for one in held if one.council_id == part.council_id]
            )}
            for part in review.task_group.councils.select_related("council").order_by("pk")
        ]  # fmt: skip
    return [
        {"council": part.council.name, "members": part.in_words}
        for part in seated(review.task_group, on)
    ]


def _content(review: Review) -> dict[str, Any]:
    papers = {
        kind: [_paper(one) for one in parts_of(review, kind)] for kind in ("evidence", "appendices")
    }
    return papers | {
        "lines": [_said(one, "question", "found") for one in parts_of(review, "lines")],
        "witnesses": [
            _said(one, "who", "on_behalf_of", "told")
            | {"heard": words.plain_day(one.heard_on) if one.heard_on else ""}
            for one in parts_of(review, "witnesses")
        ],
        "sections": [_said(one, "heading", "body", "note") for one in parts_of(review, "sections")],
        "findings": [_said(one, "text", "rests_on") for one in parts_of(review, "findings")],
        "recommendations": [list(one) for one in recommended(review)],
    }


def _paper(paper: Any) -> dict[str, Any]:
    said = shown(paper, reads_all=False)
    if on := said.pop("on", None):
        said["when"] = words.plain_day(on)
    return {name: value for name, value in said.items() if name not in {"pk", "size"}}


def _said(part: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(part, name) for name in names} | {"illustrative": part.is_illustrative}


def _asked_by(commission: Any) -> str:
    return f"{commission.body.name}, {commission.body.lead_council.name}"
