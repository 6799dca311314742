"""Democratic services: the windows that need a decision, and deciding."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.errors import Refused
from governance.notices import permissions
from governance.notices.models import Notice
from governance.pages.download import as_csv
from governance.pages.typed import with_hidden
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability
from governance.window_flags import actions
from governance.window_flags.forms import DecideForm
from governance.window_flags.models import WindowFlag
from governance.window_flags.page import flags_waiting, side_by_side

COLUMNS = ["Notice", "Council", "Cause", "Closes", "Would close", "When it was entered"]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What needs a decision, what is still open first; then what was decided."""
    councils = seats_of(request.user).councils(Ability.PUBLISH_NOTICES)
    if not councils:
        raise PermissionDenied("These pages are for democratic services.")
    waiting = flags_waiting(councils)
    if request.GET.get("format") == "csv":
        return as_csv("windows-to-decide.csv", COLUMNS, (_row(row) for row in waiting))
    decided = WindowFlag.objects.visible_to(request.user).exclude(decided_at=None)
    decided = decided.select_related("window__version__notice__council", "decided_by", "version")
    context = {
        "waiting": waiting,
        "decided": decided.order_by("-decided_at", "-pk")[:50],
        "crumbs": [("Worklist", reverse("notices:worklist"))],
        "here": "notices:worklist",
    }
    return render(request, "governance/window_flags/index.html", context)


def _row(row: dict[str, Any]) -> list[object]:
    notice, stood = row["notice"], "open" if row["is_open"] else "closed"
    return [notice.title, notice.council.name, row["cause"], row["was"], row["would"], stood]


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """Both dates side by side, day by day; the choice and its reason make the next version."""
    found = Notice.objects.visible_to(request.user).select_related("council", "meeting__body")
    notice = get_object_or_404(found, council__slug=council, slug=slug)
    if not permissions.can_publish(request.user, notice):
        raise PermissionDenied(f"Only democratic services of {notice.council.name} decide this.")
    flags = list(actions.waiting_of(notice))
    form = DecideForm(
        request.POST if request.method == "POST" else None, initial={"seen": _seen(flags)}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            version = actions.decide(
                notice, moves=said["what"] == DecideForm.MOVES, by=signed_in(request),
                at=timezone.now(), reason=said["reason"], seen=said["seen"],
            )  # fmt: skip
        except actions.DecidedAlready as first:
            with_hidden(form, seen=_seen(flags))
            form.add_error(None, str(first))
            status = 409
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Decided. Version {version.number} says so")
            return redirect("notices:detail", council=council, slug=slug)
    context = {
        "record": notice,
        "pairs": side_by_side(flags),
        "form": form,
        "theme": notice.council,
        "crumbs": [("Needs a decision", reverse("window_flags:index"))],
        "here": "notices:worklist",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "governance/window_flags/decide.html", context, status=status)


def _seen(flags: list[WindowFlag]) -> str:
    return ",".join(str(number) for number in actions.revisions_of(flags))
