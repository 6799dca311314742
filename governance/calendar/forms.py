"""Days that are not worked, and why."""

from django import forms

from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences


class BankHolidayForm(PlainSentences, forms.Form):
    """A bank holiday proclaimed after the library's release."""

    day = DayMonthYearField(label="Which day?", called="The day")
    name = forms.CharField(
        label="What is it called?", max_length=200,
        help_text="Such as: State Funeral. Printed in every count that passes over it",
        error_messages={"required": "Enter what the day is called."},
    )  # fmt: skip
    source = forms.CharField(
        label="Where was it proclaimed?", max_length=300,
        help_text="Such as: London Gazette, 10 September 2022",
        error_messages={"required": "Enter where the day was proclaimed."},
    )  # fmt: skip


class ClosureForm(PlainSentences, forms.Form):
    """A day on which one council's offices are closed."""

    day = DayMonthYearField(label="Which day?", called="The day")
    reason = forms.CharField(
        label="Why are the offices closed?", max_length=200,
        help_text="Such as: Offices closed between Christmas and New Year. Printed in the count",
        error_messages={"required": "Say why the offices are closed."},
    )  # fmt: skip


class TakeBackForm(PlainSentences, forms.Form):
    """Why a day is taken back."""

    because = forms.CharField(
        label="Why is it taken back?", max_length=500,
        error_messages={"required": "Say why the day is taken back."},
    )  # fmt: skip
