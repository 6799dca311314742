"""For administrators: what was sent to whom about what, what waits, what failed and why."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from governance.errors import Refused
from governance.messages import actions
from governance.messages.machinery import findings
from governance.messages.models import Message
from governance.messages.page import rows
from governance.messages.sources import about
from governance.messages.states import State
from governance.pages.download import as_csv
from governance.people.permissions import Visitor, seats_of, signed_in
from governance.people.rules import Ability

ROWS_A_PAGE = 50
COLUMNS = ["When", "To", "Kind", "Subject", "State", "Attempts", "Ended", "What was said"]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The outbox, the newest first, with how the machinery stands; as a page or as CSV."""
    _check(request.user)
    found = Message.objects.visible_to(request.user).order_by("-created_at", "-pk")
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    to = request.GET.get("to", "").strip()
    if state in State.values:
        found = found.filter(state=state)
    if kind in Message.Kind.values:
        found = found.filter(kind=kind)
    if to:
        found = found.filter(to__icontains=to)
    if request.GET.get("format") == "csv":
        return as_csv("messages.csv", COLUMNS, (_cells(one) for one in found.iterator()))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "findings": findings(timezone.now()),
        "page": page,
        "rows": rows(page.object_list),
        "asked": asked.urlencode(),
        "states": State.choices,
        "kinds": Message.Kind.choices,
        "chosen": {"state": state, "kind": kind, "to": to},
        "crumbs": _crumbs()[:1],
        "here": "rules:administration",
    }
    return render(request, "governance/messages/index.html", context)


def _cells(message: Message) -> list[object]:
    ended = timezone.localtime(message.ended_at).isoformat() if message.ended_at else ""
    said = message.last_error or message.receipt
    return [
        timezone.localtime(message.created_at).isoformat(), message.to,
        message.get_kind_display(), message.subject, message.get_state_display(),
        message.attempts, ended, said,
    ]  # fmt: skip


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One message: each thing it told of that the administrator may read, and its attempts."""
    _check(request.user)
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    context: dict[str, Any] = {
        "row": rows([message])[0],
        "about": about(message, request.user),
        "can_try_again": message.state == State.GIVEN_UP and not actions.why_not_again(message),
        "crumbs": _crumbs(),
        "here": "rules:administration",
    }
    return render(request, "governance/messages/detail.html", context)


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A message that was given up goes out once more."""
    _check(request.user)
    message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    try:
        actions.try_again(message, by=signed_in(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It is tried again now.")
    return redirect("messages:detail", pk=pk)


def _check(user: Visitor) -> None:
    seats = seats_of(user)
    if not (seats.councils(Ability.CONFIGURE) or seats.partnerships(Ability.CONFIGURE)):
        raise PermissionDenied("These pages are for administrators.")


def _crumbs() -> list[tuple[str, str]]:
    return [
        ("Administration", reverse("rules:administration")),
        ("Mail", reverse("messages:index")),
    ]
