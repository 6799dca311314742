"""What the proper officer does with a request: check it, arrange its hearing, record its end."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from governance.bodies.models import Body
from governance.calendar import words
from governance.errors import Refused
from governance.people.permissions import signed_in
from scrutiny.call_ins import page, validation
from scrutiny.call_ins.facts import hearing_bodies
from scrutiny.call_ins.forms import CheckForm, EndForm, HearingForm
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.permissions import may_check
from scrutiny.call_ins.reading import conduct_of
from scrutiny.call_ins.states import State

GET_OR_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_OR_POST)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Every test of the rule, its computed result filled in."""
    call_in = _to_check(request, pk)
    if call_in.state != State.REQUESTED:
        messages.info(request, "This request is not waiting to be checked any more.")
        return redirect("call_ins:detail", pk=pk)
    hearing, conduct = validation.hearing_of(call_in), conduct_of(call_in.window)
    form = CheckForm(
        request.POST or None, tests=validation.tests_for(call_in), hearing_by=hearing.date,
        validators=words.sentence_case(words.listed(conduct.validators or ())),
    )  # fmt: skip
    if form.is_valid():
        try:
            made = validation.check(call_in, form.found(), by=signed_in(request), at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            valid = made.state == State.VALID
            messages.success(request, _told(made, is_valid=valid))
            return redirect("call_ins:detail", pk=pk)
    context = page.of(call_in, request.user, timezone.now())
    context |= {"form": form, "hearing": hearing, "back": _own(call_in)}
    return render(
        request, "scrutiny/call_ins/check.html", context, status=422 if form.errors else 200
    )


def _told(call_in: CallIn, *, is_valid: bool) -> str:
    if is_valid:
        return "Valid. The decision is frozen, and the notice of the call-in is begun: publish it."
    return "Invalid, with the reason published. The decision is released."


@require_http_methods(GET_OR_POST)
def hearing(request: HttpRequest, pk: int) -> HttpResponse:
    """Which body hears a valid call-in, and when; later than the rule allows only with a reason."""
    call_in, now = _to_check(request, pk), timezone.now()
    if request.method != "POST" and (why := validation.why_not_heard(call_in, now)):
        messages.info(request, why)
        return redirect("call_ins:detail", pk=pk)
    initial = {
        "body": call_in.hearing_body_id, "on": call_in.hearing_on,
        "reason": call_in.hearing_reason,
    }  # fmt: skip
    form = HearingForm(request.POST or None, bodies=_bodies(request, call_in), initial=initial)
    if form.is_valid():
        try:
            validation.arrange(call_in, **form.cleaned_data, by=signed_in(request), at=now)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The hearing is arranged.")
            return redirect("call_ins:detail", pk=pk)
    return _form(request, form, call_in, "Arrange the hearing", _lead_of_hearing(call_in))


def _lead_of_hearing(call_in: CallIn) -> str:
    found = validation.hearing_of(call_in)
    by = f"By the rule: by {words.day(found.date)}. {found.says}" if found.date else found.says
    conduct = conduct_of(call_in.window)
    if conduct.signatories_may_hear is False:
        return f"{by} Members who signed may not sit on the hearing."
    return by


def _bodies(request: HttpRequest, call_in: CallIn) -> Any:
    """The scrutiny bodies of the council, or all its committees where nobody named any."""
    known = hearing_bodies(call_in.council_id)
    every = Body.objects.visible_to(request.user).order_by("name", "pk")
    if known:
        return every.filter(pk__in=known)
    return every.filter(councils__council=call_in.council_id).exclude(regime="executive")


@require_http_methods(GET_OR_POST)
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """How a valid call-in ended, and so what becomes of the decision."""
    call_in, now = _to_check(request, pk), timezone.now()
    if request.method != "POST" and (why := validation.why_not_ended(call_in, now)):
        messages.info(request, why)
        return redirect("call_ins:detail", pk=pk)
    form = EndForm(request.POST or None, initial={"ended_on": call_in.hearing_on})
    if form.is_valid():
        try:
            validation.end(call_in, **form.cleaned_data, by=signed_in(request), at=now)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded. The notice of how it ended is begun: publish it.")
            return redirect("call_ins:detail", pk=pk)
    lead = (
        "A decision that is released takes effect. One that is referred takes none: record the new "
        "decision, and say there which decision it reconsiders."
    )
    return _form(request, form, call_in, "How did the call-in end?", lead)


def _form(
    request: HttpRequest, form: forms.Form, call_in: CallIn, heading: str, lead: str
) -> HttpResponse:
    context = {
        "form": form, "heading": heading, "lead": lead, "caption": call_in.decision.title,
        "back": _own(call_in), "theme": call_in.council,
    }  # fmt: skip
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


def _to_check(request: HttpRequest, pk: int) -> CallIn:
    found = page.with_all(CallIn.objects.visible_to(request.user))
    call_in = get_object_or_404(found, pk=pk)
    if not may_check(request.user, call_in.council_id):
        raise PermissionDenied(
            f"Only democratic services of {call_in.council.name} check call-ins there."
        )
    return call_in


def _own(call_in: CallIn) -> str:
    return reverse("call_ins:detail", args=[call_in.pk])
