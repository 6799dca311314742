"""Taking the roadmap away as a table, and bringing a changed table back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.pages.download import as_csv
from governance.people.permissions import signed_in
from roadmap.exchange import actions
from roadmap.exchange.forms import FileForm
from roadmap.exchange.reading import Plan, Planner
from roadmap.exchange.rules import NAMES
from roadmap.exchange.table import rows_of
from roadmap.items import filters
from roadmap.items.models import Rollout
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import can_edit_shared, edits_anything
from roadmap.spreadsheets.actions import forget, keep
from roadmap.spreadsheets.models import PendingImport
from roadmap.spreadsheets.planning import NotAsSeen
from roadmap.spreadsheets.writing import as_xlsx

KIND = "roadmap"
SHOWN = 100


@login_not_required
@require_safe
def export(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The rollouts that the visitor may see and asks for, in the columns that import reads."""
    partnership = partnership_of(request, slug)
    if form not in ("csv", "xlsx"):
        raise Http404
    every = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    asked = filters.read(request.GET, councils_of(partnership))
    rows = rows_of(filters.apply(asked, every).with_names().in_order())
    name = f"roadmap-{slug}.{form}"
    return as_csv(name, list(NAMES), rows) if form == "csv" else as_xlsx(name, NAMES, rows)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; it is read at once, and kept until it is imported or another is chosen."""
    partnership = _partnership(request, slug)
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            chosen = form.cleaned_data["table"].name
            by = signed_in(request)
            keep(form.sheet, kind=KIND, name=chosen, partnership=partnership, by=by)
            return redirect("exchange:preview", slug=slug)
    else:
        form = FileForm()
    context = _context(partnership) | {
        "form": form,
        "names": NAMES,
        "pending": _pending(request, partnership),
        "adds": can_edit_shared(request.user, partnership),
    }
    status = 422 if form.errors else 200
    return render(request, "roadmap/exchange/choose.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the chosen file would do, and everything wrong with it; then do it."""
    partnership = _partnership(request, slug)
    pending = _pending(request, partnership)
    if pending is None:
        return redirect("exchange:choose", slug=slug)
    by, today = signed_in(request), timezone.localdate()
    if request.method != "POST":
        return _preview(request, pending, Planner(partnership, by, today).plan(pending.sheet))
    if request.POST.get("step") == "leave":
        forget(pending)
        messages.success(request, "The file was let go. Nothing was imported.")
        return redirect("items:table", slug=slug)
    try:
        number = actions.apply(pending, seen=request.POST.get("seen", ""), by=by, today=today)
    except NotAsSeen as refused:
        return _preview(request, pending, refused.plan, str(refused), 409)
    except Refused as refused:
        plan = Planner(partnership, by, today).plan(pending.sheet)
        return _preview(request, pending, plan, str(refused), 422)
    forget(pending)
    return redirect("bulk:done", slug=slug, number=number)


def _partnership(request: HttpRequest, slug: str) -> Partnership:
    partnership = partnership_of(request, slug)
    if not edits_anything(request.user, partnership):
        raise PermissionDenied(
            f"Officers of {partnership.name} and of its councils import into the roadmap."
        )
    return partnership


def _pending(request: HttpRequest, partnership: Partnership) -> PendingImport | None:
    mine = PendingImport.objects.visible_to(request.user).filter(kind=KIND)
    return mine.filter(partnership=partnership).select_related("partnership").first()


def _context(partnership: Partnership) -> dict[str, Any]:
    return {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [("ICT roadmap", reverse("items:table", args=[partnership.slug]))],
    }


def _preview(
    request: HttpRequest, pending: PendingImport, plan: Plan, refused: str = "", status: int = 200
) -> HttpResponse:
    context = _context(pending.partnership) | {
        "pending": pending,
        "plan": plan,
        "problems": plan.problems[:SHOWN],
        "changed": plan.changed[:SHOWN],
        "added": plan.added[:SHOWN],
        "shown": SHOWN,
        "lines_wrong": len({problem.line for problem in plan.problems}),
        "refused": refused,
        "has_errors": bool(refused or plan.problems),
    }
    return render(request, "roadmap/exchange/preview.html", context, status=status)
