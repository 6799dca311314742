"""The matrix of services by council, and changing what is known of one."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance.councils.models import Council, Partnership
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history
from governance.pages.conflict import conflict_of
from governance.pages.download import as_csv
from governance.people.permissions import roles_of, signed_in
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import can_edit_for, can_edit_shared, edits_anything, whose
from roadmap.systems.views import HERE
from roadmap.systems.views import crumbs as way_to_systems
from roadmap.transactions import actions, page
from roadmap.transactions.forms import TransactionForm
from roadmap.transactions.models import Service, Transaction
from roadmap.transactions.permissions import councils_edited

FORM = "pages/form.html"
PAGE = require_http_methods(["GET", "HEAD", "POST"])
ROWS_A_PAGE = 50
COLUMNS = [
    *("Service", "LGSL id", "Department", "Run by", "Council", "Online", "Platform"),
    *("Main channel", "Volume a year", "Year", "Verified on", "Verified by", "Age", "Note"),
    "Illustrative",
]
ASKED = ("council", "show", "run_by", "q")


@login_not_required
@require_safe
def matrix(request: HttpRequest, slug: str) -> HttpResponse:
    """What residents can do online at each council, how much of it, and how old that is."""
    partnership, today = partnership_of(request, slug), timezone.localdate()
    asked = {name: request.GET.get(name, "") for name in ASKED}
    mine = councils_edited(request.user, partnership, councils_of(partnership))
    found = page.matrix(partnership, request.user, today, mine, asked)
    if request.GET.get("format") == "csv":
        return as_csv(f"online-services-{slug}.csv", COLUMNS, _cells(found))
    query = request.GET.copy()
    query.pop("page", None)
    shown = Paginator(found.rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "partnership": partnership,
        "theme": partnership,
        "here": HERE,
        "matrix": found,
        "page": shown,
        "verdict": page.verdict(found),
        "councils": councils_of(partnership),
        "asked": asked,
        "is_filtered": any(asked.values()),
        "shows": page.SHOWS.items(),
        "run_by": Service.RunBy.choices,
        "query": query.urlencode(),
        "today": today,
        "can_shape": can_edit_shared(request.user, partnership),
        "can_import": edits_anything(request.user, partnership),
        "crumbs": way_to_systems(partnership)[:2],
    }
    return render(request, "roadmap/transactions/matrix.html", context)


def _cells(found: page.Matrix) -> Iterator[list[object]]:
    for row in found.rows:
        for cell in row.cells:
            one = cell.transaction or Transaction(service=row.service, council=cell.council)
            yield [
                row.service.name,
                row.service.lgsl_id or "",
                row.service.department,
                row.service.run_by,
                cell.council.short_name,
                one.online,
                one.platform,
                one.channel,
                "" if one.volume is None else one.volume,
                one.volume_year,
                one.verified_on.isoformat() if one.verified_on else "",
                one.verified_by,
                cell.age.says,
                one.note,
                "yes" if row.service.is_illustrative or one.is_illustrative else "",
            ]


def crumbs(partnership: Partnership) -> list[tuple[str, str]]:
    """Return the way to the matrix of `partnership`."""
    matrix_at = reverse("transactions:matrix", args=[partnership.slug])
    return [*way_to_systems(partnership)[:2], ("Online services", matrix_at)]


def _place(
    request: HttpRequest, slug: str, pk: int, council: str
) -> tuple[Partnership, Service, Council]:
    """Return where in the matrix this address is, to those who may change it there."""
    partnership = partnership_of(request, slug)
    services = Service.objects.visible_to(request.user).filter(partnership=partnership)
    service = get_object_or_404(services.select_related("partnership"), pk=pk)
    members = partnership.constituents.values("council")
    known = Council.objects.visible_to(request.user).filter(pk__in=members)
    found = get_object_or_404(known, slug=council)
    if not can_edit_for(request.user, partnership, found):
        raise PermissionDenied(whose(partnership, found))
    return partnership, service, found


@PAGE
def edit(request: HttpRequest, slug: str, pk: int, council: str) -> HttpResponse:
    """Record, or change, what one council offers of a service."""
    partnership, service, found = _place(request, slug, pk, council)
    rows = Transaction.objects.visible_to(request.user)
    row = rows.filter(service=service, council=found).first()
    form = TransactionForm(request.POST or None, initial=_first(row), today=timezone.localdate())
    context = {
        "form": form,
        "heading": f"{service.name}: {found.short_name}",
        "caption": f"LGSL {service.lgsl_id}" if service.lgsl_id else "",
        "lead": "What residents can do online, and how you know.",
        "back": _back(service),
        "theme": found,
        "here": HERE,
        "crumbs": crumbs(partnership),
    }
    if can_read_history(request.user, service):
        context["further"] = reverse("history:history", args=["service", service.pk])
        context["further_words"] = "History of this service"
    if form.is_valid():
        seen, by, today = form.cleaned_data["seen"] or 0, signed_in(request), timezone.localdate()
        try:
            actions.record(service, found, form.said(), seen=seen, by=by, today=today)
        except ChangedMeanwhile as changed:
            return render(request, FORM, context | conflict_of(form, changed), status=409)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Saved: {service.name}, {found.short_name}.")
            return redirect(_back(service))
    return render(request, FORM, context, status=422 if form.errors else 200)


def _first(row: Transaction | None) -> dict[str, Any]:
    if row is None:
        return {"seen": 0}
    names = [name for name in TransactionForm.base_fields if name != "seen"]
    return {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}


def _back(service: Service) -> str:
    matrix_at = reverse("transactions:matrix", args=[service.partnership.slug])
    return f"{matrix_at}#service-{service.pk}"


@require_POST
def verify(request: HttpRequest, slug: str, pk: int, council: str) -> HttpResponse:
    """Say at a press that somebody looked today and nothing changed."""
    _, service, found = _place(request, slug, pk, council)
    rows = Transaction.objects.visible_to(request.user).filter(service=service)
    row = get_object_or_404(rows, council=found)
    today = timezone.localdate()
    actions.verify(row, by=signed_in(request), post=_post(request, found), today=today)
    messages.success(request, f"Verified today: {service.name}, {found.short_name}.")
    return redirect(_back(service))


def _post(request: HttpRequest, council: Council) -> str:
    """Return who verified, as a post: the role that the person holds."""
    for role in roles_of(request.user):
        if role.council_id == council.pk:
            return f"{role.get_kind_display()}, {council.short_name}"
    return "Partnership officer"
