"""One form with every kind of question, and what was typed into it wrongly."""

from django import forms

from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

ACCESS = [("public", "Public"), ("exempt", "Exempt"), ("confidential", "Confidential")]


class EveryQuestion(PlainSentences, RevealsFields, forms.Form):
    reveals = {"access": {"exempt": ["paragraphs", "reason"]}}

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(max_length=20, help_text="As printed on the agenda.")
    email = forms.EmailField(label="E-mail address")
    held = DayMonthYearField(label="When was it held?", help_text="For example, 14 4 2023")
    starts = TimeField(label="Start time", required=False)
    minute = forms.CharField(widget=forms.Textarea)
    body = forms.ChoiceField(choices=[("", "Choose one"), ("a", "Cabinet")])
    access = forms.ChoiceField(widget=RevealingRadios, choices=ACCESS, label="Who can read it?")
    paragraphs = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=[("1", "One"), ("3", "Three")], required=False
    )
    reason = forms.CharField(required=False)
    report = forms.FileField(required=False)
    password = forms.CharField(widget=forms.PasswordInput)
    checked = forms.BooleanField(label="I have checked the names")


WRONG = {
    "version": "4",
    "title": "Digital Strategy and ICT Roadmap",
    "email": "democratic services",
    "held_day": "31",
    "held_month": "April",
    "held_year": "2023",
    "starts": "6.50",
    "minute": "<script>alert(1)</script> שלום 🙂",
    "access": "exempt",
    "paragraphs": ["3"],
    "reason": "Prices",
}
