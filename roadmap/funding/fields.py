"""Shares as people write them: "23", "23.5", "33.34 %"."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_SHARE = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?\s*%?")


class ShareField(forms.CharField):
    """A percentage, given as hundredths of a percent; None where nothing was typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-4"}))
        super().__init__(**kwargs)
        self.empty_value = None

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        if isinstance(value, int):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        found = _SHARE.fullmatch(typed)
        if not found:
            raise ValidationError("Enter a percentage, like 23 or 33.34.")
        return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        whole, rest = divmod(value, 100)
        return f"{whole}.{rest:02}" if rest else str(whole)
