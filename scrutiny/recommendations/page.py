"""What the pages of recommendations show, in rows and sentences."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.calendar.statutory_dates import StatutoryDate
from governance.councils.models import Council
from scrutiny.recommendations.models import Recommendation, RecommendationQuerySet
from scrutiny.recommendations.reading import Cell, Reading
from scrutiny.recommendations.rules import At, Line, Standing, counted, verdict
from scrutiny.reviews.models import Receipt, Review

COLUMNS = [
    "Review", "Number", "Recommendation", "Kind", "Council", "Standing", "Answer due", "Answer",
    "By", "Answered", "Reason", "Recorded in", "Progress", "As at", "What was done", "Evidence",
    "Closing", "Illustrative",
]  # fmt: skip


def with_names(rows: RecommendationQuerySet) -> RecommendationQuerySet:
    """Return recommendations fetched with what their pages name, in order."""
    found = rows.select_related("review__partnership", "review__lead_council", "added_by")
    return found.order_by("review__title", "review_id", "position", "pk")


@dataclass(frozen=True)
class Counted:
    """How one council's last day was counted."""

    council: Council
    receipt: Receipt
    found: StatutoryDate


@dataclass(frozen=True)
class Matrix:
    """Every recommendation of a review, council by council, and the one sentence about them."""

    councils: list[Council]
    rows: list[tuple[Recommendation, list[Cell]]]
    verdict: Line
    because: str
    dates: list[Counted]

    @property
    def is_illustrative(self) -> bool:
        cells = [cell for _, row in self.rows for cell in row]
        return any(one.is_illustrative for cell in cells for one in cell.progress)


def matrix(review: Review, reading: Reading) -> Matrix:
    """Return the grid of a review from what was read of its recommendations."""
    rows = [(one, reading.row(one)) for one in reading.recommendations]
    told = [
        At(cell.council.short_name, cell.facts)
        for _, row in rows
        for cell in row
        if cell.says_something
    ]
    councils = reading.councils(review.pk) if rows else []
    dates = [
        Counted(one, receipt, counted(receipt.received_on))
        for one in councils
        if (receipt := reading.asking(review.pk, one.pk)) and receipt.received_on
    ]
    cells = [cell for _, row in rows for cell in row]
    gaps = bool(review.record_note)
    return Matrix(
        councils, rows, verdict(told, reading.today, has_gaps=gaps), _because(cells), dates
    )


def _because(cells: list[Cell]) -> str:
    """Return why the next answer is due on its day; "" where none waits for one."""
    waiting = [cell for cell in cells if cell.facts.is_outstanding and cell.facts.due_on]
    if not waiting:
        return ""
    first = min(waiting, key=lambda cell: cell.facts.due_on or date.max)
    received = first.facts.received_on
    on = words.day(received) if received else ""
    return f"Two months beginning with {on}, the day it received the report."


def line_of(cell: Cell) -> list[object]:
    """Return the cells of one line of a table to take away."""
    one, answer, newest = cell.recommendation, cell.answer, cell.newest
    due = cell.facts.due_on
    return [
        one.review.title, one.number, one.text, one.get_kind_display(), cell.council.name,
        cell.standing.words, due.isoformat() if due else "",
        cell.answer_line.says, answer.who if answer else "",
        answer.answered_on.isoformat() if answer else "",
        answer.reason if answer else "", answer.reference if answer else "",
        cell.progress_line.says if cell.progress_line else "",
        newest.on.isoformat() if newest else "", newest.sentence if newest else "",
        f"{newest.evidence} {newest.evidence_address}".strip() if newest else "",
        cell.closing_line.says if cell.closing_line else "",
        "yes" if is_illustrative(cell) else "",
    ]  # fmt: skip


def is_illustrative(cell: Cell) -> bool:
    """Is any of what a cell shows made up?"""
    shown = [cell.recommendation, cell.answer, cell.newest, cell.closing]
    return any(one.is_illustrative for one in shown if one)


ORDER = list(Standing)


def in_order(cells: list[Cell]) -> list[Cell]:
    """Return cells in the order in which somebody must look at them: what is overdue first."""
    return sorted(cells, key=lambda c: (ORDER.index(c.standing), c.facts.due_on or date.max))


def tally(cells: list[Cell]) -> list[tuple[Standing, int]]:
    """Return how many stand where, every standing named, in that order."""
    found = [cell.standing for cell in cells]
    return [(one, found.count(one)) for one in ORDER]


def crumbs_of(review: Review) -> list[tuple[str, str]]:
    """Return the way to a review's recommendations."""
    return [
        ("Scrutiny reviews", reverse("reviews:index")),
        (review.title, reverse("reviews:detail", args=[review.slug])),
    ]


def context_of(review: Review) -> dict[str, Any]:
    """Return what every page of a review's recommendations is given."""
    return {
        "review": review,
        "theme": review.partnership or review.lead_council,
        "crumbs": crumbs_of(review),
        "matrix_address": reverse("recommendations:matrix", args=[review.slug]),
    }


def address_of(cell: Cell) -> str:
    """Return where one recommendation at one council is read."""
    return reverse("recommendations:detail", args=[cell.recommendation.pk, cell.council.slug])
