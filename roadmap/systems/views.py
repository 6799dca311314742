"""The register of a partnership's systems, and the page of one system."""

from collections.abc import Iterator
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.councils.models import Partnership
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from roadmap.contracts.duties import USUAL_LEAD_MONTHS
from roadmap.contracts.models import Contract
from roadmap.contracts.permissions import can_edit as can_edit_contract
from roadmap.contracts.standing import standing_of
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import can_edit_shared, edits_anything
from roadmap.systems import page, permissions
from roadmap.systems.models import System
from roadmap.systems.timeline import YEARS, timeline

USUAL_YEARS = 2
HERE = "partnerships:systems"
COLUMNS = [
    *("Function", "Council", "System", "Kind", "Hosting", "Supported until", "Owner"),
    *("Contract", "Reference", "Supplier", "Ends", "Notice by", "Decide by", "Status"),
    *("Can they align?", "Why", "Illustrative"),
]


@login_not_required
@require_safe
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """What each council runs for each job, until when, and by when to decide what follows."""
    partnership, today = partnership_of(request, slug), timezone.localdate()
    rows = page.register(partnership, request.user, today)
    asked = {name: request.GET.get(name, "") for name in ("function", "council", "show")}
    shown = page.wanted(rows, **asked)
    if request.GET.get("format") == "csv":
        return as_csv(f"systems-{slug}.csv", COLUMNS, _cells(shown))
    years = next((n for n in YEARS if str(n) == request.GET.get("years")), USUAL_YEARS)
    query = request.GET.copy()
    query.pop("years", None)
    context = {
        "partnership": partnership,
        "theme": partnership,
        "councils": councils_of(partnership),
        "rows": shown,
        "functions": [row.function for row in rows],
        "asked": asked,
        "is_filtered": any(asked.values()),
        "verdict": page.verdict(rows),
        "timeline": timeline(shown, today, years),
        "years": [(n, f"{query.urlencode()}&years={n}".lstrip("&")) for n in YEARS],
        "query": query.urlencode(),
        "today": today,
        "left_out": [e for row in shown for e in row.entries if e.is_left_out],
        "illustrative": any(_is_illustrative(e) for row in shown for e in row.entries),
        "can_add": edits_anything(request.user, partnership),
        "can_shape": can_edit_shared(request.user, partnership),
        "crumbs": crumbs(partnership)[:2],
        "here": HERE,
    }
    return render(request, "roadmap/systems/register.html", context)


def crumbs(partnership: Partnership) -> list[tuple[str, str]]:
    """Return the way to the register of `partnership`."""
    return [
        ("Partnerships", reverse("partnerships:index")),
        (partnership.short_name, reverse("partnerships:hub", args=[partnership.slug])),
        ("Systems", reverse("systems:register", args=[partnership.slug])),
    ]


def _is_illustrative(entry: page.Entry) -> bool:
    contract = entry.standing.contract if entry.standing else None
    return entry.system.is_illustrative or bool(contract and contract.is_illustrative)


def _cells(rows: list[page.Row]) -> Iterator[list[object]]:
    for row in rows:
        answer = row.alignment
        for entry in row.entries:
            system, found = entry.system, entry.standing
            yield [
                row.function.name,
                entry.council.name,
                system.name,
                system.kind,
                system.hosting,
                _iso(system.supported_until),
                system.owner,
                *([found.contract.title, found.contract.reference, found.contract.supplier,
                   _iso(found.dates.term_end), _iso(found.dates.notice_by),
                   _iso(entry.decide_by), found.status[1]]
                  if found else ["", "", "", "", "", "", "No contract found"]),
                answer.says,
                answer.why,
                "yes" if _is_illustrative(entry) else "",
            ]  # fmt: skip


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One system: what it is, who runs it for what, and its contracts."""
    partnership, today = partnership_of(request, slug), timezone.localdate()
    systems = System.objects.visible_to(request.user).filter(partnership=partnership)
    system = get_object_or_404(systems, pk=pk)
    uses = list(system.uses.select_related("council", "function").order_by(
        "function__position", "council__short_name"
    ))  # fmt: skip
    contracts = Contract.objects.visible_to(request.user).filter(system=system)
    found = contracts.select_related("council", "system__partnership").prefetch_related(
        "extensions", "covered__council", "licences"
    )
    lead = max((use.function.lead_months for use in uses), default=USUAL_LEAD_MONTHS)
    standings = [standing_of(c, today, lead) for c in found.order_by("-ends_on", "pk")]
    may = permissions.can_edit(request.user, system)
    context = {
        "partnership": partnership,
        "theme": partnership,
        "system": system,
        "uses": uses,
        "standings": [(one, can_edit_contract(request.user, one.contract)) for one in standings],
        "out_of_support": bool(system.supported_until and system.supported_until < today),
        "can_edit": may,
        "whose": "" if may else permissions.whose_system(system),
        "edits": edits_anything(request.user, partnership),
        "can_read_history": can_read_history(request.user, system),
        "crumbs": crumbs(partnership),
        "here": HERE,
    }
    return render(request, "roadmap/systems/detail.html", context)
