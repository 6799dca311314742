"""What the two fields give to a form that is right, blank or unchanged."""

from datetime import date, time

import pytest
from django import forms
from django.forms import formset_factory

from governance.pages.fields import DayMonthYearField, TimeField
from governance.pages.problems import problems_of


class Meeting(forms.Form):
    held = DayMonthYearField(called="Date of the meeting")
    published = DayMonthYearField(required=False)
    starts = TimeField(required=False)


RIGHT = {"held_day": "12", "held_month": "4", "held_year": "2023", "starts": "6.50pm"}


def test_a_right_date_and_time():
    form = Meeting(RIGHT)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "held": date(2023, 4, 12),
        "published": None,
        "starts": time(18, 50),
    }


def test_a_blank_date_is_asked_for_by_its_name():
    assert Meeting({}).errors["held"] == ["Enter the date of the meeting"]


def test_a_stored_date_and_time_are_shown_as_one_types_them():
    html = str(Meeting(initial={"held": date(2023, 4, 12), "starts": time(18, 50)}))
    assert 'value="12"' in html
    assert 'value="2023"' in html
    assert 'value="6.50pm"' in html


@pytest.mark.parametrize("stored", [time(0), time(12), time(9, 5)])
def test_a_time_shown_can_be_sent_back_as_it_is(stored):
    field = TimeField()
    assert field.clean(field.prepare_value(stored)) == stored


def test_what_was_not_changed_is_not_called_changed():
    initial = {"held": date(2023, 4, 12), "starts": time(18, 50)}
    assert Meeting(RIGHT, initial=initial).changed_data == []
    assert Meeting(RIGHT | {"held_day": "13"}, initial=initial).changed_data == ["held"]
    assert Meeting(RIGHT | {"held_day": "x"}, initial=initial).changed_data == ["held"]


def test_a_date_in_a_set_of_forms_leads_to_its_own_box():
    forms_ = formset_factory(Meeting)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-held_day": "3"}
    )
    assert problems_of(forms_) == [
        ("id_form-0-held_0", "Date of the meeting must include a month and year")
    ]
