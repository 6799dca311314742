"""The form that takes the place of a row of the roadmap."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from governance.templatetags.concordat import status
from roadmap.items import rules
from roadmap.items.models import Rollout
from roadmap.items.row_actions import FIELDS

DATES = ("forecast_start", "forecast_end", "actual_start", "actual_end")
WITH_SHAPES = [(one.value, status(one.shape, one.words)) for one in rules.Status]


class RowForm(PlainSentences, forms.Form):
    """What an officer says of a rollout from week to week."""

    # No revision has more figures than PostgreSQL's largest whole number.
    seen = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=10**18
    )
    status = forms.ChoiceField(label="Status", choices=WITH_SHAPES, widget=forms.RadioSelect)
    sentence = forms.CharField(
        label="Why, in one sentence", max_length=300, required=False,
        help_text="Shown to the public beside the status",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    owner = forms.CharField(
        label="Owner", max_length=200, required=False, help_text="A post, not a name",
    )  # fmt: skip
    reason = forms.CharField(
        label="Reason for the change", max_length=300, required=False,
        help_text="Kept in the history, not shown to the public",
    )  # fmt: skip
    forecast_start = DayMonthYearField(
        label="Forecast start", required=False, called="Forecast start"
    )
    forecast_end = DayMonthYearField(label="Forecast end", required=False, called="Forecast end")
    actual_start = DayMonthYearField(
        label="Started on", required=False, called="Day on which it started"
    )
    actual_end = DayMonthYearField(label="Ended on", required=False, called="Day on which it ended")

    def __init__(self, *args: Any, owners: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = owners or []
        self.owners_id = str(self.auto_id).replace("%s", "owners")
        self.fields["owner"].widget.attrs["list"] = self.owners_id
        self.fields["status"].widget.attrs["class"] = "govuk-radios--small"

    def clean(self) -> dict[str, Any]:
        """Say at its field what is wrong with the dates beside the status."""
        data = super().clean() or {}
        if "status" in data:
            row = Rollout(**{name: data.get(name) for name in ("status", *DATES)})
            wrong = rules.wrong_dates(row) | rules.to_come(row, timezone.localdate())
            for name, sentence in wrong.items():
                self.add_error(name, sentence)
        return data

    def typed(self) -> dict[str, Any]:
        """Return field: value of all that the row consists of."""
        return {name: self.cleaned_data[name] for name in FIELDS}


def posted_names(name: str) -> list[str]:
    """Return the names under which a field of the form is posted: three for a date."""
    return [f"{name}_{part}" for part in ("day", "month", "year")] if name in DATES else [name]


# All that the form posts of what somebody typed; a draft keeps these.
POSTED = [posted for name in (*FIELDS, "reason") for posted in posted_names(name)]


def initial_of(rollout: Rollout, revision: int) -> dict[str, Any]:
    """Return what the form shows of a row that nobody has typed in yet."""
    return {name: getattr(rollout, name) for name in FIELDS} | {"seen": revision}


def initial_of_draft(typed: Mapping[str, str], seen: int) -> dict[str, Any]:
    """Return what the form shows of a draft: every box as it was, however wrong."""
    found: dict[str, Any] = {"seen": seen, "reason": typed.get("reason", "")}
    for name in FIELDS:
        boxes = [typed.get(posted, "") for posted in posted_names(name)]
        found[name] = boxes if name in DATES else boxes[0]
    return found
