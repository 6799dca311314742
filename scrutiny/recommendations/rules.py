"""What a council answered to a recommendation, by when it had to, and where it stands. Pure.

No Django, no clock: dates, the day that it is and counts of working days are passed in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from governance.calendar import words
from governance.calendar.statutory_dates import StatutoryDate, scrutiny_response
from roadmap.items.rules import Status


class Kind(StrEnum):
    """What sort of thing is recommended; some are never finished."""

    ONE_OFF = "one_off"
    CONTINUING = "continuing"
    SPREAD = "spread"
    REPEATS = "repeats"

    @property
    def words(self) -> str:
        return _KINDS[self]


_KINDS = {
    Kind.ONE_OFF: "One-off",
    Kind.CONTINUING: "Continuing",
    Kind.SPREAD: "Spread of good practice",
    Kind.REPEATS: "Repeats",
}
# These go on, so that nobody may call them complete: the word they carry instead.
GOES_ON = {Kind.CONTINUING: "Continuing", Kind.REPEATS: "Repeating"}


class Answer(StrEnum):
    """What a council, or another of its bodies, said to a recommendation."""

    ACCEPTED = "accepted"
    IN_PART = "in_part"
    REJECTED = "rejected"
    NOTED = "noted"
    ADDED = "added"

    @property
    def words(self) -> str:
        return _ANSWERS[self]

    @property
    def shape(self) -> str:
        """Return the name of its drawing in governance.pages.shapes."""
        return _SHAPES[self]


_ANSWERS = {
    Answer.ACCEPTED: "Accepted",
    Answer.IN_PART: "Accepted in part",
    Answer.REJECTED: "Rejected",
    Answer.NOTED: "Findings noted",
    Answer.ADDED: "Noted, and added to",
}
_SHAPES = {
    Answer.ACCEPTED: "done",
    Answer.IN_PART: "half",
    Answer.REJECTED: "closed",
    Answer.NOTED: "noted",
    Answer.ADDED: "noted",
}
# A scrutiny body that is told no is owed the reason (Local Government Act 2000, section 9FE).
NEEDS_A_REASON = (Answer.IN_PART, Answer.REJECTED)


@dataclass(frozen=True)
class Facts:
    """What is recorded of one recommendation at one council.

    `is_wanted`: its answer was asked for. `received_on` is the day its two months begin with, None
    while it has not received the report; `planned_on` the day it is to. `status` is that of the
    newest progress, "" for none; `is_proposed`: officers propose to close it.
    """

    is_wanted: bool = True
    received_on: date | None = None
    planned_on: date | None = None
    answered_on: date | None = None
    status: str = ""
    is_proposed: bool = False
    closed_on: date | None = None

    @property
    def due_on(self) -> date | None:
        """The last day to answer; None where none was asked for or nothing was received."""
        if not self.is_wanted or self.received_on is None:
            return None
        return counted(self.received_on).date

    @property
    def is_outstanding(self) -> bool:
        """Is an answer wanted that nobody has given, of a recommendation that is not closed?"""
        return self.is_wanted and self.answered_on is None and self.closed_on is None


def counted(received_on: date) -> StatutoryDate:
    """Return the last day to answer a report received on that day, and how it was counted.

    Two months beginning with each council's own receipt. Source: Local Government Act 2000,
    section 9FE.
    """
    return scrutiny_response(received_on)


class Standing(StrEnum):
    """Where a recommendation stands at a council; the first in this order is looked at first."""

    LATE = "late"
    OFF_TRACK = "off_track"
    AWAITING = "awaiting"
    TO_BE_CLOSED = "to_be_closed"
    OPEN = "open"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        return _STANDINGS[self][0]

    @property
    def shape(self) -> str:
        """Return the name of its drawing in governance.pages.shapes."""
        return _STANDINGS[self][1]


_STANDINGS = {
    Standing.LATE: ("Answer late", "bad"),
    Standing.OFF_TRACK: ("Off track", "bad"),
    Standing.AWAITING: ("Awaiting answer", "open"),
    Standing.TO_BE_CLOSED: ("To be closed", "half"),
    Standing.OPEN: ("Open", "idle"),
    Standing.CLOSED: ("Closed", "done"),
}


def standing(facts: Facts, today: date) -> Standing:
    """Return where a recommendation stands at a council on `today`.

    On its last day an answer is not yet late. Off track is what the newest progress says.
    """
    if facts.closed_on:
        return Standing.CLOSED
    if facts.is_outstanding:
        due = facts.due_on
        return Standing.LATE if due and today > due else Standing.AWAITING
    if facts.is_proposed:
        return Standing.TO_BE_CLOSED
    return Standing.OFF_TRACK if facts.status == Status.RED else Standing.OPEN


@dataclass(frozen=True)
class Line:
    """A status as a shape and words, and a note below it."""

    shape: str
    says: str
    note: str = ""


def waiting_line(facts: Facts, today: date, working_days_left: int | None) -> Line:
    """Return what a cell says while a council has given no answer.

    `working_days_left` counts after today, up to and including the last day; None: not known.
    """
    if not facts.is_wanted:
        return Line("noted", "No answer is asked for")
    if facts.received_on is None or (due := facts.due_on) is None:
        plan = f"planned for {words.short_day(facts.planned_on)}" if facts.planned_on else ""
        return Line("idle", "Report not received yet", plan)
    received = f"received {words.short_day(facts.received_on)}"
    if today > due:
        since = words.short_day(late_since(due))
        return Line("bad", f"Answer late since {since}", f"{received}; due {words.short_day(due)}")
    left = f"{words.counted(working_days_left or 0, 'working day')} left"
    left = "today is the last day" if today == due else left
    note = received if working_days_left is None else f"{received}; {left}"
    return Line("open", f"Answer due {words.short_day(due)}", note)


def late_since(due: date) -> date:
    """Return the first day on which an answer due by the end of `due` is late."""
    return due + timedelta(days=1)


def lateness(due: date | None, answered_on: date) -> str:
    """Return "12 days late" of an answer given after its last day; "" when in time."""
    if due is None or answered_on <= due:
        return ""
    return f"{words.counted((answered_on - due).days, 'day')} late"


def progress_line(kind: str, status: str, on: date) -> Line:
    """Return how a piece of progress reads: "On track", "Complete".

    What goes on never reads complete: "Continuing, last evidence Wed 12 Apr 2023".
    """
    found = Status(status)
    if found is Status.COMPLETE and (goes_on := GOES_ON.get(Kind(kind))):
        return Line("good", f"{goes_on}, last evidence {words.short_day(on)}")
    return Line(found.shape, found.words)


@dataclass(frozen=True)
class At:
    """A recommendation at a council, by the council's name as sentences use it."""

    council: str
    facts: Facts


def verdict(cells: Sequence[At], today: date, *, has_gaps: bool = False) -> Line:
    """Return the one sentence of a review: how many answers are missing, and whose is next.

    `says` counts, `note` is the sentence. What is late comes before what is due. `has_gaps`: the
    record says of itself that it does not hold everything, so that nobody is called late by it.
    """
    wanted = [cell for cell in cells if cell.facts.is_wanted]
    if not cells:
        return Line("idle", "No recommendations yet", "No recommendation is recorded")
    if not wanted:
        return Line("noted", "No answer is asked for", "No council was asked for an answer")
    missing = [cell for cell in wanted if cell.facts.is_outstanding]
    total = words.counted(len(wanted), "answer")
    if not missing:
        return Line("done", f"All {total} are in" if len(wanted) > 1 else "The answer is in",
                    _after_answers(cells, today))  # fmt: skip
    is_late = any(standing(cell.facts, today) is Standing.LATE for cell in missing)
    verb = "is" if len(missing) == 1 else "are"
    says = f"{len(missing)} of {total} {verb} still to come"
    return Line("bad" if is_late else "open", says, _next_answer(missing, today, has_gaps))


def _next_answer(missing: Sequence[At], today: date, has_gaps: bool) -> str:
    dated = [(cell.facts.due_on, cell.council) for cell in missing if cell.facts.due_on]
    if not dated:
        names = list(dict.fromkeys(cell.council for cell in missing))
        verb = "has" if len(names) == 1 else "have"
        return f"{words.listed(names)} {verb} not received the report yet"
    due = min(on for on, _ in dated)
    names = list(dict.fromkeys(name for on, name in dated if on == due))
    many = sum(1 for on, _ in dated if on == due) > 1
    whose = words.listed(f"{name}’s" for name in names)
    noun = f"{whose} {'answers' if many else 'answer'}"
    if today > due and has_gaps:
        on = words.day(due)
        return f"No answer of {words.listed(names)} is recorded; it was due by the end of {on}"
    if today > due:
        verb = "have" if many else "has"
        return f"{noun} {verb} been late since {words.day(late_since(due))}"
    return f"{noun} {'are' if many else 'is'} due by the end of {words.day(due)}"


def _after_answers(cells: Iterable[At], today: date) -> str:
    found = [standing(cell.facts, today) for cell in cells]
    if all(one is Standing.CLOSED for one in found):
        return "Every council has answered, and every recommendation is closed"
    counts = [
        (found.count(Standing.OFF_TRACK), "off track"),
        (found.count(Standing.TO_BE_CLOSED), "proposed to be closed"),
        (found.count(Standing.CLOSED), "closed"),
    ]
    told = [f"{number} {said}" for number, said in counts if number]
    return f"Every council has answered; {words.listed(told) or 'none is closed yet'}"
