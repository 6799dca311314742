"""A strategy, a version, each kind of part, and how a council adopted it."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.issues.models import Issue
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences

HOW_TEXT_IS_SHOWN = (
    "A blank line begins a new paragraph. Begin lines with “- ” for a list and with “1. ” for a "
    "numbered one. Words of the glossary are explained by themselves."
)


def text_field(label: str, *, rows: int = 3, help_text: str = "") -> forms.CharField:
    """Return a field for text of several lines that may be left empty."""
    return forms.CharField(
        label=label, required=False, max_length=50_000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class Seen(PlainSentences, forms.Form):
    """A form that remembers which revision its writer saw; empty where something is added."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class StrategyForm(Seen):
    title = forms.CharField(label="Title", max_length=200)
    issue = forms.ModelChoiceField(
        Issue.objects.none(), label="Under which matter do the councils decide it?",
        required=False, empty_label="None yet",
        help_text="Whether it is in force follows from their decisions on that matter",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)

    def __init__(self, *args: Any, issues: "QuerySet[Issue]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Any]", self.fields["issue"]).queryset = issues


class VersionForm(Seen):
    label = forms.CharField(
        label="What tells this version from others", max_length=200,
        help_text="For example: As adopted in April 2023",
    )  # fmt: skip
    dated_on = DayMonthYearField(
        label="Date that the document bears", called="Date", required=False
    )
    note = text_field("What readers should know of it", help_text="Published with it")
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class SectionForm(Seen):
    heading = forms.CharField(label="Heading", max_length=200)
    body = text_field("Text", rows=14, help_text=HOW_TEXT_IS_SHOWN)
    note = text_field(
        "Note about the text", rows=2,
        help_text="For example why the text is not held here. Published.",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class PrincipleForm(Seen):
    title = forms.CharField(label="Principle", max_length=200)
    text = text_field("What it means")
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class PriorityForm(PrincipleForm):
    title = forms.CharField(label="Priority", max_length=200)


class ListForm(Seen):
    name = forms.CharField(
        label="What is listed", max_length=200, help_text="For example: The people it is for"
    )
    text = text_field("Where the order comes from")
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class EntryForm(Seen):
    text = forms.CharField(label="Entry", max_length=200)


class TermForm(Seen):
    term = forms.CharField(label="Term", max_length=100)
    explanation = forms.CharField(
        label="What it means, in plain words", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class AdoptionForm(Seen):
    replaced_seen = forms.CharField(widget=forms.HiddenInput, required=False)
    council = forms.ModelChoiceField(Council.objects.none(), label="Council", empty_label=None)
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label="By which decision?", required=False,
        empty_label="It is not recorded here", help_text="Decisions on the strategy’s own matter",
    )  # fmt: skip
    on = DayMonthYearField(
        label="Or on which day, where the decision is not recorded here", called="Day",
        required=False,
    )  # fmt: skip
    replaced = text_field("Earlier strategies that it replaced", help_text="One on each line")
    note = text_field("Note", rows=2, help_text="Published")
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", decisions: "QuerySet[Decision]",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name, rows in (("council", councils), ("decision", decisions)):
            field = cast("forms.ModelChoiceField[Any]", self.fields[name])
            field.queryset = rows
        cast("Any", self.fields["decision"]).label_from_instance = _called

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        decision, council = data.get("decision"), data.get("council")
        if "on" in self.errors or "decision" in self.errors:
            return data
        if decision and data.get("on"):
            self.add_error("on", "Leave the day empty: the decision has its own.")
        elif not decision and not data.get("on"):
            self.add_error("decision", "Choose the decision, or enter the day it was adopted on.")
        elif decision and council and not _is_of(decision, council):
            self.add_error("decision", f"That decision is not one of {council.name}.")
        return data

    def said(self) -> tuple[dict[str, Any], tuple[list[str], list[str]], int]:
        """Return fields of Adoption, the replaced names wanted and shown, and the revision seen."""
        data = dict(self.cleaned_data)
        names = _names_in(data.pop("replaced")), _names_in(data.pop("replaced_seen"))
        return data, names, data.pop("seen") or 0


def _names_in(lines: str) -> list[str]:
    return [line.strip()[:300] for line in lines.splitlines() if line.strip()]


def _called(decision: Decision) -> str:
    day = f", {words.plain_day(decision.made_on)}" if decision.made_on else ""
    return f"{decision.council.short_name}{day}: {decision.public_title}"[:160]


def _is_of(decision: Decision, council: Council) -> bool:
    if decision.item is None:
        return decision.council_id == council.pk
    of_body = {part.council_id for part in decision.item.meeting.body.councils.all()}
    return council.pk in (of_body or {decision.council_id})
