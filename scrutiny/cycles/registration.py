"""What cycles make known to governance: their history, and the duties that they make."""

from typing import Any

from django.db import models
from django.urls import reverse

from governance.calendar import words
from governance.duties import sources
from governance.history.registry import Kind, Part, register
from governance.people.permissions import Visitor
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.cycles.page import of_review
from scrutiny.cycles.permissions import can_edit
from scrutiny.reviews import followers


def register_all() -> None:
    """Called once, as the app starts."""
    register(
        "review-cycle",
        Kind(
            model=ReviewCycle,
            visible=_visible,
            address=_address,
            home=_home,
            parts=[
                Part(
                    Occurrence, "cycle",
                    lambda row: f"{row.get_kind_display()}, {words.plain_day(row.planned_on)}",
                )
            ],
        ),
    )  # fmt: skip
    followers.COMES_ROUND.append(of_review)
    sources.register(
        sources.Source(
            relation="of_occurrence",
            visible=Occurrence.objects.visible_to,
            select=("cycle__council", "cycle__partnership"),
            where=lambda link: f"Cycle of reviews “{link.cycle.title}”",
            address=lambda link: _address(link.cycle),
            can_finish=lambda user, link: can_edit(user, link.cycle),
            whose="scrutiny officers of the council or the partnership",
        )
    )


def _visible(user: Visitor) -> "models.QuerySet[ReviewCycle]":
    return ReviewCycle.objects.visible_to(user).select_related("partnership", "council")


def _address(cycle: Any) -> str:
    return reverse("cycles:detail", args=[cycle.pk])


def _home(cycle: ReviewCycle) -> tuple[set[int], int | None]:
    councils = {cycle.council_id}
    if cycle.partnership:
        councils |= set(cycle.partnership.constituents.values_list("council", flat=True))
    return councils, cycle.partnership_id
