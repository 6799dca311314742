"""The agreement of an office-holder that something is urgent.

Source: SI 2012/2089, regulations 5(6) and 11(1).
"""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from governance.calendar.local_time import in_london
from governance.forward_plan.rules import Office
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

_WHY = {Office.AUTHORITY_CHAIR: "why_chair", Office.AUTHORITY_VICE_CHAIR: "why_vice_chair"}


class AgreementForm(PlainSentences, RevealsFields, forms.Form):
    """Who agreed that it is urgent and cannot reasonably be deferred, in which office, and why."""

    reveals = {
        "agreed_office": {
            Office.AUTHORITY_CHAIR: ["why_chair"],
            Office.AUTHORITY_VICE_CHAIR: ["why_vice_chair"],
        }
    }

    seen = forms.IntegerField(widget=forms.HiddenInput)
    agreed_by = forms.CharField(
        label="Who agreed?", max_length=200,
        error_messages={"required": "Name who agreed that it is urgent."},
    )  # fmt: skip
    agreed_office = forms.ChoiceField(
        label="In which office?", widget=RevealingRadios,
        choices=[(office.value, said) for office, said in Office.words().items()],
        error_messages={"required": "Choose the office in which they agreed."},
    )  # fmt: skip
    why_chair = forms.CharField(
        label="Why could the chair of the scrutiny committee not be asked?", required=False,
        max_length=2000,
    )  # fmt: skip
    why_vice_chair = forms.CharField(
        label="Why could neither chair be asked?", required=False, max_length=2000
    )
    agreed_on = DayMonthYearField(label="On which day?", called="Day of the agreement")
    agreed_time = TimeField(label="At what time?", help_text="For example 10am or 16.20")
    urgency_reason = forms.CharField(
        label="Why is it urgent, and why can it not reasonably be deferred?", max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="This is published",
        error_messages={"required": "Say why. The reasons are published."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for office, name in _WHY.items():
            if data.get("agreed_office") == office and not data.get(name):
                self.add_error(name, "Say why: the law names the offices in order.")
        on, at = data.get("agreed_on"), data.get("agreed_time")
        if on and at and timezone.make_aware(datetime.combine(on, at)) > timezone.now():
            self.add_error("agreed_on", "The agreement cannot be in the future.")
        return data

    def said(self) -> dict[str, Any]:
        """Return the agreement's fields, as a record that agrees something holds them."""
        data = self.cleaned_data
        why = _WHY.get(Office(data["agreed_office"]))
        return {
            "agreed_by": data["agreed_by"],
            "agreed_office": data["agreed_office"],
            "agreed_capacity": data[why] if why else "",
            "agreed_at": timezone.make_aware(
                datetime.combine(data["agreed_on"], data["agreed_time"])
            ),
            "urgency_reason": data["urgency_reason"],
        }


def agreement_of(thing: Any) -> dict[str, Any]:
    """Return what the form shows first of an agreement that a record already holds."""
    first = {"why_chair": thing.agreed_capacity, "why_vice_chair": thing.agreed_capacity}
    if thing.agreed_at is None:
        return first
    at = in_london(thing.agreed_at)
    return first | {"agreed_on": at.date(), "agreed_time": at.time()}
