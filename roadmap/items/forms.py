"""An item of the roadmap, and what belongs to it, as partnership officers write them."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from governance.bodies.models import Body
from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.pages.fields import DayMonthYearField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences
from roadmap.items import rules
from roadmap.items.models import STATUSES, Item, Rollout, Theme
from roadmap.items.parts import USUAL_QUESTION

NARROW = {"class": "govuk-input--width-3"}


def _line(label: str, *, most: int = 200, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, help_text=help_text)


def _text(label: str, *, rows: int = 3, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def _day(label: str, called: str, *, required: bool = False) -> DayMonthYearField:
    return DayMonthYearField(label=label, called=called, required=required)


class Seen(PlainSentences, forms.Form):
    """A form that remembers which revision its writer saw; `said()` gives fields to write."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def said(self) -> dict[str, Any]:
        """Return field: value of all that was asked."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def offer(self, name: str, rows: "QuerySet[Any] | list[tuple[str, str]]") -> None:
        """Say between which records, or which (value, words), a field chooses."""
        field = self.fields[name]
        if isinstance(rows, list):
            cast("forms.ChoiceField", field).choices = rows
        else:
            cast("forms.ModelChoiceField[Any]", field).queryset = rows


class ItemForm(RevealsFields, Seen):
    """What an item is, how it stands, and who may see it."""

    reveals = {"pattern": {Item.Pattern.NEED_FIRST: ["pattern_reason"]}}

    title = forms.CharField(label="Title", max_length=200)
    description = _text("What it is about", rows=4, help_text="In words that everybody may read")
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Theme", required=False, empty_label="None"
    )
    horizon = forms.ChoiceField(label="When?", choices=Item.Horizon)
    priority = forms.ChoiceField(label="Priority", choices=Item.Priority)
    owner = _line("Owner", help_text="A post, not a name")
    principle = _line("Which principle of the strategy does it follow?")
    serves = _line("Which priority of the strategy does it serve?")
    pattern = forms.ChoiceField(
        label="In what order do the councils go?", choices=Item.Pattern, widget=RevealingRadios
    )
    pattern_reason = _text("Why in that order?", rows=2)
    status = forms.ChoiceField(
        label="How does it stand?", required=False,
        choices=[("", "As its rollouts do"), *STATUSES],
    )  # fmt: skip
    sentence = _line("Why, in one sentence", most=300, help_text="Shown to the public")
    source = _text("Where do the facts come from?", rows=2)
    is_illustrative = forms.BooleanField(label="It is illustrative: invented", required=False)
    is_published = forms.TypedChoiceField(
        label="Who can see it?", coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=[("no", "Officers: it is a draft"), ("yes", "Everybody: it is published")],
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("pattern") == Item.Pattern.NEED_FIRST and not data.get("pattern_reason"):
            self.add_error("pattern_reason", "Say why one council goes before the others.")
        if data.get("pattern") == Item.Pattern.TOGETHER:
            data["pattern_reason"] = ""
        return data


class PlanForm(Seen):
    """The plan of a rollout: which phase, whose turn, from when to when."""

    phase = forms.IntegerField(
        label="Phase", min_value=1, max_value=99, initial=1, widget=forms.NumberInput(NARROW)
    )
    turn = forms.IntegerField(
        label="Whose turn is it?", min_value=1, max_value=99, required=False,
        widget=forms.NumberInput(NARROW),
        help_text="Where the council most in need goes first: 1 is the first",
    )  # fmt: skip
    turn_reason = _line("Why this turn?", most=300)
    planned_start = _day("Planned start", "Planned start")
    planned_end = _day("Planned end", "Planned end")
    is_illustrative = forms.BooleanField(label="It is illustrative: invented", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        start, end = data.get("planned_start"), data.get("planned_end")
        if start and end and end < start:
            self.add_error("planned_end", f"It starts on {words.day(start)}.")
        if data.get("turn_reason") and not data.get("turn"):
            self.add_error("turn", "Give the turn, or take out why it is this one.")
        return data


class RolloutForm(PlanForm):
    """A new rollout: of which council, and its plan."""

    field_order = ["council", "owner"]
    council = forms.ModelChoiceField(
        Council.objects.none(), label="Council", required=False,
        empty_label="All councils together",
    )  # fmt: skip
    owner = _line("Owner", help_text="A post; that of the item where this stays empty")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("turn") and not data.get("council"):
            self.add_error("turn", "All councils together have no turn: choose one council.")
        return data


class MilestoneForm(Seen):
    """Something that is there to be seen by a day."""

    title = forms.CharField(label="Milestone", max_length=200)
    rollout = forms.ModelChoiceField(
        Rollout.objects.none(), label="Of which rollout?", required=False,
        empty_label="Of the item as a whole",
    )  # fmt: skip
    planned_on = _day("Planned for", "Planned day", required=True)
    forecast_on = _day("Forecast for", "Forecast day")
    met_on = _day("Met on", "Day on which it was met")
    is_illustrative = forms.BooleanField(label="It is illustrative: invented", required=False)

    def clean_met_on(self) -> date | None:
        return _past(self.cleaned_data["met_on"])


class ReasonForm(Seen):
    """Why one item needs another."""

    reason = _line("Why?", most=300)


class NeedForm(ReasonForm):
    """Which other item must come first."""

    field_order = ["needs"]
    needs = forms.ModelChoiceField(Item.objects.none(), label="Which item must come first?",
                                   empty_label="Not chosen")  # fmt: skip


class GateForm(Seen):
    """What a body must decide before a phase may start, and what it decided."""

    phase = forms.IntegerField(
        label="Which phase waits for it?", min_value=1, max_value=99, initial=2,
        widget=forms.NumberInput(NARROW),
    )  # fmt: skip
    body = forms.ModelChoiceField(Body.objects.none(), label="Which body decides?",
                                  empty_label="Not chosen")  # fmt: skip
    question = forms.CharField(label="What does it ask?", max_length=300, initial=USUAL_QUESTION)
    due_on = _day("To be decided by", "Day by which it is to be decided", required=True)
    outcome = forms.ChoiceField(
        label="What came of it?", choices=[(one.value, one.words) for one in rules.Outcome],
        initial=rules.Outcome.WAITING.value, widget=forms.RadioSelect,
    )  # fmt: skip
    decided_on = _day("Decided on", "Day on which it was decided")
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label="Which decision was it?", required=False,
        empty_label="None recorded here",
    )  # fmt: skip
    sentence = _line("What was found, in one sentence", most=300, help_text="Shown to the public")
    is_illustrative = forms.BooleanField(label="It is illustrative: invented", required=False)

    def clean_decided_on(self) -> date | None:
        return _past(self.cleaned_data["decided_on"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("outcome") == rules.Outcome.WAITING:
            for name in ("decided_on", "decision"):
                if data.get(name):
                    self.add_error("outcome", "It was decided: choose what came of it.")
                    break
        elif data.get("outcome") and "decided_on" in data and not data["decided_on"]:
            self.add_error("decided_on", "Enter the day on which it was decided.")
        return data


class ThemeForm(Seen):
    """The name of a theme."""

    name = forms.CharField(label="Name of the theme", max_length=100)


def _past(on: date | None) -> date | None:
    if on and on > timezone.localdate():
        raise forms.ValidationError(f"{words.day(on)} is still to come.")
    return on
