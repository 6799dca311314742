"""The desk of democratic services: what waits, publishing a notice, correcting one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import count_for
from governance.errors import Refused
from governance.notices import actions, desk, permissions, windows
from governance.notices import worklist as worklist_page
from governance.notices.changes import changes_since
from governance.notices.facts import decisions_of
from governance.notices.forms import CorrectForm, PublishForm
from governance.notices.kinds.registry import kind_of, present
from governance.notices.models import SUBJECTS_WITH, Notice
from governance.notices.publication import preview as previewed
from governance.notices.snapshot import snapshot_of
from governance.notices.states import State
from governance.pages.typed import with_hidden
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability


def notice_to_publish(request: HttpRequest, council: str, slug: str) -> Notice:
    found = Notice.objects.visible_to(request.user).select_related(*SUBJECTS_WITH)
    notice = get_object_or_404(found, council__slug=council, slug=slug)
    if not permissions.can_publish(request.user, notice):
        raise PermissionDenied(
            f"Only democratic services of {notice.council.name} publish its notices."
        )
    return notice


@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    """What waits for democratic services, in the order of harm if it is missed."""
    councils = seats_of(request.user).councils(Ability.PUBLISH_NOTICES)
    if not councils:
        raise PermissionDenied("The worklist is for democratic services.")
    context = worklist_page.sections(request.user, councils, timezone.now())
    return render(request, "governance/notices/worklist.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """The checklist, the deadline to be, and the button. A second press changes nothing."""
    notice, now = notice_to_publish(request, council, slug), timezone.now()
    if notice.state != State.DRAFT:
        if request.method == "POST":
            messages.info(
                request, "This notice was already published. Nothing was published again."
            )
        return redirect("notices:detail", council=council, slug=slug)
    opens = kind_of(notice).decides
    if request.method != "POST":
        form = PublishForm(now=now, opens_windows=opens, initial={"when": "now"})
        return _publish_page(request, notice, form, 200)
    form = PublishForm(request.POST, now=now, opens_windows=opens)
    if form.is_valid():
        published_at = form.cleaned_data["published_at"]
        form.check_printed(_deadline(notice, published_at))
    if not form.is_valid():
        return _publish_page(request, notice, form, 422)
    try:
        version = actions.publish(
            notice,
            by=signed_in(request),
            at=now,
            published_at=published_at,
            gaps_reason=form.cleaned_data["gaps_reason"],
            expected=None if published_at else form.cleaned_data["expected"],
        )
    except Refused as refusal:
        notice.refresh_from_db()
        if notice.state != State.DRAFT:
            messages.info(request, str(refusal))
            return redirect("notices:detail", council=council, slug=slug)
        where = "gaps_reason" if isinstance(refusal, actions.Incomplete) else None
        form.add_error(where, str(refusal))
        return _publish_page(request, notice, form, 422)
    messages.success(request, f"Published. Version {version.number}")
    return redirect("notices:detail", council=council, slug=slug)


def _deadline(notice: Notice, published_at: Any) -> Any:
    if published_at is None:
        return None
    try:
        made_on = desk.made_on_of(decisions_of(notice))
        on = local_day(published_at)
        return count_for(notice.council, published_at, on, made_on)[1].deadline
    except Refused:
        return None  # publishing refuses with the same sentence, beside the button


def _publish_page(
    request: HttpRequest, notice: Notice, form: PublishForm, status: int
) -> HttpResponse:
    now = timezone.now()
    found = desk.desk_of(notice, now)
    if found.window:
        # Shown again with both dates, the page asks to be read again before publishing.
        with_hidden(form, expected=found.window.closes_at.isoformat())
        form.initial["expected"] = found.window.closes_at
    context = {
        "record": notice,
        "form": form,
        "desk": found,
        "now": now,
        "strip": desk.strip_of(notice, found.window, now) if found.window else [],
        "each": windows.at_each(notice, [d for d, _, _ in found.decisions], now),
        "later": desk.later(notice, found, now) if found.window else [],
        "theme": notice.council,
        "crumbs": [("Worklist", reverse("notices:worklist"))],
    }
    return render(request, "governance/notices/publish.html", context, status=status)


@require_safe
def preview(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """The notice as the public would read it, from the records as they are now.

    A draft is read by whoever may read drafts there; changes to what is published, before they are
    published too, by those who publish.
    """
    found = Notice.objects.visible_to(request.user).select_related(*SUBJECTS_WITH)
    notice = get_object_or_404(found, council__slug=council, slug=slug)
    can_publish = permissions.can_publish(request.user, notice)
    if notice.state != State.DRAFT:
        notice = notice_to_publish(request, council, slug)
    if notice.state == State.WITHDRAWN:
        return redirect("notices:detail", council=council, slug=slug)
    as_it_is = present(snapshot_of(notice, previewed(timezone.now())))
    context = {"notice": as_it_is, "record": notice, "theme": notice.council}
    context["can_publish"] = can_publish
    return render(request, "governance/notices/preview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, council: str, slug: str) -> HttpResponse:
    """Publish the next version, with what changed in front of the person who signs it."""
    notice, now = notice_to_publish(request, council, slug), timezone.now()
    if notice.state != State.PUBLISHED:
        return redirect("notices:detail", council=council, slug=slug)
    newest = notice.versions.latest("number")
    kind = kind_of(notice)
    first = {"seen": newest.number}
    form = CorrectForm(request.POST or None, initial=first, clocks=kind.clocks, period=kind.period)
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.correct(notice, by=signed_in(request), at=now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Published. Version {version.number}")
            return redirect("notices:detail", council=council, slug=slug)
    context = {
        "record": notice,
        "form": form,
        "newest": newest,
        "changes": changes_since(newest.snapshot, snapshot_of(notice, previewed(now))),
        "desk": desk.desk_of(notice, now),
        "theme": notice.council,
        "crumbs": [("Worklist", reverse("notices:worklist"))],
    }
    status = 422 if form.errors else 200
    return render(request, "governance/notices/correct.html", context, status=status)
