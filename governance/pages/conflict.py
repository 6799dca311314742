"""Showing that two people changed the same thing: both values, and nothing typed lost."""

from typing import Any

from django import forms

from governance.history.actions import ChangedMeanwhile
from governance.pages.typed import with_hidden


def conflict_of(form: forms.Form, changed: ChangedMeanwhile) -> dict[str, Any]:
    """Return the context that shows both values; the form, saved again, then means yours."""
    with_hidden(form, seen=changed.seen)
    rows = [(_label(form, d.field), d.theirs, d.yours) for d in changed.differences]
    return {"form": form, "conflict": str(changed), "differences": rows}


def _label(form: forms.Form, name: str) -> str:
    field = form.fields.get(name)
    return str(field.label or name) if field else name
