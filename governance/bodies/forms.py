"""A body, its councils and seats, and appointments to it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from governance.bodies.models import Body, BodyCouncil
from governance.councils.models import Council, Partnership
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.sentences import PlainSentences
from governance.people.models import Appointment

CAPACITIES = [
    (value, label)
    for value, label in Appointment.Capacity.choices
    if value != Appointment.Capacity.PORTFOLIO_HOLDER
]


class DayForm(PlainSentences, forms.Form):
    on = DayMonthYearField(label="Members on another day", required=False)


class BodyForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label="Name", max_length=200)
    regime = forms.ChoiceField(
        label="Under which law does it meet?", choices=Body.Regime, widget=forms.RadioSelect,
        error_messages={"required": "Choose the law under which it meets."},
    )  # fmt: skip
    partnership = forms.ModelChoiceField(
        label="Partnership", queryset=Partnership.objects.order_by("name"), required=False,
        empty_label="None",
    )  # fmt: skip
    chair_rotates = forms.BooleanField(
        label="The chair passes from council to council each year", required=False
    )
    numbers_on = forms.BooleanField(
        label="Minutes are numbered on from meeting to meeting", required=False
    )
    question_days = forms.IntegerField(
        label="Clear working days’ notice of a public question", required=False, min_value=1,
        max_value=60, help_text="From the council’s constitution. Empty: no deadline is worked out",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )  # fmt: skip
    question_cut_off = TimeField(
        label="Hour by which a question is in", required=False, help_text="For example 5pm"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("question_cut_off") and not data.get("question_days"):
            self.add_error("question_days", "Enter how many clear working days’ notice is asked.")
        return data


class NewBodyForm(BodyForm):
    field_order = ["lead_council", "name"]
    seen = None  # type: ignore[assignment]  # Django leaves the field out

    lead_council = forms.ModelChoiceField(
        label="Council whose officers serve it", queryset=Council.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, councils: "models.QuerySet[Council]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_council"].queryset = councils  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        council, name = data.get("lead_council"), data.get("name", "")
        if council and name:
            data["slug"] = slugify(name)[:80]
            if not data["slug"]:
                self.add_error("name", "Enter a name with letters or figures in it.")
            elif Body.objects.filter(lead_council=council, slug=data["slug"]).exists():
                self.add_error("name", f"{council.name} already has a body of that name.")
        return data


def _seats() -> forms.IntegerField:
    return forms.IntegerField(
        label="Seats", required=False, min_value=1, max_value=200,
        help_text="Empty where the number is not known",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )  # fmt: skip


class AddCouncilForm(PlainSentences, forms.Form):
    council = forms.ModelChoiceField(
        label="Council", queryset=Council.objects.none(), empty_label="Choose a council"
    )
    seats = _seats()

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = BodyCouncil.objects.filter(body=body).values("council")
        others = Council.objects.exclude(pk__in=there).order_by("name")
        self.fields["council"].queryset = others  # type: ignore[attr-defined]


class SeatsForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    seats = _seats()


class AppointmentForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    capacity = forms.ChoiceField(
        label="As what?", choices=CAPACITIES, initial=Appointment.Capacity.MEMBER
    )
    council = forms.ModelChoiceField(
        label="On behalf of", queryset=Council.objects.none(), empty_label=None
    )
    portfolio = forms.CharField(label="Portfolio", max_length=200, required=False)
    from_on = DayMonthYearField(label="From", required=False, help_text="Empty where not known")
    to_on = DayMonthYearField(label="To", required=False, help_text="Empty while it lasts")

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = BodyCouncil.objects.filter(body=body).values("council")
        councils = Council.objects.filter(pk__in=parts).order_by("name")
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("from_on"), data.get("to_on")
        if start and end and end < start:
            self.add_error("to_on", "An appointment cannot end before it begins.")
        return data


class AppointForm(AppointmentForm):
    field_order = ["name", "style"]
    seen = None  # type: ignore[assignment]  # Django leaves the field out

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter the person’s name."}
    )
    style = forms.CharField(
        label="Style", max_length=40, required=False, help_text="Such as Councillor"
    )

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(letter.isalpha() for letter in name):
            raise ValidationError("Enter the person’s name.")
        return name
