"""Writing a decision's record, one line of the checklist at a time.

With a script the form opens under its line and saving returns to the line; without one the same
address is a page, and saving returns to the checklist.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.decisions import actions, permissions
from governance.decisions.marks import MarksForm, marked_things
from governance.decisions.models import Decision
from governance.decisions.parts import PARTS, first_of, rows_class, rows_of, save
from governance.decisions.rearrange import moved_to, rearranged, without_faults
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile
from governance.notices.checks import checks_of
from governance.notices.desk import desk_of, line_of
from governance.notices.models import Notice
from governance.pages.conflict import conflict_of
from governance.pages.typed import with_hidden
from governance.people.permissions import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def edit(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of the record."""
    decision = _decision(request, pk)
    if part not in PARTS:
        raise Http404
    if "line" in request.GET:
        return _line(request, decision, part)
    if request.method != "POST":
        return _show(request, decision, part, _forms(decision, part), 200)
    if "rearrange" in request.POST:
        return _rearranged(request, decision, part)
    return _posted(request, decision, part)


def _rearranged(request: HttpRequest, decision: Decision, part: str) -> HttpResponse:
    """The form as it was typed with its rows in another order; nothing is written."""
    shown = _forms(decision, part, rearranged(request.POST), checked=False)
    at = moved_to(request.POST["rearrange"], len(shown["rows"].forms)) if shown["rows"] else 0
    said = f"{shown['rows'].noun} {at + 1}. Not saved yet." if shown["rows"] is not None else ""
    return _show(request, decision, part, shown | {"moved_to": at, "said": said}, 200)


def _posted(request: HttpRequest, decision: Decision, part: str) -> HttpResponse:
    shown = _forms(decision, part, request.POST)
    form, rows = shown["form"], shown["rows"]
    if not (form.is_valid() and (rows is None or rows.is_valid())):
        return _show(request, decision, part, shown, 422)
    # Asked only for the script's sake: a page of its own leads back to the whole list anyway.
    before = _lines(request, decision) if request.headers.get("HX-Request") else []
    try:
        save(decision, part, form, _wanted(rows), by=signed_in(request))
    except ChangedMeanwhile as changed:
        return _show(request, decision, part, shown | conflict_of(form, changed), 409)
    except actions.LimbsChanged as changed:
        with_hidden(form, limbs_seen=changed.seen, rows_seen=changed.seen)
        return _show(request, decision, part, shown | {"conflict": str(changed)}, 409)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show(request, decision, part, shown, 422)
    return _saved(request, decision, part, before)


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
        return _saved(request, decision, "marks", _lines(request, decision))
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


def _saved(request: HttpRequest, decision: Decision, part: str, before: list[str]) -> HttpResponse:
    """Return to the line, or to the whole list where other lines are asked than `before`."""
    if not request.headers.get("HX-Request"):
        return redirect(_checklist(request, decision, part))
    decision = _decision(request, decision.pk)
    if _lines(request, decision) != before:
        return HttpResponse(headers={"HX-Redirect": _checklist(request, decision, part)})
    return _line(request, decision, part, said="Saved.")


def _lines(request: HttpRequest, decision: Decision) -> list[str]:
    """Return which parts the checklist asks of a decision."""
    return [check.part for check in checks_of(_decision(request, decision.pk))]


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


def _forms(
    decision: Decision, part: str, posted: Any = None, *, checked: bool = True
) -> dict[str, Any]:
    """Return the form of a part and its rows; unchecked, with what was typed and no fault found."""
    form = PARTS[part](posted, initial=first_of(decision, part))
    form.offer(decision)
    rows = None
    if row_set := rows_class(part):
        stored = rows_of(decision, part)
        rows = row_set(posted, initial=stored, prefix="limbs")
        rows.extra = 0 if stored else 1  # one to begin with; more by pressing “Add”
    if not checked:
        without_faults(form, rows)
    return {"form": form, "rows": rows}


def _wanted(rows: Any) -> list[dict[str, Any]] | None:
    """Return the rows to keep as they were typed, in order; None for a part without rows."""
    if rows is None:
        return None
    return [
        {name: value for name, value in one.items() if name != "DELETE"}
        for one in rows.cleaned_data
        if one and not one.get("DELETE")
    ]
