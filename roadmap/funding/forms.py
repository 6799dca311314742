"""A split with its shares, a source, a cost, a benefit and its figures."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from governance.calendar import words
from governance.councils.models import Council
from governance.pages.fields import DayMonthYearField
from governance.pages.money import PoundsField
from governance.pages.parts import number_in
from governance.pages.sentences import PlainSentences
from roadmap.funding.fields import ShareField
from roadmap.funding.models import CostSplit, FundingSource
from roadmap.funding.rules import REMAINDER_RULE, faults_of_shares, year_words

YEARS = [(year, year_words(year)) for year in range(2019, 2041)]


class MoneyForm(PlainSentences, forms.Form):
    """What every record of money ends with: published or a draft, made up or not."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Last on the page, whatever a form adds before them.
        self.fields["is_published"] = forms.BooleanField(
            label="Published: everybody may see it", required=False
        )
        self.fields["is_illustrative"] = forms.BooleanField(
            label="Made up, to show how this works", required=False
        )

    def choose(self, **rows: "QuerySet[Any]") -> None:
        """Say which records the fields offer."""
        for name, found in rows.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = found


def _text(label: str, help_text: str = "", rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class SplitForm(MoneyForm):
    shares_seen = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label="Name of the split", max_length=120, help_text="For example: MOA split"
    )
    from_on = DayMonthYearField(label="In force from", called="First day", required=False)
    to_on = DayMonthYearField(label="In force until", called="Last day", required=False)
    source = _text("Where it is laid down", "Published")

    def __init__(self, *args: Any, councils: list[Council], **kwargs: Any) -> None:
        self.councils = councils
        super().__init__(*args, **kwargs)
        for council in councils:
            self.fields[f"share_{council.pk}"] = ShareField(
                label=f"Share of {council.short_name}, in percent", required=False,
                help_text="Empty where nobody knows it" if council == councils[0] else "",
            )  # fmt: skip
        self.order_fields(["seen", "shares_seen", "name", "from_on", "to_on", *self._shares()])

    def _shares(self) -> list[str]:
        return [f"share_{council.pk}" for council in self.councils]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", f"It begins on {words.day(first)}.")
        if not any(name in self.errors for name in self._shares()):
            shares = {c.short_name: data.get(f"share_{c.pk}") for c in self.councils}
            for fault in faults_of_shares(shares):
                self.add_error(self._shares()[0], fault)
        return data

    def said(
        self,
    ) -> tuple[dict[str, Any], tuple[dict[Council, int | None], dict[int, int | None]], int]:
        """Return fields of CostSplit, the shares wanted and shown, and the revision seen."""
        data = dict(self.cleaned_data)
        shares = {council: data.pop(f"share_{council.pk}") for council in self.councils}
        return data, (shares, _shares_in(data.pop("shares_seen"))), data.pop("seen") or 0


def shares_as_shown(split: CostSplit) -> str:
    """Return what `shares_seen` holds of the shares of a split as they are: council:hundredths."""
    held = {row.council_id: row.hundredths for row in split.shares.all()}
    return ",".join(f"{pk}:{'' if held[pk] is None else held[pk]}" for pk in sorted(held))


def _shares_in(typed: str) -> dict[int, int | None]:
    pairs = (one.partition(":") for one in typed.split(","))
    return {number_in(pk): number_in(share) if share else None for pk, _, share in pairs}


class SourceForm(MoneyForm):
    name = forms.CharField(label="Name", max_length=200)
    kind = forms.ChoiceField(
        label="What kind of money?", choices=FundingSource.Kind, widget=forms.RadioSelect
    )
    given_by = forms.CharField(label="Who gave it", max_length=200, required=False)
    amount_pence = PoundsField(
        label="Amount, in pounds", required=False, help_text="Empty where it is not known"
    )
    received_on = DayMonthYearField(label="Received on", called="Day", required=False)
    received_words = forms.CharField(
        label="Or when, in words, where the day is not known", max_length=120, required=False,
        help_text="For example: October or November 2022",
    )  # fmt: skip
    restricted_to = forms.CharField(
        label="The only purpose it may be spent on", max_length=120, required=False,
        help_text="Empty where it may be spent on anything",
    )  # fmt: skip
    conditions = _text("Conditions", "Published")
    source = _text("Where this is recorded", "Published")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("received_on") and data.get("received_words"):
            self.add_error("received_words", "Leave this empty: the day is known.")
        return data


class CostForm(MoneyForm):
    title = forms.CharField(label="What for", max_length=200)
    amount_pence = PoundsField(
        label="Amount, in pounds", signed=True,
        help_text="With a minus where money came back: -250",
    )  # fmt: skip
    on = DayMonthYearField(label="Spent on", called="Day", required=False)
    purpose = forms.CharField(
        label="Purpose", max_length=120, help_text="In the words of the source where it has one"
    )
    source = forms.ModelChoiceField(
        FundingSource.objects.none(), label="Paid from", empty_label="Choose a source"
    )
    split = forms.ModelChoiceField(
        FundingSource.objects.none(), label="Shared by which split?", required=False,
        empty_label="By none: one council bears it", help_text=REMAINDER_RULE,
    )  # fmt: skip
    council = forms.ModelChoiceField(
        Council.objects.none(), label="Or borne by one council", required=False,
        empty_label="Shared",
    )  # fmt: skip
    item = forms.ModelChoiceField(
        Council.objects.none(), label="Item of the roadmap", required=False, empty_label="None"
    )
    business_case = forms.ModelChoiceField(
        Council.objects.none(), label="Business case", required=False, empty_label="None"
    )
    reason = _text(
        "Why it is charged to this source all the same",
        "Only where it overspends the source, or is not what the source is for. Published.",
    )
    recorded_in = _text("Where this is recorded", "Published")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "split" in self.errors or "council" in self.errors:
            return data
        if data.get("split") and data.get("council"):
            self.add_error("council", "Choose the split or one council, not both.")
        elif not data.get("split") and not data.get("council"):
            self.add_error("split", "Choose by which split it is shared, or who bears it.")
        return data


class BenefitForm(MoneyForm):
    title = forms.CharField(label="What it brings", max_length=200)
    is_cashable = forms.BooleanField(
        label="Cashable: it can be taken out of a budget", required=False
    )
    baseline_pence = PoundsField(
        label="Baseline: what it costs today, in pounds a year", required=False
    )
    measure = forms.CharField(
        label="How it is measured", max_length=200, required=False,
        help_text="In words, where it is not money or not only money",
    )  # fmt: skip
    condition = _text("On what condition", "For example: after two years. Published.")
    owner = forms.CharField(
        label="Who answers for it", max_length=200, required=False, help_text="A post, not a name"
    )
    item = forms.ModelChoiceField(
        Council.objects.none(), label="Item of the roadmap", required=False, empty_label="None"
    )
    business_case = forms.ModelChoiceField(
        Council.objects.none(), label="Business case", required=False, empty_label="None"
    )
    recorded_in = _text("Where this is recorded", "The report and its paragraph. Published.")


class FigureForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    forecast_pence = PoundsField(label="Forecast, in pounds", required=False, signed=True)
    actual_pence = PoundsField(label="Actual, in pounds", required=False, signed=True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        if data.get("forecast_pence") is None and data.get("actual_pence") is None:
            self.add_error("forecast_pence", "Enter the forecast, the actual figure, or both.")
        return data


class NewFigureForm(FigureForm):
    field_order = ["council", "year"]

    council = forms.ModelChoiceField(Council.objects.none(), label="Council", empty_label=None)
    year = forms.TypedChoiceField(label="Financial year", choices=YEARS, coerce=int, initial=2025)

    def __init__(self, *args: Any, councils: "QuerySet[Council]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Any]", self.fields["council"]).queryset = councils
