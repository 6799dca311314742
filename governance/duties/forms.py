"""Recording that a duty was done."""

from django import forms

from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences


class FinishForm(PlainSentences, forms.Form):
    done_on = DayMonthYearField(label="On which day was it done?", called="Day")
    how = forms.CharField(
        label="How? Name the meeting, the report or the document", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="This is published",
        error_messages={"required": "Say how it was done, so that others can check."},
    )  # fmt: skip
