"""Writing a decision's record, one line of the checklist at a time.

With a script the form opens under its line and saving returns to the line; without one the same
address is a page, and saving returns to the checklist.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import BaseFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.decisions import actions, permissions
from governance.decisions.forms import PARTS, LimbFormSet, PartForm
from governance.decisions.marks import MarksForm, marked_things
from governance.decisions.models import Decision
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.notices.desk import desk_of, line_of
from governance.notices.models import Notice
from governance.pages.conflict import conflict_of
from governance.pages.typed import with_hidden
from governance.people.permissions import signed_in

LIMB_FIELDS = (
    *("id", "verb", "text", "mark", "footnote"),
    *("delegated_to", "in_consultation_with", "recommended_to"),
)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def edit(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of the record."""
    decision = _decision(request, pk)
    if part not in PARTS:
        raise Http404
    if "line" in request.GET:
        return _line(request, decision, part)
    form_class = PARTS[part]
    if request.method != "POST":
        first = form_class(initial=_initial(decision, form_class))
        shown: dict[str, Any] = {"form": first, **_limbs(request, decision, part)}
        return _show(request, decision, part, shown, 200)
    form = form_class(request.POST)
    below = _limbs(request, decision, part)
    limbs = below.get("limbs")
    shown = {"form": form, **below}
    if not (form.is_valid() and (limbs is None or limbs.is_valid())):
        return _show(request, decision, part, shown, 422)
    try:
        _save(request, decision, form, limbs)
    except ChangedMeanwhile as changed:
        return _show(request, decision, part, shown | conflict_of(form, changed), 409)
    except actions.LimbsChanged as limbs_changed:
        with_hidden(form, limbs_seen=limbs_changed.seen)
        return _show(request, decision, part, shown | {"conflict": str(limbs_changed)}, 409)
    return _saved(request, decision, part)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def marks(request: HttpRequest, pk: int) -> HttpResponse:
    """Explain the printed marks of a meeting's items and a decision's limbs, or take them away."""
    decision = _decision(request, pk)
    if "line" in request.GET:
        return _line(request, decision, "marks")
    posted = request.POST if request.method == "POST" else None
    form = MarksForm(marked_things(decision), posted)
    if request.method == "POST" and form.is_valid():
        try:
            actions.explain_marks(form.answers(), by=signed_in(request))
        except ChangedMeanwhile as changed:
            with_hidden(form, **form.seen_now())
            shown = {"form": form, "conflict": str(changed)}
            return _show(request, decision, "marks", shown, 409)
        return _saved(request, decision, "marks")
    return _show(request, decision, "marks", {"form": form}, 422 if form.is_bound else 200)


def _show(
    request: HttpRequest, decision: Decision, part: str, shown: dict[str, Any], status: int
) -> HttpResponse:
    inline = bool(request.headers.get("HX-Request"))
    context = shown | {
        "decision": decision,
        "inline": inline,
        "address": request.path,
        "back": _checklist(request, decision, part),
        "theme": decision.council,
    }
    template = "edit_inline.html" if inline else "edit.html"
    return render(request, f"governance/decisions/{template}", context, status=status)


def _saved(request: HttpRequest, decision: Decision, part: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return _line(request, decision, part, said="Saved.")
    return redirect(_checklist(request, decision, part))


def _line(request: HttpRequest, decision: Decision, part: str, said: str = "") -> HttpResponse:
    """The line of the checklist as it is now, and the page's verdict beside it."""
    notice = _notice(request, decision)
    found = desk_of(notice, timezone.now()) if notice else None
    context = {
        "check": line_of(found, decision, part) if found else None,
        "decision": decision,
        "check_address": request.path,
        "desk": found,
        "record": notice,
        "desk_verdict": notice is not None and notice.published_at is None,
        "strip": bool(found and found.window),
        "focus": True,
        "said": said,
    }
    return render(request, "governance/decisions/line.html", context)


def _notice(request: HttpRequest, decision: Decision) -> Notice | None:
    meeting = decision.item.meeting_id if decision.item else None
    return Notice.objects.visible_to(request.user).about(decision.pk, meeting)


def _checklist(request: HttpRequest, decision: Decision, part: str) -> str:
    """Return the address of the checklist's line on the page that publishes the decision."""
    notice = _notice(request, decision)
    if notice is None:
        return reverse("notices:worklist")
    name = "notices:publish" if notice.published_at is None else "notices:correct"
    address = reverse(name, args=[notice.council.slug, notice.slug])
    return f"{address}#{part}-{decision.pk}"


def _decision(request: HttpRequest, pk: int) -> Decision:
    found = Decision.objects.visible_to(request.user).select_related("council", "item__meeting")
    decision = get_object_or_404(found, pk=pk)
    if not permissions.can_record(request.user, decision):
        raise PermissionDenied("Only democratic services of this council write its decisions.")
    return decision


def _initial(decision: Decision, form_class: type[PartForm]) -> dict[str, Any]:
    names = [name for name in form_class.base_fields if not name.endswith("seen")]
    initial = {name: getattr(decision, name) for name in names} | {"seen": revision_of(decision)}
    if "limbs_seen" in form_class.base_fields:
        initial["limbs_seen"] = actions.limbs_revision(decision)
    return initial


def _limbs(request: HttpRequest, decision: Decision, part: str) -> "dict[str, BaseFormSet[Any]]":
    if part != "resolution":
        return {}
    rows = list(decision.resolutions.order_by("number").values(*LIMB_FIELDS))
    data = request.POST if request.method == "POST" else None
    return {"limbs": LimbFormSet(data, initial=rows, prefix="limbs")}


def _save(
    request: HttpRequest, decision: Decision, form: PartForm, limbs: "BaseFormSet[Any] | None"
) -> None:
    by, because, seen = signed_in(request), form.because, form.cleaned_data["seen"]
    if limbs is None:
        actions.record(decision, form.changes(), seen=seen, by=by, because=because)
        return
    wanted = [
        {name: value for name, value in one.items() if name != "DELETE"}
        for one in limbs.cleaned_data
        if one and not one.get("DELETE")
    ]
    actions.record_resolution(
        decision,
        form.changes(),
        wanted,
        seen=seen,
        limbs_seen=form.cleaned_data["limbs_seen"],
        by=by,
        because=because,
    )
