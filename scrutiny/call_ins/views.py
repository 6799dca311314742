"""Call-ins: the list, one of them, and what members do: begin, sign, take back, hand in."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.call_in_windows.models import CallInWindow
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history
from governance.pages.download import as_csv
from governance.people.permissions import signed_in
from scrutiny.call_ins import actions, page
from scrutiny.call_ins.forms import ConfirmForm, SignForm, TextForm
from scrutiny.call_ins.models import CallIn
from scrutiny.call_ins.permissions import may_check, may_sign_at
from scrutiny.call_ins.reading import conduct_of, why_closed
from scrutiny.call_ins.states import State

ROWS_A_PAGE = 25
GET_OR_POST = ["GET", "HEAD", "POST"]


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every call-in that was requested, the newest first, as a page or as CSV."""
    found = page.with_all(CallIn.objects.visible_to(request.user).exclude(requested_at=None))
    council = None
    if slug := request.GET.get("council"):
        council = get_object_or_404(Council.objects.visible_to(request.user), slug=slug)
        found = found.filter(council=council)
    found, now = found.order_by("-requested_at", "-pk"), timezone.now()
    if request.GET.get("format") == "csv":
        cells = (page.cells(row) for row in page.rows(found, now))
        return as_csv("call-ins.csv", page.COLUMNS, cells)
    one_page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    councils = list(Council.objects.visible_to(request.user).order_by("short_name"))
    context = {
        "checks_at": [one for one in councils if may_check(request.user, one.pk)],
        "page": one_page,
        "rows": page.rows(one_page.object_list, now),
        "council": council,
        "theme": council,
        "councils": councils,
    }
    return render(request, "scrutiny/call_ins/index.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    call_in = _call_in(request, pk)
    context = page.of(call_in, request.user, timezone.now())
    context["can_read_history"] = can_read_history(request.user, call_in)
    return render(request, "scrutiny/call_ins/detail.html", context)


@login_not_required
@require_safe
def of_decision(request: HttpRequest, decision: int, council: str) -> HttpResponse:
    """Lead to the notice that tells where a decision stands, and of its call-ins."""
    window = _window(request, decision, council)
    return redirect(_notice(window))


@require_http_methods(GET_OR_POST)
def begin(request: HttpRequest, decision: int, council: str) -> HttpResponse:
    """Why a member wants a decision called in; the published reason where it cannot be."""
    decided = get_object_or_404(Decision.objects.visible_to(request.user), pk=decision)
    place = get_object_or_404(Council.objects.visible_to(request.user), slug=council)
    if not may_sign_at(request.user, place.pk):
        raise PermissionDenied(f"Only members of {place.name} sign call-ins there.")
    if decided.call_in_answer == Decision.YesNo.NO:
        why = f"This decision cannot be called in. {decided.no_call_in_reason}"
        return _refusal(request, decided, place, why)
    window = _window(request, decision, council)
    if why := why_closed(window, timezone.now()):
        return _refusal(request, decided, place, why)
    form = TextForm(request.POST or None, conduct=conduct_of(window))
    if form.is_valid():
        try:
            made = actions.begin(window, form.said(), by=signed_in(request), at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Written down. Nobody has signed it yet: sign it next.")
            return redirect("call_ins:sign", pk=made.pk)
    lead = (
        "Members of the council read this and sign it. It becomes a request at the moment of the "
        "last signature that the rule needs, and nothing may be done under the decision from then."
    )
    said = {"heading": f"Call this decision in at {place.short_name}", "lead": lead}
    return _form(request, form, decided.title, _notice(window), place, **said)


def _refusal(request: HttpRequest, decision: Decision, council: Council, why: str) -> HttpResponse:
    context = {"decision": decision, "why": why, "theme": council}
    return render(request, "scrutiny/call_ins/cannot.html", context, status=422)


@require_http_methods(GET_OR_POST)
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """Another text, until somebody has signed."""
    call_in, now = _of_member(request, pk), timezone.now()
    why = actions.why_not_changed(call_in, signed_in(request), now)
    if why and request.method != "POST":
        messages.info(request, why)
        return redirect("call_ins:detail", pk=pk)
    initial = {
        "grounds": call_in.ground_list,
        "reasons": call_in.reasons,
        "alternative": call_in.alternative,
    }
    conduct = conduct_of(call_in.window)
    form = TextForm(request.POST or None, conduct=conduct, initial=initial)
    seen = request.POST.get("seen", "")
    if form.is_valid() and seen.isdecimal():
        try:
            actions.change(call_in, form.said(), seen=int(seen[:18]), by=signed_in(request), at=now)
        except ChangedMeanwhile:
            form.add_error(
                None, "This was changed meanwhile, in another window. Copy what you typed."
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("call_ins:detail", pk=pk)
    form.fields["seen"] = forms.CharField(
        widget=forms.HiddenInput, required=False, initial=str(revision_of(call_in))
    )
    said = {"heading": "Change the text of the call-in"}
    return _form(request, form, call_in.decision.title, _own(call_in), call_in.council, **said)


@require_http_methods(GET_OR_POST)
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it in full, tick the box, sign: the member's own act, at that instant."""
    call_in, now = _of_member(request, pk), timezone.now()
    form = SignForm(request.POST or None, initial={"read": actions.text_of(call_in)})
    if form.is_valid():
        try:
            made = actions.sign(
                call_in, read=form.cleaned_data["read"], by=signed_in(request), at=now
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            said = "Signed. The last signature needed was there: the call-in is requested."
            waits = "Signed. Other members still have to sign before call-in closes."
            requested = made.state == State.REQUESTED
            messages.success(request, said if requested else waits)
            return redirect("call_ins:detail", pk=pk)
    context = page.of(call_in, request.user, now) | {"form": form, "back": _own(call_in)}
    status = 422 if form.errors else 200
    return render(request, "scrutiny/call_ins/sign.html", context, status=status)


@require_http_methods(GET_OR_POST)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    lead = (
        "Your signature no longer counts. You can sign again until call-in closes. Once a call-in "
        "is requested it falls when all who signed it have withdrawn."
    )
    said = {"heading": "Take your signature back", "lead": lead, "press": "Take it back"}
    return _confirm(request, pk, actions.take_back, "Your signature is taken back.", **said)


@require_http_methods(GET_OR_POST)
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    lead = (
        "It is not known how many must sign here. Handed in, it is requested with the signatures "
        "it has, and the proper officer says whether they are enough. Nothing may be done under "
        "the decision until then."
    )
    said = {"heading": "Hand the call-in in as it stands", "lead": lead, "press": "Hand it in"}
    return _confirm(request, pk, actions.hand_in, "Handed in: the call-in is requested.", **said)


@require_http_methods(GET_OR_POST)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    said = {"heading": "Give up this call-in", "press": "Give it up"}
    said["lead"] = "Nobody can sign it any more. Another one can be begun until call-in closes."
    return _confirm(request, pk, actions.stop, "Given up.", **said)


def _confirm(
    request: HttpRequest, pk: int, act: Callable[..., Any], done: str, **said: str
) -> HttpResponse:
    call_in = _of_member(request, pk)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            act(call_in, by=signed_in(request), at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect("call_ins:detail", pk=pk)
    return _form(request, form, call_in.decision.title, _own(call_in), call_in.council, **said)


def _form(
    request: HttpRequest, form: forms.Form, caption: str, back: str, theme: Council, **said: str
) -> HttpResponse:
    context = {**said, "form": form, "caption": caption, "back": back, "theme": theme}
    return render(request, "pages/form.html", context, status=422 if form.errors else 200)


def _call_in(request: HttpRequest, pk: int) -> CallIn:
    return get_object_or_404(page.with_all(CallIn.objects.visible_to(request.user)), pk=pk)


def _of_member(request: HttpRequest, pk: int) -> CallIn:
    call_in = _call_in(request, pk)
    if not may_sign_at(request.user, call_in.council_id):
        raise PermissionDenied(f"Only members of {call_in.council.name} sign call-ins there.")
    return call_in


def _window(request: HttpRequest, decision: int, council: str) -> CallInWindow:
    found = CallInWindow.objects.visible_to(request.user).select_related(
        "rule", "council", "decision__reconsiders", "version__notice__council"
    )
    newest = found.filter(decision=decision, council__slug=council).order_by("-version__number")
    return get_object_or_404(newest[:1])


def _notice(window: CallInWindow) -> str:
    notice = window.version.notice
    return reverse("notices:detail", args=[notice.council.slug, notice.slug])


def _own(call_in: CallIn) -> str:
    return reverse("call_ins:detail", args=[call_in.pk])
