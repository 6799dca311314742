"""What regulation 5 wants said of a meeting to be held in private."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from governance.meetings.classification import PARAGRAPHS
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences


def _text(label: str, *, rows: int = 3, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class PrivateForm(PlainSentences, forms.Form):
    """What is to be taken in private, on what ground, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    matters = _text(
        "What is to be taken in private", help_text="One on each line, in words everybody may read"
    )
    exempt_paragraphs = forms.TypedMultipleChoiceField(
        label="Under which paragraphs of Schedule 12A?", coerce=int, required=False,
        choices=[(number, f"{number}: {about}") for number, about in PARAGRAPHS.items()],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    is_confidential = forms.BooleanField(
        label="Confidential information would be told", required=False
    )
    reasons = _text("Why is it to be private?", help_text="Without what is exempt")
    how_to_object = _text("How can somebody say that it should be public?", rows=2)
    representations_answer = forms.ChoiceField(
        label="Were there representations?", required=False,
        choices=[
            ("", "Not known yet: the first notice has just been given"),
            ("none", "None was received"),
            ("some", "These are recorded"),
        ],
        widget=forms.RadioSelect,
    )  # fmt: skip


class RepresentationForm(PlainSentences, forms.Form):
    """What somebody said about why it should be public, and what was answered."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    received_on = DayMonthYearField(label="When was it received?", called="Day of receipt")
    received_from = forms.CharField(
        label="From whom, as it is published", max_length=200,
        help_text="A resident, or the name of a body",
        error_messages={"required": "Say from whom, as it is published."},
    )  # fmt: skip
    said = forms.CharField(
        label="What was said", max_length=5000, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was said."},
    )  # fmt: skip
    response = _text("What was answered", rows=4, help_text="The second notice prints both")

    def clean_received_on(self) -> Any:
        on = self.cleaned_data["received_on"]
        if on > timezone.localdate():
            raise ValidationError("It cannot have been received in the future.")
        return on
