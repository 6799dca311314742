"""Count a call-in window and say how. Pure: the dates, the terms and the calendar are passed in.

Counting never reads the clock, and what it returns is stored when a notice is published: a bank
holiday proclaimed later does not move a window, it is put to a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from governance.calendar import words
from governance.calendar.local_time import LONDON, in_london, local_day
from governance.calendar.rules import (
    OFFICE_CLOSED,
    Calendar,
    is_working_day,
    next_working_day,
    on_or_after,
    shift,
)
from governance.calendar.trace import TraceDay
from governance.call_in_windows.count_trace import Count, day_by_day
from governance.call_in_windows.standing import Standing, State, closing_words, standing
from governance.call_in_windows.term_readers import WEEKDAYS
from governance.call_in_windows.terms import Terms
from governance.errors import Refused

__all__ = [
    "Standing",
    "Start",
    "State",
    "Terms",
    "TraceDay",
    "Window",
    "closing_words",
    "count_window",
    "deemed_publication",
    "standing",
]


@dataclass(frozen=True)
class Window:
    """When a decision can be called in, and the count that says so.

    published_on: the day the count starts from: the day the notice counts as published, which may
        be later than its upload, or the day of the decision where `starts_from` says so.
    deadline: the last day. closes_at: the first instant, Europe/London, at which it is too late.
    in_effect_on: the first day the decision takes effect if nobody calls it in.
    trace: every day from the upload to `in_effect_on`.
    terms, calendar_version: what it was counted with.
    """

    published_on: date
    deadline: date
    closes_at: datetime
    in_effect_on: date
    trace: tuple[TraceDay, ...]
    terms: Terms
    calendar_version: str
    starts_from: str = "publication"

    @property
    def rule_in_words(self) -> str:
        """The rule in whole sentences, as printed above the count."""
        return self.terms.in_words(self.starts_from)

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values: dates as "2023-04-21", the time with its offset from UTC."""
        plain = {
            "published_on": self.published_on.isoformat(),
            "deadline": self.deadline.isoformat(),
            "closes_at": self.closes_at.isoformat(),
            "in_effect_on": self.in_effect_on.isoformat(),
            "trace": [day.as_json() for day in self.trace],
            "rule": self.terms.as_json(),
            "rule_in_words": self.rule_in_words,
            "calendar_version": self.calendar_version,
        }
        if self.starts_from == "publication":
            return plain
        return plain | {"starts_from": self.starts_from}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Window":
        """Read back what `as_json` wrote. Nothing is counted again."""
        return cls(
            published_on=date.fromisoformat(stored["published_on"]),
            deadline=date.fromisoformat(stored["deadline"]),
            closes_at=in_london(datetime.fromisoformat(stored["closes_at"])),
            in_effect_on=date.fromisoformat(stored["in_effect_on"]),
            trace=tuple(TraceDay.from_json(day) for day in stored["trace"]),
            terms=Terms.from_json(stored["rule"]),
            calendar_version=stored["calendar_version"],
            starts_from=stored.get("starts_from", "publication"),
        )


@dataclass(frozen=True)
class Start:
    """What a count starts from: "publication", "minutes" or "decision", and then on which day."""

    what: str = "publication"
    on: date | None = None


FROM_PUBLICATION = Start()


def count_window(
    published: datetime | date, terms: Terms, calendar: Calendar, start: Start = FROM_PUBLICATION
) -> Window:
    """Return the call-in window of a notice put out at `published`, under a council's `terms`.

    A date without a time is taken to be within office hours. `start` says where the rule counts
    from the decision instead. Refused where the calendar does not
    reach, or where the terms would close the window before the notice was out. Source: the call-in
    rule in the council's constitution, made under the Local Government Act 2000, section 9F(4).
    """
    calendar = calendar.with_closures(dict.fromkeys(terms.closed, OFFICE_CLOSED))
    count = _count(published, terms, calendar, start)
    closes_at = closing_of(count.deadline, terms)
    if closes_at <= _put_out_by(published):
        raise Refused(
            f"Call-in would close at {words.clock(closes_at)} on {words.day(count.deadline)}, "
            "before the notice is published."
        )
    return Window(
        published_on=count.published_on,
        deadline=count.deadline,
        closes_at=closes_at,
        in_effect_on=count.in_effect_on,
        trace=day_by_day(count, terms, calendar),
        terms=terms,
        calendar_version=calendar.version,
        starts_from=start.what,
    )


def _put_out_by(published: datetime | date) -> datetime:
    """A date alone leaves open at what time: its first moment accuses nobody of being late."""
    if isinstance(published, datetime):
        return in_london(published)
    return datetime.combine(published, time(0), LONDON)


def deemed_publication(published: datetime | date, terms: Terms, calendar: Calendar) -> date:
    """Return the day on which a notice put out at `published` counts as published.

    With an office closing time, a day on which the office does not open is treated like an evening:
    otherwise a notice put out on Saturday would close sooner than one put out late on Friday.
    """
    day, closes = local_day(published), terms.office_closing_time
    if isinstance(published, datetime) and closes and in_london(published).time() > closes:
        return next_working_day(day, calendar)
    if closes or terms.deemed == "next_working_day":
        return on_or_after(day, calendar)
    return day


def _count(published: datetime | date, terms: Terms, calendar: Calendar, start: Start) -> Count:
    if start.what == "decision":
        published_on = _decided_on(start)
    else:
        published_on = deemed_publication(published, terms, calendar)
    numbered = _numbered_days(published_on, terms, calendar)
    reached = numbered[-1] if numbered else _weekday_of_next_week(published_on, terms)
    deadline = on_or_after(reached, calendar) if terms.roll == "next_working_day" else reached
    clear = terms.unit == "clear_working_days"
    return Count(
        uploaded_on=local_day(published),
        published_on=published_on,
        numbered=numbered,
        reached=reached,
        deadline=deadline,
        # "Five working days after" and "five clear working days" share their last day. They differ
        # in when the decision may be acted on: the next day, or once the days have fully elapsed.
        in_effect_on=next_working_day(deadline, calendar) if clear else shift(deadline, 1),
        starts_from=start.what,
    )


def _decided_on(start: Start) -> date:
    if start.on is None:
        raise Refused(
            "The council's rule counts from the decision: enter the day on which it was made."
        )
    return start.on


def _numbered_days(published_on: date, terms: Terms, calendar: Calendar) -> tuple[date, ...]:
    found: list[date] = []
    day = published_on if terms.count_first_day else shift(published_on, 1)
    while len(found) < (terms.count or 0):
        if terms.unit == "calendar_days" or is_working_day(day, calendar):
            found.append(day)
        day = shift(day, 1)
    return tuple(found)


def _weekday_of_next_week(published_on: date, terms: Terms) -> date:
    """Weeks begin on Monday: Sunday's notice and that of the Monday before share their week."""
    next_monday = shift(published_on, 7 - published_on.weekday())
    return shift(next_monday, WEEKDAYS.index(terms.weekday or ""))


def closing_of(deadline: date, terms: Terms) -> datetime:
    """Return the first instant at which it is too late, for a last day under these terms."""
    if terms.cut_off_time is None:
        return datetime.combine(shift(deadline, 1), time(0), LONDON)
    return datetime.combine(deadline, terms.cut_off_time, LONDON)
