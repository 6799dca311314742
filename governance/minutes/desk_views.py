"""The desk of minutes: drafted from the items, published as a draft, agreed at a later meeting."""

from typing import Any

from django.contrib import messages
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from governance.bodies.page import theme_of
from governance.calendar import words
from governance.errors import Refused
from governance.meetings.access import editable_meeting
from governance.meetings.agenda_actions import number_minutes
from governance.meetings.models import AgendaItem, Meeting
from governance.meetings.motion import numbered
from governance.meetings.states import State as Held
from governance.minutes import drafting
from governance.minutes.forms import AgreeForm
from governance.notices.begin import begin, publish_again
from governance.notices.models import Notice
from governance.notices.states import State
from governance.people.permissions import signed_in

WHERE = {State.DRAFT: "notices:publish", State.PUBLISHED: "notices:correct"}
OF_A_MEETING = {Notice.Kind.AGENDA.value, Notice.Kind.MINUTES.value}


@require_POST
def publish(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Go to where the agenda or the minutes are published, or published again."""
    if kind not in OF_A_MEETING:
        raise Http404
    notice = begin(editable_meeting(request, pk=pk), kind, by=signed_in(request))
    name = WHERE.get(State(notice.state), "notices:detail")
    return redirect(name, notice.council.slug, notice.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Every item with its minute; one press drafts those that say themselves."""
    meeting = editable_meeting(request, pk=pk)
    open_parts = _open_parts(meeting)
    data = request.POST if request.POST.get("do") == "agree" else None
    form = AgreeForm(
        data, parts=open_parts, later=_later(meeting), initial={"signed_by": "the Chair"}
    )
    if request.method == "POST":
        try:
            if (answer := _done(request, meeting, form)) is not None:
                return answer
        except Refused as refused:
            if data is None:
                messages.warning(request, str(refused))
                return redirect(request.path)
            form.add_error(None, str(refused))
    shown = {
        "meeting": meeting,
        "items": _items(meeting),
        "form": form if open_parts and _later(meeting).exists() else None,
        "agreed": meeting.minutes.exclude(agreed_at=None).select_related("agreed_at"),
        "notice": meeting.notices.filter(kind=Notice.Kind.MINUTES).first(),
        "numbers_on": meeting.body.numbers_on,
        "theme": theme_of(meeting.body),
        "crumbs": [
            ("Meetings", reverse("meetings:index")),
            (str(meeting), reverse("meetings:detail", args=[meeting.pk])),
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "governance/minutes/desk.html", shown, status=status)


def _done(request: HttpRequest, meeting: Meeting, form: Any) -> HttpResponse | None:
    by, do = signed_in(request), request.POST.get("do")
    if do == "draft":
        number = drafting.draft(meeting, by=by)
        messages.success(request, f"Drafted {words.counted(number, 'minute')}.")
    elif do == "number":
        first, last = number_minutes(meeting, by=by)
        messages.success(request, f"Numbered the minutes {first} to {last}.")
    elif do == "agree":
        if not form.is_valid():
            return None
        _agree(request, meeting, form.cleaned_data)
    return redirect(request.path)


@transaction.atomic
def _agree(request: HttpRequest, meeting: Meeting, data: dict[str, Any]) -> None:
    by, at = signed_in(request), data["agreed_at"]
    drafting.agree(meeting, data["part"], at, data["signed_by"], data["amendment"], by=by)
    part = AgendaItem.Part(data["part"]).label
    reason = f"{part} minutes agreed as a correct record at the meeting on {words.day(at.held_on)}."
    again = publish_again(meeting, Notice.Kind.MINUTES, reason, by=by, at=timezone.now())
    messages.success(request, f"{reason} {'Published again.' if again else ''}".strip())


def _items(meeting: Meeting) -> list[AgendaItem]:
    found = meeting.items.prefetch_related("decisions", "questions")
    return numbered(list(found.order_by("part", "position")), meeting)


def _open_parts(meeting: Meeting) -> list[tuple[str, str]]:
    agreed = set(meeting.minutes.exclude(agreed_at=None).values_list("part", flat=True))
    there = set(meeting.items.values_list("part", flat=True))
    return [
        (value, label)
        for value, label in AgendaItem.Part.choices
        if value in there and value not in agreed
    ]


def _later(meeting: Meeting) -> "models.QuerySet[Meeting]":
    # One still to come has agreed nothing, whatever its record says.
    days = {"held_on__gt": meeting.held_on, "held_on__lte": timezone.localdate()}
    later = meeting.body.meetings.filter(**days).select_related("body")
    return later.filter(state=Held.HELD).order_by("held_on")
