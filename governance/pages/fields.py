"""Dates in three boxes and times as people write them, for every form."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from governance.calendar.words import clock
from governance.pages.dates import read_date, read_time


class DateBoxes(forms.MultiWidget):
    """Day, month and year. What was typed comes back as it was, however wrong."""

    template_name = "components/date_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {
                "day": _box("Day", "2", "numeric"),
                "month": _box("Month", "3"),  # no keypad of figures: "April" may be typed
                "year": _box("Year", "4", "numeric"),
            },
            attrs,
        )

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_0" if id_ else id_

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, (date, datetime)):
            return [value.day, value.month, value.year]
        return [None, None, None]


def _box(label: str, width: str, inputmode: str = "") -> forms.TextInput:
    attrs = {"label": label, "class": f"govuk-input--width-{width}", "inputmode": inputmode}
    return forms.TextInput(attrs=attrs)


class DayMonthYearField(forms.Field):
    """A date. `called` begins the sentence about a missing part: "Date must include a year"."""

    widget = DateBoxes

    def __init__(self, *, called: str = "Date", **kwargs: Any) -> None:
        self.called = called
        # A model's date field passes these of its own; boxes have no formats.
        kwargs.pop("input_formats", None)
        super().__init__(**kwargs)
        self.error_messages["required"] = f"Enter the {called[:1].lower()}{called[1:]}"

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        boxes = [(box or "").strip() for box in value]
        if not any(boxes):
            return None
        try:
            return read_date(*boxes, called=self.called)
        except ValueError as wrong:
            raise ValidationError(str(wrong), code="invalid") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class TimeField(forms.CharField):
    """A time of day: "6.50pm", "18:50", "6pm", "noon"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("input_formats", None)
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "govuk-input--width-5"}))
        super().__init__(**kwargs)
        self.empty_value = None

    def to_python(self, value: Any) -> time | None:  # type: ignore[override]
        if isinstance(value, time):
            return value
        typed = super().to_python(value)
        if typed is None:
            return None
        try:
            return read_time(typed)
        except ValueError as wrong:
            raise ValidationError(str(wrong), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, time) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
