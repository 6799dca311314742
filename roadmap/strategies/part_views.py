"""The parts of a draft version, each kind on a page of its own, and which councils adopted it."""

from typing import Any, ClassVar

from django import forms
from django.db import models, transaction
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.errors import Refused
from governance.history.actions import revision_of
from governance.pages.parts import Outcome, Parts
from governance.people.models import User
from governance.people.permissions import signed_in
from roadmap.editing import changes_of, only_editors
from roadmap.strategies import actions
from roadmap.strategies.finding import crumbs_of, own, version_of
from roadmap.strategies.forms import (
    EntryForm,
    ListForm,
    PrincipleForm,
    PriorityForm,
    SectionForm,
    TermForm,
)
from roadmap.strategies.models import (
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
    StrategyVersion,
)
from roadmap.strategies.states import State


class OfVersion(Parts):
    """One kind of part. Nothing of a published version is changed: everything asks first."""

    page = "roadmap/strategies/parts.html"
    row = "roadmap/strategies/part_row.html"
    kind: ClassVar[str] = ""
    heading: ClassVar[str] = ""
    model: ClassVar[type[Any]]
    form: ClassVar[type[forms.Form]]

    @property
    def version(self) -> StrategyVersion:
        held: StrategyVersion = self.owner
        return held

    def queryset(self) -> "models.QuerySet[Any]":
        found: models.QuerySet[Any] = getattr(self.owner, self.kind).order_by("position")
        return found

    def begun(self) -> Any:
        """Return a new part of the owner that says nothing yet."""
        return self.model(version=self.owner)

    def add_form(self, data: Any = None) -> forms.Form:
        return self.form(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        said, _ = changes_of(form)
        part = self.begun()
        for name, value in said.items():
            setattr(part, name, value)
        by = signed_in(self.request)
        return actions.add(self.version, part, self.queryset(), by=by)

    def _done(self, do: str, which: int) -> Outcome:
        with transaction.atomic():
            actions.held_open(self.version)
            return super()._done(do, which)

    def edit_address(self, row: Any) -> str:
        return reverse("strategies:part", args=[*own(self.version), self.kind, row.pk])

    def theme(self) -> Any:
        return self.version.strategy.partnership

    def context(self) -> dict[str, Any]:
        return {
            "heading": self.heading,
            "version": self.version,
            "crumbs": crumbs_of(self.version),
            "back": reverse("strategies:version", args=own(self.version)),
        }


class Sections(OfVersion):
    kind, noun, heading = "sections", "section", "Sections"
    model, form = Section, SectionForm
    empty = "No section is written yet. Add the first below."
    add_heading, add_words = "Add a section", "Add section"


class Principles(OfVersion):
    kind, noun, heading = "principles", "principle", "Principles"
    model, form = Principle, PrincipleForm
    empty = "No principle is written yet. Add the first below."
    add_heading, add_words = "Add a principle", "Add principle"


class Priorities(OfVersion):
    kind, noun, heading = "priorities", "priority", "Priorities"
    model, form = Priority, PriorityForm
    empty = "No priority is written yet. Add the first below."
    add_heading, add_words = "Add a priority", "Add priority"


class Lists(OfVersion):
    kind, noun, heading = "lists", "list", "Lists whose order says something"
    model, form = OrderedList, ListForm
    empty = "There is no such list yet. Add the first below, then its entries."
    add_heading, add_words = "Add a list", "Add list"

    def queryset(self) -> "models.QuerySet[Any]":
        return super().queryset().prefetch_related("entries")

    def dressed(self) -> list[Any]:
        rows = super().dressed()
        for row in rows:
            row.in_order = sorted(row.entries.all(), key=lambda entry: entry.position)
            row.entries_address = _entries_address(self.version, row.pk)
        return rows

    def why_kept(self, row: Any) -> str:
        return f"“{row}” has entries: remove those first." if row.entries.exists() else ""


class Terms(OfVersion):
    kind, noun, heading = "terms", "term", "Glossary"
    model, form = GlossaryTerm, TermForm
    empty = "No term is explained yet. Add the first below."
    add_heading, add_words = "Add a term", "Add term"
    can_move = False

    def queryset(self) -> "models.QuerySet[Any]":
        return self.version.terms.order_by(Lower("term"))

    def put_back(self, removed: int, by: User) -> Any:
        found = GlossaryTerm.history.filter(history_id=removed).first()
        if found and self.version.terms.filter(term__iexact=found.term).exists():
            raise Refused(f"“{found.term}” was explained anew meanwhile.")
        return super().put_back(removed, by)


class Entries(OfVersion):
    """The entries of one ordered list."""

    kind, noun = "entries", "entry"
    model, form = ListEntry, EntryForm
    empty = "Nothing is listed yet. Add the first entry below."
    add_heading, add_words = "Add an entry", "Add entry"

    @property
    def version(self) -> StrategyVersion:
        found: StrategyVersion = self.owner.version
        return found

    def begun(self) -> ListEntry:
        return ListEntry(ordered_list=self.owner)

    def edit_address(self, row: Any) -> str:
        where = [*own(self.version), self.owner.pk, row.pk]
        return reverse("strategies:entry", args=where)

    def context(self) -> dict[str, Any]:
        return super().context() | {
            "heading": str(self.owner),
            "back": reverse("strategies:parts", args=[*own(self.version), "lists"]),
        }


PAGES: dict[str, type[OfVersion]] = {
    page.kind: page for page in (Sections, Principles, Priorities, Lists, Terms)
}


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def parts(
    request: HttpRequest, partnership: str, slug: str, number: int, kind: str
) -> HttpResponse:
    """All parts of one kind of a draft: add, change, move, remove, put back."""
    return _page(request, _draft(request, partnership, slug, number), kind).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def part(
    request: HttpRequest, partnership: str, slug: str, number: int, kind: str, pk: int
) -> HttpResponse:  # fmt: skip
    """One part, changed in its place."""
    return _edited(request, _page(request, _draft(request, partnership, slug, number), kind), pk)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def entries(
    request: HttpRequest, partnership: str, slug: str, number: int, pk: int
) -> HttpResponse:
    """The entries of one ordered list, in their order."""
    return _entries(request, _draft(request, partnership, slug, number), pk).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def entry(
    request: HttpRequest, partnership: str, slug: str, number: int, which: int, pk: int
) -> HttpResponse:  # fmt: skip
    """One entry, changed in its place."""
    return _edited(
        request, _entries(request, _draft(request, partnership, slug, number), which), pk
    )


def _edited(request: HttpRequest, page: OfVersion, pk: int) -> HttpResponse:
    row = get_object_or_404(page.queryset(), pk=pk)
    names = [name for name in page.form.base_fields if name != "seen"]
    first = {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
    form = page.form(request.POST or None, initial=first, auto_id=f"row-{pk}-%s")

    def save(form: forms.Form) -> Any:
        said, seen = changes_of(form)
        return actions.change_part(page.version, row, said, seen=seen, by=signed_in(request))

    return page.edit(row, form, save, f"Change {page.called(row)}")


def _page(request: HttpRequest, version: StrategyVersion, kind: str) -> OfVersion:
    if kind not in PAGES:
        raise Http404
    return PAGES[kind](request, version, reverse("strategies:parts", args=[*own(version), kind]))


def _entries(request: HttpRequest, version: StrategyVersion, pk: int) -> Entries:
    ordered = get_object_or_404(version.lists, pk=pk)
    ordered.version = version
    return Entries(request, ordered, _entries_address(version, pk))


def _entries_address(version: StrategyVersion, pk: int) -> str:
    return reverse("strategies:entries", args=[*own(version), pk])


def _draft(request: HttpRequest, partnership: str, slug: str, number: int) -> StrategyVersion:
    version = version_of(request, partnership, slug, number, whole=False)
    only_editors(request, version.strategy.partnership)
    if version.state != State.DRAFT and request.method != "POST":
        # There is nothing to change: the page is no page of a published version.
        raise Http404
    return version
