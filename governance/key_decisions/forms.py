"""Entering a council's threshold."""

from decimal import Decimal
from typing import Any

from django import forms

from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences


class ThresholdForm(PlainSentences, forms.Form):
    pounds = forms.DecimalField(
        label="From what sum is spending or saving significant, in pounds?",
        min_value=Decimal("0.01"), max_digits=14, decimal_places=2,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "decimal"}),
        error_messages={
            "required": "Enter the sum in pounds, such as 150000",
            "invalid": "Enter the sum in pounds, such as 150000",
            "min_value": "Enter a sum of more than nothing",
        },
    )  # fmt: skip
    from_on = DayMonthYearField(label="From which day is it in force?", called="Day")
    wards = forms.CharField(
        label="How are effects on two or more wards judged?", max_length=300,
        required=False,
    )  # fmt: skip
    source = forms.CharField(
        label="Where is it written?", max_length=300,
        help_text="For example: Constitution, part 2, article 13",
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return {"amount_pence": int(data.pop("pounds") * 100), **data}
