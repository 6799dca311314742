"""Adding and changing splits, sources, costs and benefits: partnership officers."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from governance.councils.models import Council, Partnership
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.pages.typed import with_hidden
from governance.people.permissions import signed_in
from roadmap.business_cases.models import BusinessCase
from roadmap.editing import answered, changes_of, first_of, only_editors
from roadmap.funding import actions, page
from roadmap.funding.forms import (
    BenefitForm,
    CostForm,
    SourceForm,
    SplitForm,
    shares_as_shown,
)
from roadmap.funding.models import Benefit, Cost, CostSplit, FundingSource
from roadmap.items.models import Item
from roadmap.partnerships.finding import councils_of, partnership_of

FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(FORM_METHODS)
def new_split(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a way of sharing costs."""
    whole = _editable(request, partnership)
    form = SplitForm(request.POST or None, councils=councils_of(whole))

    def save(form: SplitForm) -> CostSplit:
        said, shares, _ = form.said()
        return actions.add_split(whole, said, shares[0], by=signed_in(request))

    return _answer(request, whole, form, save, "Add a way of sharing costs", "split")


@require_http_methods(FORM_METHODS)
def edit_split(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Change a split; its shares only while no cost uses it."""
    whole = _editable(request, partnership)
    visible = CostSplit.objects.visible_to(request.user).prefetch_related("shares")
    held = get_object_or_404(visible, partnership=whole, pk=pk)
    names = ("name", "from_on", "to_on", "source", "is_published", "is_illustrative")
    first = {name: getattr(held, name) for name in names} | {"seen": revision_of(held)}
    first |= {f"share_{row.council_id}": row.hundredths for row in held.shares.all()}
    first["shares_seen"] = shares_as_shown(held)
    form = SplitForm(request.POST or None, initial=first, councils=councils_of(whole))

    def save(form: SplitForm) -> CostSplit:
        said, shares, seen = form.said()
        try:
            return actions.change_split(held, said, shares, seen=seen, by=signed_in(request))
        except ChangedMeanwhile as changed:
            # Both are shown now: saved again, what was typed replaces the shares shown here.
            if any(difference.field.startswith("share_") for difference in changed.differences):
                with_hidden(form, shares_seen=shares_as_shown(held))
            raise

    return _answer(request, whole, form, save, f"Change {held}", "split", held)


@require_http_methods(FORM_METHODS)
def new_source(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a source of money."""
    whole = _editable(request, partnership)

    def save(form: SourceForm) -> FundingSource:
        return actions.add_source(whole, changes_of(form)[0], by=signed_in(request))

    form = SourceForm(request.POST or None)
    return _answer(request, whole, form, save, "Add a source of money", "source")


@require_http_methods(FORM_METHODS)
def edit_source(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Change a source of money."""
    whole = _editable(request, partnership)
    visible = FundingSource.objects.visible_to(request.user).select_related("restricted_to")
    held = get_object_or_404(visible, partnership=whole, pk=pk)
    first = first_of(held, SourceForm) | _published(held)
    first["restricted_to"] = held.restricted_to.name if held.restricted_to else ""

    def save(form: SourceForm) -> FundingSource:
        said, seen = changes_of(form)
        return actions.change_source(held, said, seen=seen, by=signed_in(request))

    form = SourceForm(request.POST or None, initial=first)
    return _answer(request, whole, form, save, f"Change {held}", "source", held)


@require_http_methods(FORM_METHODS)
def new_cost(request: HttpRequest, partnership: str) -> HttpResponse:
    """Record a cost."""
    whole = _editable(request, partnership)
    form = CostForm(request.POST or None)
    _offer(request, whole, form)

    def save(form: CostForm) -> Cost:
        return actions.add_cost(whole, changes_of(form)[0], by=signed_in(request))

    return _answer(request, whole, form, save, "Record a cost", "cost")


@require_http_methods(FORM_METHODS)
def edit_cost(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Change a cost."""
    whole = _editable(request, partnership)
    visible = Cost.objects.visible_to(request.user).select_related("purpose")
    held = get_object_or_404(visible, partnership=whole, pk=pk)
    first = first_of(held, CostForm) | _published(held) | {"purpose": held.purpose.name}
    form = CostForm(request.POST or None, initial=first)
    _offer(request, whole, form)

    def save(form: CostForm) -> Cost:
        said, seen = changes_of(form)
        return actions.change_cost(held, said, seen=seen, by=signed_in(request))

    return _answer(request, whole, form, save, f"Change {held}", "cost", held)


@require_http_methods(FORM_METHODS)
def new_benefit(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a benefit; its figures come after it."""
    whole = _editable(request, partnership)
    form = BenefitForm(request.POST or None)
    _offer(request, whole, form)

    def save(form: BenefitForm) -> Benefit:
        return actions.add_benefit(whole, changes_of(form)[0], by=signed_in(request))

    return _answer(request, whole, form, save, "Add a benefit", "benefit")


@require_http_methods(FORM_METHODS)
def edit_benefit(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Change what is said of a benefit."""
    whole = _editable(request, partnership)
    visible = Benefit.objects.visible_to(request.user)
    held = get_object_or_404(visible, partnership=whole, pk=pk)
    form = BenefitForm(request.POST or None, initial=first_of(held, BenefitForm) | _published(held))
    _offer(request, whole, form)

    def save(form: BenefitForm) -> Benefit:
        said, seen = changes_of(form)
        return actions.change_benefit(held, said, seen=seen, by=signed_in(request))

    return _answer(request, whole, form, save, f"Change {held}", "benefit", held)


def _published(held: Any) -> dict[str, Any]:
    return {name: getattr(held, name) for name in ("is_published", "is_illustrative")}


def _offer(request: HttpRequest, whole: Partnership, form: CostForm | BenefitForm) -> None:
    """Let the fields that choose a record offer those of the partnership that may be seen."""
    user = request.user
    offered: dict[str, Any] = {
        "item": Item.objects.visible_to(user).filter(partnership=whole).order_by("title"),
        "business_case": BusinessCase.objects.visible_to(user)
        .filter(partnership=whole)
        .order_by("title"),
    }
    if isinstance(form, CostForm):
        offered |= {
            "source": FundingSource.objects.visible_to(user).filter(partnership=whole),
            "split": CostSplit.objects.visible_to(user).filter(partnership=whole),
            "council": Council.objects.visible_to(user).filter(memberships__partnership=whole),
        }
    form.choose(**offered)


def _answer(
    request: HttpRequest, whole: Partnership, form: forms.Form, save: Any, heading: str,
    kind: str, held: Any = None,
) -> HttpResponse:  # fmt: skip
    back = reverse("funding:index", args=[whole.slug])
    if held is not None:
        back = reverse(f"funding:{kind}", args=[whole.slug, held.pk])
    shown = page.around(request, whole) | {"heading": heading, "back": back}
    return answered(
        request, form, save, shown=shown,
        to=lambda made: reverse(f"funding:{kind}", args=[whole.slug, made.pk]),
    )  # fmt: skip


def _editable(request: HttpRequest, partnership: str) -> Partnership:
    whole = partnership_of(request, partnership)
    only_editors(request, whole)
    return whole
