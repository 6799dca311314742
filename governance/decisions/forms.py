"""The forms that answer each line of a decision's checklist."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from governance.decisions.models import Decision, Resolution
from governance.meetings.classify import Classify
from governance.pages.fields import DayMonthYearField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

Answer = Decision.Answer
EMPTY: list[Any] = [None, "", False, [None, None, None], ["", "", ""]]


class PartForm(PlainSentences, RevealsFields, forms.Form):
    """A part of a record, under the model's field names; `because` goes into its history."""

    heading = ""
    because = ""
    lead = ""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def not_of_the_record(cls) -> set[str]:
        """Return the names of questions that are no field of a decision."""
        return {name for name in cls.base_fields if name.endswith("seen")}

    def offer(self, decision: Decision) -> None:
        """Fill the lists that depend on the decision; called once the form is made."""

    def first(self, decision: Decision) -> dict[str, Any]:
        """Return what is shown first where it is not the field as it is stored."""
        return {}

    def changes(self) -> dict[str, Any]:
        return {n: value for n, value in self.cleaned_data.items() if not n.endswith("seen")}


def _text(label: str, *, rows: int = 5, required: bool = True, **options: Any) -> forms.CharField:
    missing = {"required": f"Write the {label.lower()}."}
    return forms.CharField(
        label=label, required=required, error_messages=missing,
        widget=forms.Textarea(attrs={"rows": rows}), **options,
    )  # fmt: skip


class ReasonsForm(PartForm):
    heading = "Reasons for the decision"
    because = "Recorded the reasons"
    reasons = _text("Reasons", help_text="Regulation 12(2)(b) of SI 2012/2089", rows=8)


class NoneOrSome(PartForm):
    """An answer that is chosen, and a text that goes with “some” only."""

    pairs: tuple[tuple[str, str, str], ...] = ()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for answer, text, asks in self.pairs:
            if data.get(answer) == Answer.SOME and not data.get(text, "").strip():
                self.add_error(text, asks)
            elif data.get(answer) == Answer.NONE:
                data[text] = ""
        return data


def _chosen(label: str, none: str, some: str, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[(Answer.SOME, some), (Answer.NONE, none)],
        widget=RevealingRadios, error_messages={"required": f"{label}: choose one."}, **options,
    )  # fmt: skip


class AlternativesForm(NoneOrSome):
    heading = "Alternatives considered and rejected"
    because = "Recorded the alternatives"
    pairs = (
        ("alternatives_answer", "alternatives", "Write what was rejected, and why."),
    )  # fmt: skip
    reveals = {"alternatives_answer": {"some": ["alternatives"]}}
    alternatives_answer = _chosen(
        "Alternatives", "No alternatives were considered", "These were considered and rejected"
    )
    alternatives = _text("What was considered, and why it was rejected", required=False)


class ConflictsForm(NoneOrSome):
    heading = "Conflicts of interest"
    because = "Recorded the conflicts of interest"
    pairs = (
        ("conflicts_answer", "conflicts", "Write who declared which interest."),
        ("dispensations_answer", "dispensations", "Write which was given, and to whom."),
    )  # fmt: skip
    reveals = {
        "conflicts_answer": {"some": ["conflicts"]},
        "dispensations_answer": {"some": ["dispensations"]},
    }
    conflicts_answer = _chosen("Conflicts of interest", "None declared", "These were declared")
    conflicts = _text("What was declared", rows=3, required=False)
    dispensations_answer = _chosen("Dispensations", "No dispensations", "These were given")
    dispensations = _text("What was given", rows=3, required=False)


class KeyForm(PartForm):
    heading = "Key decision or not"
    because = "Recorded whether it is a key decision"
    reveals = {"key_answer": {"yes": ["key_test"]}}
    key_answer = forms.ChoiceField(
        label="Is it a key decision?", choices=Decision.YesNo, widget=RevealingRadios,
        help_text="Regulation 8 of SI 2012/2089",
        error_messages={"required": "Choose whether it is a key decision."},
    )  # fmt: skip
    key_test = forms.ChoiceField(
        label="Which test makes it key?", choices=Decision.KeyTest, widget=RevealingRadios,
        required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("key_answer") == Decision.YesNo.YES and not data.get("key_test"):
            self.add_error("key_test", "Choose which test makes it a key decision.")
        elif data.get("key_answer") == Decision.YesNo.NO:
            # What was said of its notice goes with it.
            data |= {"key_test": "", "key_route": "", "key_route_reason": "", "key_notice": None}
        return data


class CallInForm(PartForm):
    heading = "Can it be called in?"
    because = "Recorded whether it can be called in"
    reveals = {
        "call_in_answer": {"no": ["no_call_in_ground", "no_call_in_reason", "effective_from"]}
    }
    call_in_answer = forms.ChoiceField(
        label="Can it be called in?", choices=Decision.YesNo, widget=RevealingRadios,
        error_messages={"required": "Choose whether it can be called in."},
    )  # fmt: skip
    no_call_in_ground = forms.ChoiceField(
        label="On which ground?", choices=Decision.NoCallIn, widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip
    no_call_in_reason = _text("Why not? This is printed on the notice", rows=3, required=False)
    effective_from = DayMonthYearField(
        label="From when is it in effect? (optional)", called="Day", required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("call_in_answer") == Decision.YesNo.NO and not data.get("no_call_in_reason"):
            self.add_error("no_call_in_reason", "Write why it cannot be called in.")
        if data.get("call_in_answer") == Decision.YesNo.NO and not data.get("no_call_in_ground"):
            self.add_error("no_call_in_ground", "Choose the ground.")
        if data.get("call_in_answer") == Decision.YesNo.YES:
            data |= {"no_call_in_reason": "", "no_call_in_ground": "", "effective_from": None}
        return data


class ContactForm(PartForm):
    heading = "Who to contact"
    because = "Recorded whom to contact"
    contact = forms.CharField(
        label="Portfolio holder or officer to contact", max_length=300,
        error_messages={"required": "Name the portfolio holder or an officer to contact."},
    )  # fmt: skip


class ClassificationForm(Classify, PartForm):
    heading = "Who can read it"
    because = "Recorded who can read it"


class ResolutionForm(PartForm):
    """When it was made, and the words before the limbs; the limbs are a formset of their own."""

    heading = "The decision and the date it was made"
    because = "Recorded what was resolved"
    limbs_seen = forms.IntegerField(widget=forms.HiddenInput)
    made_on = DayMonthYearField(label="Date of the decision")
    preamble = forms.CharField(
        label="Words before the limbs", max_length=200, required=False,
        help_text="For example: Cabinet resolved to:",
    )  # fmt: skip


class LimbForm(PlainSentences, forms.Form):
    id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # The first of the list is what a browser posts of a further limb that nobody wrote.
    verb = forms.ChoiceField(label="Verb", choices=Resolution.Verb, initial=Resolution.Verb.APPROVE)
    text = forms.CharField(
        label="What follows the verb", widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write what follows the verb, or tick “Remove this limb”."},
    )  # fmt: skip
    mark = forms.CharField(label="Printed mark, such as *", max_length=4, required=False)
    footnote = forms.CharField(label="What the mark means", required=False)
    delegated_to = forms.CharField(label="Delegated to", max_length=200, required=False)
    in_consultation_with = forms.CharField(
        label="In consultation with", max_length=200, required=False
    )
    recommended_to = forms.CharField(label="Recommended to", max_length=200, required=False)
    due_from = DayMonthYearField(
        label="To be reported back no earlier than", called="Day", required=False
    )
    due_on = DayMonthYearField(
        label="To be reported back by", called="Day", required=False,
        help_text="A quarter is its first and its last day. This makes a duty",
    )  # fmt: skip

    # Shown at once; the rest stands behind a line that opens, and is open where something is in it.
    MAIN = ("verb", "text")

    @property
    def further(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in self.MAIN]

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MAIN]

    @property
    def is_open(self) -> bool:
        """Is there anything to see behind the line?"""
        return any(field.errors or field.value() not in EMPTY for field in self.further)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("due_from"), data.get("due_on")
        if first and not last:
            self.add_error("due_on", "Enter the last day as well.")
        elif first and last and last < first:
            self.add_error("due_on", "The last day cannot come before the first.")
        if data.get("verb") == Resolution.Verb.DELEGATE and not data.get("delegated_to"):
            raise ValidationError({"delegated_to": "Name the post to which it is delegated."})
        return data
