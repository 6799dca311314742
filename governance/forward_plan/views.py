"""The forward plan: read by everybody, written by democratic services."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.councils.models import Council, Partnership
from governance.decisions.choices import KeyRoute
from governance.decisions.models import Decision
from governance.forward_plan import page
from governance.forward_plan.forms import SinceForm
from governance.notices.models import Notice
from governance.notices.page import published_notices_of
from governance.notices.states import State
from governance.notices.subjects import SUBJECTS
from governance.pages.download import as_csv
from governance.people.permissions import seats_of
from governance.people.rules import Ability

ROWS_A_PAGE = 50
COLUMNS = [
    *("Matter", "Council", "Who decides", "Planned", "May be taken from", "What makes it key"),
    *("State", "Decided on", "Address"),
]
SHOWN = [("", "To be decided"), ("decided", "Decided"), ("all", "All")]


@login_not_required
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The key decisions to come, month by month: of one council, one partnership, or all."""
    notices, council, partnership = _chosen(request)
    found = page.rows(list(notices), request.user, timezone.now())
    show = request.GET.get("show", "")
    if show != "all":
        found = [row for row in found if bool(row.decided) == (show == "decided")]
    if request.GET.get("format") == "csv":
        return as_csv("forward-plan.csv", COLUMNS, map(_csv, found))
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "months": [(month, list(of)) for month, of in groupby(shown.object_list, _month)],
        "page": shown,
        "council": council,
        "partnership": partnership,
        "theme": council or partnership,
        "show": show,
        "shown": SHOWN,
        "query": query.urlencode(),
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
        "partnerships": Partnership.objects.visible_to(request.user).order_by("name"),
        "can_write": bool(seats_of(request.user).councils(Ability.PUBLISH_NOTICES)),
    }
    return render(request, "governance/forward_plan/plan.html", context)


def _month(row: page.Row) -> str:
    return row.month


def _chosen(
    request: HttpRequest,
) -> "tuple[QuerySet[Notice], Council | None, Partnership | None]":
    """Return the notices of the plan that is asked for, and whose plan it is."""
    notices = Notice.objects.visible_to(request.user).filter(
        kind__in=SUBJECTS["entry"], state=State.PUBLISHED
    )
    if slug := request.GET.get("council"):
        council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
        return notices.filter(council=council), council, None
    if slug := request.GET.get("partnership"):
        partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
        members = partnership.constituents.values("council")
        return notices.filter(council__in=members), None, partnership
    return notices, None, None


def _csv(row: page.Row) -> list[object]:
    entry, dates = row.said["entry"], row.said["snapshot"].get("dates")
    return [
        entry["title"],
        row.notice.council.name,
        entry["body"] or entry["maker_name"],
        entry["planned_from"] or "",
        dates["earliest"] if dates else "",
        entry["key_test"],
        row.status[1],
        row.decided,
        settings.SITE_URL + row.address,
    ]


@login_not_required
@require_safe
def special_urgency(request: HttpRequest) -> HttpResponse:
    """The decisions taken under special urgency since a day: what a leader reports to council.

    Source: SI 2012/2089, regulation 19.
    """
    form = SinceForm(request.GET or None)
    since: date | None = form.cleaned_data["since"] if form.is_valid() else None
    decisions = (
        Decision.objects.visible_to(request.user)
        .filter(key_route=KeyRoute.URGENCY, state="published", classification="public")
        .select_related("council", "item__meeting__body")
        .prefetch_related("agreements")
        .order_by("-made_on", "pk")
    )
    if since:
        decisions = decisions.filter(made_on__gte=since)
    rows = _urgent_rows(decisions)
    if request.GET.get("format") == "csv":
        columns = ["Decision", "Council", "Made on", "Made by", "Reason", "Agreed by"]
        return as_csv("special-urgency.csv", columns, (list(row.values())[:6] for row in rows))
    query = request.GET.copy()
    context = {"form": form, "rows": rows, "since": since, "query": query.urlencode()}
    status = 422 if form.errors else 200
    return render(request, "governance/forward_plan/urgency.html", context, status=status)


def _urgent_rows(decisions: "Iterable[Decision]") -> list[dict[str, Any]]:
    found = list(decisions)
    notices = published_notices_of(found)
    return [
        {
            "title": d.title,
            "council": d.council.name,
            "made_on": d.made_on,
            "made_by": d.item.meeting.body.name if d.item else d.made_by,
            "reason": d.key_route_reason,
            "agreed": "; ".join(f"{row.name}, {row.office}" for row in d.agreements.all()
                                if row.purpose == "key"),
            "notice": notices.get(d.pk),
        }
        for d in found
    ]  # fmt: skip
