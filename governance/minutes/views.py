"""Attendance, declarations of interest and questions: each a list edited on one page."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.bodies.page import theme_of
from governance.history.actions import revision_of
from governance.meetings.access import editable_item, editable_meeting
from governance.meetings.models import Answer, Attendance, Meeting
from governance.minutes import actions, forms
from governance.pages.parts import Outcome, Parts, number_in
from governance.people.models import User
from governance.people.permissions import signed_in


class OfMeeting(Parts):
    page = "governance/minutes/parts.html"
    heading = ""
    owner: Any

    @property
    def meeting(self) -> Meeting:
        found: Meeting = self.owner
        return found

    def theme(self) -> Any:
        return theme_of(self.meeting.body)

    def context(self) -> dict[str, Any]:
        home = reverse("meetings:detail", args=[self.meeting.pk])
        return {
            "heading": self.heading,
            "meeting": self.meeting,
            "crumbs": [("Meetings", reverse("meetings:index")), (str(self.meeting), home)],
        }


class Attendances(OfMeeting):
    page = "governance/minutes/attendance.html"
    row = "governance/minutes/attendance_row.html"
    noun = "attendance"
    heading = "Who was there"
    empty = "Nobody is recorded yet. Record the body’s members above, then anybody else below."
    add_heading, add_words = "Add somebody else", "Add"

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.meeting.attendances.select_related("person", "council", "substitute_for")
        return found.order_by("position", "pk")

    def called(self, row: Any) -> str:
        return str(row)

    def add_form(self, data: Any = None) -> forms.AddAttendanceForm:
        return forms.AddAttendanceForm(data, meeting=self.meeting, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        return actions.add_attendance(self.meeting, form.cleaned_data, by=signed_in(self.request))

    def edit_address(self, row: Any) -> str:
        return reverse("minutes:attendance_row", args=[row.pk])

    def presses(self) -> list[tuple[str, str]]:
        unanswered = self.meeting.apologies_answer == ""
        return [("none", "There were no apologies")] if unanswered else []

    def further(self, do: str, row: Any) -> Outcome | None:
        by = signed_in(self.request)
        if do == "none":
            actions.say_none(self.meeting, "apologies_answer", by=by)
            return Outcome("Recorded that there were no apologies.", button=do)
        if do == "members":
            posted = self.request.POST
            chosen = {number_in(name[2:]): posted[name] for name in posted if name.startswith("p-")}
            number = actions.record_members(self.meeting, chosen, by=by)
            return Outcome(f"Recorded {number} of the body’s members.", button=do)
        return None

    def shown(self, form: Any) -> dict[str, Any]:
        nil = self.meeting.apologies_answer == Answer.NONE
        return super().shown(form) | {
            "expected": actions.expected(self.meeting),
            "presences": [*Attendance.Presence.choices, ("", "Not recorded")],
            "said_none": "There were no apologies." if nil else "",
        }


class Declarations(OfMeeting):
    row = "governance/minutes/declaration_row.html"
    noun = "declaration"
    heading = "Declarations of interest"
    add_heading, add_words = "Add a declaration", "Add declaration"

    def queryset(self) -> "models.QuerySet[Any]":
        found = self.meeting.declarations.select_related("person", "item")
        return found.order_by("position")

    def called(self, row: Any) -> str:
        return f"the declaration of {row.person}"

    def add_form(self, data: Any = None) -> forms.AddDeclarationForm:
        return forms.AddDeclarationForm(data, meeting=self.meeting, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        return actions.add_declaration(self.meeting, form.cleaned_data, by=signed_in(self.request))

    def edit_address(self, row: Any) -> str:
        return reverse("minutes:declaration", args=[row.pk])

    def presses(self) -> list[tuple[str, str]]:
        unanswered = self.meeting.declarations_answer == ""
        return [("none", "None were declared")] if unanswered else []

    def further(self, do: str, row: Any) -> Outcome | None:
        if do != "none":
            return None
        actions.say_none(self.meeting, "declarations_answer", by=signed_in(self.request))
        return Outcome("Recorded that no interests were declared.", button=do)

    def shown(self, form: Any) -> dict[str, Any]:
        nil = self.meeting.declarations_answer == Answer.NONE
        words = "No interests were declared." if nil else "Nobody has yet said whether any were."
        return super().shown(form) | {"empty": words}


class Questions(OfMeeting):
    row = "governance/minutes/question_row.html"
    noun = "question"
    heading = "Questions and answers"
    empty = "No question is recorded under this item. Add the first below."
    add_heading, add_words = "Add a question", "Add question"

    @property
    def meeting(self) -> Meeting:
        found: Meeting = self.owner.meeting
        return found

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.questions.order_by("position")  # type: ignore[no-any-return]

    def called(self, row: Any) -> str:
        return f"“{row}”"

    def add_form(self, data: Any = None) -> forms.AddQuestionForm:
        return forms.AddQuestionForm(data, auto_id="add_%s")

    def add(self, form: Any) -> Any:
        return actions.add_question(self.owner, form.cleaned_data, by=signed_in(self.request))

    def take_out(self, row: Any, by: User) -> int:
        return actions.remove_question(row, by=by)

    def put_back(self, removed: int, by: User) -> Any:
        return actions.put_question_back(self.owner, removed, by=by)

    def edit_address(self, row: Any) -> str:
        return reverse("minutes:question", args=[row.pk])


PAGE = require_http_methods(["GET", "HEAD", "POST"])
HTMX = vary_on_headers("HX-Request")


@PAGE
@HTMX
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there, who sent apologies, who came for whom; several members recorded at once."""
    return Attendances(request, editable_meeting(request, pk=pk), request.path).answer()


@PAGE
@HTMX
def attendance_row(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = editable_meeting(request, attendances=pk)
    parts = Attendances(request, meeting, reverse("minutes:attendance", args=[meeting.pk]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    form = forms.AttendanceForm(
        request.POST or None, meeting=meeting, auto_id=f"row-{pk}-%s",
        initial=_first(row, forms.AttendanceForm),
    )  # fmt: skip
    return parts.edit(row, form, _save(request, actions.change_attendance, row), f"Change {row}")


@PAGE
@HTMX
def declarations(request: HttpRequest, pk: int) -> HttpResponse:
    """What interests were declared, with dispensations; or that none were."""
    return Declarations(request, editable_meeting(request, pk=pk), request.path).answer()


@PAGE
@HTMX
def declaration(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = editable_meeting(request, declarations=pk)
    parts = Declarations(request, meeting, reverse("minutes:declarations", args=[meeting.pk]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    first = _first(row, forms.DeclarationForm, without="dispensed")
    first["dispensed"] = "yes" if row.dispensation else "no"
    form = forms.DeclarationForm(
        request.POST or None, meeting=meeting, auto_id=f"row-{pk}-%s", initial=first
    )
    save = _save(request, actions.change_declaration, row)
    return parts.edit(row, form, save, f"Change {parts.called(row)}")


@PAGE
@HTMX
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked under an item, what was answered and what was undertaken."""
    return Questions(request, editable_item(request, pk=pk), request.path).answer()


@PAGE
@HTMX
def question(request: HttpRequest, pk: int) -> HttpResponse:
    item = editable_item(request, questions=pk)
    parts = Questions(request, item, reverse("minutes:questions", args=[item.pk]))
    row = get_object_or_404(parts.queryset(), pk=pk)
    form = forms.QuestionForm(
        request.POST or None, auto_id=f"row-{pk}-%s", initial=_first(row, forms.QuestionForm)
    )
    return parts.edit(row, form, _save(request, actions.change_question, row), "Change a question")


def _first(row: Any, form: Any, without: str = "") -> dict[str, Any]:
    names = [name for name in form.base_fields if name not in {"seen", without}]
    return {name: getattr(row, name) for name in names} | {"seen": revision_of(row)}


def _save(request: HttpRequest, change: Any, row: Any) -> Any:
    def save(form: Any) -> Any:
        data = dict(form.cleaned_data)
        return change(row, data, data.pop("seen"), by=signed_in(request))

    return save
