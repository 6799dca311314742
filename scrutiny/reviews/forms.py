"""A review, its steps, and the bodies to which its report goes."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from governance.bodies.models import Body
from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.issues.models import Issue
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from scrutiny.reviews.states import State

MADE_UP = "Made up, to show how this works"


def text_field(label: str, *, rows: int = 3, help_text: str = "") -> forms.CharField:
    """Return a field for text of several lines that may be left empty."""
    return forms.CharField(
        label=label, required=False, max_length=50_000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def chosen(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    """Return a field of `form` that chooses a record, to be given its records."""
    return cast("forms.ModelChoiceField[Any]", form.fields[name])


def named(body: Body) -> str:
    """Return a body with the council that serves it: many councils have a Cabinet."""
    return f"{body.lead_council.short_name}: {body.name}"


class Seen(PlainSentences, forms.Form):
    """A form that remembers which revision its writer saw; empty where something is added."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReviewForm(Seen):
    title = forms.CharField(label="Topic", max_length=200)
    lead_council = forms.ModelChoiceField(
        Council.objects.none(), label="Which council’s officers serve it?", empty_label=None,
        error_messages={"required": "Choose the council whose officers serve it."},
    )  # fmt: skip
    partnership = forms.ModelChoiceField(
        Partnership.objects.order_by("name"), label="Partnership", required=False,
        empty_label="None: it is one council’s own",
    )  # fmt: skip
    issue = forms.ModelChoiceField(
        Issue.objects.order_by("title"), label="Matter", required=False, empty_label="None yet",
        help_text="Where the report goes is then part of the history of that matter",
    )  # fmt: skip
    task_group = forms.ModelChoiceField(
        Body.objects.none(), label="Task group", required=False, empty_label="None yet",
        help_text="Who sits on it, for which council, is on its own page",
    )  # fmt: skip
    scope = text_field("What is looked into, and what is not?", rows=5)
    outcomes_wanted = text_field("What should come of it?", rows=4)
    began_on = DayMonthYearField(label="It began on", called="Day", required=False)
    report_due_on = DayMonthYearField(label="The report is due by", called="Day", required=False)
    report_by = forms.CharField(
        label="Who makes the report?", max_length=200, required=False,
        help_text="A post, such as Chairman of the task group",
    )  # fmt: skip
    record_note = text_field(
        "What is not known of this review, or stands in for it",
        help_text="Published with the review",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)

    def __init__(self, *args: Any, councils: "QuerySet[Council]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "lead_council").queryset = councils.order_by("name")
        groups = Body.objects.filter(regime=Body.Regime.TASK_GROUP).select_related("lead_council")
        field = chosen(self, "task_group")
        field.queryset = groups.order_by("lead_council__name", "name")
        field.label_from_instance = named  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        began, due = data.get("began_on"), data.get("report_due_on")
        if began and due and due < began:
            self.add_error("report_due_on", "The report cannot be due before the review began.")
        return data


class MoveForm(PlainSentences, forms.Form):
    """A step of a review. Which steps there are follows from where it stands."""

    to = forms.ChoiceField(
        label="What becomes of it?", widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of the review."},
    )  # fmt: skip
    on = DayMonthYearField(
        label="When was the report agreed?", called="Day", required=False,
        help_text="Only where the report is agreed",
    )  # fmt: skip
    because = forms.CharField(
        label="Why?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed to stop a review, to take it up again and to correct a report. Published",
    )  # fmt: skip

    def __init__(self, *args: Any, steps: list[State], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["to"].choices = [(s.value, s.label) for s in steps]  # type: ignore[attr-defined]
        if State.REPORTED not in steps:
            del self.fields["on"]

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on and on > self._today:
            raise ValidationError(f"{words.day(on)} is still to come.")
        return on


class SendForm(Seen):
    """A body to which the report goes."""

    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body?", empty_label="Choose a body"
    )
    council = forms.ModelChoiceField(
        Council.objects.none(), label="For which council?", required=False,
        empty_label="The council that the body belongs to",
        help_text="Only for a body of several councils",
    )  # fmt: skip
    planned_on = DayMonthYearField(label="Planned for", called="Day", required=False)
    asks_for_answer = forms.BooleanField(
        label="The council’s answer is due two months from here", required=False,
        help_text="One body a council: usually its executive (Local Government Act 2000, 9FE)",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)

    def __init__(
        self, *args: Any, bodies: "QuerySet[Body]", councils: "QuerySet[Council]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = chosen(self, "body")
        field.queryset = bodies.select_related("lead_council").prefetch_related("councils")
        field.label_from_instance = named  # type: ignore[assignment]
        chosen(self, "council").queryset = councils

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        body, council = data.get("body"), data.get("council")
        if body is None:
            return data
        if council is None:
            data["council"] = body.lead_council
        elif council.pk not in {part.council_id for part in body.councils.all()}:
            self.add_error("council", f"{body.name} is not a body of {council.name}.")
        return data


class ReceivedForm(Seen):
    """That a body received the report, and what it did."""

    planned_on = DayMonthYearField(label="Planned for", called="Day", required=False)
    received_on = DayMonthYearField(
        label="Received on", called="Day", required=False,
        help_text="Leave it empty where the day is not known. A meeting recorded for that body and "
        "day is linked by itself",
    )  # fmt: skip
    outcome = forms.CharField(
        label="What did the body do?", max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In a sentence, such as: Noted the report and its recommendations. It is "
        "published, so nothing that is exempt may be in it",
    )  # fmt: skip
    asks_for_answer = forms.BooleanField(
        label="The council’s answer is due two months from here", required=False,
        help_text="One body a council: usually its executive (Local Government Act 2000, 9FE)",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_received_on(self) -> date | None:
        on: date | None = self.cleaned_data["received_on"]
        if on and on > self._today:
            raise ValidationError(
                f"{words.day(on)} is still to come. Put a meeting to come under “Planned for”."
            )
        return on


class TakeBackForm(PlainSentences, forms.Form):
    because = forms.CharField(
        label="Why is it taken away?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history",
    )  # fmt: skip
