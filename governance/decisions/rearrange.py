"""Rows of a form put in another order, or one more of them, before anything is saved.

A press posts the whole form as typed; it comes back in the new order, nothing checked, nothing
written. So it works without a script, and with one the form is swapped in place.
"""

import re
from typing import Any

from django import forms
from django.http import QueryDict

ROW = re.compile(r"limbs-(\d+)-(.+)")


def rearranged(posted: QueryDict) -> QueryDict:
    """Return the posted form with its rows as the pressed button asks: "up-2", "down-0", "add".

    A row that cannot go further stays; anything else that was posted is kept.
    """
    rows, rest = _apart(posted)
    verb, _, number = str(posted["rearrange"]).partition("-")
    at = int(number) if number.isdecimal() else -1
    other = at + {"up": -1, "down": 1}.get(verb, 0)
    if verb == "add":
        rows.append({})
    elif 0 <= at < len(rows) and 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
    for index, row in enumerate(rows):
        for name, values in row.items():
            rest.setlist(f"limbs-{index}-{name}", values)
    rest["limbs-TOTAL_FORMS"] = str(len(rows))
    # Each row says by its id which record it is; the number of a row says nothing.
    rest["limbs-INITIAL_FORMS"] = str(sum(bool(any(row.get("id", []))) for row in rows))
    return rest


def moved_to(pressed: str, rows: int) -> int:
    """Return the place at which the row that a button moved or added stands now."""
    verb, _, number = pressed.partition("-")
    if verb == "add" or not number.isdecimal():
        return rows - 1
    return min(max(int(number) + {"up": -1, "down": 1}.get(verb, 0), 0), rows - 1)


def without_faults(form: Any, rows: Any) -> None:
    """Show what was typed in a form and its rows without checking any of it."""
    form._errors = forms.utils.ErrorDict()  # noqa: SLF001 (Django has no public way)
    if rows is None:
        return
    rows._errors = [{} for _ in rows.forms]  # noqa: SLF001
    rows._non_form_errors = rows.error_class()  # noqa: SLF001
    for row in rows.forms:
        row._errors = forms.utils.ErrorDict()  # noqa: SLF001


def _apart(posted: QueryDict) -> tuple[list[dict[str, list[str]]], QueryDict]:
    rows: dict[int, dict[str, list[str]]] = {}
    rest = QueryDict(mutable=True)
    for name, values in posted.lists():
        if found := ROW.fullmatch(name):
            rows.setdefault(int(found[1]), {})[found[2]] = values
        elif name != "rearrange":
            rest.setlist(name, values)
    total = posted.get("limbs-TOTAL_FORMS", "")
    number = int(total) if total.isdecimal() else len(rows)
    return [rows.get(index, {}) for index in range(min(number, 1000))], rest
