"""Each kind of part of a review: lines of enquiry, witnesses, papers, and what the report says."""

from typing import Any, BinaryIO, cast

import pikepdf
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat

from governance.bodies.models import Body
from governance.meetings.classify import Classify
from governance.pages.fields import DayMonthYearField
from scrutiny.reviews.forms import MADE_UP, Seen, chosen, named, text_field
from scrutiny.reviews.papers import Evidence


def _long(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text
    )


class CommissionForm(Seen):
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Which body asked for it?", empty_label="Choose a body"
    )
    asked_on = DayMonthYearField(label="On which day?", called="Day", required=False)
    note = text_field("Note", rows=2, help_text="Published")

    def __init__(self, *args: Any, bodies: "QuerySet[Body]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, "body").queryset = bodies.select_related("lead_council")
        chosen(self, "body").label_from_instance = named  # type: ignore[assignment]


class LineForm(Seen):
    question = _long("What is asked?", "For example: Does the strategy serve those not online?")
    found = text_field("What was found")
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)


class WitnessForm(Seen):
    who = forms.CharField(
        label="Who?", max_length=200, help_text="A post, or a name that may be published"
    )
    on_behalf_of = forms.CharField(label="On behalf of", max_length=200, required=False)
    heard_on = DayMonthYearField(label="Heard on", called="Day", required=False)
    told = text_field("What they told", help_text="Published. What is exempt goes with evidence")
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)


class SectionForm(Seen):
    heading = forms.CharField(label="Heading", max_length=200)
    body = text_field("Text", rows=14, help_text="A blank line begins a new paragraph")
    note = text_field(
        "Note about the text", rows=2,
        help_text="For example why the text is not held here. Published",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)


class FindingForm(Seen):
    text = _long("What was found?")
    rests_on = text_field("What it rests on", rows=2, help_text="Which evidence, or whose words")
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)


class PaperForm(Seen, Classify):
    """A paper with who can read it; a PDF, checked by what is in it, or an address."""

    title = forms.CharField(
        label="Title", max_length=200,
        help_text="Of a paper that is not public nobody else sees the title",
    )  # fmt: skip
    address = forms.URLField(
        label="Web address", max_length=500, required=False, assume_scheme="https",
        help_text="Where the paper is, if it is published elsewhere",
        error_messages={"invalid": "Enter a web address like https://www.example.gov.uk/paper"},
    )  # fmt: skip
    file = forms.FileField(
        label="File", required=False,
        help_text=f"A PDF of at most {filesizeformat(settings.DOCUMENT_SIZE_LIMIT)}",
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=MADE_UP, required=False)

    def clean_file(self) -> "UploadedFile[Any] | None":
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return None
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


class EvidenceForm(PaperForm):
    field_order = ["kind", "title", "source", "received_on", "summary", "classification"]

    kind = forms.ChoiceField(label="What is it?", choices=Evidence.Kind)
    source = forms.CharField(label="From whom, or where?", max_length=200, required=False)
    received_on = DayMonthYearField(
        label="Received, heard or visited on", called="Day", required=False
    )
    summary = text_field("What it says")


class AppendixForm(PaperForm):
    field_order = ["label", "title", "note", "classification"]

    label = forms.CharField(label="Letter or number", max_length=10, required=False)
    note = text_field("Note about it", rows=2, help_text="For example why it is not held here")
