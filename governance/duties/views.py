"""What councils promised to do by a day: the list, one duty, and recording that it was done."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.duties import actions, page, permissions
from governance.duties.forms import FinishForm
from governance.duties.models import Duty, DutyQuerySet
from governance.duties.roles import roles_on
from governance.errors import Refused
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from governance.people.models import User
from governance.people.permissions import signed_in

ROWS_A_PAGE = 25
CHOICES = ("mine", "council", "partnership", "kind", "done")
COLUMNS = ["Duty", "Council", "Holder", "From", "Due", "Done", "State", "Promised in"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything due, overdue first: one's own, of a council, of a partnership, or all."""
    today = timezone.localdate()
    found, context = _chosen(request, today)
    duties = page.with_sources(found)
    # What is done or over comes last, whatever its date; within each, the soonest first.
    waiting = duties.waiting(today).order_by("due_on", "pk")
    done = duties.exclude(done_on=None).order_by("-done_on", "pk")
    if request.GET.get("format") == "csv":
        rows = page.rows([*waiting, *done], today)
        return as_csv("duties.csv", COLUMNS, (_cells(row) for row in rows))
    only_done = "done" in request.GET
    shown = Paginator(done if only_done else waiting, ROWS_A_PAGE)
    one_page = shown.get_page(request.GET.get("page"))
    context |= {
        "page": one_page,
        "rows": page.rows(one_page.object_list, today),
        "only_done": only_done,
        "kinds": Duty.Kind.choices,
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
        "partnerships": Partnership.objects.visible_to(request.user).order_by("name"),
    }
    if not only_done:
        late = duties.waiting(today).filter(due_on__lt=today).count()
        context |= {"late": late, "all_waiting": shown.count, "late_says": _late_says(late)}
    return render(request, "governance/duties/index.html", context)


def _late_says(late: int) -> str:
    verb = "is" if late == 1 else "are"
    return f"{words.counted(late, 'duty', 'duties')} {verb} overdue"


def _chosen(request: HttpRequest, today: date) -> tuple[DutyQuerySet, dict[str, Any]]:
    """Return the duties that the address asks for, and what the page says of the choice."""
    asked, user = request.GET, request.user
    duties = Duty.objects.visible_to(user)
    context: dict[str, Any] = {"query": _query(request)}
    if asked.get("mine") and isinstance(user, User):
        duties = duties.held_by(user, roles_on(today))
        context["mine"] = True
    if slug := asked.get("council"):
        council = get_object_or_404(Council.objects.visible_to(user), slug=slug)
        duties = duties.filter(council=council)
        context |= {"council": council, "theme": council}
    if slug := asked.get("partnership"):
        partnership = get_object_or_404(Partnership.objects.visible_to(user), slug=slug)
        duties = duties.filter(council__memberships__partnership=partnership)
        context |= {"partnership": partnership, "theme": partnership}
    if (kind := asked.get("kind")) in Duty.Kind.values:
        duties = duties.filter(kind=kind)
        context["kind"] = kind
    return duties, context


def _query(request: HttpRequest) -> str:
    """Return the choice as the pages and the download of it ask for it again."""
    kept = {name: request.GET[name] for name in CHOICES if request.GET.get(name)}
    return urlencode(kept)


def _cells(row: page.Row) -> list[object]:
    duty = row.duty
    days = [day.isoformat() if day else "" for day in (duty.due_from, duty.due_on, duty.done_on)]
    return [duty.title, duty.council.name, duty.holder, *days, row.standing.says, row.source]


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    duty = _duty(request, pk)
    today = timezone.localdate()
    roles = roles_on(today)
    (row,) = page.rows([duty], today)
    context = {
        "row": row,
        "can_finish": permissions.can_finish(request.user, duty) and not duty.done_on,
        "can_keep": permissions.can_keep(request.user, duty, roles) and not duty.done_on,
        "holding": page.holding(duty, roles, today),
        "can_read_history": can_read_history(request.user, duty),
        "theme": duty.council,
        "crumbs": [("Duties", reverse("duties:index"))],
    }
    return render(request, "governance/duties/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    duty = _duty(request, pk)
    if not permissions.can_finish(request.user, duty):
        raise PermissionDenied(f"Only {permissions.who_finishes(duty)} record this.")
    form = FinishForm(request.POST or None)
    if form.is_valid():
        try:
            actions.finish(
                duty, **form.cleaned_data, by=signed_in(request), today=timezone.localdate()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded as done.")
            return redirect("duties:detail", pk=duty.pk)
    context = {
        "form": form,
        "heading": "Record that it was done",
        "caption": duty.title,
        "back": reverse("duties:detail", args=[duty.pk]),
        "theme": duty.council,
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


def _duty(request: HttpRequest, pk: int) -> Duty:
    found = page.with_sources(Duty.objects.visible_to(request.user))
    return get_object_or_404(found, pk=pk)
