"""One contract: its dates with their working, its terms, licences and duties; changing it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history
from governance.pages.conflict import conflict_of
from governance.pages.parts import number_in
from governance.people.permissions import signed_in
from roadmap.contracts import actions, page, permissions
from roadmap.contracts.access import decisions_for, editable, readable
from roadmap.contracts.forms import ContractForm, DecideForm
from roadmap.contracts.models import Contract
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.permissions import edits_anything, whose
from roadmap.systems.edit_views import councils_for
from roadmap.systems.models import System
from roadmap.systems.views import HERE, crumbs

FORM = "pages/form.html"
PAGE = require_http_methods(["GET", "HEAD", "POST"])
NOT_FIRST = {"seen", "covers", "covers_seen"}


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    contract = readable(request, slug, pk)
    may = permissions.can_edit(request.user, contract)
    system = contract.system
    context = page.of(contract, request.user, timezone.localdate()) | {
        "theme": system.partnership,
        "here": HERE,
        "partnership": system.partnership,
        "can_edit": may,
        "whose": "" if may else whose(system.partnership, contract.council),
        "edits": edits_anything(request.user, system.partnership),
        "can_read_history": can_read_history(request.user, contract),
        "crumbs": way(contract)[:-1],
    }
    return render(request, "roadmap/contracts/detail.html", context)


def way(contract: Contract) -> list[tuple[str, str]]:
    """Return the way to a contract: its partnership, the register, its system, itself."""
    system = contract.system
    slug = system.partnership.slug
    return [
        *crumbs(system.partnership),
        (system.name, reverse("systems:detail", args=[slug, system.pk])),
        (contract.title, reverse("contracts:detail", args=[slug, contract.pk])),
    ]


@PAGE
def new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Enter a contract for a system."""
    partnership = partnership_of(request, slug)
    systems = System.objects.visible_to(request.user).filter(partnership=partnership)
    system = get_object_or_404(systems, pk=pk)
    if not edits_anything(request.user, partnership):
        raise PermissionDenied(
            f"Only officers of the councils of {partnership.name} enter contracts."
        )
    form = _form(request, system, None)
    back = reverse("systems:detail", args=[slug, pk])
    context = {
        "form": form,
        "heading": "Add a contract",
        "caption": system.name,
        "back": back,
        "theme": partnership,
        "here": HERE,
        "crumbs": [*crumbs(partnership), (system.name, back)],
    }
    if not form.is_valid():
        return render(request, FORM, context, status=422 if form.errors else 200)
    covers = {council.pk for council in form.cleaned_data["covers"]}
    contract = actions.add(
        system, form.said(), covers=covers, by=signed_in(request), today=timezone.localdate()
    )
    messages.success(request, "Saved. Its dates are worked out below.")
    return redirect("contracts:detail", slug, contract.pk)


@PAGE
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a contract; two people at once are shown where they differ."""
    contract = editable(request, slug, pk)
    form = _form(request, contract.system, contract)
    back = reverse("contracts:detail", args=[slug, pk])
    context = {
        "form": form,
        "heading": "Change the contract",
        "caption": contract.title,
        "back": back,
        "theme": contract.system.partnership,
        "here": HERE,
        "crumbs": way(contract),
    }
    if form.is_valid():
        data = form.cleaned_data
        shown = {number_in(one) for one in data["covers_seen"].split(",")} - {0}
        try:
            actions.change(
                contract, form.said(), covers=({one.pk for one in data["covers"]}, shown),
                seen=data["seen"] or 0, by=signed_in(request), today=timezone.localdate(),
            )  # fmt: skip
        except ChangedMeanwhile as changed:
            return render(request, FORM, context | conflict_of(form, changed), status=409)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Saved.")
            return redirect(back)
    return render(request, FORM, context, status=422 if form.errors else 200)


def _form(request: HttpRequest, system: System, contract: Contract | None) -> ContractForm:
    partnership = partnership_of(request, system.partnership.slug)
    makers = councils_for(request, partnership)
    first: dict[str, Any] = {}
    if contract:
        names = [name for name in ContractForm.base_fields if name not in NOT_FIRST]
        first = {name: getattr(contract, name) for name in names if name != "approved_by"}
        covered = list(contract.covered.values_list("council", flat=True))
        first |= {
            "approved_by": contract.approved_by_id,
            "council": contract.council_id,
            "covers": covered,
            "covers_seen": ",".join(str(pk) for pk in covered),
            "seen": revision_of(contract),
        }
    everyone = [council.pk for council in councils_of(partnership)]
    councils = Council.objects.visible_to(request.user).filter(pk__in=everyone)
    return ContractForm(
        request.POST or None, initial=first, makers=makers,
        councils=councils.order_by("short_name"),
        decisions=_decisions(request, system, contract),
    )  # fmt: skip


def _decisions(request: HttpRequest, system: System, contract: Contract | None) -> Any:
    """Return what may be chosen; what somebody else chose from more stays chosen."""
    found = decisions_for(request.user, system.partnership)
    if contract and contract.approved_by_id:
        visible = Decision.objects.visible_to(request.user)
        return found | visible.filter(pk=contract.approved_by_id)
    return found


@PAGE
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Record the decision that says what follows the contract's next end."""
    contract = editable(request, slug, pk)
    found = decisions_for(request.user, contract.system.partnership)
    form: forms.Form = DecideForm(request.POST or None, decisions=found)
    back = reverse("contracts:detail", args=[slug, pk])
    if form.is_valid():
        try:
            actions.decide(
                contract, form.cleaned_data["decision"], by=signed_in(request),
                today=timezone.localdate(),
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Recorded. The duty to decide is done.")
            return redirect(back)
    context = {
        "form": form,
        "heading": "Record what was decided",
        "lead": "The decision that says what follows when this contract ends or rolls on.",
        "caption": contract.title,
        "back": back,
        "theme": contract.system.partnership,
        "here": HERE,
        "crumbs": way(contract),
    }
    return render(request, FORM, context, status=422 if form.errors else 200)
