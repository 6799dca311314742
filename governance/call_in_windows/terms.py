"""The terms of a council's call-in rule that fix its dates. Pure. The source is its constitution.

The Local Government Act 2000, section 9F(4), gives the power to call in and no more: how long the
window is, which days count and when it shuts are each council's own. So all of it is data, written
as JSON, and anything that is not understood is refused with a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any, get_args

from governance.calendar import words
from governance.call_in_windows.term_readers import END_OF_DAY, READERS, Deemed, Roll, Unit, either
from governance.errors import Refused

LONGEST = 366
STARTS = {
    "publication": "publication",
    "decision": "the decision",
    "minutes": "publication of the minutes",
}


@dataclass(frozen=True)
class Terms:
    """When a call-in window closes.

    unit: what is counted; fixed_weekday is that day of the week following publication.
    count: how many of them, 1 to 366; None for a fixed weekday.
    weekday: "monday" to "sunday", for a fixed weekday only.
    count_first_day: whether the day of publication is day 1, if days of its kind are counted.
    deemed: the day on which a notice put out on a non-working day counts as published.
    office_closes: local time "HH:MM"; a notice put out later, or on a day the office does not
        open at all, counts as published on the next working day. None: no such rule.
    roll: what becomes of a last day that is not a working day.
    cut_off: local time "HH:MM" on the last day from which it is too late, or "end_of_day".
    closed: local dates that are not working days, besides those of the council's calendar.
    """

    unit: Unit
    count: int | None = None
    weekday: str | None = None
    count_first_day: bool = False
    deemed: Deemed = "as_published"
    office_closes: str | None = None
    roll: Roll = "none"
    cut_off: str = END_OF_DAY
    closed: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        """Refuse terms that contradict each other, however they were made."""
        for is_wrong, sentence in self._faults():
            if is_wrong:
                raise Refused(sentence)

    def _faults(self) -> tuple[tuple[bool, str], ...]:
        fixed, count = self.unit == "fixed_weekday", self.count
        clear_first = self.unit == "clear_working_days" and self.count_first_day
        return (
            (
                fixed and self.weekday is None,
                'A fixed weekday needs its "weekday", such as "tuesday".',
            ),
            (fixed and count is not None, "A fixed weekday counts no days, so it takes no count."),
            (fixed and self.count_first_day, "A fixed weekday counts no days, not even the first."),
            (
                not fixed and self.weekday is not None,
                "Only a rule of a fixed weekday takes a weekday.",
            ),
            (not fixed and count is None, 'The rule needs a "count" of days, such as 5.'),
            (count is not None and count < 1, f"The count must be 1 or more, not {count}."),
            (
                count is not None and count > LONGEST,
                f"The count must be {LONGEST} or fewer, not {count}.",
            ),
            (clear_first, "Clear days leave out the day of publication, so it cannot be day 1."),
            (
                self.cut_off == "00:00",
                'A cut-off of "00:00" is before the last day begins: use "end_of_day".',
            ),
        )

    @classmethod
    def from_json(cls, mapping: object) -> "Terms":
        """Return the terms that parsed JSON describes, or refuse the first fault in a sentence."""
        if not isinstance(mapping, Mapping):
            raise Refused('A rule is a JSON object, such as {"unit": "working_days", "count": 5}.')
        for key in mapping:
            if key not in READERS:
                raise Refused(f'A rule has no "{key}". Its keys are {words.listed(READERS)}.')
        if "unit" not in mapping:
            raise Refused(f'The rule needs a "unit": {either(get_args(Unit))}.')
        return cls(**{key: READERS[key](key, value) for key, value in mapping.items()})

    def as_json(self) -> dict[str, Any]:
        """Return every term that applies as plain JSON values; `from_json` reads it back."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        found["closed"] = [day.isoformat() for day in self.closed]
        return {key: value for key, value in found.items() if value is not None}

    @property
    def cut_off_time(self) -> time | None:
        """The local time from which the last day is too late; None where it runs to its end."""
        return None if self.cut_off == END_OF_DAY else time.fromisoformat(self.cut_off)

    @property
    def office_closing_time(self) -> time | None:
        """The local time after which a notice is the next working day's; None if never."""
        return None if self.office_closes is None else time.fromisoformat(self.office_closes)

    def in_words(self, start: str = "publication") -> str:
        """Return the rule in whole sentences, as printed above the count on a notice.

        start: what the count starts from: "publication", "decision" or "minutes".
        """
        parts = (
            self._length(STARTS[start]),
            self._which_days(),
            self._publication() if start != "decision" else "",
            self._end(),
            self._effect(),
        )
        return " ".join(part for part in parts if part)

    def _length(self, start: str) -> str:
        if self.count is None:
            return f"The {words.sentence_case(self.weekday or '')} of the week after {start}."
        unit = self.unit.replace("_", " ").removesuffix("s")
        length = words.counted(self.count, unit).replace(
            str(self.count), words.sentence_case(words.number_word(self.count)), 1
        )
        if self.count_first_day:
            return f"{length}, starting with the day of {start}."
        return f"{length} after the day of {start}."

    def _which_days(self) -> str:
        if self.unit == "fixed_weekday":
            return ""
        if self.unit == "calendar_days":
            return "Weekends and bank holidays are counted."
        if self.closed:
            return (
                "Weekends, bank holidays and days the council's offices are closed are not counted."
            )
        return "Weekends and bank holidays are not counted."

    def _publication(self) -> str:
        moved = "counts as published on the next working day."
        if self.office_closing_time is not None:
            after = words.clock(self.office_closing_time)
            return f"A notice put out after {after}, or on a day that is not a working day, {moved}"
        if self.deemed == "next_working_day":
            return f"A notice put out on a day that is not a working day {moved}"
        return ""

    def _end(self) -> str:
        rolled = ""
        if self.roll == "next_working_day" and self.unit in ("calendar_days", "fixed_weekday"):
            rolled = "A last day that is not a working day moves to the next working day. "
        if self.cut_off_time is None:
            return (
                f"{rolled}The council's rule sets no time of day, so the last day runs to midnight."
            )
        return f"{rolled}Call-in closes at {words.clock(self.cut_off_time)} on the last day."

    def _effect(self) -> str:
        if self.unit != "clear_working_days":
            return ""
        return "The days are clear days, so the decision takes effect on the next working day."
