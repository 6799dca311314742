"""What regulations 9, 10 and 11 want said of a key decision to come."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from governance.bodies.models import Body
from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.choices import KeyTest, Maker, YesNo
from governance.issues.models import Issue
from governance.meetings.classification import PARAGRAPHS
from governance.pages.fields import DayMonthYearField
from governance.pages.money import PoundsField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

PRIVATE = ["private_paragraphs", "private_reasons"]


def _text(label: str, *, rows: int = 3, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class EntryForm(PlainSentences, RevealsFields, forms.Form):
    """One key decision to come. What is still missing is asked by the checklist, not here."""

    reveals = {
        "maker": {
            Maker.BODY: ["body"],
            Maker.MEMBER: ["member_name", "member_title"],
            Maker.OFFICER: ["officer_name", "officer_title"],
        },
        "private_answer": {YesNo.YES: PRIVATE},
    }

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    council = forms.ModelChoiceField(Council.objects.none(), label="Council", empty_label=None)
    title = forms.CharField(
        label="The matter, in a line", max_length=300,
        error_messages={"required": "Say in a line what is to be decided."},
    )  # fmt: skip
    matter = _text(
        "What is to be decided", rows=4,
        help_text="In words that everybody may read: nothing exempt or confidential",
    )  # fmt: skip
    maker = forms.ChoiceField(
        label="Who will decide?", choices=Maker, widget=RevealingRadios,
        error_messages={"required": "Choose who will decide."},
    )  # fmt: skip
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body?", required=False, empty_label="Not chosen",
        help_text="Its members on the day of publication are listed by name",
    )  # fmt: skip
    member_name = forms.CharField(label="Name of the member", max_length=200, required=False)
    member_title = forms.CharField(label="Title of the member", max_length=200, required=False)
    officer_name = forms.CharField(label="Name of the officer", max_length=200, required=False)
    officer_title = forms.CharField(label="Title of the officer", max_length=200, required=False)
    planned_from = DayMonthYearField(
        label="When? The date, or the first day of the period", required=False,
        called="Planned date",
    )  # fmt: skip
    planned_to = DayMonthYearField(
        label="Last day, where it is a period", required=False, called="Last day"
    )
    documents = _text("Documents to be submitted", help_text="One on each line")
    copies_from = _text("Address from which copies can be had", rows=2)
    how_to_ask = _text("How to ask for documents that are submitted later", rows=2)
    key_test = forms.ChoiceField(
        label="What makes it a key decision?", choices=[("", "Not chosen yet"), *KeyTest.choices],
        required=False,
    )  # fmt: skip
    value_pence = PoundsField(label="Likely spending or saving, in pounds", required=False)
    private_answer = forms.ChoiceField(
        label="Will any of it be private?", widget=RevealingRadios, required=False,
        choices=[(YesNo.NO.value, "No"), (YesNo.YES.value, "Yes: a report or part of the meeting")],
    )  # fmt: skip
    private_paragraphs = forms.TypedMultipleChoiceField(
        label="Under which paragraphs of Schedule 12A?", coerce=int, required=False,
        choices=[(number, f"{number}: {about}") for number, about in PARAGRAPHS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="None where it is confidential: then say so in the reasons",
    )  # fmt: skip
    private_reasons = _text("Why it is to be private, without what is exempt")
    wards = forms.CharField(label="Wards affected", max_length=300, required=False)
    contact = forms.CharField(label="Who to contact", max_length=300, required=False)
    issue = forms.ModelChoiceField(
        Issue.objects.none(), label="Which shared matter is it part of?", required=False,
        empty_label="None",
    )  # fmt: skip

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", bodies: "QuerySet[Body]",
        issues: "QuerySet[Issue]", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name, rows in (("council", councils), ("body", bodies), ("issue", issues)):
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("planned_from"), data.get("planned_to")
        if last and not first:
            self.add_error("planned_from", "Enter the first day of the period.")
        elif last and first and last < first:
            self.add_error("planned_to", f"The period begins on {words.day(first)}.")
        if data.get("private_answer") == YesNo.YES and not data.get("private_reasons"):
            self.add_error("private_reasons", "Say why it is to be private.")
        if data.get("maker") == Maker.BODY and not data.get("body"):
            self.add_error("body", "Choose the body that will decide.")
        return data

    def said(self) -> dict[str, Any]:
        """Return fields of ForwardPlanEntry: what is below another answer is not among them."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        people = {m: (data.pop(f"{m}_name"), data.pop(f"{m}_title")) for m in ("member", "officer")}
        data["maker_name"], data["maker_title"] = people.get(data["maker"], ("", ""))
        if data["maker"] != Maker.BODY:
            data["body"] = None
        if data["private_answer"] != YesNo.YES:
            data |= {"private_paragraphs": [], "private_reasons": ""}
        return data


class ExceptionForm(PlainSentences, forms.Form):
    """Regulation 10: who was told, when, and why 28 clear days cannot be given."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    told = forms.CharField(
        label="Who was told in writing?", max_length=300,
        help_text="The chair of the relevant overview and scrutiny committee or, where there is "
        "none, every member of it",
        error_messages={"required": "Name who was told in writing."},
    )  # fmt: skip
    told_on = DayMonthYearField(label="When were they told?", called="Day they were told")
    exception_reason = forms.CharField(
        label="Why can 28 clear days not be given?", max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="This is published",
        error_messages={"required": "Say why. The reasons are published."},
    )  # fmt: skip

    def clean_told_on(self) -> date:
        on: date = self.cleaned_data["told_on"]
        if on > timezone.localdate():
            raise forms.ValidationError(
                f"{words.day(on)} is still to come: record it once they were told."
            )
        return on


class SinceForm(PlainSentences, forms.Form):
    """From which day on."""

    since = DayMonthYearField(label="Since which day?", required=False, called="Day")
