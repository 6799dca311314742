"""Building an agenda on one page."""

from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from governance.bodies.page import theme_of
from governance.calendar.local_time import local_day
from governance.call_in_windows.actions import calendar_of
from governance.errors import Refused
from governance.history.actions import revision_of
from governance.meetings import agenda_actions
from governance.meetings.access import editable_item, editable_meeting
from governance.meetings.agenda_forms import AddItemForm, AgendaItemForm
from governance.meetings.desk import timings_of
from governance.meetings.models import AgendaItem, Meeting
from governance.meetings.motion import notes_of, numbered
from governance.notices.models import Notice
from governance.notices.states import State
from governance.pages.parts import Outcome, Parts
from governance.people.permissions import signed_in


class Agenda(Parts):
    page = "governance/meetings/agenda.html"
    row = "governance/meetings/agenda_row.html"
    noun = "item"
    empty = "There is no item yet. Copy the standing items, or add the first below."
    add_heading = "Add an item"
    add_words = "Add item"

    owner: Meeting

    def queryset(self) -> "models.QuerySet[Any]":
        return self.owner.items.order_by("part", "position")

    def rows(self) -> list[Any]:
        found = self.queryset().prefetch_related("documents", "questions", "decisions")
        rows = numbered(list(found.select_related("minutes_of__body")), self.owner)
        for row in rows:
            # Relations that lead back would otherwise be fetched for each row.
            row.meeting = self.owner
        return rows

    def called(self, row: Any) -> str:
        return f"“{row.title}”"

    def add_form(self, data: Any = None) -> AddItemForm:
        return AddItemForm(data, auto_id="add_%s")

    def add(self, form: Any) -> AgendaItem:
        return agenda_actions.add_item(self.owner, form.cleaned_data, by=signed_in(self.request))

    def edit_address(self, row: Any) -> str:
        return reverse("meetings:agenda_item", args=[row.pk])

    def acts(self, row: Any) -> list[tuple[str, str]]:
        part = "Part I" if row.part == AgendaItem.Part.PRIVATE else "Part II"
        found = [("part", f"To {part}")]
        if row.kind == AgendaItem.Kind.EXCLUSION:
            found.append(("motion", "Write the motion"))
        return found

    def presses(self) -> list[tuple[str, str]]:
        found = [("standing", "Copy the standing items")]
        if self.owner.items.exclude(printed_number="").exists():
            found.append(("places", "Number the items by their places"))
        if self.owner.body.numbers_on:
            first = agenda_actions.first_minute_number(self.owner)
            found.append(("number", f"Number the minutes from {first}"))
        return found

    def why_kept(self, row: Any) -> str:
        kept = [
            (row.decisions.all(), "a decision is recorded under it"),
            (row.documents.all(), "papers are kept with it"),
            (row.questions.all(), "questions are recorded under it"),
            (row.minute, "its minute is written"),
        ]
        why = next((words for found, words in kept if found), "")
        return f"“{row.title}” was not removed: {why}." if why else ""

    def check_order(self, order: list[Any]) -> None:
        parts = [row.part for row in order]
        if parts != sorted(parts):
            raise Refused(
                "An item does not leave its part by moving up or down: use “To Part I” or “To "
                "Part II”."
            )

    def further(self, do: str, row: Any) -> Outcome | None:
        by = signed_in(self.request)
        if do == "standing":
            added = agenda_actions.copy_standing_items(self.owner, by=by)
            return Outcome(f"Copied {added} item{'' if added == 1 else 's'}.", button=do)
        if do == "number":
            first, last = agenda_actions.number_minutes(self.owner, by=by)
            return Outcome(f"Numbered the minutes {first} to {last}.", button=do)
        if do == "places":
            agenda_actions.number_items(self.owner, by=by)
            return Outcome("Each item is numbered by its place.", button=do)
        if row is not None and do == "part":
            moved = agenda_actions.move_to_other_part(row, by=by)
            return Outcome(f"{self.called(row)} is in {moved.get_part_display()}.", row.pk, do)
        if row is not None and do == "motion":
            agenda_actions.write_motion(row, by=by)
            return Outcome("Wrote the motion from the items in Part II.", row.pk, do)
        return None

    def out_on(self) -> date | None:
        """Return the local day on which the agenda was first published here; None while not."""
        notices = Notice.objects.visible_to(self.request.user).filter(kind=Notice.Kind.AGENDA)
        out = notices.filter(meeting=self.owner, state=State.PUBLISHED).first()
        return local_day(out.published_at) if out and out.published_at else None

    def context(self) -> dict[str, Any]:
        today, out_on = timezone.localdate(), self.out_on()
        calendar = calendar_of(self.owner.body.lead_council)
        return {
            "meeting": self.owner,
            "timings": timings_of(self.owner, calendar, today, out_on),
            "crumbs": [
                ("Meetings", reverse("meetings:index")),
                (str(self.owner), reverse("meetings:detail", args=[self.owner.pk])),
            ],
        }

    def shown(self, form: Any) -> dict[str, Any]:
        shown = super().shown(form)
        return shown | {"notes": notes_of(shown["rows"])}

    def theme(self) -> Any:
        return theme_of(self.owner.body)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """Add, change, move and remove items; with a script nothing but the list is drawn anew."""
    return _agenda(request, editable_meeting(request, pk=pk)).answer()


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def agenda_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one item as the agenda prints it."""
    item = editable_item(request, pk=pk)
    first = first_of(item)
    form = AgendaItemForm(
        request.POST or None, initial=first, item=item, auto_id=f"item-{item.pk}-%s"
    )

    def save(form: AgendaItemForm) -> AgendaItem:
        data = dict(form.cleaned_data)
        seen = data.pop("seen")
        return agenda_actions.change_item(item, data, seen, by=signed_in(request))

    return _agenda(request, item.meeting).edit(item, form, save, f"Change “{item.title}”")


def first_of(item: AgendaItem) -> dict[str, Any]:
    """Return what the form shows first: the item's own values, and whether it is urgent."""
    names = [name for name in AgendaItemForm.base_fields if name not in {"seen", "is_urgent"}]
    found = {name: getattr(item, name) for name in names} | {"seen": revision_of(item)}
    return found | {"is_urgent": "yes" if item.urgent_because else "no"}


def _agenda(request: HttpRequest, meeting: Meeting) -> Agenda:
    return Agenda(request, meeting, reverse("meetings:agenda", args=[meeting.pk]))
