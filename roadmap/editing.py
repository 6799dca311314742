"""A page with one form: shown, saved, refused in sentences, and never losing what was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from governance.councils.models import Partnership
from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile, revision_of
from governance.pages.conflict import conflict_of
from roadmap.permissions import can_edit_shared, whose_shared

FORM = "pages/form.html"


def only_editors(request: HttpRequest, partnership: Partnership) -> None:
    """Raise PermissionDenied, saying whose it is, unless the visitor edits what is shared."""
    if not can_edit_shared(request.user, partnership):
        raise PermissionDenied(whose_shared(partnership))


def answered(
    request: HttpRequest, form: forms.Form, save: Callable[[Any], Any], *,
    to: Callable[[Any], str], shown: dict[str, Any], said: str = "Saved.",
) -> HttpResponse:  # fmt: skip
    """Show `form`, or save what it holds and lead on.

    `save` is given the valid form and returns what it wrote; it may raise Refused, which is shown
    above the form (422), or ChangedMeanwhile, which shows both values (409). `to` says where what
    was written is read; `shown` is the rest of the page, as pages/form.html wants it.
    """
    if form.is_valid():
        try:
            made = save(form)
        except ChangedMeanwhile as changed:
            return render(request, FORM, shown | conflict_of(form, changed), status=409)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return redirect(to(made))
    return render(request, FORM, shown | {"form": form}, status=422 if form.errors else 200)


def first_of(thing: Any, form: type[forms.Form]) -> dict[str, Any]:
    """Return what `form` begins with for an existing record, and the revision that was seen."""
    names = [name for name in form.base_fields if hasattr(thing, name)]
    return {name: getattr(thing, name) for name in names} | {"seen": revision_of(thing)}


def changes_of(form: forms.Form) -> tuple[dict[str, Any], int]:
    """Return what a valid form says, and the revision that its writer saw."""
    said = dict(form.cleaned_data)
    return said, said.pop("seen", 0) or 0
