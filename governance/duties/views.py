"""What councils promised to do by a day: the list, one duty, and recording that it was done."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.councils.models import Council
from governance.duties import actions, page, permissions
from governance.duties.forms import FinishForm
from governance.duties.models import Duty
from governance.errors import Refused
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from governance.people.permissions import signed_in

ROWS_A_PAGE = 25
COLUMNS = ["Duty", "Council", "Holder", "From", "Due", "Done", "State", "Promised in"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything due, overdue first, for one council or for all; as a page or as CSV."""
    duties = page.with_sources(Duty.objects.visible_to(request.user))
    council = None
    if slug := request.GET.get("council"):
        council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
        duties = duties.filter(council=council)
    today = timezone.localdate()
    # What is done comes last, whatever its date; within each, the soonest first.
    waiting = duties.filter(done_on=None).order_by("due_on", "pk")
    done = duties.exclude(done_on=None).order_by("-done_on", "pk")
    if request.GET.get("format") == "csv":
        found = page.rows([*waiting, *done], today)
        return as_csv("duties.csv", COLUMNS, (_cells(row) for row in found))
    shown = Paginator(done if "done" in request.GET else waiting, ROWS_A_PAGE)
    one_page = shown.get_page(request.GET.get("page"))
    context = {
        "page": one_page,
        "rows": page.rows(one_page.object_list, today),
        "only_done": "done" in request.GET,
        "council": council,
        "theme": council,
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
    }
    return render(request, "governance/duties/index.html", context)


def _cells(row: page.Row) -> list[object]:
    duty = row.duty
    days = [day.isoformat() if day else "" for day in (duty.due_from, duty.due_on, duty.done_on)]
    return [duty.title, duty.council.name, duty.holder, *days, row.standing.says, row.source]


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    duty = _duty(request, pk)
    (row,) = page.rows([duty], timezone.localdate())
    context = {
        "row": row,
        "can_finish": permissions.can_finish(request.user, duty) and not duty.done_on,
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
