"""What is to be held in private: its record, who spoke against it, and its notices."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from governance.calendar.bank_holidays import england_and_wales
from governance.calendar.local_time import local_day
from governance.calendar.statutory_dates import private_meeting_notice
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.meetings.models import Meeting
from governance.notices.models import Notice
from governance.notices.states import State
from governance.notices.subjects import SUBJECTS
from governance.pages.conflict import conflict_of
from governance.people.permissions import signed_in
from governance.private_meetings import actions, permissions
from governance.private_meetings.forms import PrivateForm, RepresentationForm
from governance.private_meetings.models import PrivateMeeting, Representation
from governance.private_meetings.rules import timing
from governance.urgency.forms import AgreementForm, agreement_of

FORM = "pages/form.html"
KINDS = SUBJECTS["private_meeting"]


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a meeting, or part of it, is to be held in private, and begin the notice."""
    meetings = Meeting.objects.visible_to(request.user).select_related("body__lead_council")
    meeting = get_object_or_404(meetings, pk=pk)
    _check(request, meeting)
    form = PrivateForm(request.POST or None)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        try:
            notice = actions.begin_private(meeting, said, by=signed_in(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded. The first notice is begun")
            return redirect("private_meetings:desk", pk=notice.private_meeting_id)
    said = {
        "heading": "Hold a meeting, or part of it, in private",
        "lead": "Regulation 5 wants two notices: one at least 28 clear days before, and a second "
        "at least five clear days before with what was said about it.",
        "caption": str(meeting),
        "back": reverse("meetings:detail", args=[meeting.pk]),
    }
    return _form(request, meeting, form, said)


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """What is recorded, the notices with their last days, and the representations."""
    private = _private(request, pk)
    today, held_on = local_day(timezone.now()), private.meeting.held_on
    standing = private.notices.exclude(state=State.WITHDRAWN).select_related("council")
    by_kind = {notice.kind: notice for notice in standing}
    stages = []
    for kind, stage in ((KINDS[0], 28), (KINDS[1], 5)):
        due = private_meeting_notice(held_on, 28 if stage == 28 else 5, england_and_wales({}))
        notice = by_kind.get(kind)
        out_on = local_day(notice.published_at) if notice and notice.published_at else today
        stages.append(
            (kind, Notice.Kind(kind).label, notice, due, timing(out_on, due.date, held_on))
        )
    context = {
        "private": private,
        "meeting": private.meeting,
        "stages": stages,
        "urgent": by_kind.get(KINDS[2]),
        "representations": private.representations.order_by("received_on", "pk"),
        "theme": private.meeting.body.lead_council,
        "crumbs": [("Worklist", reverse("notices:worklist"))],
    }
    return render(request, "governance/private_meetings/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is to be private, why, and whether anybody spoke against it."""
    private = _private(request, pk)
    form = PrivateForm(request.POST or None, initial=_first(private, PrivateForm))
    changes = None
    if form.is_valid():
        changes = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    heading = {"heading": "What is to be held in private"}
    return _record(request, private, form, changes, heading)


@require_http_methods(["GET", "HEAD", "POST"])
def urgency(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who agreed that it is urgent, where there is no time for the notices."""
    private = _private(request, pk)
    first = _first(private, AgreementForm) | agreement_of(private)
    form = AgreementForm(request.POST or None, initial=first)
    said = {
        "heading": "Agreement that it is urgent",
        "lead": "Where the notices cannot be given in time, the meeting may be private once the "
        "first of these office-holders who can act has agreed that it is urgent and cannot "
        "reasonably be deferred (regulation 5(6)). A notice of the reasons follows.",
    }
    return _record(request, private, form, form.said() if form.is_valid() else None, said)


@require_http_methods(["GET", "HEAD", "POST"])
def represent(request: HttpRequest, pk: int, said: int | None = None) -> HttpResponse:
    """Record a representation that the meeting should be public, and what was answered."""
    private = _private(request, pk)
    known = get_object_or_404(private.representations, pk=said) if said else None
    first = _first(known, RepresentationForm) if known else {}
    form = RepresentationForm(request.POST or None, initial=first)
    heading = {"heading": "A representation, and what was answered"}
    if not form.is_valid():
        return _form(request, private.meeting, form, heading | {"back": _desk(private)})
    fields = dict(form.cleaned_data)
    seen = fields.pop("seen") or 0
    try:
        actions.record_representation(
            private, fields, seen=seen, by=signed_in(request), representation=known
        )
    except ChangedMeanwhile as changed:
        shown = heading | {"back": _desk(private)} | conflict_of(form, changed)
        return _form(request, private.meeting, form, shown, status=409)
    messages.success(request, "Saved.")
    return redirect(_desk(private))


@require_POST
def begin(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Begin one of its notices and lead to the checklist."""
    private = _private(request, pk)
    if kind not in KINDS:
        raise Http404
    try:
        notice = actions.begin_notice(private, kind, by=signed_in(request))
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect(_desk(private))
    return redirect("notices:publish", council=notice.council.slug, slug=notice.slug)


def _record(
    request: HttpRequest, private: PrivateMeeting, form: forms.Form,
    changes: dict[str, Any] | None, said: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    said = said | {"back": _desk(private)}
    if changes is None:
        return _form(request, private.meeting, form, said)
    try:
        seen = form.cleaned_data["seen"] or 0
        actions.record(private, changes, seen=seen, by=signed_in(request))
    except ChangedMeanwhile as changed:
        return _form(request, private.meeting, form, said | conflict_of(form, changed), status=409)
    messages.success(request, "Saved.")
    return redirect(_desk(private))


def _form(
    request: HttpRequest, meeting: Meeting, form: forms.Form, said: dict[str, Any], status: int = 0
) -> HttpResponse:
    context = {"form": form, "caption": str(meeting), "theme": meeting.body.lead_council} | said
    return render(request, FORM, context, status=status or (422 if form.errors else 200))


def _desk(private: PrivateMeeting) -> str:
    return reverse("private_meetings:desk", args=[private.pk])


def _private(request: HttpRequest, pk: int) -> PrivateMeeting:
    found = PrivateMeeting.objects.visible_to(request.user).select_related(
        "meeting__body__lead_council"
    )
    private = get_object_or_404(found, pk=pk)
    _check(request, private.meeting)
    return private


def _check(request: HttpRequest, meeting: Meeting) -> None:
    if not permissions.can_edit(request.user, meeting):
        council = meeting.body.lead_council
        raise PermissionDenied(f"Only democratic services of {council.name} write this record.")


def _first(thing: PrivateMeeting | Representation, form_class: type[forms.Form]) -> dict[str, Any]:
    names = [name for name in form_class.base_fields if hasattr(thing, name)]
    return {name: getattr(thing, name) for name in names} | {"seen": revision_of(thing)}
