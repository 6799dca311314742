"""The forms of call-in: what members ask for, and what the officer finds."""

from datetime import date
from typing import Any

from django import forms

from governance.bodies.models import Body
from governance.call_in_windows.conduct import Conduct
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from scrutiny.call_ins.checking import Test
from scrutiny.call_ins.states import ENDS
from scrutiny.call_ins.validation import Findings

MUST_PROPOSE = ("required", "required_not_deferral")
YES_NO = [("yes", "Yes"), ("no", "No")]


def _text(label: str, rows: int = 4, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=area, max_length=5000, **options)


class TextForm(PlainSentences, forms.Form):
    """What is asked for, as far as the council's rule wants it."""

    grounds = forms.MultipleChoiceField(
        label="On which ground?", widget=forms.CheckboxSelectMultiple, required=False
    )
    reasons = _text("Why?", 6, help_text="Members sign this text. It is published once requested")
    alternative = _text("What do you propose instead?", required=False)

    def __init__(self, *args: Any, conduct: Conduct, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conduct = conduct
        if conduct.grounds is None:
            del self.fields["grounds"]
        else:
            choices = [(ground.text, ground.in_words()) for ground in conduct.grounds]
            self.fields["grounds"].choices = choices  # type: ignore[attr-defined]
            self.fields["grounds"].required = bool(conduct.ground_required)
            said = {"required": "Choose a ground: the council’s rule asks for one."}
            self.fields["grounds"].error_messages |= said
        alternative = self.fields["alternative"]
        alternative.required = conduct.alternative in MUST_PROPOSE
        alternative.error_messages["required"] = (
            "Say what you propose instead: the council’s rule asks for it."
        )
        if conduct.alternative == "required_not_deferral":
            alternative.help_text = "Putting the decision off is not enough"

    def said(self) -> dict[str, str]:
        """Return the text as it is kept: the grounds one a line."""
        data = self.cleaned_data
        return {
            "grounds": "\n".join(data.get("grounds", [])),
            "reasons": data["reasons"],
            "alternative": data["alternative"],
        }


class SignForm(PlainSentences, forms.Form):
    """The confirmation of one's own signature."""

    read = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    confirmed = forms.BooleanField(
        label="I have read this call-in and I sign it",
        error_messages={"required": "Tick the box to sign."},
    )


class ConfirmForm(PlainSentences, forms.Form):
    """Nothing but the button."""


class CheckForm(PlainSentences, forms.Form):
    """Every test with its computed result filled in, to be confirmed or overridden."""

    def __init__(
        self, *args: Any, tests: list[Test], hearing_by: date | None, validators: str, **kwargs: Any
    ) -> None:
        self.tests = tests
        super().__init__(*args, **kwargs)
        for test in tests:
            self.fields[test.code] = forms.ChoiceField(
                label=test.asked, choices=YES_NO, widget=forms.RadioSelect,
                initial={True: "yes", False: "no", None: None}[test.result],
                help_text=test.says,
                error_messages={"required": f"Answer: {test.asked}"},
            )  # fmt: skip
            label = "Why do you find so?" if test.result is None else "If you find otherwise: why?"
            self.fields[f"{test.code}-why"] = forms.CharField(
                label=label, required=False, max_length=1000
            )
        self.fields["reason"] = _text(
            "If it is not valid: why?", 4, required=False, help_text="This is published"
        )
        self.fields["found_by"] = forms.CharField(
            label="Who found so?", max_length=300, required=False, initial=validators,
            help_text="The offices that check a request. This is published",
        )  # fmt: skip
        if hearing_by is None:
            self.fields["hearing_by"] = DayMonthYearField(
                label="By when must it be heard, if it is valid?", called="Day", required=False,
                help_text="The record knows no rule that fixes it",
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        answers = [data.get(test.code) for test in self.tests]
        for test in self.tests:
            computed = {True: "yes", False: "no", None: None}[test.result]
            differs = data.get(test.code) not in (None, computed) and computed is not None
            if differs and not data.get(f"{test.code}-why"):
                self.add_error(f"{test.code}-why", "Say why you find otherwise.")
        if "no" in answers and not data.get("reason"):
            self.add_error("reason", "Say why it is not valid. The reason is published.")
        return data

    def found(self) -> Findings:
        """Return what the officer found."""
        data = self.cleaned_data
        return Findings(
            {one.code: (data[one.code] == "yes", data[f"{one.code}-why"]) for one in self.tests},
            reason=data["reason"],
            found_by=data["found_by"],
            hearing_by=data.get("hearing_by"),
        )


class HearingForm(PlainSentences, forms.Form):
    body = forms.ModelChoiceField(
        label="Which body hears it?", queryset=Body.objects.none(), empty_label="Choose a body"
    )
    on = DayMonthYearField(label="On which day?", called="Day")
    reason = _text(
        "If that is later than the rule allows: why?", 3, required=False,
        help_text="This is published",
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class EndForm(PlainSentences, forms.Form):
    outcome = forms.ChoiceField(
        label="How did the call-in end?", widget=forms.RadioSelect,
        choices=[(state.value, state.label) for state in ENDS],
        error_messages={"required": "Choose how it ended."},
    )  # fmt: skip
    ended_on = DayMonthYearField(label="On which day?", called="Day")
    reason = _text("Why?", help_text="This is published with the decision")


class MemberForm(PlainSentences, forms.Form):
    """What the rule asks of one member that no other record says."""

    political_group = forms.CharField(
        label="Political group", max_length=100, required=False,
        help_text="Leave empty if it is not known",
    )  # fmt: skip
    is_co_opted = forms.BooleanField(label="Co-opted, and no councillor", required=False)


class BodiesForm(PlainSentences, forms.Form):
    bodies = forms.ModelMultipleChoiceField(
        label="Which bodies hear call-ins?", queryset=Body.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Their members and chair are the committee of which the call-in rule speaks",
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].queryset = bodies  # type: ignore[attr-defined]
