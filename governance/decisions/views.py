"""Writing a decision's record, one line of the checklist at a time."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import BaseFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.decisions import actions, permissions
from governance.decisions.forms import PARTS, LimbFormSet, PartForm
from governance.decisions.marks import MarksForm, marked_things
from governance.decisions.models import Decision
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.notices.models import Notice
from governance.pages.conflict import conflict_of
from governance.people.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of the record, as a page; saving returns to the line of the checklist."""
    decision = _decision(request, pk)
    if part not in PARTS:
        raise Http404
    form_class = PARTS[part]
    shown: dict[str, Any] = {"decision": decision, "part": part, "back": back_to(decision, part)}
    if part == "resolution":
        shown["limbs"] = _limbs(request, decision)
    if request.method != "POST":
        shown["form"] = form_class(initial=_initial(decision, form_class))
        return render(
            request, "governance/decisions/edit.html", shown | {"theme": decision.council}
        )
    shown["form"] = form = form_class(request.POST)
    limbs: BaseFormSet[Any] | None = shown.get("limbs")
    if form.is_valid() and (limbs is None or limbs.is_valid()):
        try:
            _save(request, decision, form, limbs)
        except ChangedMeanwhile as changed:
            shown |= conflict_of(form, changed)
            return render(request, "governance/decisions/edit.html", shown, status=409)
        except actions.LimbsChanged as changed:
            form.data = form.data.copy()
            form.data["limbs_seen"] = str(changed.seen)
            shown |= {"conflict": str(changed), "differences": []}
            return render(request, "governance/decisions/edit.html", shown, status=409)
        return redirect(shown["back"])
    return render(request, "governance/decisions/edit.html", shown, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def marks(request: HttpRequest, pk: int) -> HttpResponse:
    """Explain the printed marks of a meeting's items and a decision's limbs, or take them away."""
    decision = _decision(request, pk)
    things = marked_things(decision)
    form = MarksForm(things, request.POST or None)
    shown = {
        "decision": decision,
        "form": form,
        "part": "marks",
        "back": back_to(decision, "marks"),
    }
    if request.method == "POST" and form.is_valid():
        actions.explain_marks(form.answers(), by=_who(request))
        return redirect(shown["back"])
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/decisions/edit.html", shown, status=status)


def back_to(decision: Decision, part: str) -> str:
    """Return the address of the checklist's line on the page that publishes the decision."""
    notice = Notice.objects.filter(decision=decision).first()
    if notice is None and decision.item:
        notice = Notice.objects.filter(meeting=decision.item.meeting_id).first()
    if notice is None:
        return reverse("notices:worklist")
    name = "notices:publish" if notice.published_at is None else "notices:correct"
    address = reverse(name, args=[decision.council.slug, notice.slug])
    return f"{address}#{part}-{decision.pk}"


def _decision(request: HttpRequest, pk: int) -> Decision:
    found = Decision.objects.visible_to(request.user).select_related("council", "item__meeting")
    decision = get_object_or_404(found, pk=pk)
    if not permissions.can_record(request.user, decision):
        raise PermissionDenied("Only democratic services of this council write its decisions.")
    return decision


def _who(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 (LoginRequiredMiddleware lets nobody else in)
    return request.user


def _initial(decision: Decision, form_class: type[PartForm]) -> dict[str, Any]:
    names = [name for name in form_class.base_fields if not name.endswith("seen")]
    initial = {name: getattr(decision, name) for name in names} | {"seen": revision_of(decision)}
    if "limbs_seen" in form_class.base_fields:
        initial["limbs_seen"] = actions.limbs_revision(decision)
    return initial


def _limbs(request: HttpRequest, decision: Decision) -> "BaseFormSet[Any]":
    names = ("id", "verb", "text", "delegated_to", "in_consultation_with", "recommended_to")
    rows = decision.resolutions.order_by("number").values(*names)
    if request.method == "POST":
        return LimbFormSet(request.POST, initial=list(rows), prefix="limbs")
    return LimbFormSet(initial=list(rows), prefix="limbs")


def _save(
    request: HttpRequest, decision: Decision, form: PartForm, limbs: "BaseFormSet[Any] | None"
) -> None:
    by, because, seen = _who(request), form.because, form.cleaned_data["seen"]
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
