"""Printed marks, such as asterisks, and the footnotes that explain them."""

from typing import Any, NamedTuple

from django import forms

from governance.decisions.models import Decision, Resolution
from governance.history.actions import revision_of
from governance.meetings.models import AgendaItem
from governance.pages.sentences import PlainSentences

Marked = Resolution | AgendaItem


class Answer(NamedTuple):
    """What somebody wrote about one mark, and the revision of the record they had before them."""

    thing: Marked
    mark: str
    footnote: str
    seen: int


def marked_things(decision: Decision) -> list[Marked]:
    """Return the limbs and the items of the meeting that carry a mark, in printed order."""
    things: list[Marked] = []
    if decision.item:
        things += decision.item.meeting.items.exclude(mark="").order_by("position")
    things += decision.resolutions.exclude(mark="").order_by("number")
    return things


class MarksForm(PlainSentences, forms.Form):
    """For each mark: the mark itself, which may be taken away, and its footnote.

    Fields are named after the record they belong to, so that what was typed about one never lands
    on another, whatever somebody else did in the meantime.
    """

    heading = "Marks with no explanation"

    def __init__(self, things: list[Marked], *args: Any, **kwargs: Any) -> None:
        self._things = {_key(thing): thing for thing in things}
        super().__init__(*args, **kwargs)
        for key, thing in self._things.items():
            where = _where(thing)
            self.fields[f"seen_{key}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=revision_of(thing)
            )
            self.fields[f"mark_{key}"] = forms.CharField(
                label=f"Mark at {where}", max_length=4, required=False, initial=thing.mark,
                help_text="Leave this empty to take the mark away",
                error_messages={"max_length": "A mark must be 4 characters or fewer."},
            )  # fmt: skip
            self.fields[f"footnote_{key}"] = forms.CharField(
                label=f"What the mark at {where} means", required=False, initial=thing.footnote
            )

    def answers(self) -> list[Answer]:
        """Return what was written; a mark taken away takes its footnote along."""
        data = self.cleaned_data
        return [
            Answer(
                thing,
                data[f"mark_{key}"],
                data[f"footnote_{key}"] if data[f"mark_{key}"] else "",
                data[f"seen_{key}"],
            )
            for key, thing in self._things.items()
        ]

    def seen_now(self) -> dict[str, int]:
        """Return the hidden fields as they would be if the page were opened now."""
        return {f"seen_{key}": revision_of(thing) for key, thing in self._things.items()}


def _key(thing: Marked) -> str:
    return f"{'minute' if isinstance(thing, AgendaItem) else 'limb'}_{thing.pk}"


def _where(thing: Marked) -> str:
    if isinstance(thing, AgendaItem):
        return f"minute {thing.minute_number or thing.printed_number}"
    return f"limb {thing.number}"
