"""Recording a call-in, and how it ended."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from governance.called_in.models import OUTCOMES
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.sentences import PlainSentences


def _text(label: str, rows: int = 3, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=area, max_length=5000, **options)


class CallInForm(PlainSentences, forms.Form):
    """What the notice of a call-in prints. The proper officer has found the request to be valid."""

    received_on = DayMonthYearField(label="On which day was it received?", called="Day")
    received_time = TimeField(label="At what time?", help_text="For example 4.59pm")
    requested_by = _text(
        "Who called it in?", 2, help_text="As the notice prints it: the members who signed"
    )
    ground = _text("On what ground, and why?", 5, help_text="This is published")
    alternative = _text(
        "What do they propose instead?", required=False, help_text="This is published"
    )
    hearing_by = DayMonthYearField(
        label="By when must it be heard?", called="Day", required=False,
        help_text="The last day that the council’s rule allows",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        on, at = data.get("received_on"), data.get("received_time")
        if on and at:
            data["received_at"] = timezone.make_aware(datetime.combine(on, at))
        if on and data.get("hearing_by") and data["hearing_by"] < on:
            self.add_error("hearing_by", "It cannot have to be heard before it was received.")
        return data

    def said(self) -> dict[str, Any]:
        names = ("requested_by", "ground", "alternative", "hearing_by")
        return {name: self.cleaned_data[name] for name in names}


class EndForm(PlainSentences, forms.Form):
    outcome = forms.ChoiceField(
        label="How did the call-in end?", choices=OUTCOMES, widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended."},
    )  # fmt: skip
    ended_on = DayMonthYearField(label="On which day?", called="Day")
    reason = _text("Why?", 4, help_text="This is published with the decision")
