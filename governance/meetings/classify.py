"""The questions that say who may read a decision, an item or a paper."""

from typing import Any

from django import forms

from governance.meetings.classification import PARAGRAPHS, Level
from governance.pages.fields import DayMonthYearField
from governance.pages.reveal import RevealingRadios, RevealsFields
from governance.pages.sentences import PlainSentences

ONLY_WHEN_EXEMPT = ["exempt_paragraphs", "public_interest_reason", "exemption_review_on"]


class Classify(PlainSentences, RevealsFields, forms.Form):
    """Public, exempt with its paragraphs and reason, or confidential; put before another form.

    Source: Local Government Act 1972, Schedule 12A, and its public interest test (paragraph 10).
    """

    reveals = {"classification": {"exempt": ONLY_WHEN_EXEMPT}}

    classification = forms.ChoiceField(
        label="Classification",
        choices=Level,
        widget=RevealingRadios,
        error_messages={"required": "Choose who can read it."},
    )
    exempt_paragraphs = forms.TypedMultipleChoiceField(
        label="Under which paragraphs of Schedule 12A?",
        coerce=int,
        required=False,
        choices=[(number, f"{number}: {words}") for number, words in PARAGRAPHS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    public_interest_reason = forms.CharField(
        label="Why keeping it exempt outweighs the public interest in disclosure",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    exemption_review_on = DayMonthYearField(
        label="When is that looked at again? (optional)", required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("classification") != Level.EXEMPT:
            data |= {
                "exempt_paragraphs": [],
                "public_interest_reason": "",
                "exemption_review_on": None,
            }
            return data
        if not data.get("exempt_paragraphs"):
            self.add_error("exempt_paragraphs", "Choose at least one paragraph of Schedule 12A.")
        if not data.get("public_interest_reason"):
            self.add_error("public_interest_reason", "Write why it is kept exempt.")
        return data
