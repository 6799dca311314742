"""Printed marks, such as asterisks, and the footnotes that explain them."""

from typing import Any

from django import forms

from governance.decisions.models import Decision, Resolution
from governance.meetings.models import AgendaItem
from governance.pages.sentences import PlainSentences

Marked = Resolution | AgendaItem


def marked_things(decision: Decision) -> list[Marked]:
    """Return the limbs and the items of the meeting that carry a mark, in printed order."""
    things: list[Marked] = []
    if decision.item:
        things += decision.item.meeting.items.exclude(mark="").order_by("position")
    things += decision.resolutions.exclude(mark="").order_by("number")
    return things


class MarksForm(PlainSentences, forms.Form):
    """For each mark: the mark itself, which may be taken away, and its footnote."""

    heading = "Marks with no explanation"

    def __init__(self, things: list[Marked], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._things = things
        for number, thing in enumerate(things):
            where = (
                f"minute {thing.minute_number}"
                if isinstance(thing, AgendaItem)
                else f"limb {thing.number}"
            )
            self.fields[f"mark_{number}"] = forms.CharField(
                label=f"Mark at {where}", max_length=4, required=False, initial=thing.mark,
                help_text="Leave this empty to take the mark away",
                error_messages={"max_length": "A mark must be 4 characters or fewer."},
            )  # fmt: skip
            self.fields[f"footnote_{number}"] = forms.CharField(
                label=f"What the mark at {where} means", required=False, initial=thing.footnote
            )

    def answers(self) -> list[tuple[Any, str, str]]:
        """Return (limb or item, mark, footnote); a mark taken away takes its footnote along."""
        found = []
        for number, thing in enumerate(self._things):
            mark = self.cleaned_data[f"mark_{number}"]
            found.append((thing, mark, self.cleaned_data[f"footnote_{number}"] if mark else ""))
        return found
