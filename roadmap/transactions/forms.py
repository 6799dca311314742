"""What is asked of a service, and of what a council offers of it."""

from datetime import date
from typing import Any

from django import forms

from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from roadmap.contracts.forms import Paired, in_bounds
from roadmap.transactions.models import Channel, Service, Transaction
from roadmap.transactions.rules import volume_of, why_not_lgsl

SHORT = {"class": "govuk-input--width-5", "inputmode": "numeric"}


class VolumeField(forms.CharField):
    """A count in a year, typed with or without commas; None where nothing was typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs=SHORT), **kwargs)
        self.empty_value = None

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        if isinstance(value, int):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        try:
            return volume_of(typed)
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}" if isinstance(value, int) else value


class LgslField(forms.CharField):
    """The id of a service in the Local Government Services List; only its form is checked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs=SHORT), **kwargs)
        self.empty_value = None

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        if isinstance(value, int):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        if why := why_not_lgsl(typed):
            raise forms.ValidationError(why)
        return int(typed)


class ServiceForm(PlainSentences, forms.Form):
    """Something that residents ask of every council."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label="Service", max_length=200)
    lgsl_id = LgslField(
        label="LGSL id",
        required=False,
        help_text="Its number in the Local Government Services List",
    )
    department = forms.CharField(label="Department", max_length=200, required=False)
    run_by = forms.ChoiceField(
        label="Who runs it?", choices=[("", "Not decided"), *Service.RunBy.choices], required=False
    )
    is_published = forms.BooleanField(
        label="Publish it", required=False,
        help_text="Until then only the councils’ officers see it, and it counts in no total",
    )  # fmt: skip


class TransactionForm(PlainSentences, Paired):
    """What one council offers of a service."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    online = forms.ChoiceField(
        label="Can it be done online?", required=False,
        choices=[*Transaction.Online.choices, ("", "Not recorded")], widget=forms.RadioSelect,
    )  # fmt: skip
    platform = forms.CharField(
        label="On which platform?", max_length=100, required=False, help_text="For example Goss iCM"
    )
    channel = forms.ChoiceField(
        label="How does most of it come in?", choices=[("", "Not recorded"), *Channel.choices],
        required=False,
    )  # fmt: skip
    volume = VolumeField(label="How many in a year?", required=False)
    volume_year = forms.CharField(
        label="Counted in which year?", max_length=20, required=False,
        help_text="For example 2022/23",
    )  # fmt: skip
    note = forms.CharField(
        label="Note", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    verified_on = DayMonthYearField(
        label="Verified on", called="Day", required=False,
        help_text="The day on which somebody looked and found it so",
    )  # fmt: skip
    verified_by = forms.CharField(
        label="Verified by", max_length=200, required=False, help_text="A post, not a person"
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, ("verified_on",))
        if (day := data.get("verified_on")) and day > self._today:
            self.add_error("verified_on", "That day is still to come.")
        self._both(data, "verified_on", "Enter the day on which it was verified.",
                   "verified_by", "Enter the post that verified it.")  # fmt: skip
        return data

    def said(self) -> dict[str, Any]:
        """Return fields of Transaction."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class RecheckForm(PlainSentences, forms.Form):
    months = forms.IntegerField(
        label="Verified again after how many months?", min_value=1, max_value=120,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip
