"""Reading reviews: the list, one with all that belongs to it, its report, its papers, its PDF."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from governance.councils.models import Council, Partnership
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from scrutiny.reviews import followers, permissions, tables
from scrutiny.reviews.content import held, parts_of, shown
from scrutiny.reviews.finding import crumbs_of, review_of, there
from scrutiny.reviews.models import Review
from scrutiny.reviews.page import group_of, journey_of
from scrutiny.reviews.papers import Appendix, Evidence
from scrutiny.reviews.printing import facts_of
from scrutiny.reviews.rules import missing
from scrutiny.reviews.states import NEXT, State
from scrutiny.reviews.tasks import file_of

ROWS_A_PAGE = 25


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every review, by council, partnership and state."""
    asked = {name: request.GET.get(name, "") for name in ("council", "partnership", "state")}
    found = tables.filtered(Review.objects.visible_to(request.user), asked)
    if request.GET.get("format") == "csv":
        rows = [tables.cells(row) for row in tables.rows(found, timezone.localdate())]
        return as_csv("scrutiny-reviews.csv", tables.COLUMNS, rows)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": tables.rows(page.object_list, timezone.localdate()),
        "asked": asked,
        "is_filtered": any(asked.values()),
        "query": request.GET.urlencode(),
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
        "partnerships": Partnership.objects.visible_to(request.user).order_by("name"),
        "states": State,
        "can_begin": permissions.can_begin(request.user),
        "cycles": there("cycles:index"),
        "crumbs": crumbs_of()[:-1],
    }
    return render(request, "scrutiny/reviews/index.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One review: where it stands, who does it, what it asks and heard, where its report went."""
    review = review_of(request, slug, whole=True)
    stops = journey_of(review, request.user)
    reads_all = permissions.reads_restricted(request.user, review)
    evidence = [shown(paper, reads_all=reads_all) for paper in parts_of(review, "evidence")]
    if request.GET.get("format") == "csv":
        return tables.table(review, request.GET.get("table", ""), stops, evidence)
    edits = permissions.can_edit(request.user, review)
    steps = NEXT[State(review.state)]
    known = held(review) if edits else None
    context = {
        "review": review,
        "verdict": tables.standing_of(review, stops, timezone.localdate()),
        "group": group_of(review),
        "stops": stops,
        "talked": [stop for stop in stops if stop.questions or stop.agreed],
        "evidence": evidence,
        "appendices": _papers(review, "appendices", reads_all),
        "lines": parts_of(review, "lines"),
        "witnesses": parts_of(review, "witnesses"),
        "findings": parts_of(review, "findings"),
        "has_report": bool(parts_of(review, "sections") or parts_of(review, "findings")),
        "steps": [(step, missing(step, known)) for step in steps] if known else [],
        "grid": there("recommendations:matrix", review.slug),
        "comes_round": [
            one for found in followers.COMES_ROUND for one in found(review, request.user)
        ],
        "can_edit": edits,
        "whose": permissions.whose(review),
        "can_read_history": can_read_history(request.user, review),
        "file": _file(review),
        "theme": review.partnership or review.lead_council,
        "crumbs": crumbs_of(),
    }
    return render(request, "scrutiny/reviews/detail.html", context)


def _papers(review: Review, kind: str, reads_all: bool) -> list[dict[str, Any]]:
    return [shown(paper, reads_all=reads_all) for paper in parts_of(review, kind)]


def _file(review: Review) -> Any:
    return file_of(review, facts_of(review.pk)) if review.has_reported else None


@login_not_required
@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """What the report says, on a page of its own."""
    review = review_of(request, slug, whole=True)
    reads_all = permissions.reads_restricted(request.user, review)
    context = {
        "review": review,
        "group": group_of(review),
        "sections": parts_of(review, "sections"),
        "findings": parts_of(review, "findings"),
        "lines": parts_of(review, "lines"),
        "witnesses": parts_of(review, "witnesses"),
        "evidence": _papers(review, "evidence", reads_all),
        "appendices": _papers(review, "appendices", reads_all),
        "recommendations": followers.recommended(review),
        "grid": there("recommendations:matrix", review.slug),
        "file": _file(review),
        "theme": review.partnership or review.lead_council,
        "crumbs": crumbs_of(review),
    }
    return render(request, "scrutiny/reviews/report.html", context)


@login_not_required
@require_safe
@never_cache
def pdf_link(request: HttpRequest, slug: str) -> HttpResponse:
    """The link to the PDF, or the sentence that it is being made: what the page asks again for."""
    review = review_of(request, slug)
    context = {"review": review, "file": _file(review)}
    return render(request, "scrutiny/reviews/pdf_link.html", context)


@login_not_required
@require_safe
def pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The PDF of a report that stands."""
    review = review_of(request, slug)
    file = _file(review)
    if file is None:
        raise Http404
    answer = HttpResponse(bytes(file.content), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slug}-report.pdf"'
    answer["ETag"] = etag = f'"{file.sha256}"'
    answer["Cache-Control"] = "private, no-cache"
    return get_conditional_response(request, etag=etag, response=answer) or answer


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def paper(request: HttpRequest, slug: str, public_id: Any) -> FileResponse:
    """The file of a paper, to those who may read it; to all others the address leads nowhere."""
    review = review_of(request, slug)
    own = {"review": review, "public_id": public_id}
    found = Evidence.objects.visible_to(request.user).readable_by(request.user).filter(**own)
    if not found.exists():
        found = Appendix.objects.visible_to(request.user).readable_by(request.user).filter(**own)
    kept: Any = get_object_or_404(found.exclude(file=""))
    answer = FileResponse(kept.file.open("rb"), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{kept.public_id}.pdf"'
    return answer
