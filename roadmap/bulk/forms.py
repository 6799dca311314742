"""What is to be done to several rollouts, and to which."""

from typing import Any

from django import forms

from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences
from governance.templatetags.concordat import status
from roadmap.bulk.rules import FURTHEST, Ask, Dates, SetStatus, Shift
from roadmap.items.rules import Status

LATER, EARLIER = "later", "earlier"


class AskForm(PlainSentences, RevealsFields, forms.Form):
    """Set a status, or move dates by a number of days."""

    reveals = {"what": {"status": ["status", "sentence"], "shift": ["days", "way", "which"]}}

    what = forms.ChoiceField(
        label="What is to be done with them?",
        choices=[("status", "Set a status"), ("shift", "Move dates")],
        widget=RevealingRadios,
    )
    status = forms.ChoiceField(
        label="Status", required=False, widget=forms.RadioSelect,
        choices=[(one.value, status(one.shape, one.words)) for one in Status],
    )  # fmt: skip
    sentence = forms.CharField(
        label="Why, in one sentence", max_length=300, required=False,
        help_text="Shown to the public beside the status of each",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    days = forms.IntegerField(
        label="By how many days?", min_value=1, max_value=FURTHEST, required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip
    way = forms.ChoiceField(
        label="Later or earlier?", required=False, widget=forms.RadioSelect,
        choices=[(LATER, "Later"), (EARLIER, "Earlier")],
    )  # fmt: skip
    which = forms.ChoiceField(
        label="Which dates?", required=False, widget=forms.RadioSelect,
        choices=[(one.value, one.words) for one in Dates],
        help_text="What was planned stays as it is while forecasts move",
    )  # fmt: skip
    reason = forms.CharField(
        label="Reason for the change", max_length=300, required=False,
        help_text="Kept in the history of each, not shown to the public",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        needed = {"status": ["status"], "shift": ["days", "way", "which"]}
        asks = {
            "status": "Choose the status that they are to have.",
            "days": "Enter by how many days, like 14.",
            "way": "Choose whether they move later or earlier.",
            "which": "Choose which dates move.",
        }
        for name in needed.get(data.get("what", ""), []):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, asks[name])
        return data

    def ask(self) -> Ask:
        """Return what is asked; only of a valid form."""
        data = self.cleaned_data
        if data["what"] == "status":
            return SetStatus(Status(data["status"]), data["sentence"])
        days = data["days"] if data["way"] == LATER else -data["days"]
        return Shift(days, Dates(data["which"]))
