"""Sums of money as people write them: "£125,000", "1250.50"."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_SUM = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")
MOST = 10**13


class PoundsField(forms.CharField):
    """A sum typed in pounds, given as whole pence; None where nothing was typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-10"}))
        super().__init__(**kwargs)
        self.empty_value = None

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        if isinstance(value, int):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        found = _SUM.fullmatch(typed)
        if not found:
            raise ValidationError("Enter a sum in pounds, like 125,000 or 1,250.50.")
        pence = int(found[1].replace(",", "")) * 100 + int(found[2] or 0)
        if pence > MOST:
            raise ValidationError("That is more than any council spends. Check the sum.")
        return pence

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        return f"{value // 100:,}" + (f".{value % 100:02}" if value % 100 else "")
