"""Sums of money as people write them: "£125,000", "1250.50"."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_SUM = re.compile(r"([-−]?)\s*£?\s*([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")
MOST = 10**13


class PoundsField(forms.CharField):
    """A sum typed in pounds, given as whole pence; None where nothing was typed.

    With `signed`, a minus before it is a sum that came back: "-250".
    """

    def __init__(self, *, signed: bool = False, **kwargs: Any) -> None:
        self.signed = signed
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
        minus = bool(found and (found[1] or found[2]))
        if not found or (minus and not self.signed):
            raise ValidationError("Enter a sum in pounds, like 125,000 or 1,250.50.")
        pence = int(found[3].replace(",", "")) * 100 + int(found[4] or 0)
        if pence > MOST:
            raise ValidationError("That is more than any council spends. Check the sum.")
        return -pence if minus else pence

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        whole, rest = divmod(abs(value), 100)
        return ("-" if value < 0 else "") + f"{whole:,}" + (f".{rest:02}" if rest else "")
