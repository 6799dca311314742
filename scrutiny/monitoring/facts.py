"""What a monitoring report tells: plain values, from published records alone."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser

from governance.bodies.models import Body
from governance.calendar import words
from governance.meetings.models import Meeting
from roadmap.items.rules import Status
from scrutiny.recommendations.finding import reviews_of
from scrutiny.recommendations.models import Recommendation
from scrutiny.recommendations.page import in_order, is_illustrative, with_names
from scrutiny.recommendations.reading import Cell, Reading, said_by
from scrutiny.recommendations.rules import At, Standing, progress_line, verdict
from scrutiny.recommendations.states import Step

SCHEMA = "concordat monitoring report 1"
STRANGER = AnonymousUser()
WAITS = (Standing.LATE, Standing.AWAITING)


def last_meeting(body: Body, before: date) -> date | None:
    """Return the day of the last meeting of a body before a day; None for none."""
    held = Meeting.objects.visible_to(STRANGER).filter(body=body, held_on__lt=before)
    return held.exclude(state="cancelled").order_by("-held_on").values_list(
        "held_on", flat=True
    ).first()  # fmt: skip


def facts_of(body: Body, meeting: Meeting | None, today: date) -> dict[str, Any]:
    """Return what is told a body of the recommendations that concern it, as known on `today`.

    Progress is what was reported since its last meeting. Nothing of a draft is told, whoever asks,
    since a body's paper is read by everybody.
    """
    since = last_meeting(body, meeting.held_on if meeting else today)
    cells = cells_of(body, today)
    told = verdict([At(cell.council.short_name, cell.facts) for cell in cells], today)
    owner = body.partnership or body.lead_council
    return {
        "schema": SCHEMA,
        "body": body.name,
        "owner": {
            "name": owner.name, "brand_colour": owner.brand_colour,
            "surface_colour": owner.surface_colour,
        },
        "councils": sorted({cell.council.name for cell in cells}),
        "meeting": words.day(meeting.held_on) if meeting else "",
        "since": words.day(since) if since else "",
        "since_on": since.isoformat() if since else "",
        "as_at": words.day(today),
        "verdict": {"shape": told.shape, "says": told.says, "sentence": told.note},
        "outstanding": [_outstanding(cell) for cell in cells if cell.standing in WAITS],
        "off_track": [
            _stands(cell) for cell in cells
            if cell.facts.status == Status.RED and cell.standing is not Standing.CLOSED
        ],
        "progress": _progress(cells, since),
        "answered": [
            _answered(cell) for cell in cells
            if cell.answer and (since is None or cell.answer.answered_on >= since)
        ],
        "proposed": [_step(c) for c in cells if c.standing is Standing.TO_BE_CLOSED],
        "closed": _closed(cells, since),
        "total": len(cells),
        "illustrative": any(is_illustrative(cell) for cell in cells),
    }  # fmt: skip


def cells_of(body: Body, today: date) -> list[Cell]:
    """Return the recommendations that concern a body, at its councils, what is overdue first."""
    rows = Recommendation.objects.visible_to(STRANGER).filter(review__in=reviews_of(body))
    theirs = set(body.councils.values_list("council", flat=True)) or {body.lead_council_id}
    found = Reading(with_names(rows), today).cells()
    return in_order([cell for cell in found if cell.council.pk in theirs])


def _named(cell: Cell) -> dict[str, Any]:
    one = cell.recommendation
    return {
        "review": one.review.title, "number": one.number, "text": one.short,
        "council": cell.council.short_name,
    }  # fmt: skip


def _outstanding(cell: Cell) -> dict[str, Any]:
    line = cell.answer_line
    return _named(cell) | {"shape": line.shape, "says": line.says, "note": line.note}


def _answered(cell: Cell) -> dict[str, Any]:
    line, reason = cell.answer_line, cell.answer.reason if cell.answer else ""
    return _named(cell) | {
        "shape": line.shape, "says": line.says, "note": line.note, "reason": reason,
        "illustrative": bool(cell.answer and cell.answer.is_illustrative),
    }  # fmt: skip


def _stands(cell: Cell) -> dict[str, Any]:
    line = cell.progress_line
    said = {"shape": line.shape, "says": line.says, "note": line.note} if line else {}
    on = words.short_day(cell.newest.on) if cell.newest else ""
    return _named(cell) | said | {"day": on, "illustrative": is_illustrative(cell)}


def _progress(cells: list[Cell], since: date | None) -> list[dict[str, Any]]:
    found = [
        (one, cell) for cell in cells for one in cell.progress if since is None or one.on >= since
    ]
    told = []
    for one, cell in sorted(found, key=lambda pair: (pair[0].on, pair[0].pk), reverse=True):
        line = progress_line(cell.recommendation.kind, one.status, one.on)
        evidence = f"{one.evidence} {one.evidence_address}".strip()
        told.append(
            _named(cell)
            | {
                "day": words.short_day(one.on), "shape": line.shape, "says": line.says,
                "sentence": one.sentence, "evidence": evidence,
                "correction": one.correction, "illustrative": one.is_illustrative,
            }
        )  # fmt: skip
    return told


def _step(cell: Cell) -> dict[str, Any]:
    step = cell.closing
    said = {"day": words.short_day(step.on), "said": step.said} if step else {}
    answer = said_by(cell.answer, cell.facts.due_on) if cell.answer else ""
    return _named(cell) | said | {
        "answer": f"{cell.answer_line.says}: {answer}" if answer else cell.answer_line.says,
        "progress": cell.progress_line.says if cell.progress_line else "",
        "illustrative": is_illustrative(cell),
    }  # fmt: skip


def _closed(cells: list[Cell], since: date | None) -> list[dict[str, Any]]:
    told = []
    for cell in cells:
        step = cell.closing
        if step and step.step == Step.CLOSE and (since is None or step.on >= since):
            by = step.body.name if step.body else ""
            told.append(_step(cell) | {"by": by})
    return told
