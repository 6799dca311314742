"""The history of a row: beside it, and as a page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from governance.history.chronology import Chronology
from governance.history.permissions import can_read_history
from governance.history.trail import trail_of
from roadmap.items import page
from roadmap.items.row_views import rollout_of
from roadmap.permissions import edits_anything

REVISIONS_BESIDE, REVISIONS_A_PAGE = 5, 20


@require_safe
@vary_on_headers("HX-Request")
def history(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who changed the row, when, why and which words; newest first."""
    rollout = rollout_of(request, slug, pk)
    if not can_read_history(request.user, rollout):
        raise PermissionDenied("The history of this row is for officers of its council.")
    within = "item" if request.GET.get("within") == "item" else ""
    inline = bool(request.headers.get("HX-Request"))
    chronology = Chronology(request.user, "rollout", rollout)
    pages = chronology.pages(REVISIONS_BESIDE if inline else REVISIONS_A_PAGE)
    found = pages.get_page(request.GET.get("page"))
    context = {
        "row": page.Row(rollout, request.user, timezone.localdate(), within),
        "revisions": trail_of(chronology.steps(list(found.object_list))),
        "page": found,
    }
    if not inline:
        context |= page.frame(request, rollout.item.partnership)
        return render(request, "roadmap/items/row_history.html", context)
    is_closed = "closed" in request.GET
    context |= {
        "history_open": not is_closed,
        "focus": "history" if is_closed else "",
        "swapped": True,
        "columns": 7,
        "reads_history": True,
        "edits_here": edits_anything(request.user, rollout.item.partnership),
    }
    return render(request, "roadmap/items/row.html", context)
