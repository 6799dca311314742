"""A cycle of reviews, moving one occurrence, and recording that one was done."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.issues.models import Issue
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from governance.people.models import Role
from roadmap.strategies.models import Strategy
from scrutiny.cycles.models import LONGEST_MONTHS
from scrutiny.reviews.forms import MADE_UP, Seen, chosen, text_field
from scrutiny.reviews.models import Review

# So that a slip of the year does not fill a page with what nobody missed.
YEARS_BACK, YEARS_AHEAD = 10, 20


def _months(label: str, *, required: bool) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=1, max_value=LONGEST_MONTHS, required=required,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )  # fmt: skip


class CycleForm(Seen):
    title = forms.CharField(label="What is reviewed?", max_length=200)
    council = forms.ModelChoiceField(
        Council.objects.none(), label="Which council must see to it?", empty_label=None,
        error_messages={"required": "Choose the council that must see to it."},
    )  # fmt: skip
    partnership = forms.ModelChoiceField(
        Partnership.objects.order_by("name"), label="Partnership", required=False,
        empty_label="None: it is one council’s own",
    )  # fmt: skip
    issue = forms.ModelChoiceField(
        Issue.objects.order_by("title"), label="Matter", required=False, empty_label="None"
    )
    strategy = forms.ModelChoiceField(
        Strategy.objects.none(), label="Strategy", required=False, empty_label="None",
        help_text="Choose a matter, a strategy or both",
    )  # fmt: skip
    holder = forms.CharField(
        label="Which post or body must see to it?", max_length=200, required=False
    )
    holder_role = forms.ChoiceField(
        label="Whose accounts are reminded?", required=False,
        choices=[("", "Scrutiny officers, as usual"),
                 *[(kind.value, label) for kind, label in Role.LABELS.items()]],
    )  # fmt: skip
    months = _months("Months from one review in depth to the next", required=True)
    first_due = DayMonthYearField(label="First review in depth due by", called="Day")
    light_months = _months("Months from one light touch to the next", required=False)
    light_from = DayMonthYearField(
        label="First light touch due by", called="Day", required=False,
        help_text="One that falls beside a review in depth is left out",
    )  # fmt: skip
    ends_on = DayMonthYearField(label="Nothing is due after", called="Day", required=False)
    source = text_field(
        "Where does the obligation come from?", help_text="For example the resolution that made it"
    )
    note = text_field("What readers should know", rows=2, help_text="Published")
    is_published = forms.BooleanField(
        label="Published: everybody sees it, and what is due of it", required=False
    )
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", strategies: "QuerySet[Strategy]",
        today: date, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._today = today
        chosen(self, "council").queryset = councils.order_by("name")
        chosen(self, "strategy").queryset = strategies.order_by("title")

    def clean_first_due(self) -> date:
        return self._sensible(self.cleaned_data["first_due"])

    def clean_light_from(self) -> date | None:
        on = self.cleaned_data["light_from"]
        return self._sensible(on) if on else None

    def _sensible(self, on: date) -> date:
        if not -YEARS_BACK <= on.year - self._today.year <= YEARS_AHEAD:
            raise ValidationError(f"{words.day(on)} is too far away. Check the year.")
        return on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("issue") and not data.get("strategy"):
            self.add_error("strategy", "Choose the matter or the strategy that is reviewed.")
        if data.get("light_from") and not data.get("light_months"):
            self.add_error("light_months", "Enter the months from one light touch to the next.")
        if data.get("light_months") and not data.get("light_from") and not self.errors:
            self.add_error("light_from", "Enter the day by which the first one is due.")
        return data


class ChangeCycleForm(CycleForm):
    because = forms.CharField(
        label="Why is it changed?", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history. What came due under the cycle as it was stays",
        error_messages={"required": "Say why the cycle is changed."},
    )  # fmt: skip


class MoveForm(PlainSentences, forms.Form):
    to = DayMonthYearField(label="By which day is it due instead?", called="Day")
    because = forms.CharField(
        label="Why is it moved?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Published, and kept in the history",
        error_messages={"required": "Say why it is moved."},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_to(self) -> date:
        on: date = self.cleaned_data["to"]
        if abs(on.year - self._today.year) > YEARS_AHEAD:
            raise ValidationError(f"{words.day(on)} is too far away. Check the year.")
        return on


class DoneForm(PlainSentences, forms.Form):
    done_on = DayMonthYearField(label="On which day was it done?", called="Day")
    review = forms.ModelChoiceField(
        Review.objects.none(), label="By which review?", required=False,
        empty_label="None that is recorded here",
    )  # fmt: skip
    how = forms.CharField(
        label="How? Name the meeting, the report or the document", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Needed where no review is chosen",
    )  # fmt: skip

    def __init__(self, *args: Any, reviews: "QuerySet[Review]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "review").queryset = reviews.order_by("title", "pk")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("review") and not data.get("how", "").strip() and "how" not in self.errors:
            self.add_error("how", "Choose a review, or say how it was done.")
        return data
