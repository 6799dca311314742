"""The History page of a record."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance.called_in.models import CalledIn
from governance.decisions.models import Decision
from governance.duties.models import Duty
from governance.duties.page import with_sources
from governance.history.chronology import Chronology
from governance.history.permissions import can_read_history
from governance.history.registry import REGISTERED
from governance.history.trail import trail_of
from governance.issues.models import Issue
from governance.meetings.models import AgendaItem, Meeting
from governance.notices.models import Notice
from governance.people.permissions import Visitor

REVISIONS_A_PAGE = 20


def _notice_of(called: CalledIn) -> str:
    notice = called.window.version.notice
    return reverse("notices:detail", args=[notice.council.slug, notice.slug])


class Own(NamedTuple):
    """How records of one kind of this app are found, and where they are shown."""

    visible: Callable[[Visitor], models.QuerySet[Any]]
    address: Callable[[Any], str]


KINDS: dict[str, Own] = {
    "decision": Own(
        lambda user: Decision.objects.visible_to(user).select_related("item__meeting__body"),
        lambda thing: reverse("decisions:edit", args=[thing.pk, "reasons"]),
    ),
    "item": Own(
        lambda user: AgendaItem.objects.visible_to(user).select_related("meeting__body"),
        lambda thing: reverse("meetings:detail", args=[thing.meeting_id]),
    ),
    "meeting": Own(
        lambda user: Meeting.objects.visible_to(user).select_related("body"),
        lambda thing: reverse("meetings:detail", args=[thing.pk]),
    ),
    "notice": Own(
        lambda user: Notice.objects.visible_to(user).select_related("council", "meeting__body"),
        lambda thing: reverse("notices:detail", args=[thing.council.slug, thing.slug]),
    ),
    "issue": Own(
        lambda user: Issue.objects.visible_to(user).prefetch_related(
            "partnership__constituents__council"
        ),
        lambda thing: reverse("issues:detail", args=[thing.slug]),
    ),
    "duty": Own(
        lambda user: with_sources(Duty.objects.visible_to(user)),
        lambda thing: reverse("duties:detail", args=[thing.pk]),
    ),
    "call-in": Own(
        lambda user: CalledIn.objects.visible_to(user).select_related(
            "window__decision__item__meeting__body", "window__version__notice__council"
        ),
        _notice_of,
    ),
}


@require_safe
def history(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Who changed a record or a part of it, when, why, and which words; newest first."""
    known = KINDS.get(kind) or REGISTERED.get(kind)
    if known is None:
        raise Http404
    thing = get_object_or_404(known.visible(request.user), pk=pk)
    if not can_read_history(request.user, thing):
        raise PermissionDenied("The history of this record is for officers of its council.")
    chronology = Chronology(request.user, kind, thing)
    found = chronology.pages(REVISIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "thing": thing,
        "kind": kind,
        "revisions": trail_of(chronology.steps(list(found.object_list))),
        "leaves_out": chronology.leaves_out,
        "page": found,
        "back": known.address(thing),
    }
    return render(request, "governance/history/history.html", context)
