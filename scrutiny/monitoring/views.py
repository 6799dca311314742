"""What a scrutiny body is told of its recommendations: as it is today, and as it was told."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.bodies.models import Body
from governance.calendar import words
from governance.errors import Refused
from governance.meetings.models import Meeting
from governance.pages.sentences import PlainSentences
from governance.people.permissions import signed_in
from scrutiny.monitoring import actions
from scrutiny.monitoring.facts import STRANGER, facts_of
from scrutiny.monitoring.models import MonitoringFile, MonitoringReport
from scrutiny.monitoring.permissions import can_make, who_makes

SHOWN = 10


class MakeForm(PlainSentences, forms.Form):
    """For which meeting of the body."""

    def __init__(self, data: Any, meetings: "QuerySet[Meeting]") -> None:
        super().__init__(data)
        self.fields["meeting"] = MeetingField(
            meetings, label="For which meeting?", required=False,
            empty_label="No meeting in particular",
            error_messages={"invalid_choice": "Choose a meeting from the list, or none."},
        )  # fmt: skip


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Meeting) -> str:
        return words.day(obj.held_on)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def live(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """What a body would be told today; posted, it is frozen for a meeting."""
    bodies = Body.objects.visible_to(request.user).select_related("lead_council", "partnership")
    body = get_object_or_404(bodies, lead_council__slug=council, slug=slug)
    today = timezone.localdate()
    theirs = {part.council_id for part in body.councils.all()} or {body.lead_council_id}
    makes = can_make(request.user, body, theirs)
    form = MakeForm(request.POST or None, _meetings(body, today)) if makes else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied(who_makes(body))
        if form.is_valid() and (made := _made(request, body, form)):
            return made
    earlier = MonitoringReport.objects.visible_to(request.user).filter(body=body)
    context = _context(body) | {
        "facts": facts_of(body, None, today),
        "form": form,
        "earlier": earlier.defer("facts")
        .select_related("meeting")
        .order_by("-made_at", "-pk")[:SHOWN],
    }
    status = 422 if form and form.errors else 200
    return render(request, "scrutiny/monitoring/live.html", context, status=status)


def _made(request: HttpRequest, body: Body, form: MakeForm) -> HttpResponse | None:
    try:
        report = actions.make(
            body, meeting=form.cleaned_data["meeting"], by=signed_in(request),
            today=timezone.localdate(), now=timezone.now(),
        )  # fmt: skip
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    messages.success(request, "Made as it stands today. The PDF is being made.")
    return redirect("monitoring:kept", pk=report.pk)


def _meetings(body: Body, today: date) -> "QuerySet[Meeting]":
    """Published meetings of the body near today: what is made is read by everybody."""
    near = Meeting.objects.visible_to(STRANGER).filter(
        body=body, held_on__gte=today - timedelta(days=60)
    )
    return near.order_by("held_on", "pk")


def _context(body: Body) -> dict[str, Any]:
    key = f"{body.lead_council.slug}.{body.slug}"
    return {
        "body": body,
        "theme": body.partnership or body.lead_council,
        "here": "recommendations:index",
        "tracker": f"{reverse('recommendations:index')}?body={key}",
        "crumbs": [("Recommendations", reverse("recommendations:index"))],
    }


def _report(request: HttpRequest, pk: int) -> MonitoringReport:
    known = MonitoringReport.objects.visible_to(request.user)
    names = ("body__lead_council", "body__partnership", "meeting", "file")
    return get_object_or_404(known.select_related(*names), pk=pk)


def _file(report: MonitoringReport) -> MonitoringFile | None:
    """Whoever may read a report may read its file, so that is the one question asked."""
    return getattr(report, "file", None)


@login_not_required
@require_safe
def kept(request: HttpRequest, pk: int) -> HttpResponse:
    """What a body was told, as it was."""
    found = _report(request, pk)
    own = [found.body.lead_council.slug, found.body.slug]
    context = _context(found.body) | {
        "report": found, "facts": found.facts, "file": _file(found),
        "live": reverse("monitoring:live", args=own),
    }  # fmt: skip
    context["crumbs"] = [*context["crumbs"], (found.body.name, context["live"])]
    return render(request, "scrutiny/monitoring/kept.html", context)


@login_not_required
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF; 404 until a worker has made it."""
    found = _report(request, pk)
    file = _file(found)
    if file is None:
        raise Http404
    response = HttpResponse(bytes(file.content), content_type="application/pdf")
    on = timezone.localdate(found.made_at).isoformat()
    name = f"monitoring-{found.body.slug}-{on}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@login_not_required
@require_safe
def pdf_link(request: HttpRequest, pk: int) -> HttpResponse:
    """The line about the PDF, asked for again until the file is there."""
    found = _report(request, pk)
    context = {"report": found, "file": _file(found)}
    return render(request, "scrutiny/monitoring/pdf_link.html", context)
