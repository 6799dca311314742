"""Writing an entry of the forward plan, and beginning its notices."""

from contextlib import suppress
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.bodies.models import Body
from governance.councils.models import Council
from governance.errors import Refused
from governance.forward_plan import actions, permissions
from governance.forward_plan.forms import EntryForm, ExceptionForm
from governance.forward_plan.models import ForwardPlanEntry
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.issues.models import Issue
from governance.notices.models import Notice
from governance.notices.states import State
from governance.pages.conflict import conflict_of
from governance.people.permissions import seats_of, signed_in
from governance.people.rules import Ability
from governance.urgency.forms import AgreementForm, agreement_of

FORM = "pages/form.html"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a key decision to come; its notice is begun with it."""
    form = EntryForm(request.POST or None, **_choices(request))
    if form.is_valid():
        said = form.said()
        notice = actions.begin_entry(said.pop("council"), said, by=signed_in(request))
        messages.success(request, "Entered. The checklist says what its notice still wants")
        return redirect("notices:publish", council=notice.council.slug, slug=notice.slug)
    context = {
        "form": form,
        "heading": "Enter a key decision to come",
        "lead": "What regulation 9 wants said at least 28 clear days before. Leave empty what is "
        "not known yet: the checklist asks for it before the notice is published.",
        "press": "Save and see the checklist",
        "back": reverse("forward_plan:plan"),
        "crumbs": [("Forward plan", reverse("forward_plan:plan"))],
    }
    return render(request, FORM, context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a key decision; what is published changes with a correction."""
    entry = _entry(request, pk)
    form = EntryForm(request.POST or None, initial=_initial(entry), **_choices(request))
    # The address of its notices is the council's: an entry does not move to another.
    del form.fields["council"]
    said = {
        "heading": "Change the entry",
        "lead": "What was published stays as it was until you publish a correction.",
    }
    changes = form.said() if form.is_valid() else None
    return _record(request, entry, form, changes, said)


@require_http_methods(["GET", "HEAD", "POST"])
def exception(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who was told where 28 clear days cannot be given, and begin that notice."""
    entry = _entry(request, pk)
    form = ExceptionForm(request.POST or None, initial=_first(entry, ExceptionForm))
    said = {
        "heading": "General exception",
        "lead": "Where 28 clear days cannot be given: the decision may be taken once five clear "
        "days have passed since the notice of what was told (regulation 10).",
        "press": "Save and begin the notice",
        "kind": Notice.Kind.GENERAL_EXCEPTION,
    }
    changes = None
    if form.is_valid():
        changes = {n: value for n, value in form.cleaned_data.items() if n != "seen"}
    return _record(request, entry, form, changes, said)


@require_http_methods(["GET", "HEAD", "POST"])
def urgency(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who agreed that a key decision is urgent, and begin that notice."""
    entry = _entry(request, pk)
    first = _first(entry, AgreementForm) | agreement_of(entry)
    form = AgreementForm(request.POST or None, initial=first)
    said = {
        "heading": "Special urgency",
        "lead": "Where even five clear days cannot be given: the decision may be taken once the "
        "first of these office-holders who can act has agreed that it is urgent and cannot "
        "reasonably be deferred (regulation 11).",
        "press": "Save and begin the notice",
        "kind": Notice.Kind.SPECIAL_URGENCY,
    }
    return _record(request, entry, form, form.said() if form.is_valid() else None, said)


def _record(
    request: HttpRequest, entry: ForwardPlanEntry, form: forms.Form,
    changes: dict[str, Any] | None, said: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """Save what the form says, begin the notice that the page is for, and lead to its desk."""
    back = _desk(entry, said.get("kind", Notice.Kind.KEY_DECISION))
    context = said | {
        "form": form,
        "caption": entry.title,
        "back": back,
        "theme": entry.council,
        "crumbs": [("Forward plan", reverse("forward_plan:plan"))],
    }
    if changes is None:
        return render(request, FORM, context, status=422 if form.errors else 200)
    by = signed_in(request)
    try:
        actions.record(entry, changes, seen=form.cleaned_data["seen"] or 0, by=by)
    except ChangedMeanwhile as changed:
        return render(request, FORM, context | conflict_of(form, changed), status=409)
    if "kind" in said:
        # Where it stands already, its desk is where the person goes.
        with suppress(Refused):
            actions.begin_notice(entry, said["kind"], by=by)
    messages.success(request, "Saved.")
    return redirect(_desk(entry, said.get("kind", Notice.Kind.KEY_DECISION)))


def _desk(entry: ForwardPlanEntry, kind: str) -> str:
    """Return the page on which the entry's notice of that kind is published or corrected."""
    standing = entry.notices.filter(kind=kind).exclude(state=State.WITHDRAWN).first()
    if standing is None:
        return reverse("forward_plan:plan")
    name = "publish" if standing.state == State.DRAFT else "correct"
    return reverse(f"notices:{name}", args=[entry.council.slug, standing.slug])


def _entry(request: HttpRequest, pk: int) -> ForwardPlanEntry:
    entries = ForwardPlanEntry.objects.visible_to(request.user).select_related("council", "body")
    entry = get_object_or_404(entries, pk=pk)
    if not permissions.can_edit(request.user, entry):
        raise PermissionDenied(
            f"Only democratic services of {entry.council.name} write its forward plan."
        )
    return entry


def _choices(request: HttpRequest) -> dict[str, Any]:
    councils = seats_of(request.user).councils(Ability.PUBLISH_NOTICES)
    if not councils:
        raise PermissionDenied("Only democratic services write the forward plan.")
    mine = Council.objects.visible_to(request.user).filter(pk__in=councils)
    bodies = Body.objects.visible_to(request.user).filter(
        councils__council__in=councils, regime=Body.Regime.EXECUTIVE
    )
    return {
        "councils": mine.order_by("short_name"),
        "bodies": bodies.distinct().order_by("name", "pk"),
        "issues": Issue.objects.visible_to(request.user).order_by("title"),
    }


def _first(entry: ForwardPlanEntry, form_class: type[forms.Form]) -> dict[str, Any]:
    names = [name for name in form_class.base_fields if hasattr(entry, name)]
    return {name: getattr(entry, name) for name in names} | {"seen": revision_of(entry)}


def _initial(entry: ForwardPlanEntry) -> dict[str, Any]:
    first = _first(entry, EntryForm)
    of = "member" if entry.maker == "member" else "officer"
    return first | {f"{of}_name": entry.maker_name, f"{of}_title": entry.maker_title}
