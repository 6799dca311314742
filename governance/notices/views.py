"""Reading notices: the list, what is open for call-in, the notice itself, its PDF and its data."""

from datetime import datetime, time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.calendar import words
from governance.calendar.local_time import in_london
from governance.councils.models import Council
from governance.history.permissions import can_read_history
from governance.notices import page, permissions
from governance.notices.models import Notice, NoticeFile, NoticeVersion
from governance.notices.snapshot import canonical
from governance.notices.standing import Verdict
from governance.notices.states import State
from governance.notices.subjects import DECIDING, GROUPS
from governance.pages.download import as_csv

ROWS_A_PAGE = 25
COLUMNS = ["Notice", "Council", "Published", "State", "Last day to call in", "Closes", "Address"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All published notices, newest first, for one council or for all; as a page or as CSV."""
    notices = (
        Notice.objects.visible_to(request.user)
        .exclude(state=State.DRAFT)
        .select_related("council")
        .order_by("-published_at", "-pk")
    )
    kind = request.GET.get("kind", "")
    notices = notices.filter(kind__in=GROUPS[kind if kind in GROUPS else "all"][1])
    council = None
    if slug := request.GET.get("council"):
        council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
        notices = notices.filter(council=council)
    if request.GET.get("format") == "csv":
        rows = page.rows(list(notices), timezone.now())
        return as_csv("notices.csv", COLUMNS, (_row(row) for row in rows))
    found = Paginator(notices, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": page.rows(list(found.object_list), timezone.now()),
        "page": found,
        "council": council,
        "theme": council,
        "kind": kind,
        "kinds": [(code, said) for code, (said, _) in GROUPS.items()],
        "query": _query(request),
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
    }
    return render(request, "governance/notices/index.html", context)


def _query(request: HttpRequest) -> str:
    """Return what was asked for, for the links to other pages and to the data."""
    asked = {name: request.GET[name] for name in ("council", "kind") if request.GET.get(name)}
    return urlencode(asked)


def _row(row: dict[str, Any]) -> list[object]:
    notice, found = row["notice"], row["verdict"]
    return [
        row["heading"],
        notice.council.name,
        notice.published_at.isoformat(),
        found.state,
        found.last_day.isoformat() if found.last_day else "",
        _closing(found),
        settings.SITE_URL + row["address"],
    ]


def _closing(found: Verdict) -> str:
    """Return "end of 2023-04-21" or "2023-04-21 17:00": midnight is never the next day's date."""
    if not (found.closes_at and found.last_day):
        return ""
    at = in_london(found.closes_at).time()
    return f"{found.last_day} {at:%H:%M}" if at != time(0) else f"end of {found.last_day}"


@login_not_required
@require_safe
def open_now(request: HttpRequest) -> HttpResponse:
    """Every notice that may still be called in, the soonest deadline first."""
    now = timezone.now()
    notices = Notice.objects.visible_to(request.user).open_at(now).select_related("council")
    rows = [row for row in page.rows(list(notices), now) if row["verdict"].is_open]
    rows.sort(key=lambda row: row["verdict"].closes_at)
    last = Notice.objects.visible_to(request.user).last_to_close(now)
    context = {"rows": rows, "last": last}
    return render(request, "governance/notices/open.html", context)


@login_not_required
@require_safe
def detail(
    request: HttpRequest, council: str, slug: str, number: int | None = None
) -> HttpResponseBase:
    """The newest version of a notice, or an older one with a banner that says so."""
    notice = _notice(request, council, slug)
    if notice.state == State.DRAFT:
        publishes = permissions.can_publish(request.user, notice)
        desk = "notices:publish" if publishes else "notices:preview"
        return redirect(desk, council=council, slug=slug)
    if notice.withdrawn_at:
        return _tombstone(request, notice, notice.withdrawn_at)
    versions = list(notice.versions.select_related("published_by").order_by("-number"))
    wanted = versions[0].number if number is None else number
    shown = next((version for version in versions if version.number == wanted), None)
    if shown is None:
        raise Http404
    context = page.of_version(notice, shown, versions, request.user, timezone.now())
    context["can_publish"] = permissions.can_publish(request.user, notice)
    context["can_read_history"] = can_read_history(request.user, notice)
    return render(request, "governance/notices/detail.html", context)


def _tombstone(request: HttpRequest, notice: Notice, withdrawn_at: datetime) -> HttpResponse:
    context = page.tombstone(notice, request.user, withdrawn_at)
    context["can_publish"] = permissions.can_publish(request.user, notice)
    context["can_read_history"] = can_read_history(request.user, notice)
    return render(request, "governance/notices/withdrawn.html", context)


@login_not_required
@require_safe
@never_cache
def pdf_link(request: HttpRequest, council: str, slug: str, number: int) -> HttpResponse:
    """The link to the PDF, or the sentence that it is being made: what the page asks again for."""
    version = _version(request, council, slug, number)
    if version is None:
        return _gone(request, council, slug)
    context = {"notice": version.notice, "version": version, "file": page.file_of(version)}
    return render(request, "governance/notices/pdf_link.html", context)


@login_not_required
@require_safe
def pdf(request: HttpRequest, council: str, slug: str, number: int) -> HttpResponseBase:
    """The PDF of one version; it never changes once it is there."""
    version = _version(request, council, slug, number)
    if version is None:
        return _gone(request, council, slug)
    file = get_object_or_404(NoticeFile, version=version)
    answer = HttpResponse(bytes(file.content), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slug}-v{number}.pdf"'
    return _kept_for_a_while(request, answer, file.sha256)


@login_not_required
@require_safe
def data(request: HttpRequest, council: str, slug: str, number: int) -> HttpResponseBase:
    """The frozen facts of one version, byte for byte what its fingerprint was taken of."""
    version = _version(request, council, slug, number)
    if version is None:
        return _gone(request, council, slug)
    answer = HttpResponse(canonical(version.snapshot), content_type="application/json")
    return _kept_for_a_while(request, answer, version.sha256)


def _gone(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """Return the answer for a file of a withdrawn notice; for any other there is none to be had."""
    notice = _notice(request, council, slug)
    if notice.withdrawn_at is None:
        raise Http404
    said = f"This notice was withdrawn on {words.day(notice.withdrawn_at)}. Its page says why.\n"
    return HttpResponse(said, status=410, content_type="text/plain; charset=utf-8")


def _kept_for_a_while(request: HttpRequest, answer: HttpResponse, sha256: str) -> HttpResponseBase:
    """Let anybody keep a copy, and ask again after five minutes: nothing published is for ever."""
    answer["ETag"] = etag = f'"{sha256}"'
    answer["Cache-Control"] = "public, max-age=300"
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _notice(request: HttpRequest, council: str, slug: str) -> Notice:
    found = Notice.objects.visible_to(request.user).select_related(
        "council", "meeting__body", "entry", "called_in__window__version__notice__council"
    )
    return get_object_or_404(found, council__slug=council, slug=slug)


def _version(request: HttpRequest, council: str, slug: str, number: int) -> NoticeVersion | None:
    found = NoticeVersion.objects.visible_to(request.user).select_related("notice__council")
    return found.filter(notice__council__slug=council, notice__slug=slug, number=number).first()


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What can still be acted on, and then what is new."""
    now = timezone.now()
    visible = Notice.objects.visible_to(request.user).exclude(state=State.DRAFT)
    visible = visible.filter(kind__in=DECIDING)
    latest = list(visible.select_related("council").order_by("-published_at", "-pk")[:5])
    still_open = list(visible.open_at(now).select_related("council"))
    rows = {row["notice"].pk: row for row in page.rows([*latest, *still_open], now)}
    open_rows = [rows[n.pk] for n in still_open if rows[n.pk]["verdict"].is_open]
    open_rows.sort(key=lambda row: row["verdict"].closes_at)
    context = {
        "open": open_rows,
        "opens": words.counted(len(open_rows), "notice"),
        "latest": [rows[notice.pk] for notice in latest],
        "councils": Council.objects.visible_to(request.user).order_by("short_name"),
        "last": None if open_rows else visible.last_to_close(now),
    }
    return render(request, "governance/notices/home.html", context)
