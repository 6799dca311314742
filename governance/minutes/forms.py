"""Who was there, what was declared, what was asked and answered."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from governance.bodies.models import BodyCouncil
from governance.councils.models import Council
from governance.meetings.models import AgendaItem, Attendance, Meeting, Question
from governance.minutes.models import Declaration
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences
from governance.people.models import Person


def _area(label: str, rows: int = 2, required: bool = False, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, **options)


class AttendanceForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    post = forms.CharField(
        label="Post", max_length=200, required=False,
        help_text="For an officer named by post alone: Assistant Director – Corporate Services",
    )  # fmt: skip
    capacity = forms.ChoiceField(
        label="As what?", choices=Attendance.Capacity, initial=Attendance.Capacity.MEMBER
    )
    presence = forms.ChoiceField(
        label="Was there", choices=Attendance.Presence, widget=forms.RadioSelect,
        initial=Attendance.Presence.PRESENT,
    )  # fmt: skip
    council = forms.ModelChoiceField(
        label="On behalf of which council", queryset=Council.objects.none(), required=False,
        empty_label="None",
    )  # fmt: skip
    substitute_for = forms.ModelChoiceField(
        label="In place of", queryset=Person.objects.none(), required=False, empty_label="Nobody"
    )
    arrived_at = TimeField(
        label="Came in at", required=False, help_text="Only for somebody who was not there at first"
    )
    left_at = TimeField(
        label="Left at", required=False, help_text="Only for somebody who left before the end"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = BodyCouncil.objects.filter(body=meeting.body).values("council")
        councils = Council.objects.filter(pk__in=parts).order_by("name")
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]
        members = meeting.body.appointments.values("person")
        people = Person.objects.filter(pk__in=members).order_by("name")
        self.fields["substitute_for"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        came, left = data.get("arrived_at"), data.get("left_at")
        if came and left and left <= came:
            self.add_error("left_at", "Nobody leaves before coming in.")
        away = data.get("presence") == Attendance.Presence.APOLOGIES
        for field in ("arrived_at", "left_at"):
            if away and data.get(field):
                self.add_error(field, "Somebody who sent apologies did not come in or leave.")
        return data


class AddAttendanceForm(AttendanceForm):
    field_order = ["name", "style", "post"]
    seen = None  # type: ignore[assignment]  # Django leaves the field out

    name = forms.CharField(label="Name", max_length=200, required=False)
    style = forms.CharField(
        label="Style", max_length=40, required=False, help_text="Such as Councillor"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("name") and not data.get("post"):
            self.add_error("name", "Enter a name, or the post of somebody named by post alone.")
        return data


class DeclarationForm(PlainSentences, RevealsFields, forms.Form):
    reveals = {"dispensed": {"yes": ["dispensation", "dispensation_by"]}}

    seen = forms.IntegerField(widget=forms.HiddenInput)
    person = forms.ModelChoiceField(
        label="Who declared it", queryset=Person.objects.none(), empty_label="Choose who",
        error_messages={"required": "Choose who declared the interest."},
    )  # fmt: skip
    item = forms.ModelChoiceField(
        label="In which item",
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="None in particular",
    )
    kind = forms.ChoiceField(
        label="What kind of interest", choices=Declaration.Kind, widget=forms.RadioSelect
    )
    interest = _area(
        "Nature of the interest",
        help_text="Published. Leave it empty for a sensitive interest (Localism Act 2011, "
        "section 32)",
    )
    withdrew = forms.BooleanField(label="They left the room and did not vote", required=False)
    dispensed = forms.ChoiceField(
        label="Was there a dispensation?", choices=[("no", "No"), ("yes", "Yes")], initial="no",
        widget=RevealingRadios,
    )  # fmt: skip
    dispensation = _area("What it allows")
    dispensation_by = forms.CharField(label="Who gave it", max_length=200, required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = meeting.attendances.exclude(person=None).values("person")
        members = meeting.body.appointments.values("person")
        people = Person.objects.filter(Q(pk__in=there) | Q(pk__in=members)).order_by("name")
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        items = meeting.items.order_by("part", "position")
        self.fields["item"].queryset = items  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        sensitive = data.get("kind") == Declaration.Kind.SENSITIVE
        if sensitive:
            data["interest"] = ""
        elif "kind" in data and not data.get("interest", "").strip():
            self.add_error("interest", "Write what the interest is.")
        if data.pop("dispensed", "no") != "yes":
            data |= {"dispensation": "", "dispensation_by": ""}
            return data
        if not data.get("dispensation"):
            self.add_error("dispensation", "Write what the dispensation allows.")
        if not data.get("dispensation_by"):
            self.add_error("dispensation_by", "Name who gave the dispensation.")
        return data


class AddDeclarationForm(DeclarationForm):
    seen = None  # type: ignore[assignment]  # Django leaves the field out


class QuestionForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    asked_by = forms.CharField(label="Who asked", max_length=200, initial="A member")
    asked_as = forms.ChoiceField(
        label="In what capacity", choices=[("", "Not recorded"), *Question.AskedAs.choices],
        required=False,
    )  # fmt: skip
    question = _area("Question", rows=3, required=True)
    answered_by = forms.CharField(label="Who answered", max_length=200, required=False)
    answer = _area("Answer", rows=4)
    undertaking = _area("What was undertaken")
    undertaking_by = forms.CharField(
        label="Who undertook it", max_length=200, required=False, help_text="A name or a post"
    )
    undertaking_due_on = DayMonthYearField(label="To be done by", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        promised = data.get("undertaking_by") or data.get("undertaking_due_on")
        if promised and not data.get("undertaking", "").strip():
            self.add_error("undertaking", "Write what was undertaken.")
        return data


class AddQuestionForm(QuestionForm):
    seen = None  # type: ignore[assignment]  # Django leaves the field out


class AgreeForm(PlainSentences, forms.Form):
    part = forms.ChoiceField(label="Which minutes?", widget=forms.RadioSelect)
    agreed_at = forms.ModelChoiceField(
        label="Agreed at which meeting", queryset=Meeting.objects.none(), empty_label=None
    )
    signed_by = forms.CharField(
        label="Signed by", max_length=200, help_text="As it is printed: the Chair"
    )
    amendment = _area("Agreed subject to", help_text="Only where the meeting changed something")

    def __init__(
        self, *args: Any, parts: list[tuple[str, str]], later: "QuerySet[Meeting]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = parts  # type: ignore[attr-defined]
        if parts:
            self.fields["part"].initial = parts[0][0]
        self.fields["agreed_at"].queryset = later  # type: ignore[attr-defined]
