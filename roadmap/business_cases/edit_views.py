"""Writing business cases: what is said of one, its options, and the stage it goes on to."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.bodies.models import Body
from governance.councils.models import Partnership
from governance.decisions.models import Decision
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.issues.models import Issue
from governance.pages.parts import Outcome, Parts
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.business_cases import actions
from roadmap.business_cases.forms import CaseForm, OptionForm, StageForm
from roadmap.business_cases.models import BusinessCase, Option
from roadmap.business_cases.states import State
from roadmap.business_cases.views import around
from roadmap.editing import answered, changes_of, first_of, only_editors
from roadmap.items.models import Item
from roadmap.partnerships.finding import partnership_of

FORM_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(FORM_METHODS)
def new(request: HttpRequest, partnership: str) -> HttpResponse:
    """Begin a business case."""
    whole = partnership_of(request, partnership)
    only_editors(request, whole)

    def save(form: CaseForm) -> BusinessCase:
        said, items, _ = form.said()
        return actions.add(whole, said, items[0], by=signed_in(request))

    back = reverse("business_cases:index", args=[whole.slug])
    shown = around(request, whole) | {"heading": "Begin a business case", "back": back}
    return answered(
        request, CaseForm(request.POST or None, offered=_offered(request, whole)), save,
        to=lambda case: reverse("business_cases:options", args=[whole.slug, case.pk]),
        shown=shown, said="Begun. Now add its options.",
    )  # fmt: skip


@require_http_methods(FORM_METHODS)
def edit(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Change what is said of a business case."""
    whole, case = _case(request, partnership, pk)
    first = first_of(case, CaseForm)
    offered = _offered(request, whole)
    # Only what the form offers was shown: what it does not offer cannot be unticked there.
    linked = case.case_items.filter(item__in=offered["items"].order_by())
    first["items"] = list(linked.values_list("item", flat=True))
    first["items_seen"] = ",".join(str(pk) for pk in first["items"])
    form = CaseForm(request.POST or None, initial=first, offered=offered)

    def save(form: CaseForm) -> BusinessCase:
        said, items, seen = form.said()
        return actions.change(case, said, items, seen=seen, by=signed_in(request))

    return _answer(request, whole, case, form, save, "Change the business case")


@require_http_methods(FORM_METHODS)
def stage(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """Take a business case to another stage."""
    whole, case = _case(request, partnership, pk)
    form = StageForm(request.POST or None, stage=State(case.stage))

    def save(form: StageForm) -> BusinessCase:
        to, because = State(form.cleaned_data["to"]), form.cleaned_data["because"]
        return actions.move(case, to, because=because, by=signed_in(request))

    return _answer(request, whole, case, form, save, "Take it to another stage")


def _answer(
    request: HttpRequest, whole: Partnership, case: BusinessCase, form: Any, save: Any, heading: str
) -> HttpResponse:
    address = reverse("business_cases:detail", args=[whole.slug, case.pk])
    shown = around(request, whole) | {"heading": heading, "caption": case.title, "back": address}
    return answered(request, form, save, to=lambda _: address, shown=shown)


class Options(Parts):
    page = "roadmap/business_cases/options.html"
    row = "roadmap/business_cases/option_row.html"
    noun = "option"
    empty = "No option is written yet. Add the first below."
    add_heading, add_words = "Add an option", "Add option"
    owner: BusinessCase

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.options.order_by("position")

    def add_form(self, data: Any = None) -> OptionForm:
        return OptionForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Option:
        return actions.add_option(self.owner, changes_of(form)[0], by=signed_in(self.request))

    def acts(self, row: Any) -> list[tuple[str, str]]:
        return [] if row.is_recommended else [("recommend", "Recommend")]

    def further(self, do: str, row: Any) -> Outcome | None:
        if do != "recommend" or row is None:
            return None
        actions.recommend(row, by=signed_in(self.request))
        return Outcome(f"{self.called(row)} is the one recommended.", row.pk, "change")

    def take_out(self, row: Any, by: User) -> int:
        row.business_case = self.owner
        actions.check_option_may_go(row)
        return super().take_out(row, by)

    def put_back(self, removed: int, by: User) -> Any:
        gone = Option.history.filter(history_id=removed, history_type="-").first()
        for field in ("is_recommended", "is_do_nothing"):
            if (
                gone
                and getattr(gone, field)
                and self.owner.options.filter(**{field: True}).exists()
            ):
                raise Refused("Another option took its part meanwhile: add this one anew.")
        return super().put_back(removed, by)

    def edit_address(self, row: Any) -> str:
        where = [self.owner.partnership.slug, self.owner.pk, row.pk]
        return reverse("business_cases:option", args=where)

    def theme(self) -> Any:
        return self.owner.partnership

    def context(self) -> dict[str, Any]:
        whole = self.owner.partnership
        back = reverse("business_cases:detail", args=[whole.slug, self.owner.pk])
        return around(self.request, whole) | {"back": back}


@require_http_methods(FORM_METHODS)
@vary_on_headers("HX-Request")
def options(request: HttpRequest, partnership: str, pk: int) -> HttpResponse:
    """All options of a case: add, change, move, recommend, remove."""
    return _options(request, partnership, pk).answer()


@require_http_methods(FORM_METHODS)
@vary_on_headers("HX-Request")
def option(request: HttpRequest, partnership: str, which: int, pk: int) -> HttpResponse:
    """One option, changed in its place."""
    parts = _options(request, partnership, which)
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = first_of(row, OptionForm) | {"seen": revision_of(row)}
    form = OptionForm(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: OptionForm) -> Any:
        said, seen = changes_of(form)
        return actions.change_option(row, said, seen=seen, by=signed_in(request))

    return parts.edit(row, form, save, f"Change {parts.called(row)}")


def _options(request: HttpRequest, partnership: str, pk: int) -> Options:
    whole, case = _case(request, partnership, pk)
    return Options(request, case, reverse("business_cases:options", args=[whole.slug, pk]))


def _case(request: HttpRequest, partnership: str, pk: int) -> tuple[Partnership, BusinessCase]:
    whole = partnership_of(request, partnership)
    only_editors(request, whole)
    visible = BusinessCase.objects.visible_to(request.user)
    case: BusinessCase = get_object_or_404(visible, partnership=whole, pk=pk)
    case.partnership = whole
    return whole, case


def _offered(request: HttpRequest, whole: Partnership) -> "dict[str, models.QuerySet[Any]]":
    user = request.user
    issues = Issue.objects.visible_to(user).filter(partnership=whole)
    decisions = Decision.objects.visible_to(user).filter(issue__in=issues)
    members = whole.constituents.values("council")
    bodies = Body.objects.visible_to(user).filter(councils__council__in=members)
    return {
        "items": Item.objects.visible_to(user).filter(partnership=whole).order_by("title"),
        "body": bodies.distinct().order_by("name", "pk"),
        "issue": issues.order_by("title"),
        "decision": decisions.select_related("council").order_by("made_on", "pk"),
    }
