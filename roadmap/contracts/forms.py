"""What is asked of a contract, its extensions and its licences."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.pages.fields import DayMonthYearField
from governance.pages.money import PoundsField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences
from roadmap.contracts.choices import Procurement, Renewal, SupplierKind, Unit
from roadmap.contracts.models import FIRST_DAY, LAST_DAY

BOUNDED = ("starts_on", "ends_on", "review_on", "notice_given_on", "closed_on")
MOST_LICENCES = 10_000_000


def _line(label: str, length: int, *, required: bool = False, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=required, help_text=hint)


def _text(label: str, *, rows: int = 3, hint: str = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=False, max_length=5000, help_text=hint, widget=area
    )


def _number(label: str, most: int, *, least: int = 1, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most, help_text=hint,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip


def _choice(label: str, choices: Any, *, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", "Not recorded"), *choices], required=False, help_text=hint
    )


def _day(label: str, called: str, *, hint: str = "") -> DayMonthYearField:
    return DayMonthYearField(label=label, called=called, required=False, help_text=hint)


def in_bounds(form: forms.Form, names: tuple[str, ...]) -> None:
    """Add an error to each of these dates that no contract of a council can have."""
    for name in names:
        day = form.cleaned_data.get(name)
        if day and not FIRST_DAY <= day <= LAST_DAY:
            form.add_error(name, f"Enter a day from {FIRST_DAY.year} to {LAST_DAY.year}.")


class Paired(forms.Form):
    """A form in which one answer needs another."""

    def _both(self, data: dict[str, Any], *answers: str) -> None:
        """Ask for the one of two answers that is missing: name, sentence, name, sentence."""
        for name, other, sentence in (
            (answers[0], answers[2], answers[3]), (answers[2], answers[0], answers[1]),
        ):  # fmt: skip
            given = data.get(name) not in (None, "")
            if given and data.get(other) in (None, "") and other not in self.errors:
                self.add_error(other, sentence)


class ContractForm(PlainSentences, RevealsFields, Paired):
    """A contract: who made it with whom, for how much, until when, and how it ends."""

    reveals = {"renewal": {Renewal.TACIT: ["roll_months"]}}

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    covers_seen = forms.CharField(widget=forms.HiddenInput, required=False)
    title = _line("Title of the agreement", 200, required=True)
    council = forms.ModelChoiceField(
        Council.objects.none(), label="Which council made it?", empty_label=None,
        help_text="That council publishes it, and its officers change it",
    )  # fmt: skip
    covers = forms.ModelMultipleChoiceField(
        Council.objects.none(), label="Which other councils does it cover?", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reference = _line("Reference number", 60)
    department = _line("Department responsible", 200)
    description = _text("What is provided", hint="Goods and services, in public words")
    supplier = _line("Supplier", 200)
    supplier_kind = _choice("Is the supplier small or voluntary?", SupplierKind.choices)
    supplier_number = _line("Company or charity number", 20)
    value_pence = PoundsField(label="Sum over the whole contract, in pounds", required=False)
    annual_pence = PoundsField(label="Or the estimated yearly spend, in pounds", required=False)
    vat_pence = PoundsField(label="VAT that cannot be recovered, in pounds", required=False)
    money_withheld = _text(
        "Why the sums are not published", rows=2,
        hint="Leave empty to publish them. Whoever may read drafts sees them all the same",
    )  # fmt: skip
    starts_on = _day("Start", "Start")
    ends_on = _day("Last day of the initial term", "Last day", hint="Before any extension")
    review_on = _day("Review", "Review date")
    renewal = forms.ChoiceField(
        label="What happens at the end?", choices=Renewal, widget=RevealingRadios,
        initial=Renewal.NONE, error_messages={"required": "Choose what happens at the end."},
    )  # fmt: skip
    roll_months = _number("It rolls on for how many months at a time?", 120)
    notice_count = _number("Length of notice", 1000, hint="Before the end of a term")
    notice_unit = _choice("Notice is counted in", Unit.choices)
    notice_given_on = _day("Notice was given on", "Day of notice", hint="Only where it was given")
    closed_on = _day("No longer in use since", "Day", hint="Only where it was replaced or dropped")
    lead_months = _number(
        "Months to procure a joint replacement", 120, least=0,
        hint="Leave empty to use what its function usually takes",
    )  # fmt: skip
    can_be_joined = forms.BooleanField(label="Other councils may join it", required=False)
    procurement = _choice("How was it procured?", Procurement.choices)
    route = _line("Route", 200, hint="For example the name of a framework")
    is_unapproved = forms.BooleanField(label="It was found without approval", required=False)
    approved_by = forms.ModelChoiceField(
        Decision.objects.none(), label="Which decision approved it?", required=False,
        empty_label="Not recorded",
    )  # fmt: skip
    source = _text("Where these facts come from", rows=2)
    is_published = forms.BooleanField(
        label="Publish it", required=False,
        help_text="Until then only officers of the partnership’s councils see it",
    )  # fmt: skip

    def __init__(
        self, *args: Any, councils: "QuerySet[Council]", makers: "QuerySet[Council]",
        decisions: "QuerySet[Decision]", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        rows = (("council", makers), ("covers", councils), ("approved_by", decisions))
        for name, found in rows:
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, BOUNDED)
        self._check_ends(data)
        self._both(data, "notice_count", "Enter the length of notice.",
                   "notice_unit", "Choose what the notice is counted in.")  # fmt: skip
        if data.get("is_unapproved") and data.get("approved_by"):
            self.add_error("approved_by", "It was approved, or found without approval: not both.")
        return data

    def _check_ends(self, data: dict[str, Any]) -> None:
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", f"It starts on {words.day(first)}: it ends on a later day.")
        if data.get("renewal") == Renewal.TACIT:
            if not data.get("roll_months") and "roll_months" not in self.errors:
                self.add_error("roll_months", "Enter for how many months it rolls on.")
            if not last and "ends_on" not in self.errors:
                self.add_error("ends_on", "Enter the last day, from which it rolls on.")

    def said(self) -> dict[str, Any]:
        """Return fields of Contract."""
        without = {"seen", "covers", "covers_seen"}
        data = {name: value for name, value in self.cleaned_data.items() if name not in without}
        if data["renewal"] != Renewal.TACIT:
            data["roll_months"] = None
        return data


class ExtensionForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    months = forms.IntegerField(
        label="Length in months", min_value=1, max_value=120,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )  # fmt: skip
    take_up_by = _day(
        "To be taken up by", "Day", hint="Leave empty where it may be taken up until the end"
    )
    taken_on = _day("Taken up on", "Day", hint="Only where it was taken up")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, ("take_up_by", "taken_on"))
        return data


class LicenceForm(PlainSentences, Paired):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = _line("Licence", 200, required=True, hint="For example: named users")
    held = forms.IntegerField(
        label="How many does the contract give?", min_value=0, max_value=MOST_LICENCES,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
    )  # fmt: skip
    used = _number("How many are in use?", MOST_LICENCES, least=0)
    counted_on = _day("Counted on", "Day of the count")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        in_bounds(self, ("counted_on",))
        self._both(data, "used", "Enter how many were in use on that day.",
                   "counted_on", "Enter the day on which they were counted.")  # fmt: skip
        return data


class DecideForm(PlainSentences, forms.Form):
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label="Which decision says what follows?", empty_label="Choose",
        error_messages={"required": "Choose the decision."},
    )  # fmt: skip

    def __init__(self, *args: Any, decisions: "QuerySet[Decision]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Decision]", self.fields["decision"])
        field.queryset = decisions
