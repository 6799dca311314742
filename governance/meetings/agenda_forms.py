"""Adding an item to an agenda, and changing one."""

from typing import Any

from django import forms

from governance.meetings.classify import Classify
from governance.meetings.models import AgendaItem, Meeting
from governance.pages.reveal import RevealingRadios
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

    reveals = {
        **Classify.reveals,
        "kind": {Kind.MINUTES: ["minutes_of"], Kind.EXCLUSION: ["motion"]},
        "is_urgent": {"yes": ["urgent_because", "urgent_accepted_by"]},
    }
    field_order = [
        *("seen", "title", "part", "classification", "purpose", "presented_by", "report_by"),
        *("pages", "printed_number", "is_standing", "is_urgent", "kind"),
    ]

    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label="Title", max_length=300, error_messages={"required": "Enter the item’s title."}
    )
    kind = forms.ChoiceField(label="What is it?", choices=Kind, widget=RevealingRadios)
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
        error_messages={"invalid_choice": "Choose the meeting whose minutes are agreed."},
        empty_label="None",
    )  # fmt: skip
    motion = _text(
        "Motion", rows=6,
        help_text="On the page of the agenda one press writes it from the items in Part II",
    )  # fmt: skip
    is_urgent = forms.ChoiceField(
        label="Was it added as urgent?", choices=[("no", "No"), ("yes", "Yes")],
        widget=RevealingRadios,
        help_text="Only for an item added too late for five clear days (section 100B(4))",
    )  # fmt: skip
    urgent_because = _text("Why it is urgent", help_text="The reason that the chair gave")
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
        if data.pop("is_urgent", "no") != "yes":
            data |= {"urgent_because": "", "urgent_accepted_by": ""}
        else:
            self._check_urgent(data)
        if data.get("kind") != Kind.MINUTES:
            data["minutes_of"] = None
        if data.get("kind") != Kind.EXCLUSION:
            data["motion"] = ""
        if data.get("part") == Part.PUBLIC and data.get("classification") == "":
            data["classification"] = "public"
        return data

    def _check_urgent(self, data: dict[str, Any]) -> None:
        if not data.get("urgent_because"):
            self.add_error("urgent_because", "Write the reason that the chair gave.")
        if not data.get("urgent_accepted_by"):
            self.add_error("urgent_accepted_by", "Name who accepted the item as urgent.")
