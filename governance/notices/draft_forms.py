"""The first questions about a decision that a member or an officer made alone."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.choices import Maker, Regime, WhyRecorded
from governance.decisions.models import Resolution
from governance.issues.models import Issue
from governance.pages.fields import DayMonthYearField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

MAKERS = [
    (Maker.MEMBER.value, "A member of the executive, alone"),
    (Maker.OFFICER.value, "An officer, under delegation"),
]
REGIMES = [
    (
        Regime.EXECUTIVE.value,
        "A decision of the executive (regulation 13 of SI 2012/2089): it may be open to call-in",
    ),
    (
        Regime.OTHER.value,
        "Any other, such as one delegated by a committee (regulation 7 of SI 2014/2095)",
    ),
]


class DelegationField(forms.ModelChoiceField):  # type: ignore[type-arg]  # as for formsets
    def label_from_instance(self, obj: Resolution) -> str:
        return f"{obj.decision.title}, limb {obj.number}: to {obj.delegated_to}"


class AtItemForm(PlainSentences, forms.Form):
    """What a body decided at an item, in a line; the checklist asks the rest."""

    title = forms.CharField(label="What was decided, in a line", max_length=300,
        error_messages={"required": "Say in a line what was decided."},
    )  # fmt: skip
    issue = forms.ModelChoiceField(
        Issue.objects.none(), label="Which shared matter is it part of? (optional)",
        required=False, empty_label="None",
        error_messages={"invalid_choice": "Choose a shared matter from the list."},
    )  # fmt: skip

    def __init__(self, *args: Any, issues: "QuerySet[Issue]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Issue]", self.fields["issue"]).queryset = issues


class NewDecisionForm(PlainSentences, RevealsFields, forms.Form):
    """Who decided what, when, and under which authority; the checklist asks the rest."""

    reveals = {"maker": {Maker.OFFICER: ["under", "why_recorded"]}}

    council = forms.ModelChoiceField(Council.objects.none(), label="Council", empty_label=None)
    title = forms.CharField(label="What was decided, in a line", max_length=300,
        error_messages={"required": "Say in a line what was decided."},
    )  # fmt: skip
    maker = forms.ChoiceField(
        label="Who decided?", choices=MAKERS, widget=RevealingRadios,
        error_messages={"required": "Choose who decided."},
    )  # fmt: skip
    made_by = forms.CharField(
        label="Their post", max_length=200,
        help_text="As it is printed, with the name where it is public: Portfolio holder for "
        "finance, or Assistant Director – Corporate",
        error_messages={"required": "Enter the post of whoever decided."},
    )  # fmt: skip
    under = DelegationField(
        Resolution.objects.none(), label="Under which delegation? (optional)", required=False,
        empty_label="The scheme of delegation, or one that is not recorded here",
    )  # fmt: skip
    why_recorded = forms.ChoiceField(
        label="Why is it recorded? (optional)", required=False,
        choices=[("", "Not chosen yet"), *WhyRecorded.choices],
        help_text="Day-to-day administration is not recorded. Regulation 7(2) of SI 2014/2095 says "
        "which other decisions are",
    )  # fmt: skip
    regime = forms.ChoiceField(
        label="Under which regulations?", choices=REGIMES, widget=forms.RadioSelect,
        error_messages={"required": "Choose under which regulations it was made."},
    )  # fmt: skip
    made_on = DayMonthYearField(label="When was it made?", called="Date of the decision")
    issue = forms.ModelChoiceField(
        Issue.objects.none(), label="Which shared matter is it part of?", required=False,
        empty_label="None",
    )  # fmt: skip

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", delegations: "QuerySet[Resolution]",
        issues: "QuerySet[Issue]", today: date, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._today = today
        for name, rows in (("council", councils), ("under", delegations), ("issue", issues)):
            field = cast("forms.ModelChoiceField[Any]", self.fields[name])
            field.queryset = rows

    def clean_made_on(self) -> date:
        on: date = self.cleaned_data["made_on"]
        if on > self._today:
            raise ValidationError(f"{words.day(on)} is still to come: record it when it is made.")
        return on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("maker") != Maker.OFFICER:
            data |= {"under": None, "why_recorded": ""}
        if data.get("maker") == Maker.MEMBER and data.get("regime") == Regime.OTHER:
            self.add_error(
                "regime",
                "A member alone decides for the executive only: choose SI 2012/2089, or record the "
                "officer who decided.",
            )
        return data
