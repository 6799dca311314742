"""Choosing the table to import."""

from typing import Any

from django import forms

from governance.pages.sentences import PlainSentences
from roadmap.exchange.rules import NAMES, NEEDED
from roadmap.spreadsheets.reading import Sheet, Unreadable, read


class FileForm(PlainSentences, forms.Form):
    table = forms.FileField(
        label="The table", help_text="CSV or an Excel workbook (.xlsx), at most 5 MB",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )  # fmt: skip

    sheet: Sheet

    def clean_table(self) -> Any:
        chosen = self.cleaned_data["table"]
        try:
            self.sheet = read(chosen.name, chosen.read(), columns=NAMES, needed=NEEDED)
        except Unreadable as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return chosen
