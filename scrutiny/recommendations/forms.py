"""Recommendations, answers to several at once, progress, and steps towards closing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from governance.bodies.models import Body
from governance.pages.fields import DayMonthYearField
from governance.pages.sentences import PlainSentences
from scrutiny.recommendations import rules
from scrutiny.recommendations.models import Answer, Kind, Recommendation, Status
from scrutiny.recommendations.states import Step

ILLUSTRATIVE = "Made up, to show how this works"


def _text(label: str, *, rows: int = 3, required: bool = True, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=area, max_length=5000, required=required, **more)


def _line(label: str, *, most: int = 200, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=help_text)


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A body of the councils concerned, named with its council."""

    def label_from_instance(self, obj: Body) -> str:
        return f"{obj.name}, {obj.lead_council.short_name}"


def _body(label: str, *, required: bool = False, empty: str = "None") -> BodyField:
    return BodyField(Body.objects.none(), label=label, required=required, empty_label=empty)


class Seen(PlainSentences, forms.Form):
    """A form that remembers which revision its writer saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def offer_bodies(self, bodies: "QuerySet[Body]", name: str = "body") -> None:
        """Say between which bodies a field chooses."""
        field = cast(BodyField, self.fields[name])
        field.queryset = bodies.select_related("lead_council")


class RecommendationForm(Seen):
    number = forms.CharField(
        label="Number, as the report prints it", max_length=10,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4"}),
    )  # fmt: skip
    text = _text(
        "What is recommended?", rows=5,
        help_text="In the words of the report. Notes below may help; none of them must be met.",
    )  # fmt: skip
    summary = _line("In a few words, for tables", help_text="Left empty, tables show the text")
    kind = forms.ChoiceField(label="What kind is it?", choices=Kind, widget=forms.RadioSelect)
    added_by = _body("Was it added by a body that received the report?", empty="No, it is in it")
    asks_for_answer = forms.BooleanField(
        label="Councils are asked for an answer", required=False, initial=True
    )
    is_illustrative = forms.BooleanField(label=ILLUSTRATIVE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.template_name = "scrutiny/recommendations/text.html"
        self.fields["text"].widget.attrs |= {
            "hx-post": reverse_lazy("recommendations:prompts"),
            "hx-trigger": "input changed delay:800ms",
            "hx-target": "next .app-prompts",
            "hx-swap": "innerHTML",
        }


class _Answering(PlainSentences, forms.Form):
    """Who answers, when, and where that is recorded."""

    settles = forms.TypedChoiceField(
        label="Whose answer is it?", coerce=lambda value: value == "yes", initial="yes",
        choices=[
            ("yes", "The council’s own answer, by its executive or the council"),
            ("no", "What another of its bodies said on the way: the council’s answer stays due"),
        ],
        widget=forms.RadioSelect,
    )  # fmt: skip
    body = _body("Which body?", empty="No body: a post alone")
    post = _line("Which portfolio holder or other post?", help_text="A post, not a name")
    answered_on = DayMonthYearField(label="On which day?", called="Day")
    reference = _line("Where is it recorded?", help_text="For example paragraph 2.5, or minute 62")

    offer_bodies = Seen.offer_bodies

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "body" in data and not data["body"] and not data.get("post"):
            self.add_error("body", "Choose the body that answered, or name the post below.")
        return data

    def head(self) -> dict[str, Any]:
        """Return the fields that every one of the answers shares."""
        names = ("settles", "body", "post", "answered_on", "reference")
        return {name: self.cleaned_data[name] for name in names}


WHY = "Reason, which is published"


class AnswersForm(_Answering):
    """The answers of one meeting to the recommendations that wait for one.

    A recommendation left at “not answered” stays outstanding.
    """

    is_illustrative = forms.BooleanField(label=ILLUSTRATIVE, required=False)

    def __init__(
        self, data: Any, recommendations: Iterable[Recommendation], bodies: "QuerySet[Body]"
    ) -> None:
        self.recommendations = list(recommendations)
        super().__init__(data)
        self.offer_bodies(bodies)  # type: ignore[misc]
        for one in self.recommendations:
            label = f"{one.number}. {one.short}"
            self.fields[f"answer_{one.pk}"] = forms.ChoiceField(
                label=label, required=False, choices=[("", "Not answered"), *Answer.choices],
                widget=forms.RadioSelect(
                    attrs={"class": "govuk-radios--inline govuk-radios--small"}
                ),
                error_messages={"invalid_choice": "Choose an answer from the list."},
            )  # fmt: skip
            self.fields[f"reason_{one.pk}"] = _text(
                f"Reason ({one.number})", rows=2, required=False,
                help_text="Needed where it is not accepted in full. It is published",
            )  # fmt: skip
        # What is left out is said above the questions; "(optional)" beside each would mislead.
        for name in ("body", "post", *(n for n in self.fields if n.startswith("answer_"))):
            self.fields[name].is_below_an_answer = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        chosen = [one for one in self.recommendations if data.get(f"answer_{one.pk}")]
        if self.recommendations and not chosen and not self.errors:
            first = self.recommendations[0]
            self.add_error(f"answer_{first.pk}", "Choose at least one answer.")
        for one in chosen:
            needs = data[f"answer_{one.pk}"] in rules.NEEDS_A_REASON
            if needs and not data.get(f"reason_{one.pk}"):
                self.add_error(
                    f"reason_{one.pk}",
                    f"Give the reason why recommendation {one.number} is not accepted in full.",
                )
        return data

    def answers(self) -> list[tuple[Recommendation, dict[str, Any]]]:
        """Return each answered recommendation with the fields of its Response."""
        data, head = self.cleaned_data, self.head()
        head["is_illustrative"] = data["is_illustrative"]
        return [
            (one, head | {"answer": found, "reason": data[f"reason_{one.pk}"]})
            for one in self.recommendations
            if (found := data[f"answer_{one.pk}"])
        ]

    def groups(self) -> list[tuple[Any, Any]]:
        """Return, a recommendation each, the fields of its answer and its reason."""
        return [(self[f"answer_{o.pk}"], self[f"reason_{o.pk}"]) for o in self.recommendations]

    def first_fields(self) -> list[Any]:
        """Return the fields above the recommendations."""
        return [self[n] for n in ("settles", "body", "post", "answered_on", "reference")]


class AnswerForm(Seen, _Answering):
    """Correcting one answer."""

    answer = forms.ChoiceField(label="What was answered?", choices=Answer, widget=forms.RadioSelect)
    reason = _text(WHY, rows=3, required=False)
    is_illustrative = forms.BooleanField(label=ILLUSTRATIVE, required=False)
    because = _line("Why do you correct it?", help_text="Kept in its history")

    field_order = ("answer", "reason", "settles", "body", "post", "answered_on", "reference")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("answer") in rules.NEEDS_A_REASON and not data.get("reason"):
            self.add_error("reason", "Give the reason why it is not accepted in full.")
        return data


class ProgressForm(Seen):
    status = forms.ChoiceField(label="How does it stand?", widget=forms.RadioSelect)
    sentence = forms.CharField(
        label="What was done, or why not? In one sentence", max_length=300,
        help_text="This is published",
    )  # fmt: skip
    on = DayMonthYearField(label="As at which day?", called="Day")
    evidence = _text("What shows it?", rows=3, required=False, help_text="This is published")
    evidence_address = forms.URLField(
        label="Where can that be read?", required=False, max_length=500, assume_scheme="https",
        help_text="An address that begins with https://",
        error_messages={"invalid": "Enter an address like https://www.example.gov.uk/minutes"},
    )  # fmt: skip
    is_illustrative = forms.BooleanField(label=ILLUSTRATIVE, required=False)

    def __init__(self, *args: Any, kind: str, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": today} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        goes_on = rules.Kind(kind) in rules.GOES_ON
        offered: Sequence[tuple[str, str]] = [
            (value, label)
            for value, label in Status.choices
            if not (goes_on and value == Status.COMPLETE)
        ]
        status = cast(forms.ChoiceField, self.fields["status"])
        status.choices = offered
        if goes_on:
            status.help_text = "It goes on, so that it is never complete."


class CorrectProgressForm(ProgressForm):
    because = _text("Why is it corrected?", rows=2, help_text="This is published beside it")


class ProposeForm(PlainSentences, forms.Form):
    said = _text("Why can it be closed? What shows that it is done?", help_text="This is published")
    on = DayMonthYearField(label="On which day is it proposed?", called="Day")


class TakeBackForm(PlainSentences, forms.Form):
    said = _text("Why is the proposal taken back?", help_text="This is published")
    on = DayMonthYearField(label="On which day?", called="Day")


class DecideForm(PlainSentences, forms.Form):
    """What the scrutiny body decided: close, keep open, or open again."""

    step = forms.ChoiceField(label="What did the body decide?", widget=forms.RadioSelect)
    body = _body("Which body?", required=True, empty="Choose a body")
    on = DayMonthYearField(label="At its meeting of", called="Day")
    said = _text("What did it say?", help_text="This is published")
    is_illustrative = forms.BooleanField(label=ILLUSTRATIVE, required=False)

    offer_bodies = Seen.offer_bodies

    def __init__(self, *args: Any, steps: Iterable[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {Step.CLOSE: "Close it", Step.KEEP_OPEN: "Keep it open", Step.REOPEN: "Open again"}
        field = cast(forms.ChoiceField, self.fields["step"])
        field.choices = [(step.value, words[step]) for step in steps]
