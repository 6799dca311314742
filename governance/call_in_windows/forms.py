"""A call-in rule as a person would tell it: the questions of a constitution, not its JSON."""

import hashlib
import json
from typing import Any, TypeVar

from django import forms
from django.forms.boundfield import BoundField

from governance.call_in_windows import rule_choices as choices
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.models import CallInRule
from governance.call_in_windows.rule_reading import conduct_of, terms_of
from governance.call_in_windows.rules import Terms
from governance.errors import Refused
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.sentences import PlainSentences

Asked = TypeVar("Asked", bound=forms.Field)


def _select(label: str, options: choices.Choices, *, help_text: str = "") -> forms.ChoiceField:
    """A question that "Not known" answers, so that nobody has to invent."""
    return _may_be_unknown(
        forms.ChoiceField(label=label, choices=options, required=False, help_text=help_text)
    )


def _number(label: str, *, help_text: str = "") -> forms.IntegerField:
    boxes = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"})
    return _may_be_unknown(
        forms.IntegerField(
            label=label, required=False, min_value=1, max_value=1000, widget=boxes,
            help_text=help_text,
        )
    )  # fmt: skip


def _lines(label: str, *, help_text: str = "One on each line", rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return _may_be_unknown(
        forms.CharField(
            label=label, required=False, max_length=3000, widget=area, help_text=help_text
        )
    )


def _may_be_unknown(field: Asked) -> Asked:
    """The page says once that what is not known is left so, and not "(optional)" forty times."""
    field.is_below_an_answer = True  # type: ignore[attr-defined]
    return field


class WayForm(PlainSentences, forms.Form):
    """One way to gather enough people; without an answer to who they are it is no way."""

    members = _may_be_unknown(forms.MultipleChoiceField(
        label="Who may sign?", choices=choices.MEMBERS, required=False,
        widget=forms.CheckboxSelectMultiple,
    ))  # fmt: skip
    number = _number("How many at least?", help_text="Leave empty if it is not known")
    fraction = _may_be_unknown(forms.CharField(
        label="Or which part of the scrutiny committee?", required=False, max_length=9,
        help_text="Such as 1/3", widget=forms.TextInput(attrs={"class": "govuk-input--width-3"}),
    ))  # fmt: skip
    cross_party = forms.BooleanField(label="From more than one political group", required=False)
    yearly_limit = _number("How many requests may one person sign in a year?")
    matters = _may_be_unknown(forms.CharField(
        label="On which decisions, if not all?", required=False, max_length=200
    ))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("members"):
            _heed(self, lambda: Conduct.of(conduct_of({}, [data])))
        elif data.get("number") or data.get("fraction"):
            self.add_error("members", "Choose who may sign.")
        return data


PARTS = {
    "when": "from_on to_on",
    "window": "unit count weekday clock_start count_first_day cut_off office_closes deemed roll",
    "what": "eligible recommendations notes repeat_after_months joint",
    "follows": (
        "grounds ground_required reasons_required alternative validators withdrawable "
        "hearing_unit hearing_count if_not_heard signatories_may_hear reconsider_unit "
        "reconsider_count reconsiderations agreed_by needed reviewed_after"
    ),
    "source": "who source is_illustrative because",
}
WayFormSet = forms.formset_factory(WayForm, extra=1, max_num=8, absolute_max=8)


class RuleForm(PlainSentences, forms.Form):
    """Everything but who may sign, which WayFormSet asks."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    from_on = DayMonthYearField(
        label="From which day is it in force?", called="The day", required=False
    )
    to_on = _may_be_unknown(DayMonthYearField(
        label="Until which day, if it is known to end?", called="The last day", required=False
    ))  # fmt: skip
    unit = forms.ChoiceField(
        label="What is counted?", choices=choices.UNIT, widget=forms.RadioSelect
    )
    count = _number("How many days?", help_text="Leave empty for a fixed day of the week")
    weekday = _select("On which day of the week after?", choices.WEEKDAY)
    clock_start = _select("What does the count start from?", choices.CLOCK_START)
    count_first_day = forms.BooleanField(label="That day is itself day 1", required=False)
    cut_off = _may_be_unknown(TimeField(
        label="At what time does the last day end?", required=False,
        help_text="Such as 5pm. Leave empty if it runs to midnight",
    ))  # fmt: skip
    office_closes = _may_be_unknown(TimeField(
        label="After what time does a notice count as published on the next working day?",
        required=False, help_text="Leave empty if there is no such time",
    ))  # fmt: skip
    deemed = forms.BooleanField(
        label="A notice put out on a day that is not worked counts from the next working day",
        required=False,
    )
    roll = forms.BooleanField(
        label="A last day that is not worked moves to the next working day", required=False
    )
    eligible = _select("Which decisions can be called in?", choices.ELIGIBLE)
    recommendations = _select("Can a recommendation to council be called in?", choices.YES_NO)
    notes = _select("Can what is only noted be called in?", choices.YES_NO)
    repeat_after_months = _number(
        "For how many months can the same decision not be called in again?"
    )
    joint = _select("Can decisions of a joint body be called in?", choices.JOINT)
    grounds = _lines(
        "On which grounds?",
        help_text="One on each line. If somebody must agree that it applies, add | and who",
    )
    ground_required = _select("Must one of them be chosen?", choices.YES_NO)
    reasons_required = _select("Must reasons be given?", choices.YES_NO)
    alternative = _select("Must another decision be proposed?", choices.ALTERNATIVE)
    validators = _lines("Who checks a request?", rows=2)
    withdrawable = _select("May members who signed withdraw a request?", choices.YES_NO)
    hearing_unit = _select("Within what time must it be heard?", choices.HEARING)
    hearing_count = _number("How many of those?")
    if_not_heard = _select("What if it is not heard in time?", choices.LAPSE)
    signatories_may_hear = _select("May members who signed sit on the hearing?", choices.YES_NO)
    reconsider_unit = _select("Within what time must it be reconsidered?", choices.PERIOD)
    reconsider_count = _number("How many of those?")
    reconsiderations = _number("How often may a decision be sent back?")
    agreed_by = _lines("Who must agree that a decision is urgent?", rows=2)
    needed = _select("How many of them?", choices.NEEDED)
    reviewed_after = _select("Can it still be reviewed afterwards?", choices.YES_NO)
    who = _may_be_unknown(forms.CharField(
        label="Who may call in, in the constitution’s own terms", required=False, max_length=300
    ))  # fmt: skip
    source = forms.CharField(
        label="Where is the rule written?", max_length=300,
        help_text="Such as: Constitution, part 4, paragraph 16, as amended on 2 March 2026",
        error_messages={"required": "Enter where the rule is written."},
    )  # fmt: skip
    is_illustrative = forms.BooleanField(
        label="It is illustrative: it stands in for a constitution that was not seen",
        required=False,
    )
    because = forms.CharField(
        label="Why is there a new version?", max_length=500,
        help_text="Kept in the history, such as: Council amended its constitution",
        error_messages={"required": "Say why there is a new version."},
    )  # fmt: skip

    def __init__(self, *args: Any, follows: CallInRule | None, **kwargs: Any) -> None:
        """follows: the version before, which ends where this one begins; None for the first."""
        super().__init__(*args, **kwargs)
        if follows:
            self.fields["from_on"].required = True
            self.fields["from_on"].error_messages["required"] = (
                "Enter the day from which it is in force: the version before ends then."
            )

    def in_parts(self) -> dict[str, list[BoundField]]:
        """Return the questions under the headings of the page."""
        return {part: [self[name] for name in names.split()] for part, names in PARTS.items()}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not {"unit", "count", "weekday"} & self.errors.keys():
            self._check_window(data)
        for name in ("hearing", "reconsider"):
            unit = data.get(f"{name}_unit")
            if unit and unit != "next_meeting" and not data.get(f"{name}_count"):
                self.add_error(f"{name}_count", "Enter how many, such as 15.")
        if data.get("ground_required") == "yes" and not data.get("grounds"):
            self.add_error("grounds", "Enter the grounds, one of which must be chosen.")
        if not self.errors:
            _heed(self, lambda: Conduct.of(conduct_of(data, [])))
        return data

    def _check_window(self, data: dict[str, Any]) -> None:
        fixed = data["unit"] == "fixed_weekday"
        if fixed and not data.get("weekday"):
            self.add_error("weekday", "Choose the day of the week on which call-in closes.")
        elif not fixed and not data.get("count"):
            self.add_error("count", "Enter how many days the window is open, such as 5.")
        elif not fixed and data.get("weekday"):
            self.add_error("weekday", "Days are counted, so choose no day of the week.")
        else:
            _heed(self, lambda: Terms.from_json(terms_of(data)))


def _heed(form: forms.BaseForm, read: Any) -> None:
    try:
        read()
    except Refused as refused:
        form.add_error(None, str(refused))


def digest_of(*parts: Any) -> str:
    """Return a short mark of what was shown, so that what is saved is what was read."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
