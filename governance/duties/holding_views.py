"""Knowing of a duty, handing it over, and changing its reminders."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.duties import further_actions, page, permissions
from governance.duties.forms import EVERYBODY, AcknowledgeForm, HandOverForm, RemindersForm
from governance.duties.holders import Post, who_may_hold
from governance.duties.models import Duty
from governance.duties.roles import roles_on
from governance.duties.sources import source_of
from governance.errors import Refused
from governance.people.models import User
from governance.people.permissions import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Its holder knows of it: no reminder until a day."""
    duty = _kept_by(request, pk)
    form = AcknowledgeForm(request.POST or None, initial={"until": duty.acknowledged_until})
    said = {
        "heading": "You know of this duty",
        "lead": "Reminders of it stop until the day you name. It stays due when it is due, and in "
        "every list.",
        "press": "Save",
    }
    return _answer(
        request, duty, form, said, lambda by: further_actions.acknowledge(
            duty, until=form.cleaned_data["until"], by=by, today=timezone.localdate()
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody else with a fitting role holds it, or everybody with the role."""
    duty = _kept_by(request, pk)
    post = Post(duty.kind, duty.council_id, duty.holder_role)
    may_hold = who_may_hold(post, roles_on(timezone.localdate()))
    form = HandOverForm(
        request.POST or None, people=may_hold, initial={"to": duty.assigned_to_id or EVERYBODY}
    )
    said = {
        "heading": "Hand this duty over",
        "lead": "Whoever holds it is reminded of it. When their role ends it falls to everybody "
        "with the role, so that no duty is left alone.",
        "press": "Hand over",
    }
    return _answer(
        request, duty, form, said, lambda by: further_actions.hand_over(
            duty, to=form.cleaned_data["to"], because=form.cleaned_data["because"], by=by
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom it reminds, when, and whether it comes round again."""
    duty = _kept_by(request, pk)
    now = {name: getattr(duty, name) for name in ("holder_role", "lead_days", "repeat_months")}
    now["repeat_from"] = duty.repeat_from or Duty.RepeatFrom.DUE
    # A record of another app makes the next occurrence itself.
    form = RemindersForm(
        request.POST or None, duty=duty, repeats=source_of(duty) is None, initial=now
    )
    said = {"heading": "Reminders of this duty", "lead": "", "press": "Save"}

    def save(by: User) -> Duty:
        changes = {name: value for name, value in form.cleaned_data.items() if name != "because"}
        because = form.cleaned_data["because"]
        return further_actions.change_reminders(duty, changes, by=by, because=because)

    return _answer(request, duty, form, said, save)


def _kept_by(request: HttpRequest, pk: int) -> Duty:
    found = page.with_sources(Duty.objects.visible_to(request.user))
    duty = get_object_or_404(found, pk=pk)
    roles = roles_on(timezone.localdate())
    if duty.done_on or not permissions.can_keep(request.user, duty, roles):
        raise PermissionDenied(
            f"Only who holds this duty, or {permissions.who_finishes(duty)}, changes that."
        )
    return duty


def _answer(
    request: HttpRequest,
    duty: Duty,
    form: forms.Form,
    said: dict[str, Any],
    do: Callable[[User], object],
) -> HttpResponse:
    if form.is_valid():
        try:
            do(signed_in(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Saved.")
            return redirect("duties:detail", pk=duty.pk)
    context = said | {
        "form": form,
        "caption": duty.title,
        "back": reverse("duties:detail", args=[duty.pk]),
        "theme": duty.council,
    }
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)
