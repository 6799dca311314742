"""Publishing and correcting a notice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils import timezone

from governance.calendar import words
from governance.notices.kinds.kind import ClockChoice
from governance.notices.models import NoticeVersion
from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

Clock = NoticeVersion.Clock


class PublishForm(PlainSentences, RevealsFields, forms.Form):
    """When it is published, and why in spite of what is missing.

    `opens_windows`: this kind of notice opens call-in windows, and so may have printed a deadline.
    """

    NOW, EARLIER = "now", "earlier"
    reveals = {"when": {EARLIER: ["published_on", "published_time", "printed_deadline"]}}

    when = forms.ChoiceField(
        label="When is it published?",
        choices=[(NOW, "Now"), (EARLIER, "It was published earlier, outside Concordat")],
        widget=RevealingRadios, initial=NOW,
        error_messages={"required": "Choose when it is published."},
    )  # fmt: skip
    published_on = DayMonthYearField(label="On which day?", required=False)
    published_time = TimeField(
        label="At what time?", required=False, help_text="For example 10am or 16.20"
    )
    printed_deadline = DayMonthYearField(
        label="Which call-in deadline did it print? (optional)", required=False,
        help_text="It is compared with the date that the council’s rule gives",
    )  # fmt: skip
    gaps_reason = forms.CharField(
        label="If something is missing, why is it published all the same?", required=False,
        widget=forms.Textarea(attrs={"rows": 3}), max_length=2000,
        help_text="This is printed on the notice",
    )  # fmt: skip
    expected = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, now: datetime, opens_windows: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        if not opens_windows:
            del self.fields["printed_deadline"]
            when = cast(RevealingRadios, self.fields["when"].widget)
            asked = [self["published_on"], self["published_time"]]
            when.revealed = {self.EARLIER: asked}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["published_at"] = None
        if (
            data.get("when") == self.EARLIER
            and not {"published_on", "published_time"} & self.errors.keys()
        ):
            data["published_at"] = self._earlier(data)
        return data

    def _earlier(self, data: dict[str, Any]) -> datetime | None:
        on, at, printed = (
            data.get(n) for n in ("published_on", "published_time", "printed_deadline")
        )
        if on is None:
            self.add_error("published_on", "Enter the day on which it was published.")
            return None
        if on > timezone.localdate(self.now):
            self.add_error(
                "published_on",
                f"{words.day(on)} is in the future: a notice cannot have been published then.",
            )
            return None
        if at is None:
            self.add_error(
                "published_time", "Enter the time at which it was published, such as 10am."
            )
            return None
        if printed and printed < on:
            self.add_error(
                "printed_deadline",
                f"The deadline cannot be before the day of publication, {words.day(on)}.",
            )
        moment = timezone.make_aware(datetime.combine(on, at))
        if moment > self.now:
            self.add_error(
                "published_time",
                f"{words.clock(at)} today is still to come: choose “Now”, or an earlier time.",
            )
        return moment

    def check_printed(self, counted: Any) -> None:
        """Put a printed deadline beside the one the rule gives, and say so where they differ."""
        printed = self.cleaned_data.get("printed_deadline")
        if printed and counted and printed != counted:
            self.add_error(
                "printed_deadline",
                f"The council’s rule gives {words.day(counted)} for that publication, not "
                f"{words.day(printed)}. Correct the date, or leave it empty to publish with the "
                "rule’s date.",
            )


class WithdrawForm(PlainSentences, forms.Form):
    """Why a notice is withdrawn, and what its address says in its place."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why is it withdrawn?", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000,
        help_text="Everybody reads this in place of the notice",
        error_messages={"required": "Say why. The reason takes the place of the notice."},
    )  # fmt: skip
    title = forms.CharField(
        label="What was withdrawn, in a line", max_length=300,
        help_text="The title stays at the address: change it if it says what must not be read",
    )  # fmt: skip


class CorrectForm(PlainSentences, RevealsFields, forms.Form):
    """Why the notice is corrected, and what that does to the period that hangs on it.

    `clocks` are the choices that its kind of notice has; with none the question is not asked.
    """

    reveals = {"clock": {Clock.EXTENDS: ["until"]}}

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="What was wrong?", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000,
        help_text="This is printed on the corrected notice",
        error_messages={"required": "Say what was wrong. The reason is printed on the notice."},
    )  # fmt: skip
    clock = forms.ChoiceField(
        label="What happens to the call-in window?",
        widget=RevealingRadios,
        error_messages={"required": "Choose what happens to the call-in window."},
    )  # fmt: skip
    until = DayMonthYearField(
        label="Last day to call in", required=False, called="Last day to call in",
        help_text="A working day, later than the last day there is now. The hour stays the same",
    )  # fmt: skip

    def __init__(
        self, *args: Any, clocks: Mapping[str, ClockChoice], period: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        clock = cast(forms.ChoiceField, self.fields["clock"])
        clock.choices = [(name, choice.asked) for name, choice in clocks.items()]
        clock.label = f"What happens to {period}?"
        clock.error_messages["required"] = f"Choose what happens to {period}."
        if not clocks:
            del self.fields["clock"], self.fields["until"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("clock") != Clock.EXTENDS:
            data["until"] = None
        elif not data.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter the last day to call in.")
        return data
