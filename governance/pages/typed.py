"""What a person typed, kept, with a hidden value of ours changed."""

from typing import Any

from django import forms
from django.http import QueryDict


def with_hidden(form: forms.BaseForm, **values: Any) -> None:
    """Set hidden fields of a bound form that is shown again; all that was typed stays."""
    data = form.data
    if isinstance(data, QueryDict):
        data = data.copy()
        for name, value in values.items():
            data[name] = str(value)
        form.data = data
