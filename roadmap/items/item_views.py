"""An item of the roadmap: everything about it, and the form in which it is written."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.history.permissions import can_read_history
from governance.pages.conflict import conflict_of
from governance.people.permissions import signed_in
from roadmap.items import actions, item_page, page
from roadmap.items.forms import ItemForm
from roadmap.items.models import Item, Rollout
from roadmap.items.parts import Dependency, Milestone, PhaseGate
from roadmap.items.permissions import can_change_item, why_not_item
from roadmap.partnerships.finding import partnership_of
from roadmap.permissions import can_edit_shared, whose_shared

FORM = "pages/form.html"


def item_of(request: HttpRequest, slug: str, item: str) -> Item:
    """Return the item of this partnership that the visitor may see; raises Http404."""
    found = Item.objects.visible_to(request.user).select_related("partnership", "theme")
    return get_object_or_404(found, slug=item, partnership__slug=slug)


def editable(request: HttpRequest, slug: str, item: str) -> Item:
    """Return the item where the visitor may change it; raises PermissionDenied with why not."""
    found = item_of(request, slug, item)
    if why := why_not_item(signed_in(request), found):
        raise PermissionDenied(why)
    return found


@login_not_required
@require_safe
def item(request: HttpRequest, slug: str, item: str) -> HttpResponse:
    """Everything about an item: how it stands, its rollouts, milestones, gates, what it needs."""
    found, user = item_of(request, slug, item), request.user
    rollouts = list(Rollout.objects.visible_to(user).filter(item=found).with_names().in_order())
    today, saved = timezone.localdate(), request.GET.get("saved", "")
    gates = (
        PhaseGate.objects.visible_to(user).filter(item=found).select_related("body__lead_council")
    )
    gates = gates.order_by("phase", "due_on", "pk")
    decided = Decision.objects.visible_to(user).filter(phase_gates__item=found)
    milestones = Milestone.objects.visible_to(user).filter(item=found)
    milestones = milestones.select_related("rollout__council").order_by("planned_on", "pk")
    needs = Dependency.objects.visible_to(user).filter(item=found).select_related("needs")
    needed_by = Dependency.objects.visible_to(user).filter(needs=found).select_related("item")
    standing, told = page.own_words(found, [rollout.status for rollout in rollouts])
    history = can_read_history(user, found)
    context = page.frame(request, found.partnership) | {
        "item": found,
        "standing": standing,
        "told": told,
        "rows": [
            page.Row(rollout, user, today, "item", "", page.just_saved(saved, rollout.pk))
            for rollout in rollouts
        ],
        "columns": 7,
        "within": "item",
        "milestones": [item_page.Met(one, today) for one in milestones],
        "gates": item_page.gates_of(gates, item_page.published_at(decided), today),
        "waits": item_page.waits_of(rollouts, gates),
        "needs": item_page.others(needs, "needs", user),
        "needed_by": item_page.others(needed_by, "item", user),
        "money": item_page.money_of(found, user),
        "can_change": can_change_item(user, found),
        "why_not": why_not_item(user, found),
        "reads_history": history,
        "today": today,
    }
    context["crumbs"] = crumbs(found.partnership)
    return render(request, "roadmap/items/item.html", context)


def crumbs(partnership: Partnership, found: Item | None = None) -> list[tuple[str, str]]:
    """Return the way to a page below the roadmap, or below one of its items."""
    way = [
        (partnership.short_name, reverse("partnerships:hub", args=[partnership.slug])),
        ("ICT Roadmap", reverse("items:table", args=[partnership.slug])),
    ]
    if found:
        way.append((found.title, reverse("items:item", args=[partnership.slug, found.slug])))
    return way


# --- Writing -------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an item; which councils it goes to is said on the next page."""
    partnership = partnership_of(request, slug)
    by = signed_in(request)
    if not can_edit_shared(by, partnership):
        raise PermissionDenied(whose_shared(partnership))
    first = {"pattern": "together", "horizon": "now", "priority": "medium", "is_published": "no"}
    form = _form(partnership, request.POST or None, first)
    if form.is_valid():
        made = actions.add_item(partnership, form.said(), by=by)
        messages.success(request, "Added. Now say to which councils it goes.")
        return redirect("items:rollouts", slug=slug, item=made.slug)
    context = page.frame(request, partnership) | {
        "form": form,
        "heading": "Add an item to the roadmap",
        "lead": "One thing that the councils set out to do. Its councils, dates, milestones and "
        "gates are asked for afterwards.",
        "press": "Add",
        "back": reverse("items:table", args=[slug]),
        "crumbs": crumbs(partnership),
    }
    return render(request, FORM, context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, item: str) -> HttpResponse:
    """Change what is said of an item, and whether the public sees it."""
    found = editable(request, slug, item)
    back = reverse("items:item", args=[slug, item])
    form = _form(found.partnership, request.POST or None, _first(found))
    context = page.frame(request, found.partnership) | {
        "form": form,
        "caption": found.title,
        "heading": "Change the item",
        "back": back,
        "crumbs": crumbs(found.partnership, found),
    }
    status = 422 if form.errors else 200
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.change_item(found, form.said(), seen, by=signed_in(request))
        except ChangedMeanwhile as changed:
            context |= conflict_of(form, changed)
            status = 409
        except actions.TurnsStand as refused:
            form.add_error("pattern", str(refused))
            status = 422
        else:
            messages.success(request, "Saved.")
            return redirect(back)
    return render(request, FORM, context, status=status)


def _form(partnership: Partnership, data: Any, first: dict[str, Any]) -> ItemForm:
    form = ItemForm(data, initial=first)
    form.offer("theme", partnership.roadmap_themes.order_by("position"))
    return form


def _first(found: Item) -> dict[str, Any]:
    shown = {name: getattr(found, name) for name in ItemForm.base_fields if name != "seen"}
    published = "yes" if found.is_published else "no"
    return shown | {"seen": revision_of(found), "is_published": published}
