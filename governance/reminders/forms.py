"""How a person wants to be reminded."""

from django import forms

from governance.pages.sentences import PlainSentences
from governance.reminders.models import MailChoice


class ChoiceForm(PlainSentences, forms.Form):
    style = forms.ChoiceField(
        label="How do you want to be reminded?", choices=MailChoice.Style, widget=forms.RadioSelect
    )
    early = forms.BooleanField(
        label="Remind me before the day a duty is due", required=False,
        help_text="What is due today or overdue is always told",
    )  # fmt: skip
