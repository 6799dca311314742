"""Matters: the list, and each matter's grid of councils, as page, CSV and JSON."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.calendar import words
from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.duties import page as duties_page
from governance.duties.models import Duty
from governance.history.permissions import can_read_history
from governance.issues import grid, permissions, telling
from governance.issues.chronology import chronology
from governance.issues.models import Issue
from governance.issues.reading import Records, read
from governance.meetings.models import Document
from governance.pages.download import as_csv

ROWS_A_PAGE = 25


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every matter with its state in all, for one partnership or for all."""
    issues = _issues(request).order_by("title", "pk")
    partnerships = Partnership.objects.visible_to(request.user).order_by("short_name")
    partnership = None
    if slug := request.GET.get("partnership"):
        partnership = get_object_or_404(partnerships, slug=slug)
        issues = issues.filter(partnership=partnership)
    now = timezone.now()
    if request.GET.get("format") == "csv":
        found = read(list(issues), request.user)
        cells = (_line(records, grid.grid_of(records, now)) for records in found.values())
        return as_csv("issues.csv", ["Issue", "Partnership", "State", "In words"], cells)
    page = Paginator(issues, ROWS_A_PAGE).get_page(request.GET.get("page"))
    found = read(list(page.object_list), request.user)
    context = {
        "page": page,
        "rows": [(records.issue, grid.grid_of(records, now)) for records in found.values()],
        "partnerships": partnerships,
        "partnership": partnership,
        "theme": partnership,
        "can_add": permissions.can_add(request.user),
    }
    return render(request, "governance/issues/index.html", context)


def _line(records: Records, found: grid.Grid) -> list[object]:
    partnership = records.issue.partnership
    name = partnership.name if partnership else ""
    return [records.issue.title, name, found.across.state, found.across.sentence]


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One matter: where each council has got to, and what happened in order."""
    issue = get_object_or_404(_issues(request), slug=slug)
    now = timezone.now()
    records = read([issue], request.user)[issue.pk]
    found = grid.grid_of(records, now)
    if request.GET.get("format") == "csv":
        return as_csv(f"{issue.slug}.csv", grid.COLUMNS, grid.as_rows(found))
    duties = list(_duties(request, issue))
    number = words.number_word(len(found.rows))
    several = len(found.rows) != 1
    context = {
        "issue": issue,
        "grid": found,
        "caption": f"Issue across {number} councils" if several else "Issue",
        "events": chronology(
            records, found, duties, now, telling.told_elsewhere(issue, request.user)
        ),
        "duties": duties_page.rows(duties, timezone.localdate(now)),
        "can_read_history": can_read_history(request.user, issue),
        "documents": _documents(request, records),
        "can_edit": permissions.can_edit(request.user, issue),
        "theme": issue.partnership,
        "part_of": words.listed(row.council.short_name for row in found.rows),
        "crumbs": [("Issues", reverse("issues:index"))],
    }
    return render(request, "governance/issues/detail.html", context)


@login_not_required
@require_safe
def data(request: HttpRequest, slug: str) -> JsonResponse:
    """The grid as JSON, with the same words as the page."""
    issue = get_object_or_404(_issues(request), slug=slug)
    found = grid.grid_of(read([issue], request.user)[issue.pk], timezone.now())
    rows = [dict(zip(map(_key, grid.COLUMNS), cells, strict=True)) for cells in grid.as_rows(found)]
    return JsonResponse(
        {
            "issue": issue.title,
            "state": found.across.state,
            "in_words": found.across.sentence,
            "councils": rows,
        }
    )


def _key(column: str) -> str:
    return column.lower().replace("-", "_").replace(" ", "_")


def _issues(request: HttpRequest) -> Any:
    found = Issue.objects.visible_to(request.user).select_related("partnership")
    return found.prefetch_related("partnership__constituents__council")


def _duties(request: HttpRequest, issue: Issue) -> Any:
    """Return the duties of a matter, with what was undertaken at an item that decided on it."""
    decided = Decision.objects.visible_to(request.user).filter(issue=issue)
    of_it = Q(issue=issue) | Q(question__item__in=decided.values("item"))
    found = Duty.objects.visible_to(request.user).filter(of_it)
    return duties_page.with_sources(found).order_by("due_on", "pk")


def _documents(request: HttpRequest, records: Records) -> Any:
    items = {c.item_id for c in records.considerations} | {d.item_id for d in records.decisions}
    found = Document.objects.visible_to(request.user).filter(item__in=items - {None})
    return found.select_related("item__meeting__body").order_by("item__meeting__held_on", "pk")
