"""The dashboard of a period, and the ones that were kept for a meeting."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.calendar import words
from governance.councils.models import Partnership
from governance.meetings.models import Meeting
from governance.pages.sentences import PlainSentences
from governance.people.permissions import signed_in
from roadmap.dashboards import actions
from roadmap.dashboards.facts import STRANGER, facts_of
from roadmap.dashboards.models import Dashboard, DashboardFile
from roadmap.dashboards.permissions import can_keep
from roadmap.dashboards.rules import quarter_of
from roadmap.items import periods
from roadmap.partnerships.finding import partnership_of

YEARS_BACK = 3
KEPT_SHOWN = 10


class KeepForm(PlainSentences, forms.Form):
    """For which meeting it is kept: one of the joint bodies, or of the councils' executives."""

    def __init__(self, data: Any, meetings: "QuerySet[Meeting]") -> None:
        super().__init__(data)
        self.fields["meeting"] = MeetingField(
            meetings, label="For which meeting?", required=False,
            empty_label="No meeting in particular",
            error_messages={"invalid_choice": "Choose a meeting from the list, or none."},
        )  # fmt: skip


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Meeting) -> str:
        return _called(obj)


def _called(meeting: Meeting) -> str:
    return f"{meeting.body.name}, {words.day(meeting.held_on)}"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def live(request: HttpRequest, slug: str) -> HttpResponse:
    """A period as it is known today; posted, it is kept as it is for a meeting."""
    partnership, today = partnership_of(request, slug), timezone.localdate()
    period = periods.read(request.GET.get("period", "")) or quarter_of(today)
    keeps = can_keep(request.user, partnership)
    form = KeepForm(request.POST or None, _meetings(partnership, today)) if keeps else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied("Partnership officers and democratic services keep dashboards.")
        if form.is_valid():
            found = actions.keep(
                partnership, period, meeting=form.cleaned_data["meeting"], by=signed_in(request),
                today=today, now=timezone.now(),
            )  # fmt: skip
            messages.success(request, "Kept as it is. The PDF is being made.")
            return redirect("dashboards:kept", slug=slug, pk=found.pk)
    earlier = Dashboard.objects.visible_to(request.user).filter(partnership=partnership)
    offered = periods.offered(today - timedelta(days=365 * YEARS_BACK), today)
    context = _context(partnership) | {
        "facts": facts_of(partnership, period, today),
        "period": period,
        "periods": offered if period in offered else [*offered, period],
        "form": form,
        "earlier": earlier.defer("facts").order_by("-kept_at", "-pk")[:KEPT_SHOWN],
    }
    status = 422 if form and form.errors else 200
    return render(request, "roadmap/dashboards/live.html", context, status=status)


def _meetings(partnership: Partnership, today: date) -> "QuerySet[Meeting]":
    """Meetings near today of the partnership's own bodies and of its councils'.

    A draft is not among them, whoever asks: what is kept is read by everybody.
    """
    councils = [row.council_id for row in partnership.constituents.all()]
    near = Meeting.objects.visible_to(STRANGER).filter(
        Q(body__partnership=partnership) | Q(body__lead_council__in=councils),
        held_on__gte=today - timedelta(days=60),
        held_on__lte=today + timedelta(days=120),
    )
    return near.select_related("body").order_by("held_on", "pk")


def _context(partnership: Partnership) -> dict[str, Any]:
    return {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [(partnership.short_name, reverse("partnerships:hub", args=[partnership.slug]))],
    }


def _kept(request: HttpRequest, slug: str, pk: int) -> Dashboard:
    known = Dashboard.objects.visible_to(request.user).filter(partnership__slug=slug)
    return get_object_or_404(known.select_related("meeting__body", "file"), pk=pk)


@login_not_required
@require_safe
def kept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What a meeting was shown, as it was."""
    partnership, found = partnership_of(request, slug), _kept(request, slug, pk)
    context = _context(partnership) | {
        "dashboard": found, "facts": found.facts, "file": _file(found),
        "meeting": _called(found.meeting) if found.meeting else "",
    }  # fmt: skip
    return render(request, "roadmap/dashboards/kept.html", context)


def _file(dashboard: Dashboard) -> DashboardFile | None:
    """Whoever may read a dashboard may read its file, so that is the one question asked."""
    return getattr(dashboard, "file", None)


@login_not_required
@require_safe
def pdf(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The PDF; 404 until a worker has made it."""
    found = _kept(request, slug, pk)
    file = _file(found)
    if file is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type="application/pdf")
    name = f"roadmap-{slug}-{found.last.isoformat()}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@login_not_required
@require_safe
def pdf_link(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The line about the PDF, asked for again until the file is there."""
    found = _kept(request, slug, pk)
    context = {"dashboard": found, "file": _file(found), "slug": slug}
    return render(request, "roadmap/dashboards/pdf_link.html", context)
