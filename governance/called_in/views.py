"""Recording a call-in on the page of its notice, and how it ended."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.call_in_windows.models import CallInWindow
from governance.called_in import actions, permissions
from governance.called_in.forms import CallInForm, EndForm
from governance.called_in.models import CalledIn
from governance.errors import Refused
from governance.people.permissions import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A valid call-in of the decision that this window is of."""
    windows = CallInWindow.objects.visible_to(request.user)
    window = get_object_or_404(_with_notice(windows, ""), pk=pk)
    _check(request, window)
    form = CallInForm(request.POST or None)
    if form.is_valid():
        try:
            actions.call_in(
                window,
                received_at=form.cleaned_data["received_at"],
                said=form.said(),
                by=signed_in(request),
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded. The decision is frozen until the call-in ends.")
            return redirect(_notice(window))
    heading = f"Record a call-in at {window.council.short_name}"
    lead = (
        "Record a request that the proper officer has found valid. From then on nothing may be "
        "done under the decision, and everybody who reads the notice sees that."
    )
    return _page(request, window, form, {"heading": heading, "lead": lead})


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """How a call-in ended, and so what becomes of the decision."""
    found = CalledIn.objects.visible_to(request.user)
    called = get_object_or_404(_with_notice(found, "window__"), pk=pk)
    window = called.window
    _check(request, window)
    form = EndForm(request.POST or None)
    if form.is_valid():
        try:
            actions.end(called, **form.cleaned_data, by=signed_in(request), at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded how the call-in ended.")
            return redirect(_notice(window))
    heading = f"How did the call-in at {window.council.short_name} end?"
    lead = (
        "A decision that is released takes effect. One that is referred takes none: record the new "
        "decision, and say there which decision it reconsiders."
    )
    return _page(request, window, form, {"heading": heading, "lead": lead})


def _page(
    request: HttpRequest, window: CallInWindow, form: forms.Form, said: dict[str, Any]
) -> HttpResponse:
    context = said | {
        "form": form,
        "caption": window.decision.title,
        "back": _notice(window),
        "theme": window.council,
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


def _with_notice(rows: Any, path: str) -> Any:
    names = ("council", "decision", "version__notice__council")
    return rows.select_related(*(f"{path}{name}" for name in names))


def _notice(window: CallInWindow) -> str:
    notice = window.version.notice
    return reverse("notices:detail", args=[notice.council.slug, notice.slug])


def _check(request: HttpRequest, window: CallInWindow) -> None:
    if not permissions.can_record(request.user, window):
        raise PermissionDenied(
            f"Only democratic services of {window.council.name} record call-ins there."
        )
