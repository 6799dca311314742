"""One row of the roadmap: changed in its place or on a page of its own, never losing a word."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from governance.calendar import words
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.pages.parts import number_in
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.items import drafts, page, presence
from roadmap.items.filters import owners_of
from roadmap.items.models import Rollout
from roadmap.items.permissions import can_change_rollout, why_not_rollout
from roadmap.items.row_actions import (
    FIELDS,
    NO_REASON,
    Change,
    RowClash,
    RowWrong,
    Saved,
    compare,
    save_row,
    undo_row,
)
from roadmap.items.row_forms import POSTED, RowForm, initial_of, initial_of_draft

HTMX = vary_on_headers("HX-Request")
PLACES = {"", "item"}


def _inline(request: HttpRequest) -> bool:
    return bool(request.headers.get("HX-Request"))


def rollout_of(request: HttpRequest, slug: str, pk: int) -> Rollout:
    """Return the rollout of this partnership that the visitor may see; raises Http404."""
    found = Rollout.objects.visible_to(request.user).with_names()
    return get_object_or_404(found, pk=pk, item__partnership__slug=slug)


def may_write(request: HttpRequest, rollout: Rollout) -> User:
    """Return who writes; raises PermissionDenied with the sentence that says whose the row is."""
    user = signed_in(request)
    if not can_change_rollout(user, rollout):
        raise PermissionDenied(why_not_rollout(user, rollout))
    return user


def _row_of(request: HttpRequest, rollout: Rollout) -> page.Row:
    asked = request.POST if request.method == "POST" else request.GET
    within = asked.get("within", "")
    back = QueryDict(asked.get("back", "")[:2000]).urlencode()
    if within not in PLACES:
        within = ""
    return page.Row(rollout, request.user, timezone.localdate(), within, back)


@HTMX
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The form of a row, in its place or as a page; posted, it is saved."""
    rollout = rollout_of(request, slug, pk)
    user = may_write(request, rollout)
    if request.method == "POST":
        return _save(request, rollout, user)
    if "shown" in request.GET and _inline(request):
        presence.closed(pk, user)
        return _shown(request, rollout, focus="change")
    draft = drafts.draft_of(rollout, user)
    if draft and "draft" in request.GET:
        form = _form(request, rollout, initial=initial_of_draft(draft.typed, draft.seen))
    else:
        form = _form(request, rollout, initial=initial_of(rollout, revision_of(rollout)))
    continued = "draft" in request.GET
    return _editor(request, rollout, form, {"draft": draft, "offers": draft and not continued})


def _form(request: HttpRequest, rollout: Rollout, data: Any = None, initial: Any = None) -> RowForm:
    every = Rollout.objects.visible_to(request.user)
    siblings = every.filter(item__partnership=rollout.item.partnership_id)
    return RowForm(
        data, initial=initial, owners=owners_of(siblings), auto_id=f"row-{rollout.pk}-%s"
    )


def _editor(
    request: HttpRequest,
    rollout: Rollout,
    form: RowForm,
    more: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    user = signed_in(request)
    context = {
        "row": _row_of(request, rollout),
        "form": form,
        "others": presence.opened(rollout.pk, user),
        "continued": "draft" in request.GET,
        "columns": 7,
        **more,
    }
    if _inline(request):
        return render(request, "roadmap/items/row_editor.html", context, status=status)
    context |= page.frame(request, rollout.item.partnership)
    return render(request, "roadmap/items/row_page.html", context, status=status)


# --- Saving --------------------------------------------------------------------------------------


def _save(request: HttpRequest, rollout: Rollout, user: User) -> HttpResponse:
    form = _form(request, rollout, data=request.POST)
    if not form.is_valid():
        return _editor(request, rollout, form, {}, 422)
    only, chosen = _chosen(request.POST)
    if not all(chosen.values()):
        return _ask_again(request, rollout, form, chosen)
    reason = form.cleaned_data["reason"] or NO_REASON
    change = Change(
        user, timezone.localdate(), form.cleaned_data["seen"], reason, only=frozenset(only)
    )
    try:
        saved = save_row(rollout, form.typed(), change)
    except RowClash as clash:
        opened = number_in(request.POST.get("opened", "")) or form.cleaned_data["seen"] or 0
        drafts.keep(rollout, user, drafts.typed_of(request.POST, POSTED), opened)
        return _conflict(request, rollout, form, clash, 409)
    except RowWrong as wrong:
        for name, sentence in wrong.problems.items():
            form.add_error(name if name in form.fields else None, sentence)
        return _editor(request, rollout, form, {}, 422)
    drafts.discard(rollout, user)
    presence.closed(rollout.pk, user)
    return _saved(request, saved, page.said_of(saved))


def _chosen(posted: QueryDict) -> tuple[set[str], dict[str, str]]:
    """Return which fields are the writer's own, and what was chosen where two had clashed.

    A field for which nobody has chosen yet has "".
    """
    own = {name for name in posted.getlist("mine") if name in FIELDS}
    if not own:
        return set(FIELDS), {}
    if posted.get("all") == "mine":
        return own, {}
    asked = [name for name in posted.getlist("differs") if name in own]
    answers = {name: posted.get(f"choice-{name}", "") for name in asked}
    known = {name: said if said in {"saved", "mine"} else "" for name, said in answers.items()}
    return own - {name for name, said in known.items() if said == "saved"}, known


def _ask_again(
    request: HttpRequest, rollout: Rollout, form: RowForm, chosen: dict[str, str]
) -> HttpResponse:
    """Show the same differences once more, saying which were not chosen."""
    user, own = signed_in(request), frozenset(request.POST.getlist("mine"))
    opened = number_in(request.POST.get("opened", ""))
    try:
        compare(rollout, form.typed(), Change(user, timezone.localdate(), opened, only=own))
    except RowClash as clash:
        return _conflict(request, rollout, form, clash, 422, chosen)
    # What differed is the same by now: there is nothing left to choose.
    return _editor(request, rollout, form, {}, 422)


def _conflict(
    request: HttpRequest, rollout: Rollout, form: RowForm, clash: RowClash, status: int,
    chosen: dict[str, str] | None = None,
) -> HttpResponse:  # fmt: skip
    draft = drafts.draft_of(rollout, signed_in(request))
    found = page.differences(clash, chosen)
    more = {
        "clash": clash,
        "differences": found,
        "missing": [one for one in found if one.missing],
        "saved_at": max(kept.at for kept in clash.theirs),
        "own": [*clash.yours, *clash.own],
        "no_choice": page.no_choice_needed(clash),
        "kept": page.kept_words(clash.kept),
        "typed": drafts.typed_of(request.POST, POSTED),
        "opened": number_in(request.POST.get("opened", "")) or form.cleaned_data["seen"],
        "draft": draft,
        "has_errors": bool(chosen),
    }
    return _editor(request, rollout, form, more, status)


# --- Showing the row again ------------------------------------------------------------------------


def _saved(request: HttpRequest, saved: Saved, said: str) -> HttpResponse:
    rollout = saved.rollout
    if _inline(request):
        return _shown(request, rollout, focus="change", said=said, revision=saved.revision or 0)
    messages.success(request, f"{_row_of(request, rollout).called}: {said}")
    address, _, anchor = _row_of(request, rollout).back_address.partition("#")
    if saved.revision:
        address += f"{'&' if '?' in address else '?'}saved={rollout.pk}-{saved.revision}"
    return redirect(f"{address}#{anchor}")


def _shown(
    request: HttpRequest, rollout: Rollout, *, focus: str = "", said: str = "", revision: int = 0,
    refused: bool = False,
) -> HttpResponse:  # fmt: skip
    context = {
        "row": _row_of(request, rollout),
        "focus": focus,
        "said": said,
        "revision": revision,
        "refused": refused,
        "columns": 7,
        "reads_history": True,
        "edits_here": True,
        "drafts_kept": drafts.how_many(signed_in(request)),
        "swapped": True,
    }
    status = 409 if refused else 200
    return render(request, "roadmap/items/row_swapped.html", context, status=status)


@HTMX
@require_POST
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write again what stood before one's save, unless the row has moved on since."""
    rollout = rollout_of(request, slug, pk)
    user = may_write(request, rollout)
    revision = number_in(request.POST.get("revision", ""))
    change = Change(user, timezone.localdate(), because="Undid the change before")
    try:
        saved = undo_row(rollout, revision, change)
    except Refused as refused:
        if _inline(request):
            return _shown(request, rollout, focus="said", said=str(refused), refused=True)
        messages.warning(request, str(refused))
        return redirect(_row_of(request, rollout).back_address)
    return _saved(request, saved, f"{page.said_of(saved, 'Undone')} It is as it was before.")


# --- Drafts and presence --------------------------------------------------------------------------


@login_not_required
@require_POST
def draft(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep what was typed so far, or discard it; the answer is the sentence that says so."""
    rollout = rollout_of(request, slug, pk)
    if not isinstance(request.user, User):
        said = (
            "You have been signed out: this is not kept. Sign in on another page, then go on here."
        )
        return render(request, "roadmap/items/draft_kept.html", {"said": said})
    user = may_write(request, rollout)
    if request.POST.get("do") == "discard":
        drafts.discard(rollout, user)
        return _discarded(request, rollout)
    seen = number_in(request.POST.get("seen", ""))
    at = drafts.keep(rollout, user, drafts.typed_of(request.POST, POSTED), seen)
    said = f"Draft kept at {words.clock(at)}. Only you can see it until you save." if at else ""
    context = {"said": said, "drafts_kept": drafts.how_many(user), "swapped": True}
    return render(request, "roadmap/items/draft_kept.html", context)


def _discarded(request: HttpRequest, rollout: Rollout) -> HttpResponse:
    presence.closed(rollout.pk, signed_in(request))
    said = "Your draft is discarded."
    if _inline(request):
        return _shown(request, rollout, focus="change", said=said)
    messages.success(request, said)
    if request.POST.get("then") == "drafts":
        return redirect("items:drafts")
    return redirect(_row_of(request, rollout).back_address)


@login_not_required
@require_safe
def who_has_it_open(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who else has the row open: asked every 20 seconds by a page on which it is open."""
    rollout = rollout_of(request, slug, pk)
    if not isinstance(request.user, User) or not can_change_rollout(request.user, rollout):
        raise Http404
    others = presence.opened(pk, request.user)
    context = {"row": _row_of(request, rollout), "others": others}
    return render(request, "roadmap/items/presence.html", context)
