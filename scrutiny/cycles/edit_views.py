"""Keeping cycles of reviews: beginning one, changing it, moving an occurrence, and done."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.calendar import words
from governance.people.permissions import signed_in
from roadmap.editing import answered, changes_of, first_of
from roadmap.strategies.models import Strategy
from scrutiny.cycles import actions, permissions
from scrutiny.cycles.forms import ChangeCycleForm, CycleForm, DoneForm, MoveForm
from scrutiny.cycles.models import Occurrence, ReviewCycle
from scrutiny.reviews.edit_views import councils_kept
from scrutiny.reviews.models import Review
from scrutiny.reviews.permissions import can_begin


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a cycle."""
    if not can_begin(request.user):
        raise PermissionDenied("Only scrutiny officers begin cycles of reviews.")
    today, back = timezone.localdate(), reverse("cycles:index")
    return answered(
        request,
        CycleForm(request.POST or None, **_choices(request)),
        lambda form: actions.begin(changes_of(form)[0], by=signed_in(request), today=today),
        to=lambda cycle: reverse("cycles:detail", args=[cycle.pk]),
        shown={
            "heading": "Begin a cycle of reviews", "press": "Begin the cycle", "back": back,
            "crumbs": [("Reviews that come round", back)],
        },
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is reviewed, how often, and who must see to it."""
    cycle = _editable(request, pk)
    first = first_of(cycle, ChangeCycleForm)
    choices = _choices(request, cycle.council_id)
    form = ChangeCycleForm(request.POST or None, initial=first, **choices)

    def save(form: ChangeCycleForm) -> Any:
        (said, seen), by, today = changes_of(form), signed_in(request), timezone.localdate()
        because = said.pop("because")
        return actions.change(cycle, said, seen=seen, because=because, by=by, today=today)

    shown = _around(cycle, "Change the cycle")
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int, on: str) -> HttpResponse:
    """Give one occurrence another day, with the reason."""
    cycle, planned_on = _editable(request, pk), _day(on)
    form = MoveForm(request.POST or None, today=timezone.localdate())

    def save(form: MoveForm) -> Any:
        said = form.cleaned_data
        return actions.move(
            cycle, planned_on, to=said["to"], because=said["because"], by=signed_in(request)
        )

    shown = _around(cycle, f"Move what is planned for {words.day(planned_on)}")
    shown["lead"] = "The others keep their days, and the history keeps the reason."
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
def done(request: HttpRequest, pk: int, on: str) -> HttpResponse:
    """Record that an occurrence was done, by which review or how else."""
    cycle, planned_on = _editable(request, pk), _day(on)
    rows = Occurrence.objects.visible_to(request.user).filter(cycle=cycle)
    row = get_object_or_404(rows.select_related("cycle"), planned_on=planned_on)
    reviews = Review.objects.visible_to(request.user)
    if cycle.issue_id:
        reviews = reviews.filter(issue=cycle.issue_id)
    form = DoneForm(request.POST or None, reviews=reviews)

    def save(form: DoneForm) -> Any:
        said = form.cleaned_data
        return actions.done(
            row, on=said["done_on"], how=said["how"], review=said["review"],
            by=signed_in(request), today=timezone.localdate(),
        )  # fmt: skip

    kind = row.get_kind_display()
    shown = _around(cycle, f"{kind}, due by {words.day(row.due_on)}: record that it was done")
    return answered(request, form, save, to=lambda _: shown["back"], shown=shown)


def _editable(request: HttpRequest, pk: int) -> ReviewCycle:
    found = ReviewCycle.objects.visible_to(request.user)
    cycle = get_object_or_404(found.select_related("council", "partnership"), pk=pk)
    if not permissions.can_edit(request.user, cycle):
        raise PermissionDenied(permissions.whose(cycle))
    return cycle


def _choices(request: HttpRequest, council: int | None = None) -> dict[str, Any]:
    return {
        "councils": councils_kept(request, council),
        "strategies": Strategy.objects.visible_to(request.user),
        "today": timezone.localdate(),
    }


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Http404 from None


def _around(cycle: ReviewCycle, heading: str) -> dict[str, Any]:
    back = reverse("cycles:detail", args=[cycle.pk])
    return {
        "heading": heading,
        "caption": cycle.title,
        "back": back,
        "theme": cycle.partnership or cycle.council,
        "crumbs": [("Reviews that come round", reverse("cycles:index")), (cycle.title, back)],
    }
