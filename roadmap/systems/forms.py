"""What is asked of a system, of who runs it, and of what the councils need systems for."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from governance.councils.models import Council
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from roadmap.contracts.forms import in_bounds
from roadmap.systems.models import Function, System


def _text(label: str, hint: str = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=hint, widget=area
    )


def _offer(form: forms.Form, **rows: "QuerySet[Any]") -> None:
    for name, found in rows.items():
        cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = found


class SystemForm(PlainSentences, forms.Form):
    """What a system is, how long it is supported, and whether it is left out of removal."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Name", max_length=200)
    purpose = _text("What it is for")
    kind = forms.ChoiceField(
        label="Centralised or business system?",
        choices=[("", "Not recorded"), *System.Kind.choices], required=False,
    )  # fmt: skip
    hosting = forms.ChoiceField(
        label="Where does it run?", choices=[("", "Not recorded"), *System.Hosting.choices],
        required=False,
    )  # fmt: skip
    supported_until = DayMonthYearField(
        label="Supported until", called="End of support", required=False,
        help_text="The last day on which the supplier mends it",
    )  # fmt: skip
    owner = forms.CharField(
        label="Owner", max_length=200, required=False, help_text="A post, not a person"
    )
    recent_investment = _text(
        "Why it is left out of removal",
        "Only for a system recently invested in: the programme is for what is out of date",
    )  # fmt: skip
    source = _text("Where these facts come from")
    is_published = forms.BooleanField(
        label="Publish it", required=False,
        help_text="Until then only the councils’ officers see it and its contracts",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, ("supported_until",))
        return data

    def said(self) -> dict[str, Any]:
        """Return fields of System."""
        return {name: self.cleaned_data[name] for name in SystemForm.base_fields if name != "seen"}


class NewSystemForm(SystemForm):
    """A system not yet in the register: also who runs it, and for what."""

    councils = forms.ModelMultipleChoiceField(
        Council.objects.none(), label="Which councils run it?",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    function = forms.ModelChoiceField(
        Function.objects.none(), label="What for?", empty_label="Choose",
        help_text="Further functions are added on the system’s page",
    )  # fmt: skip

    field_order = ("seen", "name", "councils", "function")

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", functions: "QuerySet[Function]",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        _offer(self, councils=councils, function=functions)


class UseForm(PlainSentences, forms.Form):
    """One council runs the system for one function."""

    council = forms.ModelChoiceField(Council.objects.none(), label="Council", empty_label=None)
    function = forms.ModelChoiceField(
        Function.objects.none(), label="What for?", empty_label="Choose"
    )
    since = DayMonthYearField(label="In use since", called="Day", required=False)

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", functions: "QuerySet[Function]",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        _offer(self, council=councils, function=functions)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, ("since",))
        return data


class FunctionForm(PlainSentences, forms.Form):
    """A job that every council needs a system for."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Function", max_length=100)
    lead_months = forms.IntegerField(
        label="Months to procure a joint replacement", min_value=0, max_value=120, initial=6,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip
