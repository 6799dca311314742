"""Recording answers, progress, and steps towards closing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.errors import Refused
from governance.people.permissions import signed_in
from roadmap.editing import answered, changes_of, first_of
from scrutiny.recommendations import actions, forms, page, permissions
from scrutiny.recommendations.finding import (
    bodies_at,
    cell_of,
    council_of,
    reading_of,
    review_of,
)
from scrutiny.recommendations.models import Progress, Recommendation, Response
from scrutiny.recommendations.reading import Cell
from scrutiny.recommendations.states import State, Step

BY_FORM = ["GET", "HEAD", "POST"]
CLOSES = ("committee", "task_group")


@require_http_methods(BY_FORM)
def answers(request: HttpRequest, slug: str, council: str) -> HttpResponse:
    """What a council, or one of its bodies, said at one meeting to several recommendations."""
    review = review_of(request, slug)
    reading = reading_of(request, review)
    answering = council_of(request, reading, review, council)
    if not permissions.can_answer(request.user, review, answering):
        raise PermissionDenied(permissions.whose_answer(answering))
    cells = [reading.cell(one, answering) for one in reading.recommendations]
    waiting = _to_answer(cells, request.POST)
    form = forms.AnswersForm(request.POST or None, waiting, bodies_at(answering))
    back = reverse("recommendations:matrix", args=[review.slug])
    if form.is_valid():
        try:
            made = actions.answer(
                review, answering, form.answers(), by=signed_in(request), today=timezone.localdate()
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            number = "The answer is" if len(made) == 1 else f"{len(made)} answers are"
            messages.success(request, f"{number} recorded.")
            return redirect(back)
    receipt = reading.asking(review.pk, answering.pk)
    context = page.context_of(review) | {
        "form": form, "council": answering, "waiting": waiting, "back": back, "receipt": receipt,
        "theme": answering,
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "scrutiny/recommendations/answers.html", context, status=status)


def _to_answer(cells: Iterable[Cell], typed: Mapping[str, Any]) -> list[Recommendation]:
    """Return what waits for an answer, and what was answered since the form `typed` was opened.

    The latter stays in the form, so that what its writer said to it is refused and not lost.
    """
    return [
        cell.recommendation for cell in cells
        if cell.is_put and cell.recommendation.asks_for_answer
        and (not cell.answer or typed.get(f"answer_{cell.recommendation.pk}"))
    ]  # fmt: skip


def _page(cell: Cell, heading: str, **more: Any) -> dict[str, Any]:
    one = cell.recommendation
    return {
        "heading": heading,
        "caption": f"Recommendation {one.number} at {cell.council.name}",
        "lead": one.text if len(one.text) <= 600 else one.short,
        "back": page.address_of(cell),
        "theme": cell.council,
        **more,
    }


@require_http_methods(BY_FORM)
def answer(request: HttpRequest, pk: int, council: str, response: int) -> HttpResponse:
    """Correcting one answer."""
    cell = cell_of(request, pk, council)
    if not permissions.can_answer(request.user, cell.recommendation.review, cell.council):
        raise PermissionDenied(permissions.whose_answer(cell.council))
    row = _of_cell(Response.objects.visible_to(request.user), cell, response)
    first = first_of(row, forms.AnswerForm) | {"settles": "yes" if row.settles else "no"}
    form = forms.AnswerForm(request.POST or None, initial=first)
    form.offer_bodies(bodies_at(cell.council))

    def save(valid: Any) -> Response:
        said, seen = changes_of(valid)
        because = said.pop("because") or "Corrected an answer"
        by, today = signed_in(request), timezone.localdate()
        return actions.correct_answer(row, said, seen, by=by, because=because, today=today)

    shown = _page(cell, "Correct the answer")
    return answered(request, form, save, to=lambda _: page.address_of(cell), shown=shown)


def _of_cell(rows: "QuerySet[Any]", cell: Cell, pk: int) -> Any:
    found = rows.select_related("recommendation__review", "council")
    return get_object_or_404(found, pk=pk, recommendation=cell.recommendation, council=cell.council)


@require_http_methods(BY_FORM)
def report(request: HttpRequest, pk: int, council: str) -> HttpResponse:
    """How far a council is, as at a day: a new row each time."""
    cell = _reported(request, pk, council)
    today = timezone.localdate()
    form = forms.ProgressForm(request.POST or None, kind=cell.recommendation.kind, today=today)

    def save(valid: Any) -> Progress:
        said, _ = changes_of(valid)
        one, by = cell.recommendation, signed_in(request)
        return actions.report_progress(one, cell.council, said, by=by, today=today)

    shown = _page(cell, "Report progress")
    return answered(
        request, form, save, to=lambda _: page.address_of(cell), shown=shown, said="Progress added."
    )


@require_http_methods(BY_FORM)
def correct(request: HttpRequest, pk: int, council: str, progress: int) -> HttpResponse:
    """Correcting progress that was wrong, with a reason that everybody reads."""
    cell = _reported(request, pk, council)
    row = _of_cell(Progress.objects.visible_to(request.user), cell, progress)
    today, kind = timezone.localdate(), cell.recommendation.kind
    first = first_of(row, forms.CorrectProgressForm)
    form = forms.CorrectProgressForm(request.POST or None, initial=first, kind=kind, today=today)

    def save(valid: Any) -> Progress:
        said, seen = changes_of(valid)
        because = said.pop("because")
        by = signed_in(request)
        return actions.correct_progress(row, said, seen, by=by, because=because, today=today)

    shown = _page(cell, "Correct what was reported")
    return answered(
        request, form, save, to=lambda _: page.address_of(cell), shown=shown, said="Corrected."
    )


def _reported(request: HttpRequest, pk: int, council: str) -> Cell:
    cell = cell_of(request, pk, council)
    if not permissions.can_report(request.user, cell.recommendation.review, cell.council):
        raise PermissionDenied(permissions.whose_progress(cell.council))
    return cell


@require_http_methods(BY_FORM)
def propose(request: HttpRequest, pk: int, council: str) -> HttpResponse:
    """Officers propose to close; while they do, they may take it back."""
    cell = _reported(request, pk, council)
    kind: type[forms.ProposeForm | forms.TakeBackForm]
    if cell.state is State.PROPOSED:
        step, kind, heading = Step.TAKE_BACK, forms.TakeBackForm, "Take the proposal back"
        said = "The proposal is taken back."
    else:
        step, kind, heading = Step.PROPOSE, forms.ProposeForm, "Propose to close"
        said = "Proposed. The scrutiny body decides."
    form: Any = kind(request.POST or None, initial={"on": timezone.localdate()})
    shown = _page(cell, heading, press=heading)
    return _stepped(request, cell, form, lambda _: step, shown, said)


@require_http_methods(BY_FORM)
def decide(request: HttpRequest, pk: int, council: str) -> HttpResponse:
    """What the council's scrutiny body decided: to close, to keep open, or to open again."""
    cell = cell_of(request, pk, council)
    if not permissions.can_close(request.user, cell.recommendation.review, cell.council):
        raise PermissionDenied(permissions.whose_closing(cell.council))
    if cell.state is State.CLOSED:
        steps = [Step.REOPEN]
    elif cell.state is State.PROPOSED:
        steps = [Step.CLOSE, Step.KEEP_OPEN]
    else:
        steps = [Step.CLOSE]
    form = forms.DecideForm(request.POST or None, steps=steps)
    form.offer_bodies(bodies_at(cell.council, regimes=CLOSES))  # type: ignore[misc]
    shown = _page(cell, f"What did {cell.council.short_name}’s scrutiny body decide?")
    return _stepped(
        request, cell, form, lambda said: Step(said.pop("step")), shown, "Recorded as decided."
    )


def _stepped(
    request: HttpRequest, cell: Cell, form: Any, step_of: Any, shown: dict[str, Any], said: str
) -> HttpResponse:
    def save(valid: Any) -> Any:
        facts = dict(valid.cleaned_data)
        step = step_of(facts)
        one, by, today = cell.recommendation, signed_in(request), timezone.localdate()
        return actions.take_step(one, cell.council, step, facts, by=by, today=today)

    to = page.address_of(cell)
    return answered(request, form, save, to=lambda _: to, shown=shown, said=said)
