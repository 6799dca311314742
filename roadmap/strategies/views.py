"""Reading strategies: the list, a version, its glossary, what changed, its PDF."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from governance.pages.parts import number_in
from governance.people.permissions import Visitor
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import can_edit_shared, whose_shared
from roadmap.strategies.adopting import lines_of, verdict_of
from roadmap.strategies.comparing import changes, summary
from roadmap.strategies.facts import content_of
from roadmap.strategies.finding import (
    counting,
    crumbs_of,
    own,
    strategy_of,
    version_of,
    versions_of,
)
from roadmap.strategies.models import Strategy, StrategyFile, StrategyVersion
from roadmap.strategies.presentation import presented
from roadmap.strategies.printing import successor_of
from roadmap.strategies.rules import missing
from roadmap.strategies.states import State

ROWS_A_PAGE = 25
COLUMNS = ["Strategy", "Version", "State", "Published", "Illustrative"]
SHAPES = {State.DRAFT: "idle", State.PUBLISHED: "done", State.SUPERSEDED: "closed"}


@login_not_required
@require_safe
def index(request: HttpRequest, partnership: str) -> HttpResponse:
    """The strategies of a partnership with the version that counts of each."""
    whole = partnership_of(request, partnership)
    found = Strategy.objects.visible_to(request.user).filter(partnership=whole)
    found = found.order_by("title", "pk")
    if request.GET.get("format") == "csv":
        return as_csv("strategies.csv", COLUMNS, map(_cells, _rows(request, list(found))))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "partnership": whole,
        "theme": whole,
        "page": page,
        "rows": _rows(request, list(page.object_list)),
        "can_edit": can_edit_shared(request.user, whole),
        "whose": whose_shared(whole),
        "crumbs": [(whole.short_name, reverse("partnerships:hub", args=[whole.slug]))],
    }
    return render(request, "roadmap/strategies/index.html", context)


def _rows(request: HttpRequest, strategies: list[Strategy]) -> list[dict[str, Any]]:
    seen = StrategyVersion.objects.visible_to(request.user).filter(strategy__in=strategies)
    versions: dict[int, list[StrategyVersion]] = {}
    for version in seen.order_by("-number"):
        versions.setdefault(version.strategy_id, []).append(version)
    rows = []
    for strategy in strategies:
        shown = counting(versions.get(strategy.pk, []))
        shape = SHAPES[State(shown.state)] if shown else "idle"
        rows.append({"strategy": strategy, "version": shown, "shape": shape})
    return rows


def _cells(row: dict[str, Any]) -> list[object]:
    strategy, version = row["strategy"], row["version"]
    illustrative = "illustrative" if strategy.is_illustrative else ""
    if version is None:
        return [strategy.title, "", "", "", illustrative]
    at = version.published_at.date().isoformat() if version.published_at else ""
    return [strategy.title, version.number, version.get_state_display(), at, illustrative]


@login_not_required
@require_safe
def detail(request: HttpRequest, partnership: str, slug: str) -> HttpResponse:
    """The version of a strategy that counts."""
    strategy = strategy_of(request, partnership, slug)
    shown = counting(versions_of(request, strategy))
    if shown is None:
        raise Http404
    return version(request, partnership, slug, shown.number)


@login_not_required
@require_safe
def version(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """One version: where it is in force, what it says, and who adopted it in place of what."""
    shown = version_of(request, partnership, slug, number)
    whole = partnership_of(request, partnership)
    now, content = timezone.now(), content_of(shown)
    lines = lines_of(shown, councils_of(whole), request.user, now)
    versions = versions_of(request, shown.strategy)
    context = {
        "strategy": shown.strategy,
        "version": shown,
        "versions": versions,
        "before": next((one for one in versions if one.number < shown.number), None),
        "lines": lines,
        "verdict": verdict_of(shown, lines, successor_of(shown)),
        "content": presented(content),
        "missing": missing(content) if shown.state == State.DRAFT else [],
        "file": file_of(shown),
        "own": own(shown),
        "theme": whole,
        "crumbs": crumbs_of(shown.strategy),
    } | _around(request.user, shown, versions)
    return render(request, "roadmap/strategies/version.html", context)


def _around(
    user: Visitor, shown: StrategyVersion, versions: list[StrategyVersion]
) -> dict[str, Any]:
    edits = can_edit_shared(user, shown.strategy.partnership)
    return {
        "can_edit": edits,
        "can_begin_next": edits and versions[0].state != State.DRAFT,
        "whose": whose_shared(shown.strategy.partnership),
        "can_read_history": can_read_history(user, shown),
    }


def file_of(shown: StrategyVersion) -> StrategyFile | None:
    """Return the newest PDF's row without its bytes, or None while it is being made."""
    return shown.files.defer("content").order_by("-made_at", "-pk").first()


@login_not_required
@require_safe
def glossary(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """Every term that a version explains, with the sections that use it."""
    shown = version_of(request, partnership, slug, number)
    terms = presented(content_of(shown))["terms"]
    if request.GET.get("format") == "csv":
        cells = ([term["term"], term["explanation"]] for term in terms)
        return as_csv(f"{slug}-glossary.csv", ["Term", "Explanation"], cells)
    context = {
        "strategy": shown.strategy,
        "version": shown,
        "terms": terms,
        "own": own(shown),
        "theme": shown.strategy.partnership,
        "crumbs": crumbs_of(shown),
    }
    return render(request, "roadmap/strategies/glossary.html", context)


@login_not_required
@require_safe
def changed(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """What changed between a version and an earlier one: `since`, or the one before."""
    shown = version_of(request, partnership, slug, number)
    earlier = [v for v in versions_of(request, shown.strategy) if v.number < shown.number]
    wanted = number_in(request.GET.get("since", ""))
    since = next((v for v in earlier if v.number == wanted), earlier[0] if earlier else None)
    if since is None or (wanted and since.number != wanted):
        raise Http404
    then = version_of(request, partnership, slug, since.number)
    found = changes(content_of(then), content_of(shown))
    context = {
        "strategy": shown.strategy,
        "version": shown,
        "since": since,
        "earlier": earlier,
        "changes": found,
        "summary": summary(found),
        "own": own(shown),
        "theme": shown.strategy.partnership,
        "crumbs": crumbs_of(shown),
    }
    return render(request, "roadmap/strategies/changed.html", context)


@login_not_required
@require_safe
@never_cache
def pdf_link(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponse:
    """The link to the PDF, or the sentence that it is being made: what the page asks again for."""
    shown = version_of(request, partnership, slug, number, whole=False)
    context = {"version": shown, "file": file_of(shown), "own": own(shown)}
    return render(request, "roadmap/strategies/pdf_link.html", context)


@login_not_required
@require_safe
def pdf(request: HttpRequest, partnership: str, slug: str, number: int) -> HttpResponseBase:
    """The newest PDF of a published version."""
    shown = version_of(request, partnership, slug, number, whole=False)
    file = shown.files.order_by("-made_at", "-pk").first()
    if file is None:
        raise Http404
    answer = HttpResponse(bytes(file.content), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slug}-v{number}.pdf"'
    answer["ETag"] = etag = f'"{file.sha256}"'
    answer["Cache-Control"] = "public, max-age=300"
    return get_conditional_response(request, etag=etag, response=answer) or answer
