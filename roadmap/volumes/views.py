"""Choosing a table of volumes, looking at what it would change, and importing it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.calendar import words
from governance.councils.models import Partnership
from governance.errors import Refused
from governance.people.permissions import signed_in
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import edits_anything
from roadmap.spreadsheets.actions import forget, keep
from roadmap.spreadsheets.models import PendingImport
from roadmap.spreadsheets.planning import NotAsSeen
from roadmap.systems.views import HERE
from roadmap.transactions.views import crumbs
from roadmap.volumes import actions
from roadmap.volumes.forms import FileForm
from roadmap.volumes.plan import Plan, Planner
from roadmap.volumes.rules import LEFT_ALONE, NEEDED, YEAR

PAGE = require_http_methods(["GET", "HEAD", "POST"])
KIND = "volumes"
SHOWN = 100


@PAGE
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; it is read at once, and kept until it is imported or another is chosen."""
    partnership = _partnership(request, slug)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        name, by = form.cleaned_data["table"].name, signed_in(request)
        keep(form.sheet, kind=KIND, name=name, partnership=partnership, by=by)
        return redirect("volumes:preview", slug)
    context = _context(partnership) | {
        "form": form,
        "needed": NEEDED,
        "year": YEAR,
        "left_alone": LEFT_ALONE,
        "pending": _pending(request, partnership),
    }
    status = 422 if form.errors else 200
    return render(request, "roadmap/volumes/choose.html", context, status=status)


@PAGE
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the chosen file would change, and everything wrong with it; then do it."""
    partnership = _partnership(request, slug)
    pending, by = _pending(request, partnership), signed_in(request)
    if pending is None:
        return redirect("volumes:choose", slug)
    if request.method != "POST":
        plan = Planner(partnership, by).plan(pending.sheet)
        return _preview(request, partnership, pending, plan)
    if request.POST.get("step") == "leave":
        forget(pending)
        messages.success(request, "The file was let go. Nothing was imported.")
        return redirect("transactions:matrix", slug)
    seen, today = request.POST.get("seen", ""), timezone.localdate()
    try:
        number = actions.apply(pending, partnership, seen=seen, by=by, today=today)
    except NotAsSeen as refused:
        return _preview(request, partnership, pending, refused.plan, (str(refused), 409))
    except Refused as refused:
        plan = Planner(partnership, by).plan(pending.sheet)
        return _preview(request, partnership, pending, plan, (str(refused), 422))
    forget(pending)
    messages.success(request, f"Imported {words.counted(number, 'volume')}.")
    return redirect("transactions:matrix", slug)


def _partnership(request: HttpRequest, slug: str) -> Partnership:
    partnership = partnership_of(request, slug)
    if not edits_anything(request.user, partnership):
        raise PermissionDenied(
            f"Officers of {partnership.name} and of its councils import volumes."
        )
    return partnership


def _pending(request: HttpRequest, partnership: Partnership) -> PendingImport | None:
    mine = PendingImport.objects.visible_to(request.user)
    return mine.filter(kind=KIND, partnership=partnership).first()


def _context(partnership: Partnership) -> dict[str, Any]:
    return {
        "partnership": partnership,
        "theme": partnership,
        "here": HERE,
        "crumbs": crumbs(partnership),
    }


def _preview(
    request: HttpRequest, partnership: Partnership, pending: PendingImport, plan: Plan,
    refused: tuple[str, int] = ("", 200),
) -> HttpResponse:  # fmt: skip
    says, status = refused
    context = _context(partnership) | {
        "pending": pending,
        "plan": plan,
        "problems": plan.problems[:SHOWN],
        "changes": plan.changes[:SHOWN],
        "shown": SHOWN,
        "refused": says,
        "has_errors": bool(says or plan.problems),
    }
    return render(request, "roadmap/volumes/preview.html", context, status=status)
