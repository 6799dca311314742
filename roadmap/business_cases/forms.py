"""A business case, its options and its next stage."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from governance.bodies.models import Body
from governance.decisions.models import Decision
from governance.issues.models import Issue
from governance.pages.money import PoundsField
from governance.pages.parts import number_in
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences
from roadmap.business_cases.models import BusinessCase
from roadmap.business_cases.states import NEXT, State
from roadmap.items.models import Item


def _text(label: str, help_text: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class CaseForm(PlainSentences, RevealsFields, forms.Form):
    reveals = {"do_nothing": {"rejected": ["do_nothing_reason"]}}

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    items_seen = forms.CharField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label="Title", max_length=200)
    summary = _text("What it is for", "Published")
    items = forms.ModelMultipleChoiceField(
        Item.objects.none(), label="Items of the roadmap it is about", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body decides?", required=False,
        empty_label="None: somebody else does",
    )  # fmt: skip
    decided_by = forms.CharField(
        label="Or who decides, where it is no body", max_length=200, required=False,
        help_text="For example: the portfolio holder",
    )  # fmt: skip
    issue = forms.ModelChoiceField(
        Issue.objects.none(), label="Matter under which it is followed", required=False,
        empty_label="None",
    )  # fmt: skip
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label="The decision about it", required=False,
        empty_label="None yet",
    )  # fmt: skip
    do_nothing = forms.ChoiceField(
        label="Doing nothing", choices=BusinessCase.DoNothing, widget=RevealingRadios,
        required=False,
    )  # fmt: skip
    do_nothing_reason = _text("Why doing nothing was rejected", rows=2)
    proviso = _text("On what condition", "What must hold for it to go on. Published.", rows=2)
    recorded_in = _text("Where this is recorded", "Published", rows=2)
    is_published = forms.BooleanField(label="Published: everybody may see it", required=False)
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)

    def __init__(self, *args: Any, offered: "dict[str, QuerySet[Any]]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in offered.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows
        cast("Any", self.fields["decision"]).label_from_instance = _called

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("do_nothing") == "rejected" and not data.get("do_nothing_reason"):
            self.add_error("do_nothing_reason", "Say why doing nothing was rejected.")
        if data.get("body") and data.get("decided_by"):
            self.add_error("decided_by", "Leave this empty: a body decides.")
        return data

    def said(self) -> tuple[dict[str, Any], tuple[list[Item], set[int]], int]:
        """Return fields of BusinessCase, the items wanted and shown, and the revision seen."""
        data = dict(self.cleaned_data)
        shown = {number_in(one) for one in data.pop("items_seen").split(",")} - {0}
        if data["do_nothing"] != "rejected":
            data["do_nothing_reason"] = ""
        return data, (list(data.pop("items")), shown), data.pop("seen", 0) or 0


def _called(decision: Decision) -> str:
    return f"{decision.council.short_name}: {decision.public_title}"[:160]


class OptionForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Name", max_length=200)
    summary = _text("What it is")
    capacity = _text("What it has capacity for", rows=2)
    once_pence = PoundsField(label="Cost once, in pounds", required=False)
    yearly_pence = PoundsField(label="Cost each year, in pounds", required=False)
    is_recommended = forms.BooleanField(label="It is the one recommended", required=False)
    is_do_nothing = forms.BooleanField(label="It is doing nothing", required=False)
    is_illustrative = forms.BooleanField(label="Made up, to show how this works", required=False)


class StageForm(PlainSentences, forms.Form):
    to = forms.ChoiceField(label="Which stage does it go on to?", widget=forms.RadioSelect)
    because = forms.CharField(
        label="Why?", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why: it is kept in the history."},
    )  # fmt: skip

    def __init__(self, *args: Any, stage: State, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(new.value, new.label) for new in NEXT[stage]]
        cast("forms.ChoiceField", self.fields["to"]).choices = choices
