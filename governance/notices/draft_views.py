"""Beginning a notice in the browser."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from governance.bodies.page import theme_of
from governance.calendar import words
from governance.called_in.models import CalledIn
from governance.councils.models import Council
from governance.decisions.models import Decision, Resolution
from governance.errors import Refused
from governance.issues.models import Issue
from governance.meetings.access import editable_item
from governance.meetings.models import Meeting
from governance.meetings.states import State as Held
from governance.notices import drafting
from governance.notices.draft_forms import AtItemForm, NewDecisionForm
from governance.notices.states import State
from governance.notices.subjects import SUBJECTS
from governance.people.permissions import may, seats_of, signed_in
from governance.people.rules import Ability


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest) -> HttpResponse:
    """Begin the record of a decision made by a member or an officer, and its notice."""
    councils = seats_of(request.user).councils(Ability.PUBLISH_NOTICES)
    if not councils:
        raise PermissionDenied("Only democratic services record decisions.")
    readable = Decision.objects.visible_to(request.user).filter(council__in=councils)
    delegations = Resolution.objects.visible_to(request.user).filter(
        verb=Resolution.Verb.DELEGATE, decision__in=readable
    )
    form = NewDecisionForm(
        request.POST or None,
        councils=Council.objects.visible_to(request.user)
        .filter(pk__in=councils)
        .order_by("short_name"),
        delegations=delegations.select_related("decision").order_by("-decision__made_on", "number"),
        issues=Issue.objects.visible_to(request.user).order_by("title"),
        today=timezone.localdate(),
    )
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            notice = drafting.begin_decision(said.pop("council"), said, by=signed_in(request))
        except drafting.BegunAlready as already:
            messages.info(request, str(already))
            return redirect("notices:publish", already.notice.council.slug, already.notice.slug)
        messages.success(request, "Begun. The checklist says what is still wanted")
        return redirect("notices:publish", council=notice.council.slug, slug=notice.slug)
    context = {
        "form": form,
        "heading": "Record a decision made by a member or an officer",
        "lead": "What a body decided at a meeting is recorded with the meeting. Answer these "
        "questions first; the checklist then asks for reasons and all else the notice needs.",
        "press": "Begin the record",
        "back": reverse("notices:worklist"),
        "crumbs": [("Worklist", reverse("notices:worklist"))],
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def at_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the record of what a body decided at an item, then go to what was resolved."""
    item = editable_item(request, pk=pk)
    meeting = item.meeting
    home = reverse("meetings:detail", args=[meeting.pk])
    if meeting.state != Held.HELD:
        messages.warning(request, drafting.NOT_HELD)
        return redirect(home)
    issues = Issue.objects.visible_to(request.user).order_by("title")
    form = AtItemForm(request.POST or None, issues=issues, initial={"title": item.title})
    if form.is_valid():
        try:
            decision = drafting.begin_at_item(item, form.cleaned_data, by=signed_in(request))
        except Refused as refusal:
            form.add_error("title", str(refusal))
        else:
            messages.success(request, "Begun. Now write what was resolved, limb by limb")
            return redirect("decisions:edit", pk=decision.pk, part="resolution")
    context = {
        "form": form,
        "caption": f"{meeting.body.name}, {words.day(meeting.held_on)}",
        "heading": f"Record a decision at “{item.title}”",
        "lead": "Next come the limbs of what was resolved; the checklist then asks for reasons, "
        "who may read it and all else the notice needs.",
        "press": "Begin the record",
        "back": f"{home}#item-{item.pk}",
        "theme": theme_of(meeting.body),
        "crumbs": [("Meetings", reverse("meetings:index")), (str(meeting), home)],
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


@require_POST
def of_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the notice of what a meeting decided."""
    meetings = Meeting.objects.visible_to(request.user).select_related("body__lead_council")
    meeting = get_object_or_404(meetings, pk=pk)
    council = meeting.body.lead_council
    if not may(request.user, Ability.PUBLISH_NOTICES, councils=[council.pk]):
        raise PermissionDenied(f"Only democratic services of {council.name} publish its notices.")
    try:
        notice = drafting.begin_of_meeting(meeting, by=signed_in(request))
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("meetings:detail", pk=pk)
    return redirect("notices:publish", council=council.slug, slug=notice.slug)


@require_POST
def of_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin another notice of a decision that somebody made alone, after one was withdrawn."""
    decisions = Decision.objects.visible_to(request.user).select_related("council")
    found = get_object_or_404(decisions.filter(item=None), pk=pk)
    if not may(request.user, Ability.PUBLISH_NOTICES, councils=[found.council_id]):
        raise PermissionDenied(
            f"Only democratic services of {found.council.name} publish its notices."
        )
    try:
        notice = drafting.begin_of_decision(found, by=signed_in(request))
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("notices:worklist")
    return redirect("notices:publish", council=found.council.slug, slug=notice.slug)


@require_POST
def of_call_in(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Begin the notice that a call-in was received or ended, or lead to the one there is."""
    if kind not in SUBJECTS["called_in"]:
        raise Http404
    found = CalledIn.objects.visible_to(request.user).select_related(
        "window__decision__item", "window__council"
    )
    called = get_object_or_404(found, pk=pk)
    council = called.window.council
    if not may(request.user, Ability.PUBLISH_NOTICES, councils=[council.pk]):
        raise PermissionDenied(f"Only democratic services of {council.name} publish its notices.")
    standing = called.notices.filter(kind=kind).exclude(state=State.WITHDRAWN).first()
    notice = standing or drafting.begin_of_call_in(called, kind, by=signed_in(request))
    return redirect("notices:detail", council=council.slug, slug=notice.slug)
