"""Reading meetings, writing their record, and serving their papers after a check."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from governance.decisions.models import Decision
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history, readable
from governance.meetings import actions, permissions
from governance.meetings.forms import DocumentForm, ItemForm, MeetingForm, initial_of
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.meetings.published import show_as_published
from governance.meetings.words import said_of
from governance.notices.models import Notice, NoticeVersion
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
        "body__lead_council", "adjourned_to"
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
    items, can_edit = _items(request, meeting), permissions.can_edit(request.user, meeting)
    notices = Notice.objects.visible_to(request.user).filter(meeting=meeting)
    standing = notices.exclude(state="withdrawn").select_related("council")
    by_kind = {notice.kind: notice for notice in standing}
    notice = by_kind.get(Notice.Kind.MEETING)
    if not can_edit and (snapshot := _published(request, notice)):
        show_as_published(items, snapshot)
    context = {
        "meeting": meeting,
        "notice": notice,
        "notices": by_kind,
        "parts": _in_parts(items),
        "state": said_of(meeting, timezone.localdate()),
        "attendances": list(
            meeting.attendances.select_related("person", "council").order_by("position")
        ),
        "members": meeting.body.appointments.on(meeting.held_on),
        "reads_restricted": permissions.can_read_restricted(request.user, meeting),
        "can_edit": can_edit,
        "can_read_history": can_read_history(request.user, meeting),
        "readable_histories": readable(request.user, meeting, items),
        "theme": meeting.body.lead_council,
        "crumbs": [("Meetings", reverse("meetings:index"))],
    }
    return render(request, "governance/meetings/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = _editable(request, get_object_or_404(_meetings(request), pk=pk))
    first = initial_of(meeting, MeetingForm, revision_of(meeting))
    today = timezone.localdate()
    form = MeetingForm(request.POST or None, initial=first, meeting=meeting, today=today)
    shown = {
        "meeting": meeting,
        "form": form,
        "theme": meeting.body.lead_council,
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
    item = _item(request, pk)
    first = initial_of(item, ItemForm, revision_of(item))
    form = ItemForm(request.POST or None, initial=first, item=item)
    shown = {
        "meeting": item.meeting,
        "theme": item.meeting.body.lead_council,
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
    item = _item(request, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    shown = {
        "meeting": item.meeting,
        "theme": item.meeting.body.lead_council,
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


def _items(request: HttpRequest, meeting: Meeting) -> list[AgendaItem]:
    """Return the items in order, each with the questions, decisions and papers to be shown."""
    decisions = Decision.objects.visible_to(request.user).prefetch_related("resolutions")
    documents = Document.objects.visible_to(request.user)
    found = (
        AgendaItem.objects.visible_to(request.user)
        .filter(meeting=meeting)
        .prefetch_related(
            "questions",
            Prefetch("decisions", decisions, to_attr="shown_decisions"),
            Prefetch("documents", documents, to_attr="shown_documents"),
        )
        .order_by("position")
    )
    return list(found)


def _published(request: HttpRequest, notice: Notice | None) -> dict[str, Any] | None:
    """Return the newest published facts of the meeting's notice, or None while there are none."""
    versions = NoticeVersion.objects.visible_to(request.user).filter(notice=notice)
    newest = versions.order_by("-number").first() if notice else None
    return newest.snapshot if newest else None


def _in_parts(items: list[AgendaItem]) -> list[tuple[str, list[AgendaItem]]]:
    """Return the items under a heading for each part; one heading when there is only Part I."""
    private = [item for item in items if item.part == AgendaItem.Part.PRIVATE]
    public = [item for item in items if item.part == AgendaItem.Part.PUBLIC]
    if not private:
        return [("", public)]
    return [("Part I: public", public), ("Part II: private", private)]


def _meetings(request: HttpRequest) -> Any:
    found = Meeting.objects.visible_to(request.user)
    found = found.select_related("body__lead_council", "adjourned_to")
    return found.prefetch_related("body__councils__council")


def _item(request: HttpRequest, pk: int) -> AgendaItem:
    items = AgendaItem.objects.visible_to(request.user).select_related(
        "meeting__body__lead_council"
    )
    item = get_object_or_404(items, pk=pk)
    _editable(request, item.meeting)
    return item


def _editable(request: HttpRequest, meeting: Meeting) -> Meeting:
    if not permissions.can_edit(request.user, meeting):
        raise PermissionDenied(
            f"Only democratic services of {meeting.body.lead_council.name} write this record."
        )
    return meeting


def _changes(form: Any) -> tuple[dict[str, Any], int]:
    data = dict(form.cleaned_data)
    seen = data.pop("seen")
    return data, seen


def _saved(request: HttpRequest, meeting: Meeting, anchor: str = "") -> HttpResponse:
    messages.success(request, "Saved.")
    response = redirect("meetings:detail", pk=meeting.pk)
    response["Location"] += anchor
    return response
