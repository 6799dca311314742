"""Adding an item to an agenda, and changing one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from governance.meetings.classify import Classify
from governance.meetings.models import AgendaItem, Meeting
from governance.pages.sentences import PlainSentences

Kind, Part = AgendaItem.Kind, AgendaItem.Part


def _text(label: str, rows: int = 2, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, widget=area, **options)


class AddItemForm(PlainSentences, forms.Form):
    title = forms.CharField(
        label="Title", max_length=300, error_messages={"required": "Enter the item’s title."}
    )
    kind = forms.ChoiceField(label="What is it?", choices=Kind, initial=Kind.BUSINESS)
    part = forms.ChoiceField(
        label="Where does it stand?", choices=Part, initial=Part.PUBLIC, widget=forms.RadioSelect
    )
    purpose = _text("What is asked of the meeting", help_text="For example: To consider approval.")


class AgendaItemForm(Classify):
    """An item as the agenda prints it; its minute is written on a page of its own."""

    field_order = [
        *("seen", "title", "kind", "part", "printed_number", "purpose", "presented_by"),
        *("report_by", "pages", "is_standing", "minutes_of", "motion", "urgent_because"),
        *("urgent_accepted_by", "classification"),
    ]

    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label="Title", max_length=300, error_messages={"required": "Enter the item’s title."}
    )
    kind = forms.ChoiceField(label="What is it?", choices=Kind)
    part = forms.ChoiceField(label="Part", choices=Part, widget=forms.RadioSelect)
    printed_number = forms.CharField(
        label="Number", max_length=10, required=False,
        help_text="Left empty, it is its place on the agenda",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    purpose = _text("What is asked of the meeting")
    presented_by = forms.CharField(
        label="Who presents it", max_length=200, required=False,
        help_text="For example: Portfolio Holder and Leader of the Council",
    )  # fmt: skip
    report_by = forms.CharField(label="Report of", max_length=200, required=False)
    pages = forms.CharField(
        label="Pages of the papers", max_length=40, required=False, help_text="For example: 3–6",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )  # fmt: skip
    is_standing = forms.BooleanField(label="It stands on every agenda of this body", required=False)
    minutes_of = forms.ModelChoiceField(
        label="Whose minutes are agreed here", queryset=Meeting.objects.none(), required=False,
        empty_label="None",
    )  # fmt: skip
    motion = _text(
        "Motion", rows=6, help_text="For an item that excludes the press and public, or any motion"
    )
    urgent_because = _text(
        "Why it is urgent",
        help_text="Only for an item added too late for five clear days (section 100B(4))",
    )
    urgent_accepted_by = forms.CharField(
        label="Who accepted it as urgent", max_length=200, required=False,
        help_text="The person presiding",
    )  # fmt: skip

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earlier = item.meeting.body.meetings.filter(held_on__lt=item.meeting.held_on)
        earlier = earlier.exclude(state="cancelled").select_related("body")
        minutes_of = self.fields["minutes_of"]
        assert isinstance(minutes_of, forms.ModelChoiceField)  # noqa: S101 (for the type)
        minutes_of.queryset = earlier.order_by("-held_on")
        self.fields["classification"].required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        because, who = data.get("urgent_because"), data.get("urgent_accepted_by")
        if because and not who:
            self.add_error("urgent_accepted_by", "Name who accepted the item as urgent.")
        if who and not because:
            self.add_error("urgent_because", "Write the reason that the chair gave.")
        if data.get("part") == Part.PUBLIC and data.get("classification") == "":
            data["classification"] = "public"
        return data

    def clean_minutes_of(self) -> Meeting | None:
        chosen: Meeting | None = self.cleaned_data["minutes_of"]
        if chosen and self.cleaned_data.get("kind") != Kind.MINUTES:
            raise ValidationError("Only an item of minutes agrees the minutes of a meeting.")
        return chosen
