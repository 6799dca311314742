"""The parts of a review, each kind on a page of its own: added, changed, moved, put back."""

from typing import Any, ClassVar

from django import forms
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.history.actions import revision_of
from governance.pages.parts import Outcome, Parts
from governance.people.permissions import signed_in
from roadmap.editing import changes_of
from scrutiny.reviews import actions
from scrutiny.reviews.finding import bodies_around, crumbs_of, editable
from scrutiny.reviews.models import (
    Commission,
    Finding,
    LineOfEnquiry,
    ReportSection,
    Review,
    Witness,
)
from scrutiny.reviews.papers import Appendix, Evidence
from scrutiny.reviews.part_forms import (
    AppendixForm,
    CommissionForm,
    EvidenceForm,
    FindingForm,
    LineForm,
    SectionForm,
    WitnessForm,
)


class OfReview(Parts):
    """One kind of part. What an agreed report says is not changed: everything asks first."""

    page = "scrutiny/reviews/parts.html"
    row = "scrutiny/reviews/part_row.html"
    kind: ClassVar[str] = ""
    heading: ClassVar[str] = ""
    model: ClassVar[type[Any]]
    form: ClassVar[type[forms.Form]]
    owner: Review

    def queryset(self) -> "models.QuerySet[Any]":
        found: models.QuerySet[Any] = getattr(self.owner, self.kind).order_by("position")
        return found

    def made_form(self, *args: Any, **kwargs: Any) -> forms.Form:
        return self.form(*args, **kwargs)

    def add_form(self, data: Any = None) -> forms.Form:
        files = self.request.FILES if data is not None else None
        return self.made_form(data, files, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        said, _ = changes_of(form)
        file = said.pop("file", None)
        part = self.model(review=self.owner, **said)
        by = signed_in(self.request)
        return actions.add(self.owner, part, self.queryset(), file=file, by=by)

    def save(self, row: Any, form: Any) -> Any:
        """Write what the form of a row holds."""
        said, seen = changes_of(form)
        file = said.pop("file", None)
        by = signed_in(self.request)
        return actions.change_part(self.owner, row, said, seen=seen, file=file, by=by)

    def _done(self, do: str, which: int) -> Outcome:
        with transaction.atomic():
            actions.held_open(self.owner, self.model)
            return super()._done(do, which)

    def edit_address(self, row: Any) -> str:
        return reverse("reviews:part", args=[self.owner.slug, self.kind, row.pk])

    def theme(self) -> Any:
        return self.owner.partnership or self.owner.lead_council

    def context(self) -> dict[str, Any]:
        return {
            "heading": self.heading,
            "review": self.owner,
            "crumbs": crumbs_of(self.owner),
            "back": reverse("reviews:detail", args=[self.owner.slug]),
        }


class Commissions(OfReview):
    kind, noun, heading = "commissions", "body that asked for it", "Bodies that asked for it"
    model, form = Commission, CommissionForm
    can_move = False
    empty = "No body is recorded as having asked for it. Add the first below."
    add_heading, add_words = "Add a body", "Add body"

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.commissions.select_related("body__lead_council").order_by("pk")

    def made_form(self, *args: Any, **kwargs: Any) -> forms.Form:
        return CommissionForm(*args, bodies=bodies_around(self.owner), **kwargs)


class Lines(OfReview):
    kind, noun, heading = "lines", "line of enquiry", "Lines of enquiry"
    model, form = LineOfEnquiry, LineForm
    empty = "No line of enquiry is written yet. Add the first below."
    add_heading, add_words = "Add a line of enquiry", "Add line of enquiry"


class Witnesses(OfReview):
    kind, noun, heading = "witnesses", "witness", "Witnesses"
    model, form = Witness, WitnessForm
    empty = "Nobody is recorded as heard yet. Add the first witness below."
    add_heading, add_words = "Add a witness", "Add witness"


class EvidenceList(OfReview):
    kind, noun, heading = "evidence", "piece of evidence", "Evidence"
    model, form = Evidence, EvidenceForm
    empty = "No evidence is recorded yet. Add the first piece below."
    add_heading, add_words = "Add evidence", "Add evidence"


class Sections(OfReview):
    kind, noun, heading = "sections", "section", "Sections of the report"
    model, form = ReportSection, SectionForm
    empty = "No section of the report is written yet. Add the first below."
    add_heading, add_words = "Add a section", "Add section"


class Findings(OfReview):
    kind, noun, heading = "findings", "finding", "Findings"
    model, form = Finding, FindingForm
    empty = "No finding is written yet. Add the first below."
    add_heading, add_words = "Add a finding", "Add finding"


class Appendices(OfReview):
    kind, noun, heading = "appendices", "appendix", "Appendices"
    model, form = Appendix, AppendixForm
    empty = "The report has no appendix yet. Add the first below."
    add_heading, add_words = "Add an appendix", "Add appendix"


PAGES: dict[str, type[OfReview]] = {
    page.kind: page
    for page in (Commissions, Lines, Witnesses, EvidenceList, Sections, Findings, Appendices)
}


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def parts(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """All parts of one kind: add, change, move, remove, put back."""
    return _page(request, slug, kind).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def part(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """One part, changed in its place."""
    page = _page(request, slug, kind)
    row = get_object_or_404(page.queryset(), pk=pk)
    names = [name for name in page.form.base_fields if name not in {"seen", "file"}]
    first = {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}
    form = page.made_form(
        request.POST or None, request.FILES or None, initial=first, auto_id=f"row-{pk}-%s"
    )
    return page.edit(row, form, lambda form: page.save(row, form), f"Change {page.called(row)}")


def _page(request: HttpRequest, slug: str, kind: str) -> OfReview:
    review = editable(request, slug)
    if kind not in PAGES:
        raise Http404
    return PAGES[kind](request, review, reverse("reviews:parts", args=[slug, kind]))
