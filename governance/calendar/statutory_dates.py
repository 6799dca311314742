"""The dates that statute fixes around meetings, notices, responses and records. Pure.

"Clear days" leave out both ends. Five clear days are counted as working days, following R v Swansea
City Council, ex parte Elitestone (Court of Appeal, 1993). Twenty-eight clear days are counted as
calendar days, which is how councils publish; no authority on it was found, so `clear_days` lets the
caller choose the other reading, and the answer says which was used.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from governance.calendar import words
from governance.calendar.rules import (
    Calendar,
    clear_days_after,
    clear_days_before,
    clear_working_days_after,
    clear_working_days_before,
    months_beginning_with,
)
from governance.calendar.statutory_traces import clear_days_trace, months_trace
from governance.calendar.trace import TraceDay
from governance.errors import Refused

ClearDays = Literal["working", "calendar"]
Stage = Literal[28, 5]

ACCESS_REGULATIONS = (
    "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
    "Regulations 2012 (SI 2012/2089)"
)
OPENNESS_REGULATIONS = "Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)"
LONGEST = 366
LGA_1972 = "Local Government Act 1972"


@dataclass(frozen=True)
class StatutoryDate:
    """A date, the rule that fixes it, how it was counted in a sentence, and day by day."""

    date: date
    source: str
    counted_as: str
    trace: tuple[TraceDay, ...]


def agenda_publication(
    meeting_on: date, calendar: Calendar, clear_days: ClearDays = "working"
) -> StatutoryDate:
    """Return the last day to publish the agenda and reports of a meeting: five clear days before.

    Source: Local Government Act 1972, section 100B; SI 2012/2089, regulations 6 and 7.
    """
    source = (
        f"{LGA_1972}, section 100B; for an executive body, {ACCESS_REGULATIONS}, "
        "regulations 6 and 7"
    )
    return _before(meeting_on, 5, clear_days, calendar, source, "Last day to publish the agenda")


def public_questions(
    meeting_on: date, count: int, calendar: Calendar, clear_days: ClearDays = "working"
) -> StatutoryDate:
    """Return the last day for a public question: `count` clear days before the meeting, 1 or more.

    Source: the council's own procedure rules; no statute fixes it.
    """
    if not 1 <= count <= LONGEST:
        raise Refused(f"The count of clear days must be from 1 to {LONGEST}, not {count}.")
    source = "The council's own rule for public questions, in its constitution"
    return _before(meeting_on, count, clear_days, calendar, source, "Last day for a question")


def key_decision_notice(
    decision_on: date, calendar: Calendar, clear_days: ClearDays = "calendar"
) -> StatutoryDate:
    """Return the last day to publish notice of a key decision: 28 clear days before it is made.

    Source: SI 2012/2089, regulation 9.
    """
    source = f"{ACCESS_REGULATIONS}, regulation 9"
    return _before(decision_on, 28, clear_days, calendar, source, "Last day to publish the notice")


def key_decision_earliest(
    published_on: date, calendar: Calendar, clear_days: ClearDays = "calendar"
) -> StatutoryDate:
    """Return the first day a key decision may be made, 28 clear days after its notice came out.

    Source: SI 2012/2089, regulation 9.
    """
    source = f"{ACCESS_REGULATIONS}, regulation 9"
    return _after(published_on, 28, clear_days, calendar, source)


def private_meeting_notice(
    meeting_on: date, stage: Stage, calendar: Calendar, clear_days: ClearDays | None = None
) -> StatutoryDate:
    """Return the last day to publish notice of a meeting in private, of stage 28 or 5 clear days.

    By default 28 are calendar days and 5 are working days. Source: SI 2012/2089, regulation 5:
    paragraphs on the first notice (28 clear days) and the second, with representations (5).
    """
    reading: ClearDays = clear_days or ("calendar" if stage == 28 else "working")
    source = f"{ACCESS_REGULATIONS}, regulation 5"
    return _before(meeting_on, stage, reading, calendar, source, "Last day to publish the notice")


def general_exception(
    notice_on: date, calendar: Calendar, clear_days: ClearDays = "working"
) -> StatutoryDate:
    """Return the first day to make a key decision under the general exception.

    Five clear days must have passed after the day the notice was made available. Source: SI
    2012/2089, regulation 10. Counting them as working days is the more cautious reading.
    """
    source = f"{ACCESS_REGULATIONS}, regulation 10"
    return _after(notice_on, 5, clear_days, calendar, source)


def scrutiny_response(received_on: date) -> StatutoryDate:
    """Return the last day to respond to a scrutiny report: two months beginning with its receipt.

    Pass the day the report was received or, if later, the day of the notice that asks for a
    response. Source: Local Government Act 2000, section 9FE.
    """
    return _period(
        received_on,
        months=2,
        length="Two months",
        source="Local Government Act 2000, section 9FE",
        first="Day of receipt, the first day of the period",
        last="Last day to respond",
    )


def decision_retention(decided_on: date) -> StatutoryDate:
    """Return the last day a decision record and its reports must be kept: six years.

    Source: SI 2012/2089, regulation 21 (executive decisions); Local Government Act 1972, section
    100C (other meetings); SI 2014/2095, regulation 8 (officer decisions).
    """
    return _period(
        decided_on,
        months=6 * 12,
        length="Six years",
        source=(
            f"{ACCESS_REGULATIONS}, regulation 21; {LGA_1972}, section 100C; "
            f"{OPENNESS_REGULATIONS}, regulation 8"
        ),
        first="Day of the decision, the first day of the period",
        last="Last day the record must be kept",
    )


def background_paper_retention(decided_on: date) -> StatutoryDate:
    """Return the last day background papers must be kept and open to inspection: four years.

    Source: SI 2012/2089, regulation 21; Local Government Act 1972, section 100D(2); SI 2014/2095,
    regulation 8.
    """
    return _period(
        decided_on,
        months=4 * 12,
        length="Four years",
        source=(
            f"{ACCESS_REGULATIONS}, regulation 21; {LGA_1972}, section 100D(2); "
            f"{OPENNESS_REGULATIONS}, regulation 8"
        ),
        first="Day of the decision, the first day of the period",
        last="Last day the background papers must be kept",
    )


def _before(
    event: date, count: int, reading: ClearDays, calendar: Calendar, source: str, answer: str
) -> StatutoryDate:
    if reading == "working":
        found = clear_working_days_before(event, count, calendar)
    else:
        found = clear_days_before(event, count)
    ends = {found: answer, event: "Day of the meeting or decision"}
    return _clear(found, ends, count, reading, calendar, source)


def _after(
    event: date, count: int, reading: ClearDays, calendar: Calendar, source: str
) -> StatutoryDate:
    if reading == "working":
        found = clear_working_days_after(event, count, calendar)
    else:
        found = clear_days_after(event, count)
    ends = {event: "Day of the notice", found: "First day the decision may be made"}
    return _clear(found, ends, count, reading, calendar, source)


def _clear(
    found: date,
    ends: dict[date, str],
    count: int,
    reading: ClearDays,
    calendar: Calendar,
    source: str,
) -> StatutoryDate:
    number = words.sentence_case(words.number_word(count))
    length = f"{number} clear {reading} {'day' if count == 1 else 'days'}"
    counted_as = f"{length}: the days at either end are not counted."
    trace = clear_days_trace(found, ends, calendar if reading == "working" else None)
    return StatutoryDate(found, source, counted_as, trace)


def _period(
    start: date, *, months: int, length: str, source: str, first: str, last: str
) -> StatutoryDate:
    counted_as = f"{length} beginning with {words.day(start)}, which is the first day."
    found = months_beginning_with(start, months)
    return StatutoryDate(found, source, counted_as, months_trace(start, months, first, last))
