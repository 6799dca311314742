"""Asking to be told by e-mail: about a council, a ward of it, or an issue."""

from django import forms
from django.core.mail.message import sanitize_address

from governance.councils.models import Council
from governance.pages.sentences import PlainSentences

ADDRESS = "Enter an e-mail address, like name@example.com"


class _Address(PlainSentences, forms.Form):
    email = forms.EmailField(
        label="Your e-mail address", max_length=254,
        help_text="Used for this alone, and erased when you end it",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": ADDRESS, "invalid": ADDRESS},
    )  # fmt: skip

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        try:
            sanitize_address(email, "utf-8")
        except ValueError as error:
            # Its domain is too long once it is written as mail servers write it.
            raise forms.ValidationError(ADDRESS) from error
        return email


class CouncilForm(_Address):
    council = forms.ModelChoiceField(
        Council.objects.none(), label="Which council?", to_field_name="slug",
        empty_label="Choose a council",
        error_messages={"invalid_choice": "Choose a council from the list."},
    )  # fmt: skip
    ward = forms.CharField(
        label="Only what names this ward", required=False, max_length=100,
        help_text="Leave it empty for every notice. Write it as the council does.",
    )  # fmt: skip

    field_order = ("council", "ward", "email")

    def clean_ward(self) -> str:
        return " ".join(str(self.cleaned_data["ward"]).split())


class IssueForm(_Address):
    """The issue stands in the address of the page."""
