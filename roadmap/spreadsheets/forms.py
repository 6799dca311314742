"""Choosing the table to import."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from governance.pages.sentences import PlainSentences
from roadmap.spreadsheets.reading import Sheet, Unreadable, read


class TableForm(PlainSentences, forms.Form):
    """A file with a table; `sheet` is what was read of it. A subclass says which columns it has."""

    columns: ClassVar[Sequence[str]] = ()
    needed: ClassVar[Sequence[str]] = ()

    table = forms.FileField(
        label="The table", help_text="CSV or an Excel workbook (.xlsx), at most 5 MB",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )  # fmt: skip

    sheet: Sheet

    def clean_table(self) -> Any:
        chosen = self.cleaned_data["table"]
        try:
            self.sheet = read(chosen.name, chosen.read(), columns=self.columns, needed=self.needed)
        except Unreadable as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return chosen
