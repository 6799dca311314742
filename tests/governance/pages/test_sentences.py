"""What a field says of its own accord when a number is out of bounds."""

import pytest
from django import forms

from governance.pages.sentences import PlainSentences


class Numbers(PlainSentences, forms.Form):
    seats = forms.IntegerField(label="Seats", min_value=1, max_value=200, required=False)
    spent = forms.DecimalField(label="Sum", max_digits=6, decimal_places=2, required=False)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"seats": "0"}, "Seats must be 1 or more."),
        ({"seats": "201"}, "Seats must be 200 or less."),
        ({"spent": "1.234"}, "Sum must have 2 figures or fewer after the point."),
        ({"spent": "12345"}, "Sum must have 4 figures or fewer before the point."),
        ({"spent": "1234567"}, "Sum must have 6 figures or fewer."),
    ],
)
def test_a_number_out_of_bounds_is_told_in_a_sentence_about_the_question(typed, sentence):
    (said,) = Numbers(typed).errors.values()
    assert said == [sentence]
