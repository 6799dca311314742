"""Recommendations council by council, one of them at one council, and the trackers."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from governance.bodies.models import Body
from governance.councils.models import Council, Partnership
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from scrutiny.recommendations import page, permissions, prompts
from scrutiny.recommendations.choosing import Chosen
from scrutiny.recommendations.finding import cell_of, reading_of, review_of
from scrutiny.recommendations.reading import Cell, Reading, said_by
from scrutiny.recommendations.rules import Answer, Standing, counted, progress_line
from scrutiny.recommendations.states import State

ROWS_A_PAGE = 25


@login_not_required
@require_safe
def matrix(request: HttpRequest, slug: str) -> HttpResponse:
    """Every recommendation of a review, council by council; as a page or as CSV."""
    review = review_of(request, slug)
    reading = reading_of(request, review)
    if request.GET.get("format") == "csv":
        lines = (page.line_of(cell) for cell in reading.cells())
        return as_csv(f"{review.slug}-recommendations.csv", page.COLUMNS, lines)
    found = page.matrix(review, reading)
    context = page.context_of(review) | {
        "matrix": found,
        "can_write": permissions.can_write(request.user, review),
        "answered_by": [
            one for one in found.councils if permissions.can_answer(request.user, review, one)
        ],
        "receipts": reading.receipts,
        "whose": permissions.whose_text(review),
    }
    return render(request, "scrutiny/recommendations/matrix.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int, council: str) -> HttpResponse:
    """One recommendation at one council: its answer, what came of it, and how it was closed."""
    cell = cell_of(request, pk, council)
    review, user = cell.recommendation.review, request.user
    received = cell.facts.received_on if cell.facts.is_wanted else None
    kind = cell.recommendation.kind
    context = page.context_of(review) | {
        "cell": cell,
        "recommendation": cell.recommendation,
        "counted": counted(received) if received else None,
        "answers": [_told(cell, one) for one in ([cell.answer] if cell.answer else [])],
        "others": [_told(cell, one) for one in cell.others],
        "progress": [(one, progress_line(kind, one.status, one.on)) for one in cell.progress],
        "can_answer": permissions.can_answer(user, review, cell.council),
        "can_report": permissions.can_report(user, review, cell.council),
        "can_close": permissions.can_close(user, review, cell.council),
        "is_open": cell.state is not State.CLOSED,
        "is_proposed": cell.state is State.PROPOSED,
        "is_answered": cell.state is State.ANSWERED,
        "whose_answer": permissions.whose_answer(cell.council),
        "whose_progress": permissions.whose_progress(cell.council),
        "whose_closing": permissions.whose_closing(cell.council),
        "can_read_history": can_read_history(user, cell.recommendation),
    }
    context["crumbs"] = [*context["crumbs"], ("Recommendations", context["matrix_address"])]
    context["theme"] = cell.council
    return render(request, "scrutiny/recommendations/detail.html", context)


def _told(cell: Cell, one: Any) -> dict[str, Any]:
    found = Answer(one.answer)
    held = one.body.meetings.exclude(state="draft") if one.body else None
    meeting = held.filter(held_on=one.answered_on).first() if held is not None else None
    return {
        "response": one, "shape": found.shape, "says": found.words,
        "by": said_by(one, cell.facts.due_on), "meeting": meeting,
    }  # fmt: skip


@require_POST
def notes(request: HttpRequest) -> HttpResponse:
    """What might make the text that is being written easier to answer; never an error."""
    found = prompts.prompts(request.POST.get("text", ""))
    return render(request, "scrutiny/recommendations/prompts.html", {"prompts": found})


# --- Trackers ------------------------------------------------------------------------------------


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What became of recommendations: for a body, a council, a partnership, or for all."""
    chosen = Chosen(request)
    reading = Reading(page.with_names(chosen.recommendations()), timezone.localdate())
    cells = page.in_order(chosen.of_these(reading.cells()))
    shown = [cell for cell in cells if chosen.standing in (None, cell.standing)]
    if request.GET.get("format") == "csv":
        return as_csv("recommendations.csv", page.COLUMNS, (page.line_of(one) for one in shown))
    one_page = Paginator(shown, ROWS_A_PAGE).get_page(request.GET.get("page"))
    bodies = Body.objects.visible_to(request.user).filter(regime__in=("committee", "task_group"))
    context = {
        "chosen": chosen,
        "page": one_page,
        "cells": [(cell, page.address_of(cell)) for cell in one_page.object_list],
        "tally": [(one, number, chosen.query(one)) for one, number in page.tally(cells)],
        "total": len(cells),
        "all_query": chosen.query(None),
        "theme": chosen.council or chosen.partnership or (chosen.body and chosen.body.lead_council),
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
        "partnerships": Partnership.objects.visible_to(request.user).order_by("short_name"),
        "bodies": bodies.select_related("lead_council").order_by("name", "pk"),
        "standings": list(Standing),
    }
    return render(request, "scrutiny/recommendations/index.html", context)
