"""What recommendations add to the history of a matter: who answered what, and who closed."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from governance.calendar import words
from governance.issues.chronology import Event
from governance.issues.models import Issue
from governance.people.permissions import Visitor
from scrutiny.recommendations.models import Closing, Response
from scrutiny.recommendations.rules import Answer
from scrutiny.recommendations.states import Step

AT = ("recommendation__review", "council", "body")


def events_of(issue: Issue, user: Visitor) -> list[Event]:
    """Return the answers and closings of every review of a matter; two queries."""
    answers = Response.objects.visible_to(user).filter(recommendation__review__issue=issue)
    closings = Closing.objects.visible_to(user).filter(
        recommendation__review__issue=issue, step=Step.CLOSE
    )
    rows = answers.select_related(*AT).order_by("answered_on", "pk")
    events = [
        _answered(together) for together in _grouped(rows, lambda r: (r.answered_on, r.settles))
    ]
    steps = closings.select_related(*AT).order_by("on", "pk")
    return events + [_closed(together) for together in _grouped(steps, lambda r: (r.on,))]


def _grouped(rows: Iterable[Any], by: Any) -> list[list[Any]]:
    """Return rows of one review, council and body that belong together, each as one list."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        review = row.recommendation.review_id
        who = (review, row.council_id, row.body_id, getattr(row, "post", ""))
        found.setdefault((who, by(row)), []).append(row)
    return list(found.values())


def _answered(rows: list[Response]) -> Event:
    first = rows[0]
    counts = Counter(row.answer for row in rows)
    said = words.listed(
        f"{Answer(answer).words.lower()} ({_numbers(rows, answer)})" for answer in counts
    )
    verb = "answered scrutiny" if first.settles else "said to scrutiny"
    return Event(
        first.answered_on, f"{first.council.short_name}, {first.who}",
        f"{verb}: {said}", *_link(first),
    )  # fmt: skip


def _numbers(rows: list[Response], answer: str) -> str:
    numbers = [row.recommendation.number for row in rows if row.answer == answer]
    noun = "recommendation" if len(numbers) == 1 else "recommendations"
    return f"{noun} {words.listed(numbers)}"


def _closed(rows: list[Closing]) -> Event:
    first = rows[0]
    who = ", ".join([first.council.short_name, *([first.body.name] if first.body else [])])
    numbers = words.listed(row.recommendation.number for row in rows)
    noun = "recommendation" if len(rows) == 1 else "recommendations"
    return Event(first.on, who, f"closed {noun} {numbers}", *_link(first))


def _link(row: Any) -> tuple[str, str]:
    review = row.recommendation.review
    return reverse("recommendations:matrix", args=[review.slug]), "The recommendations"
