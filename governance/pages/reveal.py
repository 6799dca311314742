"""Questions that belong to one answer of another: shown below that answer when it is chosen.

    class Classify(RevealsFields, forms.Form):
        reveals = {"classification": {"exempt": ["paragraphs", "reason"]}}

The style sheet hides them, so no script is needed; the form's `clean` decides which must be
answered.
The design system's own way sets aria-expanded on a radio, which ARIA does not allow.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField


class RevealingRadios(forms.RadioSelect):
    """Radios that know the questions below each answer; RevealsFields tells them."""

    revealed: Mapping[str, Sequence[BoundField]] = {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        return option | {"reveals": self.revealed.get(str(option["value"]), ())}


class RevealsFields(forms.BaseForm):
    reveals: ClassVar[Mapping[str, Mapping[str, Sequence[str]]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for below in self._below():
            # Whether it must be answered follows from the answer above it: see the form's clean.
            self.fields[below].is_below_an_answer = True  # type: ignore[attr-defined]
        for name, answers in self.reveals.items():
            widget = self.fields[name].widget
            if not isinstance(widget, RevealingRadios):
                raise TypeError(
                    f"{name} needs RevealingRadios to show other questions below its answers"
                )
            widget.revealed = {
                answer: [self[below] for below in names] for answer, names in answers.items()
            }

    def _below(self) -> set[str]:
        return {n for answers in self.reveals.values() for names in answers.values() for n in names}

    def get_context(self) -> dict[str, Any]:
        """Leave out of `{{ form }}` what is already drawn below an answer."""
        below = self._below()
        context = super().get_context()
        context["fields"] = [(f, errors) for f, errors in context["fields"] if f.name not in below]
        return context
