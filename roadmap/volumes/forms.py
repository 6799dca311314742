"""Choosing the table of volumes to import."""

from typing import Any

from django import forms

from governance.pages.sentences import PlainSentences
from roadmap.spreadsheets.reading import Sheet, Unreadable, read
from roadmap.volumes.rules import COLUMNS, NEEDED


class FileForm(PlainSentences, forms.Form):
    table = forms.FileField(
        label="The table", help_text="CSV or an Excel workbook (.xlsx), at most 5 MB",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )  # fmt: skip

    sheet: Sheet

    def clean_table(self) -> Any:
        chosen = self.cleaned_data["table"]
        try:
            self.sheet = read(chosen.name, chosen.read(), columns=COLUMNS, needed=NEEDED)
        except Unreadable as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return chosen
