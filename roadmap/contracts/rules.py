"""When a contract ends, rolls on or must be acted upon. Pure: no Django, no clock.

A contract runs to the end of its initial term, as extended by the options that were taken up. Then
it ends (no renewal), ends unless the councils ask for more (express), or rolls on for a further
term unless they give notice (tacit). Every answer carries the steps that led to it, in words.

A term ends at the end of its last day. Periods in months follow the corresponding date rule: a
period given on one day runs out on the same day of a later month, or on that month's last day
where it has no such day (Dodds v Walker, House of Lords, 1981). So a term that ends with a month
rolls on to the end of a month, and three months' notice of 30 November may be given on 31 August.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from governance.calendar import words
from governance.calendar.rules import ONE_DAY, months_from, shift

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
# More than any contract runs for: 100 years.
MOST_MONTHS = 1200


class Renewal(StrEnum):
    """What happens at the end of a term."""

    NONE = "none"
    TACIT = "tacit"
    EXPRESS = "express"


class Unit(StrEnum):
    """What a notice period is counted in: calendar days, weeks or calendar months."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class State(StrEnum):
    """Where a contract stands on a day."""

    NO_DATES = "no_dates"
    NOT_STARTED = "not_started"
    RUNNING = "running"
    ROLLED = "rolled"
    NOTICE_PASSED = "notice_passed"
    ENDING = "ending"
    LAPSED = "lapsed"
    ENDED = "ended"


@dataclass(frozen=True)
class Notice:
    """How long before the end of a term it must be said: a count of days, weeks or months."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return words.counted(self.count, str(self.unit).removesuffix("s"))


@dataclass(frozen=True)
class Option:
    """An extension that the contract offers. `take_up_by` None: at any time before the end."""

    months: int
    take_up_by: date | None = None
    taken_on: date | None = None


@dataclass(frozen=True)
class Terms:
    """What a contract says about its end. `ends_on` is the last day of the initial term."""

    ends_on: date | None
    renewal: Renewal = Renewal.NONE
    starts_on: date | None = None
    roll_months: int | None = None
    notice: Notice | None = None
    notice_given_on: date | None = None
    closed_on: date | None = None
    lead_months: int = 0
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of the working: what it gives, the day, and why."""

    what: str
    day: date | None
    why: str


@dataclass
class Dates:
    """What follows from the terms on a day; None where there is no such day.

    `term_end` ends the term that runs; `can_end_on` is the first end that can still be reached;
    `notice_by` is the last day to give notice of (or ask for more at) that end, and `act_by` the
    first day by which somebody must do something; `decide_by` leaves time for a joint procurement.
    """

    state: State = State.NO_DATES
    term_end: date | None = None
    can_end_on: date | None = None
    notice_by: date | None = None
    act_by: date | None = None
    act: str = ""
    decide_by: date | None = None
    trace: list[Step] = field(default_factory=list)

    def say(self, what: str, day: date | None, why: str) -> None:
        """Add a step to the working."""
        self.trace.append(Step(what, day, why))


def last_day_to_give(notice: Notice, end: date) -> date:
    """Return the last day on which this notice of `end` may be given; the day itself not counted.

    Days and weeks are calendar days: 30 days' notice of 30 June is given by 31 May.
    """
    if notice.unit is Unit.MONTHS:
        return months_from(end, -notice.count)
    days = notice.count * (DAYS_A_WEEK if notice.unit is Unit.WEEKS else 1)
    return shift(end, -days)


@dataclass(frozen=True)
class _Ends:
    """The last days of one term after another, all counted from the first: no month is lost."""

    first: date
    extended: int
    roll: int

    def end(self, rolled: int = 0) -> date:
        return months_from(self.first, self.extended + rolled * self.roll)

    def on_or_after(self, day: date) -> date:
        """Return the end of the term in which `day` falls; of the first for days before it."""
        first = self.end()
        apart = (day.year - first.year) * MONTHS_A_YEAR + day.month - first.month
        # One term short of the months between them, then on to the first that is not before `day`.
        rolled = max(0, apart // self.roll - 1)
        while self.end(rolled) < day:
            rolled += 1
        return self.end(rolled)

    def reached(self, notice: Notice | None, given: date) -> date:
        """Return the first end of which notice given on `given` is in time."""
        end = self.on_or_after(given)
        # Notice longer than a term may be too late for several of them.
        while _last_day(notice, end) < given:
            end = self.on_or_after(end + ONE_DAY)
        return end


def dates_of(terms: Terms, today: date) -> Dates:
    """Return when a contract with these terms ends and must be acted upon, as seen on `today`."""
    found = Dates()
    if terms.ends_on is None:
        return _without_an_end(terms, found)
    ends = _Ends(terms.ends_on, _extended(terms, found), terms.roll_months or MONTHS_A_YEAR)
    _settle(terms, ends, today, found)
    if found.state in {State.LAPSED, State.ENDED}:
        return found
    _act(terms, ends, today, found)
    if found.act_by:
        found.decide_by = months_from(found.act_by, -terms.lead_months)
        lead = words.counted(terms.lead_months, "month")
        found.say(
            "Decide together by", found.decide_by,
            f"{lead} to procure a joint replacement, before {words.plain_day(found.act_by)}.",
        )  # fmt: skip
    return found


def _last_day(notice: Notice | None, end: date) -> date:
    """Where no notice period is recorded, the end itself is the last day to say anything."""
    return last_day_to_give(notice, end) if notice else end


def _without_an_end(terms: Terms, found: Dates) -> Dates:
    if terms.closed_on:
        found.state, found.term_end = State.ENDED, terms.closed_on
        found.say("Closed", terms.closed_on, "Recorded as no longer in use.")
        return found
    why = "No last day is recorded."
    if terms.notice:
        why += f" It can be ended at any time with {terms.notice} of notice."
    found.say("No end", None, why)
    return found


def _extended(terms: Terms, found: Dates) -> int:
    """Return by how many months the initial term was extended."""
    first, months = terms.ends_on, 0
    assert first  # noqa: S101  (asked by the only caller)
    found.say("Initial term ends", first, "As the contract says.")
    for option in terms.options:
        if option.taken_on:
            months += option.months
            found.say(
                "Extended to", months_from(first, months),
                f"An extension of {words.counted(option.months, 'month')} was taken up on "
                f"{words.plain_day(option.taken_on)}.",
            )  # fmt: skip
    return months


def _settle(terms: Terms, ends: _Ends, today: date, found: Dates) -> None:
    """Find the term that runs on `today`, and whether the contract still runs at all."""
    fixed = end = ends.end()
    given = terms.notice_given_on
    if terms.renewal is Renewal.TACIT:
        end = ends.on_or_after(today)
        last = ends.reached(terms.notice, given) if given else None
        end = min(end, last) if last else end
        _say_rolled(terms, fixed, end, found)
        if last and given:
            end = last
            found.say("Ends by notice", last, f"Notice was given on {words.plain_day(given)}.")
    found.term_end = found.can_end_on = end
    if terms.closed_on and terms.closed_on <= today:
        found.state, found.term_end, found.can_end_on = State.ENDED, terms.closed_on, None
        found.say("Closed", terms.closed_on, "Recorded as no longer in use.")
    elif end < today:
        found.state, found.can_end_on = State.ENDED if given else State.LAPSED, None
        if not given:
            found.say("Lapsed", end, "The last day has passed and nothing renewed it.")
    elif terms.starts_on and today < terms.starts_on:
        found.state = State.NOT_STARTED
    elif given:
        found.state = State.ENDING
    else:
        found.state = State.ROLLED if end > fixed else State.RUNNING


def _say_rolled(terms: Terms, fixed: date, end: date, found: Dates) -> None:
    if end > fixed:
        length = words.counted(terms.roll_months or MONTHS_A_YEAR, "month")
        why = f"It rolls on for {length} at a time unless notice is given."
        found.say("Rolled on to", end, why)


def _act(terms: Terms, ends: _Ends, today: date, found: Dates) -> None:
    """Find the first day by which somebody must act, and what they must do."""
    end = found.term_end
    assert end  # noqa: S101  (asked by the only caller)
    found.act_by, found.act = end, "replace it before it ends"
    if terms.notice_given_on:
        return
    if terms.renewal is Renewal.TACIT:
        _notice_of_a_rolling(terms, ends, end, today, found)
    elif terms.renewal is Renewal.EXPRESS:
        _asking_for_more(terms, end, today, found)
    else:
        found.say("Ends by itself", end, "It is not renewed, so no notice is needed.")
    _options(terms, end, today, found)


def _notice_of_a_rolling(
    terms: Terms, ends: _Ends, end: date, today: date, found: Dates
) -> None:  # fmt: skip
    how = f"{terms.notice} of notice" if terms.notice else "No notice period is recorded: on or"
    by = _last_day(terms.notice, end)
    found.say("Give notice by", by, f"{how} before {words.plain_day(end)}.")
    if by < today:
        if found.state is not State.NOT_STARTED:
            found.state = State.NOTICE_PASSED
        end = ends.reached(terms.notice, today)
        by = _last_day(terms.notice, end)
        found.say("Rolls on to", end, "That day has passed, so the contract runs on.")
        found.say("Then give notice by", by, f"{how} before {words.plain_day(end)}.")
    found.can_end_on, found.notice_by = end, by
    found.act_by, found.act = by, "give notice"


def _asking_for_more(terms: Terms, end: date, today: date, found: Dates) -> None:
    how = f"{terms.notice}" if terms.notice else "No period is recorded: on or"
    by = _last_day(terms.notice, end)
    found.say("Ask for renewal by", by, f"{how} before {words.plain_day(end)}.")
    found.notice_by = by
    if by < today:
        found.state = State.NOTICE_PASSED
        found.say("Ends", end, "That day has passed, so the contract ends with its term.")
    else:
        found.act_by, found.act = by, "renew it or say that it ends"


def _options(terms: Terms, end: date, today: date, found: Dates) -> None:
    """Bring the day forward to the last day of the next extension that is still to be had."""
    for option in terms.options:
        if option.taken_on:
            continue
        by = option.take_up_by or end
        length = words.counted(option.months, "month")
        if by < today:
            found.say("Extension missed", by, f"The option of {length} was not taken up in time.")
            continue
        found.say("Extension to be taken up by", by, f"The contract offers {length} more.")
        if found.act_by is None or by < found.act_by:
            found.act_by, found.act = by, "take up the extension or let it go"
        return


def open_months(options: Iterable[Option], today: date) -> int:
    """Return by how many months the extensions that may still be taken up could prolong it."""
    return sum(
        option.months
        for option in options
        if not option.taken_on and (option.take_up_by is None or option.take_up_by >= today)
    )
