"""Planning a meeting, calling it, and saying what became of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.bodies.models import Body
from governance.bodies.page import theme_of
from governance.call_in_windows.actions import calendar_of
from governance.errors import Refused
from governance.meetings import actions
from governance.meetings.access import editable_meeting
from governance.meetings.desk import timings_of
from governance.meetings.forms import NewMeetingForm, StandingForm
from governance.meetings.models import Meeting
from governance.meetings.states import State
from governance.meetings.words import said_of
from governance.notices.begin import publish_again
from governance.notices.models import Notice
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability

EDIT = "governance/meetings/edit.html"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Plan a meeting of a body that one's council serves; it stays a draft until it is called."""
    councils = seats_of(request.user).councils(Ability.EDIT_MEETINGS)
    if not councils:
        raise PermissionDenied("Only democratic services plan meetings.")
    bodies = Body.objects.visible_to(request.user).filter(lead_council__in=councils)
    first = {"body": request.GET.get("body")}
    today = timezone.localdate()
    form = NewMeetingForm(
        request.POST or None, initial=first, bodies=bodies.order_by("name", "pk"), today=today
    )
    if request.method == "POST" and form.is_valid():
        meeting = actions.call_into_being(Meeting(**form.cleaned_data), by=signed_in(request))
        messages.success(request, "The meeting is planned. Build its agenda, then call it.")
        _warn_when_late(request, meeting)
        return redirect("meetings:agenda", pk=meeting.pk)
    crumbs = [("Meetings", reverse("meetings:index"))]
    shown = {"form": form, "crumbs": crumbs, "no_body": not bodies.exists()}
    status = 422 if form.errors else 200
    return render(request, "governance/meetings/new.html", shown, status=status)


def _warn_when_late(request: HttpRequest, meeting: Meeting) -> None:
    calendar = calendar_of(meeting.body.lead_council)
    for _, timing in timings_of(meeting, calendar, timezone.localdate()):
        if timing.wants_reason:
            messages.warning(request, timing.says)


@require_http_methods(["GET", "HEAD", "POST"])
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """Call, hold, adjourn or cancel a meeting, with the reason that is published."""
    meeting = editable_meeting(request, pk=pk)
    form = StandingForm(request.POST or None, meeting=meeting, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            changed = _change(request, meeting, form)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"The meeting is now: {State(changed.state).label}.")
            return redirect("meetings:detail", pk=meeting.pk)
    shown = {
        "meeting": meeting,
        "form": form,
        "theme": theme_of(meeting.body),
        "heading": "What becomes of the meeting",
    }
    return render(request, EDIT, shown, status=422 if form.errors else 200)


@transaction.atomic
def _change(request: HttpRequest, meeting: Meeting, form: StandingForm) -> Meeting:
    """Change the state; readers of a published agenda learn of it with its next version."""
    data, by = form.cleaned_data, signed_in(request)
    new = State(data["state"])
    changed = actions.change_state(meeting, new, form.reason, by=by, goes_on=_goes_on(data))
    if new in {State.ADJOURNED, State.CANCELLED, State.CALLED}:
        said = said_of(changed, timezone.localdate())
        reason = f"{said}. {form.reason}".strip()
        publish_again(changed, Notice.Kind.AGENDA, reason, by=by, at=timezone.now())
    return changed


def _goes_on(data: dict[str, Any]) -> dict[str, Any] | None:
    if data["state"] != State.ADJOURNED or not data["held_on"]:
        return None
    return {name: data[name] for name in ("held_on", "starts_at", "place")}
