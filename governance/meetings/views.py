"""Reading meetings, writing their record, and serving their papers after a check."""

from datetime import UTC, date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from governance.bodies.page import theme_of
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history, readable
from governance.meetings import actions
from governance.meetings.access import editable_item, editable_meeting
from governance.meetings.calendar_file import Event, calendar_file
from governance.meetings.forms import DocumentForm, ItemForm, MeetingForm, initial_of
from governance.meetings.models import Document, Meeting
from governance.meetings.page import of_meeting
from governance.meetings.retention import retention_of
from governance.meetings.states import State
from governance.meetings.words import said_of
from governance.pages.conflict import conflict_of
from governance.pages.download import as_csv
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability

EDIT = "governance/meetings/edit.html"


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every meeting, newest first; as a page or as CSV."""
    meetings = Meeting.objects.visible_to(request.user).select_related(
        "body__lead_council", "body__partnership", "adjourned_to"
    )
    meetings, today = meetings.order_by("-held_on", "-pk"), timezone.localdate()
    if request.GET.get("format") == "csv":
        columns = ["Body", "Council", "Date", "Began", "Ended", "Place", "State"]
        return as_csv("meetings.csv", columns, (_row(meeting, today) for meeting in meetings))
    found = Paginator(meetings, 25).get_page(request.GET.get("page"))
    for meeting in found:
        meeting.said = said_of(meeting, today)  # type: ignore[attr-defined]
    can_plan = bool(seats_of(request.user).councils(Ability.EDIT_MEETINGS))
    return render(request, "governance/meetings/index.html", {"page": found, "can_plan": can_plan})


def _row(meeting: Meeting, today: date) -> list[object]:
    times = [meeting.held_on, meeting.starts_at, meeting.ended_at]
    said = [one.isoformat() if one else "" for one in times]
    body = meeting.body
    return [body.name, body.lead_council.name, *said, meeting.place, said_of(meeting, today)]


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting's agenda and minutes, with restricted items named and their text withheld."""
    meeting = get_object_or_404(_meetings(request), pk=pk)
    shown = of_meeting(meeting, request.user, timezone.now())
    attendances = meeting.attendances.select_related("person", "council", "substitute_for")
    context = shown | {
        "attendances": list(attendances.order_by("position")),
        "declarations": list(
            meeting.declarations.select_related("person", "item").order_by("position")
        ),
        "can_read_history": can_read_history(request.user, meeting),
        "readable_histories": readable(request.user, meeting, shown["items"]),
        "retention": retention_of(meeting) if shown["can_edit"] else "",
        "theme": theme_of(meeting.body),
        "crumbs": _crumbs(meeting),
    }
    return render(request, "governance/meetings/detail.html", context)


@login_not_required
@require_safe
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting as a file for anybody's calendar; the same event however often it changes."""
    meeting = get_object_or_404(_meetings(request), pk=pk)
    steps = meeting.history.aggregate(sequence=Count("pk"), changed_at=Max("history_date"))
    address = settings.SITE_URL + reverse("meetings:detail", args=[meeting.pk])
    event = Event(
        uid=f"meeting-{meeting.pk}@{urlsplit(settings.SITE_URL).hostname}",
        sequence=steps["sequence"],
        changed_at=steps["changed_at"].astimezone(UTC),
        title=meeting.body.name,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ended_at=meeting.ended_at,
        place=meeting.place,
        address=address,
        said=f"{said_of(meeting, timezone.localdate())}. {address}",
        cancelled=meeting.state == State.CANCELLED,
    )
    answer = HttpResponse(calendar_file(event), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="meeting-{meeting.held_on}.ics"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = editable_meeting(request, pk=pk)
    first = initial_of(meeting, MeetingForm, revision_of(meeting))
    today = timezone.localdate()
    form = MeetingForm(request.POST or None, initial=first, meeting=meeting, today=today)
    shown = {
        "meeting": meeting,
        "form": form,
        "theme": theme_of(meeting.body),
        "heading": "Change the meeting",
    }
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_meeting(meeting, *_changes(form), by=signed_in(request))
        except ChangedMeanwhile as changed:
            return render(request, EDIT, shown | conflict_of(form, changed), status=409)
        return _saved(request, meeting)
    return render(request, EDIT, shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_item(request: HttpRequest, pk: int) -> HttpResponse:
    item = editable_item(request, pk=pk)
    first = initial_of(item, ItemForm, revision_of(item))
    form = ItemForm(request.POST or None, initial=first, item=item)
    shown = {
        "meeting": item.meeting,
        "theme": theme_of(item.meeting.body),
        "form": form,
        "heading": f"Change “{item.title}”",
    }
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_item(item, *_changes(form), by=signed_in(request))
        except ChangedMeanwhile as changed:
            return render(request, EDIT, shown | conflict_of(form, changed), status=409)
        return _saved(request, item.meeting, f"#item-{item.pk}")
    return render(request, EDIT, shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    item = editable_item(request, pk=pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    shown = {
        "meeting": item.meeting,
        "theme": theme_of(item.meeting.body),
        "form": form,
        "heading": f"Attach a paper to “{item.title}”",
    }
    if request.method == "POST" and form.is_valid():
        details = dict(form.cleaned_data)
        actions.attach(item, details.pop("file"), details, by=signed_in(request))
        return _saved(request, item.meeting, f"#item-{item.pk}")
    return render(request, EDIT, shown, status=422 if form.errors else 200)


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
def document(request: HttpRequest, public_id: Any) -> FileResponse:
    """A paper, to those who may read it; to all others the address leads nowhere."""
    found = get_object_or_404(Document.objects.visible_to(request.user), public_id=public_id)
    answer = FileResponse(found.file.open("rb"), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.public_id}.pdf"'
    return answer


def _crumbs(meeting: Meeting) -> list[tuple[str, str]]:
    body = meeting.body
    home = reverse("bodies:detail", args=[body.lead_council.slug, body.slug])
    return [("Meetings", reverse("meetings:index")), (body.name, home)]


def _meetings(request: HttpRequest) -> Any:
    found = Meeting.objects.visible_to(request.user)
    found = found.select_related("body__lead_council", "body__partnership", "adjourned_to")
    return found.prefetch_related("body__councils__council")


def _changes(form: Any) -> tuple[dict[str, Any], int]:
    data = dict(form.cleaned_data)
    seen = data.pop("seen")
    return data, seen


def _saved(request: HttpRequest, meeting: Meeting, anchor: str = "") -> HttpResponse:
    messages.success(request, "Saved.")
    response = redirect("meetings:detail", pk=meeting.pk)
    response["Location"] += anchor
    return response
