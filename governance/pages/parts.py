"""A page on which the parts of one record are added, changed, moved, removed and put back.

Each list is a subclass. With a script only the list is swapped, and focus stays with the row;
without one the same buttons post the same page, which then comes back at the row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from governance.errors import Refused
from governance.history.actions import ChangedMeanwhile
from governance.history.ordering import arrange, moved_by, put_back, take_out
from governance.pages.conflict import conflict_of
from governance.people.models import User
from governance.people.permissions import signed_in

# Figures in the largest number that a row can have.
LONGEST = 18


@dataclass(frozen=True)
class Outcome:
    """What a press did: the sentence, the row it is about, which button, and what undoes it."""

    said: str
    row: int | None = None
    button: str = ""
    undo: int | None = None
    refused: bool = False


def number_in(typed: str) -> int:
    """Return the number of a row that an address or a button holds; 0 where it holds none."""
    # Longer than any number of a row: Python refuses to read thousands of figures.
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST else 0


class Parts:
    """One list of parts. A subclass says which rows, what they are called, and how one is added."""

    page: ClassVar[str] = ""
    row: ClassVar[str] = ""
    noun: ClassVar[str] = "row"
    empty: ClassVar[str] = "Nothing is recorded yet."
    can_move: ClassVar[bool] = True
    add_heading: ClassVar[str] = "Add one"
    add_words: ClassVar[str] = "Add"

    def __init__(self, request: HttpRequest, owner: Any, address: str) -> None:
        self.request, self.owner, self.address = request, owner, address

    def queryset(self) -> "models.QuerySet[Any]":
        raise NotImplementedError

    def called(self, row: Any) -> str:
        return f"“{row}”"

    def add_form(self, data: Any = None) -> forms.Form:
        raise NotImplementedError

    def add(self, form: forms.Form) -> Any:
        raise NotImplementedError

    def further(self, do: str, row: Any) -> Outcome | None:
        """Answer a press that only this list has."""
        return None

    def why_kept(self, row: Any) -> str:
        """Return why `row` may not be removed, in a sentence; nothing when it may be."""
        return ""

    def context(self) -> dict[str, Any]:
        return {}

    def rows(self) -> list[Any]:
        return list(self.queryset())

    def edit_address(self, row: Any) -> str:
        """Return where `row` is changed; nothing where it can only be removed."""
        return ""

    def acts(self, row: Any) -> list[tuple[str, str]]:
        """Return further presses on `row`, as (what `further` is told, words)."""
        return []

    def presses(self) -> list[tuple[str, str]]:
        """Return presses on the list as a whole, as (what `further` is told, words)."""
        return []

    # --- Answering ------------------------------------------------------------------------------

    def answer(self) -> HttpResponse:
        """Show the page, or do what was pressed and show what came of it."""
        if self.request.method != "POST":
            return self._page(self.add_form())
        do, _, which = self.request.POST.get("do", "add").partition(":")
        if do == "add":
            return self._added()
        try:
            outcome = self._done(do, number_in(which))
        except Refused as refused:
            outcome = Outcome(str(refused), refused=True)
        return self._came_of(outcome)

    def _added(self) -> HttpResponse:
        form = self.add_form(self.request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            row = self.add(form)
        except Refused as refused:
            form.add_error(None, str(refused))
            return self._page(form, status=422)
        return self._came_of(Outcome(f"Added {self.called(row)}.", row.pk, "added"))

    def _done(self, do: str, which: int) -> Outcome:
        by = signed_in(self.request)
        if do == "undo":
            row = self.put_back(which, by)
            return Outcome(f"Put back {self.called(row)}.", row.pk, "change")
        row = next((one for one in self.rows() if one.pk == which), None)
        if row is None and which:
            raise Refused("Somebody else has removed it meanwhile. Nothing was done.")
        if (found := self.further(do, row)) is not None:
            return found
        if row is not None and do in {"up", "down"} and self.can_move:
            return self._moved(row, do)
        if row is not None and do == "remove":
            if why := self.why_kept(row):
                raise Refused(why)
            undo = self.take_out(row, by)
            return Outcome(f"Removed {self.called(row)}.", undo=undo)
        raise Refused("That button is not known. Nothing was done.")

    def take_out(self, row: Any, by: User) -> int:
        """Remove `row`; return the number of the history row that can put it back."""
        return take_out(row, by=by, because=f"Removed a {self.noun}")

    def put_back(self, removed: int, by: User) -> Any:
        """Write again the row whose removal is history row `removed`, and return it."""
        because = f"Put back a {self.noun} that was removed"
        return put_back(self.queryset(), removed, by=by, because=because)

    def _moved(self, row: Any, do: str) -> Outcome:
        order = moved_by(self.rows(), row.pk, -1 if do == "up" else 1)
        self.check_order(order)
        arrange(order, by=signed_in(self.request), because=f"Moved a {self.noun} {do}")
        place = next(n for n, one in enumerate(order, start=1) if one.pk == row.pk)
        return Outcome(f"{self.called(row)} is now {place} of {len(order)}.", row.pk, do)

    def check_order(self, order: list[Any]) -> None:
        """Raise Refused where this order may not be."""

    def _came_of(self, outcome: Outcome) -> HttpResponse:
        if self.request.headers.get("HX-Request"):
            return HttpResponse(self._fragment(outcome))
        tell = messages.warning if outcome.refused else messages.success
        tell(self.request, outcome.said)
        response = redirect(self.address)
        if outcome.undo:
            response["Location"] += f"?removed={outcome.undo}"
        elif outcome.row:
            response["Location"] += f"#row-{outcome.row}"
        return response

    def _fragment(self, outcome: Outcome) -> str:
        form = self.add_form()
        if outcome.button == "added":
            first = next(iter(form.visible_fields()), None)
            if first is not None:
                first.field.widget.attrs["data-focus"] = ""
        shown = self.shown(form) | {"outcome": outcome, "swapped": True}
        return render_to_string("components/parts_swapped.html", shown, self.request)

    def _page(self, form: forms.Form, status: int = 200) -> HttpResponse:
        shown = self.shown(form)
        if self.request.headers.get("HX-Request"):
            answer = render(self.request, "components/parts_add.html", shown, status=status)
            answer["HX-Retarget"] = "#add"
            return answer
        removed = self.request.GET.get("removed", "")
        if number := number_in(removed):
            shown["outcome"] = Outcome("", undo=number)
        return render(self.request, self.page, shown, status=status)

    def shown(self, form: forms.Form) -> dict[str, Any]:
        """Return what the page and its fragments are drawn from."""
        return {
            "parts": self,
            "rows": self.dressed(),
            "presses": self.presses(),
            "empty": self.empty,
            "form": form,
            "owner": self.owner,
            "theme": self.theme(),
            **self.context(),
        }

    def theme(self) -> Any:
        """Return the council or partnership whose colours the page has."""
        return None

    def dressed(self) -> list[Any]:
        """Return the rows, each knowing its name, where it is changed, and its presses."""
        rows = self.rows()
        for row in rows:
            row.called = self.called(row)
            row.edit_address = self.edit_address(row)
            row.further_acts = self.acts(row)
        return rows

    # --- Changing one in place ------------------------------------------------------------------

    def edit(self, row: Any, form: Any, save: Callable[[Any], Any], heading: str) -> HttpResponse:
        """Show `form` in the row's place, or as a page; `save` writes what it holds.

        `save` raises ChangedMeanwhile where two people changed the same thing.
        """
        address = self.edit_address(row)
        shown = {
            "form": form,
            "heading": heading,
            "address": address,
            "back": f"{self.address}#row-{row.pk}",
            "theme": self.theme(),
            "owner": self.owner,
        }
        if "row" in self.request.GET:
            return self._row(row.pk, "")
        if self.request.method != "POST":
            return self._editor(shown, 200)
        if form.is_valid():
            try:
                save(form)
            except ChangedMeanwhile as changed:
                return self._editor(shown | conflict_of(form, changed), 409)
            except Refused as refused:
                form.add_error(None, str(refused))
        if form.errors:
            return self._editor(shown, 422)
        return self._saved(row)

    def _saved(self, row: Any) -> HttpResponse:
        if self.request.headers.get("HX-Request"):
            return self._row(row.pk, "Saved.")
        messages.success(self.request, "Saved.")
        response = redirect(self.address)
        response["Location"] += f"#row-{row.pk}"
        return response

    def _editor(self, shown: dict[str, Any], status: int) -> HttpResponse:
        inline = self.request.headers.get("HX-Request")
        template = "components/part_editor.html" if inline else "components/part_page.html"
        return render(self.request, template, shown, status=status)

    def _row(self, pk: int, said: str) -> HttpResponse:
        rows = self.dressed()
        place = next((n for n, row in enumerate(rows) if row.pk == pk), None)
        if place is None:
            raise Http404
        shown = {
            "parts": self,
            "row": rows[place],
            "first": place == 0,
            "last": place == len(rows) - 1,
            "outcome": Outcome(said, pk, "change"),
            "swapped": True,
            **self.context(),
        }
        return render(self.request, "components/parts_one.html", shown)
