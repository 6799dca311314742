"""Recording that a duty was done, who holds it, and when its holder is reminded."""

from typing import Any

from django import forms

from governance.duties.kinds import LONGEST_LEAD, leads_of, role_of
from governance.duties.models import Duty
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from governance.people.models import Role, User

MOST_REMINDERS = 8
EVERYBODY = "everybody"


class FinishForm(PlainSentences, forms.Form):
    done_on = DayMonthYearField(label="On which day was it done?", called="Day")
    how = forms.CharField(
        label="How? Name the meeting, the report or the document", max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="This is published",
        error_messages={"required": "Say how it was done, so that others can check."},
    )  # fmt: skip


class AcknowledgeForm(PlainSentences, forms.Form):
    until = DayMonthYearField(
        label="Until which day do you need no reminder?", called="Day", required=False,
        help_text="From that day reminders go out again. Leave it empty to be reminded as before.",
    )  # fmt: skip


class HandOverForm(PlainSentences, forms.Form):
    """`people` are the ids of the accounts that may hold it; `to` is one of them, or None."""

    to = forms.ChoiceField(
        label="Who holds it from now on?", widget=forms.RadioSelect,
        error_messages={"required": "Choose who holds it from now on."},
    )  # fmt: skip
    because = forms.CharField(
        label="Why?",
        max_length=300,
        error_messages={"required": "Say why, in a few words. It is kept in the history."},
    )

    def __init__(self, *args: Any, people: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.pk): one for one in User.objects.filter(pk__in=people)}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (declared above)
        named = sorted((one.name, pk) for pk, one in self._people.items())
        field.choices = [(EVERYBODY, "Everybody who has the role")] + [
            (pk, name) for name, pk in named
        ]

    def clean_to(self) -> User | None:
        return self._people.get(self.cleaned_data["to"])


class DaysField(forms.CharField):
    """Numbers of days as people write them: "30, 7, 1"."""

    def to_python(self, value: Any) -> Any:
        said = super().to_python(value) or ""
        if not said.strip():
            return None
        parts = [part.strip() for part in said.replace(" and ", ",").split(",")]
        if not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
            raise forms.ValidationError("Write whole numbers of days with commas: 30, 7, 1.")
        days = sorted({int(part) for part in parts}, reverse=True)
        if len(days) > MOST_REMINDERS or days[0] > LONGEST_LEAD or 0 in days:
            raise forms.ValidationError(
                f"Name at most {MOST_REMINDERS} days, each from 1 to {LONGEST_LEAD}."
            )
        return days

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


class RemindersForm(PlainSentences, forms.Form):
    """Of the duty given as `duty`, whose usual days and role its help texts name."""

    holder_role = forms.ChoiceField(label="Whose accounts are reminded?", required=False)
    lead_days = DaysField(
        label="How many days before?", required=False, max_length=60, help_text=""
    )
    repeat_months = forms.TypedChoiceField(
        label="Does it come round again?", required=False, coerce=int, empty_value=None,
        choices=[
            ("", "No"), (1, "Every month"), (3, "Every three months"), (6, "Every six months"),
            (12, "Every year"), (24, "Every two years"), (36, "Every three years"),
        ],
    )  # fmt: skip
    repeat_from = forms.ChoiceField(
        label="Counted from", choices=Duty.RepeatFrom, required=False, widget=forms.RadioSelect
    )
    because = forms.CharField(
        label="Why?",
        max_length=300,
        error_messages={"required": "Say why, in a few words. It is kept in the history."},
    )

    def __init__(self, *args: Any, duty: Duty, repeats: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = Role.LABELS[role_of(duty.kind, "")]
        field = self.fields["holder_role"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (declared above)
        field.choices = [("", f"As usual: {usual.lower()}")] + [
            (kind.value, label) for kind, label in Role.LABELS.items()
        ]
        days = ", ".join(map(str, leads_of(duty.kind, None)))
        self.fields["lead_days"].help_text = f"Such as {days}, which is usual. Empty: as usual."
        if not repeats:
            del self.fields["repeat_months"], self.fields["repeat_from"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("repeat_months") and not found.get("repeat_from"):
            self.add_error("repeat_from", "Choose from which day the next one is counted.")
        if "repeat_months" in found and not found["repeat_months"]:
            found["repeat_from"] = ""
        return found
