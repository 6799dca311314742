"""Editing a meeting's record, a minute, and attaching a paper."""

from datetime import date
from typing import Any, BinaryIO, ClassVar, cast

import pikepdf
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.template.defaultfilters import filesizeformat

from governance.bodies.models import Body
from governance.calendar import words
from governance.meetings.classify import Classify
from governance.meetings.models import AgendaItem, Document, Meeting
from governance.meetings.states import NEXT, State
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

# No council calls a meeting further ahead; a later year is a slip.
YEARS_AHEAD = 2


class MeetingForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    held_on = DayMonthYearField(label="Date of the meeting")
    starts_at = TimeField(label="It began at", required=False, help_text="For example 6pm")
    ended_at = TimeField(label="It ended at", required=False, help_text="For example 6.50pm")
    place = forms.CharField(label="Place", max_length=200, required=False)
    circulation_note = forms.CharField(
        label="What was sent to members beforehand", required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    contact = forms.CharField(
        label="Whom to ask about anything in the notice", required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    short_notice_reason = forms.CharField(
        label="Why the meeting is called at shorter notice than five clear days", required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only where it is. The reason is published with the agenda",
    )  # fmt: skip
    agenda_out_on = DayMonthYearField(
        label="When was the agenda out?", required=False,
        help_text="Only for an agenda that was not published here",
    )  # fmt: skip
    printed_question_deadline = DayMonthYearField(
        label="Deadline for public questions, as the agenda prints it", required=False,
        help_text="It is compared with the body’s rule",
    )  # fmt: skip
    has_numbers = forms.BooleanField(
        label="Its items have numbers", required=False,
        help_text="Untick it for the record of a meeting whose papers print none",
    )  # fmt: skip
    record_note = forms.CharField(
        label="What is not known of this meeting, or stands in for it", required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Published with the meeting",
    )  # fmt: skip

    def __init__(self, *args: Any, meeting: Meeting, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._meeting, self._today = meeting, today

    def clean_held_on(self) -> date:
        on: date = self.cleaned_data["held_on"]
        if self._meeting.state == State.HELD and on > self._today:
            raise ValidationError(
                f"This meeting has been held, so it cannot be on {words.day(on)}: that is still to "
                "come."
            )
        if on > _years_after(self._today, YEARS_AHEAD):
            raise ValidationError(
                f"{words.day(on)} is more than {words.number_word(YEARS_AHEAD)} years ahead. "
                "Check the year."
            )
        return on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        began, ended = data.get("starts_at"), data.get("ended_at")
        if began and ended and ended <= began:
            self.add_error("ended_at", "The meeting cannot end before it began.")
        if "held_on" in data and "starts_at" in data:
            body = self._meeting.body
            others = body.meetings.exclude(pk=self._meeting.pk)
            if others.filter(held_on=data["held_on"], starts_at=began).exists():
                when = words.day(data["held_on"]) + (f" at {words.clock(began)}" if began else "")
                self.add_error("held_on", f"{body.name} already meets on {when}.")
        return data


class NewMeetingForm(MeetingForm):
    """A meeting to be called: of which body, and when."""

    field_order = ["body", "held_on", "starts_at", "place", "contact", "short_notice_reason"]
    # None takes a field of the form above away.
    seen = None  # type: ignore[assignment]
    ended_at = None  # type: ignore[assignment]
    circulation_note = None  # type: ignore[assignment]
    agenda_out_on = None  # type: ignore[assignment]
    printed_question_deadline = None  # type: ignore[assignment]
    has_numbers = None  # type: ignore[assignment]
    record_note = None  # type: ignore[assignment]

    body = forms.ModelChoiceField(
        label="Body", queryset=Body.objects.none(), empty_label=None,
        error_messages={"required": "Choose the body that meets."},
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: "models.QuerySet[Body]", **kwargs: Any) -> None:
        super().__init__(*args, meeting=Meeting(), **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["starts_at"].label = "It begins at"

    def clean_body(self) -> Body:
        # What follows is checked against the body's other meetings.
        self._meeting.body = self.cleaned_data["body"]
        body: Body = self._meeting.body
        return body

    def clean(self) -> dict[str, Any]:
        return super().clean() if "body" in self.cleaned_data else self.cleaned_data


class StandingForm(PlainSentences, RevealsFields, forms.Form):
    """What becomes of a meeting; the reason is published in the words typed here."""

    reveals = {
        "state": {
            State.ADJOURNED: ["adjourned_because", "held_on", "starts_at", "place"],
            State.CANCELLED: ["cancelled_because"],
        }
    }
    state = forms.ChoiceField(
        label="What becomes of the meeting?", widget=RevealingRadios,
        error_messages={"required": "Choose what becomes of the meeting."},
    )  # fmt: skip
    adjourned_because = forms.CharField(
        label="Why it is adjourned", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Published in these words",
    )  # fmt: skip
    held_on = DayMonthYearField(
        label="On which day does it go on? (optional)", required=False,
        help_text="Empty while no day is fixed",
    )  # fmt: skip
    starts_at = TimeField(label="At what time? (optional)", required=False, help_text="Such as 6pm")
    place = forms.CharField(
        label="Where? (optional)", max_length=200, required=False,
        help_text="Empty for the same place",
    )  # fmt: skip
    cancelled_because = forms.CharField(
        label="Why it is cancelled", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Published in these words",
    )  # fmt: skip

    WORDS: ClassVar[dict[str, str]] = {
        State.CALLED: "Call it: the meeting and its agenda are public from now on",
        State.HELD: "It was held",
        State.ADJOURNED: "Adjourn it",
        State.CANCELLED: "Cancel it",
    }

    def __init__(self, *args: Any, meeting: Meeting, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._meeting, self._today = meeting, today
        offered = [(new, self.WORDS[new]) for new in NEXT[State(meeting.state)]]
        self.fields["state"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for state, field in (
            (State.ADJOURNED, "adjourned_because"), (State.CANCELLED, "cancelled_because"),
        ):  # fmt: skip
            if data.get("state") == state and not data.get(field, "").strip():
                self.add_error(field, "Write why. The reason is published.")
        if data.get("state") == State.HELD and self._meeting.held_on > self._today:
            day = words.day(self._meeting.held_on)
            self.add_error("state", f"{day} is still to come: record that it was held afterwards.")
        on = data.get("held_on")
        if data.get("state") == State.ADJOURNED and on and on < self._meeting.held_on:
            self.add_error("held_on", "The meeting cannot go on before the day it began.")
        return data

    @property
    def reason(self) -> str:
        said = (self.cleaned_data.get(f"{self.cleaned_data['state']}_because") or "").strip()
        return str(said)


class ItemForm(PlainSentences, forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label="Title", max_length=300, error_messages={"required": "Enter the item’s title."}
    )
    minute_number = forms.IntegerField(
        label="Minute number", required=False, min_value=1, max_value=1_000_000,
        help_text="Minutes are numbered on from meeting to meeting",
    )  # fmt: skip
    mark = forms.CharField(label="Printed mark, such as *", max_length=4, required=False)
    footnote = forms.CharField(label="What the mark means", required=False)
    minute = forms.CharField(
        label="Minute", required=False, max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Plain text; an empty line begins a new paragraph",
    )  # fmt: skip
    is_nil = forms.BooleanField(
        label="Nothing arose under this item, and the minutes say so", required=False
    )
    public_summary = forms.CharField(
        label="Summary for the public", required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Only for an item taken in private, where the rest makes no sense without it "
        "(section 100C(2)). It is published",
    )  # fmt: skip

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._item = item
        if item.part == AgendaItem.Part.PUBLIC and item.is_public:
            del self.fields["public_summary"]

    def clean_minute_number(self) -> int | None:
        number: int | None = self.cleaned_data["minute_number"]
        same = self._item.meeting.items.filter(minute_number=number).exclude(pk=self._item.pk)
        if number is not None and (taken := same.first()):
            raise ValidationError(f"Minute {number} is already “{taken.title}” at this meeting.")
        return number


class DocumentForm(Classify):
    """A paper to keep with an item: a PDF, checked by what is in it and not by its name."""

    field_order = ["title", "kind", "file"]

    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter the paper’s title."}
    )
    kind = forms.ChoiceField(label="What is it?", choices=Document.Kind)
    file = forms.FileField(
        label="File", help_text=f"A PDF of at most {filesizeformat(settings.DOCUMENT_SIZE_LIMIT)}",
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty. Choose another.",
        },
    )  # fmt: skip

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        limit = settings.DOCUMENT_SIZE_LIMIT
        if (file.size or 0) > limit:
            raise ValidationError(
                f"The file is {filesizeformat(file.size or 0)}; it may be at most "
                f"{filesizeformat(limit)}. Split it, or save it with smaller pictures."
            )
        try:
            with pikepdf.open(cast(BinaryIO, file.file)):
                pass
        except (pikepdf.PdfError, pikepdf.PasswordError, ValueError) as problem:
            raise ValidationError(
                "This file is not a PDF that can be opened. Save the paper as a PDF without a "
                "password and choose it again."
            ) from problem
        file.seek(0)
        return file


def initial_of(thing: models.Model, form_class: type[forms.Form], seen: int) -> dict[str, Any]:
    """Return what `form_class` shows first of `thing`, and the revision it was read at."""
    names = [name for name in form_class.base_fields if name != "seen"]
    return {name: getattr(thing, name) for name in names} | {"seen": seen}


def _years_after(day: date, years: int) -> date:
    # 29 February has no day of its own in most years.
    return day.replace(year=day.year + years, day=min(day.day, 28 if day.month == 2 else day.day))
