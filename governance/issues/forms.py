"""The record of a matter, and where it is considered."""

from typing import Any

from django import forms

from governance.bodies.models import Body
from governance.councils.models import Council, Partnership
from governance.issues.models import Consideration, Issue
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences


class IssueForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label="Title", max_length=300, error_messages={"required": "Enter the issue’s title."}
    )
    partnership = forms.ModelChoiceField(
        Partnership.objects.order_by("name"), label="Partnership", required=False,
        empty_label="None: it concerns other councils",
        help_text="Its councils are the rows of the table",
    )  # fmt: skip
    summary = forms.CharField(
        label="What is it about?", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}), help_text="This is published",
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class ConsiderationForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body?", empty_label="Choose a body"
    )
    role = forms.ChoiceField(
        label="What does it do with it?", choices=Consideration.Role, widget=forms.RadioSelect
    )
    on = DayMonthYearField(
        label="On which day? (leave empty if it is not known)", called="Day", required=False,
        help_text="If a meeting of that day is recorded, this links to it",
    )  # fmt: skip
    council = forms.ModelChoiceField(
        Council.objects.none(), label="For which council?", required=False,
        empty_label="All councils of the body",
    )  # fmt: skip
    outcome = forms.CharField(
        label="What came of it, or what is expected?", max_length=300, required=False,
        help_text="One sentence. It is published, so nothing that is exempt may be in it",
    )  # fmt: skip

    def __init__(self, *args: Any, issue: Issue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        councils = Council.objects.order_by("name")
        if theirs := issue.councils_of_partnership():
            councils = councils.filter(pk__in=theirs)
        bodies = Body.objects.filter(councils__council__in=councils).distinct()
        self.fields["body"].queryset = bodies.select_related("lead_council").order_by(  # type: ignore[attr-defined]
            "lead_council__name", "name"
        )
        self.fields["body"].label_from_instance = _named  # type: ignore[attr-defined]
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        body, council = data.get("body"), data.get("council")
        if body and council and council.pk not in {p.council_id for p in body.councils.all()}:
            self.add_error("council", f"{body.name} is not a body of {council.name}.")
        return data

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class RemoveForm(PlainSentences, forms.Form):
    because = forms.CharField(
        label="Why is it taken away?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history",
    )  # fmt: skip


def _named(body: Body) -> str:
    return f"{body.lead_council.short_name}: {body.name}"
