"""What becomes of windows that a day proclaimed late would have changed."""

from django import forms

from governance.pages.sentences import PlainSentences


class DecideForm(PlainSentences, forms.Form):
    """Nothing is chosen beforehand: a person decides, and says why."""

    KEEPS, MOVES = "keeps", "moves"

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    what = forms.ChoiceField(
        label="What happens to the call-in window?",
        choices=[(KEEPS, "It keeps the date it was published with"),
                 (MOVES, "It moves to the date as it would be counted now")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the window keeps its date or moves."},
    )  # fmt: skip
    reason = forms.CharField(
        label="Why?", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000,
        help_text="This is printed on the next version of the notice",
        error_messages={"required": "Say why. The reason is printed on the notice."},
    )  # fmt: skip

    def clean_seen(self) -> list[int]:
        typed = str(self.cleaned_data["seen"]).split(",")
        return [int(part) for part in typed if part.isascii() and part.isdigit()]
