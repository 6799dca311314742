"""The roadmap as a table, and the drafts that its visitor has kept."""

from collections import Counter
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from governance.calendar import words
from governance.people.permissions import seats_of
from governance.people.rules import Ability
from roadmap.items import filters, page, rules
from roadmap.items.drafts import RowDraft
from roadmap.items.models import Rollout
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import can_edit_shared, edits_anything

ROWS_A_PAGE = 50


@login_not_required
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Every rollout that the address asks for, a row each; the same rows as a file."""
    partnership = partnership_of(request, slug)
    councils = councils_of(partnership)
    found = filters.read(request.GET, councils)
    every = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    asked = filters.apply(found, every)
    shown = _rows_of(request, asked, found)
    said = filters.in_words(found, councils)
    context = shown | {
        "partnership": partnership,
        "filter": found,
        "says": _says(shown["counts"], len(shown["rows"]), every if found else None, said),
        "swapped": request.headers.get("HX-Target") == "roadmap-rows",
        "edits_here": edits_anything(request.user, partnership),
    }
    if context["swapped"]:
        return render(request, "roadmap/items/rows.html", context)
    context |= page.frame(request, partnership)
    context["here"] = "partnerships:roadmap"
    context["can_edit_shared"] = can_edit_shared(request.user, partnership)
    context["choices"] = filters.choices(partnership, every, found)
    return render(request, "roadmap/items/table.html", context)


def _rows_of(request: HttpRequest, asked: Any, found: filters.Filter) -> dict[str, Any]:
    totals = asked.order_by().values_list("status").annotate(number=Count("pk"))
    counts = Counter(dict(totals))
    pages = Paginator(asked.with_names().in_order(), ROWS_A_PAGE)
    pages.count = counts.total()  # counted already, by status
    here = pages.get_page(request.GET.get("page"))
    back = found.query(page=here.number if here.number > 1 else "")
    today = timezone.localdate()
    saved = request.GET.get("saved", "")
    rows = [
        page.Row(row, request.user, today, "", back, page.just_saved(saved, row.pk))
        for row in here.object_list
    ]
    return {
        "rows": rows,
        "page": here,
        "counts": counts,
        "today": today,
        "query": found.query(),
        "columns": 7,
        "reads_history": reads_history(request),
    }


def reads_history(request: HttpRequest) -> bool:
    """May the visitor read the history of anything? Which rows, the history itself says."""
    return any(
        seats_of(request.user).councils(Ability.READ_HISTORY)
        or seats_of(request.user).partnerships(Ability.READ_HISTORY)
    )


def _says(counts: "Counter[str]", shown: int, every: Any, said: str) -> str:
    """Return what the table shows: "Showing 8 of 24 rollouts ..., at risk.", and its totals."""
    today = words.day(timezone.localdate())
    if not counts.total():
        return f"No rollout is {said}." if said else "No rollout is in this roadmap yet."
    number = counts.total()
    of = f" of {every.count()}" if every is not None else ""
    totals = rules.totals(counts)
    part = f"Showing {number}{of} {'rollout' if number == 1 and not of else 'rollouts'}"
    about = f" ({said})" if said else ""
    split = f" {shown} of them on this page." if shown < number else ""
    return f"{part}{about} at {today}: {totals}.{split}"


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """What the visitor typed in rows and has not saved: theirs alone."""
    found = RowDraft.objects.visible_to(request.user).select_related(
        "rollout__item__partnership", "rollout__item__theme", "rollout__council"
    )
    today = timezone.localdate()
    rows = [(one, page.Row(one.rollout, request.user, today)) for one in found.order_by("-kept_at")]
    return render(request, "roadmap/items/drafts.html", {"rows": rows, "drafts_kept": len(rows)})
