"""What is wrong with what was typed, as the list at the top of the page."""

from collections.abc import Iterable, Iterator

from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet

# Where a link leads (an element's id; "" for the form as a whole), and the sentence.
Problem = tuple[str, str]


def first_input(field: BoundField) -> str:
    """Return the id of the input that typing goes into; a group has no label to ask."""
    # Radios and checkboxes answer "" and number their inputs from 0.
    return field.id_for_label or f"{field.auto_id}_0"


def _of_form(form: BaseForm) -> Iterator[Problem]:
    yield from (("", str(sentence)) for sentence in form.non_field_errors())
    for field in form:
        address = "" if field.is_hidden else first_input(field)
        yield from ((address, str(sentence)) for sentence in field.errors)


def problems_of(*forms: BaseForm | Iterable[BaseForm] | str | None) -> list[Problem]:
    """Return every error of `forms` and formsets, in the order in which the page asks."""
    found: list[Problem] = []
    for form in forms:
        # A template without a form passes "" or None.
        if not form or isinstance(form, str):
            continue
        if isinstance(form, BaseForm):
            found += _of_form(form) if form.is_bound else ()
            continue
        if isinstance(form, BaseFormSet) and form.is_bound:
            found += (("", str(sentence)) for sentence in form.non_form_errors())
        found += problems_of(*form)
    return found
