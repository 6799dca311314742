"""Choosing rollouts, seeing what a change would do to each, doing it, and taking it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.people.permissions import signed_in
from roadmap.bulk import actions
from roadmap.bulk.forms import AskForm
from roadmap.bulk.preview import Told, chosen_of, told_of_rows
from roadmap.items import filters
from roadmap.items.models import Rollout, RolloutQuerySet
from roadmap.items.permissions import why_not_rollout
from roadmap.items.row_actions import Change
from roadmap.items.rules import Status
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import edits_anything

MOST = 200
BIGGEST = 2**62


@require_http_methods(["GET", "HEAD", "POST"])
def several(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose and ask; look at what would change; with step "apply", do it."""
    partnership = _partnership(request, slug)
    step, chosen = request.POST.get("step", ""), chosen_of(request.POST, MOST)
    if request.method != "POST":
        return _choose(request, partnership, AskForm())
    form = AskForm(request.POST)
    if step == "again":
        return _choose(request, partnership, AskForm(initial=request.POST.dict()))
    if not form.is_valid() or not chosen:
        if not chosen:
            form.add_error(None, "Tick at least one rollout below.")
        return _choose(request, partnership, form)
    if step != "apply":
        return _preview(request, partnership, form)
    change = Change(
        signed_in(request), timezone.localdate(),
        because=form.cleaned_data["reason"] or f"Changed together: {form.ask().words}",
    )  # fmt: skip
    try:
        number = actions.apply(partnership, chosen, form.ask(), change)
    except Refused as refused:
        return _preview(request, partnership, form, refused)
    return redirect("bulk:done", slug=slug, number=number)


def _partnership(request: HttpRequest, slug: str) -> Partnership:
    partnership = partnership_of(request, slug)
    if not edits_anything(request.user, partnership):
        raise PermissionDenied(
            f"Officers of {partnership.name} and of its councils change the roadmap."
        )
    return partnership


def _every(request: HttpRequest, partnership: Partnership) -> RolloutQuerySet:
    return Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)


def _context(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    found = filters.read(request.GET, councils_of(partnership))
    return {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [("ICT roadmap", reverse("items:table", args=[partnership.slug]))],
        "filter": found,
        "query": found.query(),
    }


def _choose(request: HttpRequest, partnership: Partnership, form: AskForm) -> HttpResponse:
    context, every = _context(request, partnership), _every(request, partnership)
    found = context["filter"]
    shown = list(filters.apply(found, every).with_names().in_order()[: MOST + 1])
    ticked = chosen_of(request.POST, MOST)
    context |= {
        "form": form,
        "rows": [
            (row, Status(row.status), row.pk in ticked, why_not_rollout(request.user, row))
            for row in shown[:MOST]
        ],
        "more": len(shown) > MOST,
        "most": MOST,
        "choices": filters.choices(partnership, every, found),
        "said": filters.in_words(found, councils_of(partnership)),
    }
    status = 422 if form.errors else 200
    return render(request, "roadmap/bulk/choose.html", context, status=status)


def _preview(
    request: HttpRequest, partnership: Partnership, form: AskForm, refused: Refused | None = None
) -> HttpResponse:
    chosen = chosen_of(request.POST, MOST)
    rows = _every(request, partnership).filter(pk__in=chosen).with_names().in_order()
    told: list[Told] = told_of_rows(rows, form.ask(), request.user, refused)
    context = _context(request, partnership) | {
        "form": form,
        "ask": form.ask(),
        "typed": [(name, request.POST.get(name, "")) for name in form.fields],
        "told": told,
        "ready": [one for one in told if not one.why_not],
        "refused": refused,
        "has_errors": bool(refused),
    }
    status = 409 if refused else 200
    return render(request, "roadmap/bulk/preview.html", context, status=status)


@require_safe
def done(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What one change of several, or one import, wrote; with the button that takes it back."""
    partnership = _partnership(request, slug)
    written = actions.written(partnership, min(number, BIGGEST), signed_in(request), timezone.now())
    if not written:
        raise Http404
    context = _context(request, partnership) | {
        "written": written,
        "number": number,
        "because": written[0].history_change_reason,
    }
    return render(request, "roadmap/bulk/done.html", context)


@require_POST
def undo(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take back all that one change of several, or one import, wrote."""
    partnership = _partnership(request, slug)
    now = timezone.now()
    change = Change(signed_in(request), timezone.localdate(now), because="Undone together")
    try:
        many = actions.undo(partnership, min(number, BIGGEST), change, now)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"Undone: {many} rollout{'' if many == 1 else 's'}.")
    return redirect("items:table", slug=slug)
