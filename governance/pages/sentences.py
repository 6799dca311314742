"""Error messages that name the question, in place of "This field is required"."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst

_CHOSEN = (forms.RadioSelect, forms.Select, forms.CheckboxSelectMultiple)


def in_a_sentence(label: str) -> str:
    """Return `label` as it reads after a verb: "title", but "PDF" and "GSS code" as they are."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def sentences_for(field: forms.Field, label: str) -> dict[str, str]:
    """Return what is said about `field` when it is empty, too long or not what was asked for."""
    name, start = in_a_sentence(label.rstrip("?:")), capfirst(label.rstrip("?:"))
    # A question is not part of a sentence: "Enter when was it held".
    asked = label.endswith("?")
    verb = "Choose" if isinstance(field.widget, _CHOSEN) else "Enter"
    said = {"required": "Answer this question" if asked else f"{verb} the {name}"}
    if isinstance(field, forms.BooleanField):
        said["required"] = f"Tick the box: {label}"
    if isinstance(field, forms.FileField):
        said |= {
            "required": f"Choose a file: {name}",
            "empty": "The file is empty. Choose another.",
        }
    if isinstance(field, forms.CharField) and field.max_length:
        # Django fills in how many characters were typed.
        said["max_length"] = (
            f"{start} must be {field.max_length} characters or fewer. You typed %(show_value)d."
        )
    said |= _bounds(field, start)
    if isinstance(field, forms.EmailField):
        said["invalid"] = "Enter an e-mail address like name@example.gov.uk"
    if isinstance(field, forms.IntegerField):
        said["invalid"] = f"{start} must be a whole number, like 62"
    if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)):
        said["invalid_choice"] = f"Choose the {name} from the list"
    return said


def _bounds(field: forms.Field, start: str) -> dict[str, str]:
    """Return what is said of a number out of bounds; Django fills in the bound."""
    said = {}
    if isinstance(field, forms.IntegerField):  # and those of sums, which Django derives from it
        said["min_value"] = f"{start} must be %(limit_value)s or more."
        said["max_value"] = f"{start} must be %(limit_value)s or less."
    if isinstance(field, forms.DecimalField):
        figures = f"{start} must have %(max)s figures or fewer"
        said["max_digits"] = f"{figures}."
        said["max_decimal_places"] = f"{figures} after the point."
        said["max_whole_digits"] = f"{figures} before the point."
    return said


class PlainSentences(forms.BaseForm):
    """Put before `forms.Form` or `forms.ModelForm`. What a field says of its own accord stays."""

    # For fields that a library has named.
    labels: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            label = str(field.label or capfirst(name.replace("_", " ")))
            usual = field.__class__.default_error_messages | forms.Field.default_error_messages
            for code, sentence in sentences_for(field, label).items():
                if field.error_messages.get(code) in (None, usual.get(code)):
                    field.error_messages[code] = sentence
