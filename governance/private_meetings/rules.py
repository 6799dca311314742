"""What must be told before a meeting is held in private. Pure: no Django, no clock.

Source: SI 2012/2089, regulation 5.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from governance.calendar import words
from governance.decisions.rules import Check, Level, Origin
from governance.forward_plan.rules import Office


class Private(Protocol):
    """What the checklists read of a private meeting; blank means that nobody has said yet."""

    matters: str
    exempt_paragraphs: list[int]
    is_confidential: bool
    reasons: str
    how_to_object: str
    representations_answer: str
    urgency_reason: str
    agreed_by: str
    agreed_office: str
    agreed_capacity: str
    agreed_at: datetime | None


class Said(Protocol):
    """A representation, as far as the checklist reads it."""

    received_from: str
    response: str


def first_checklist(private: Private) -> list[Check]:
    """Return what regulation 5(2) and (3) want of the first notice."""
    return [
        *_what_and_why(private),
        _text(
            "how_to_object", "How to say that it should be public", private.how_to_object,
            "Say where representations go, and by when.",
        ),
    ]  # fmt: skip


def second_checklist(private: Private, said: Sequence[Said]) -> list[Check]:
    """Return what regulation 5(4) and (5) want of the second notice."""
    return [*_what_and_why(private), *_representations(private, said)]


def urgent_checklist(private: Private) -> list[Check]:
    """Return what regulation 5(6) and (7) want where there was no time for the notices."""
    done = bool(private.agreed_by and private.agreed_at)
    says = "Name who agreed that the meeting is urgent, in which office, and when."
    if done and private.agreed_at:
        office = Office.words()[Office(private.agreed_office)]
        says = f"{private.agreed_by}, {office}, {words.moment(private.agreed_at)}."
    lines = [
        *_what_and_why(private),
        _line("agreed_by", "Who agreed that it is urgent", done=done, says=says),
        _text(
            "urgency_reason", "Why it cannot reasonably be deferred", private.urgency_reason,
            "Say why. Regulation 5(7) has the reasons published.",
        ),
    ]  # fmt: skip
    if done and private.agreed_office != Office.SCRUTINY_CHAIR:
        asks = "Say why the chair of the scrutiny committee could not be asked."
        lines.append(_text("agreed_capacity", "Why that office", private.agreed_capacity, asks))
    return lines


def timing(published_on: date, latest: date, meeting_on: date) -> Check:
    """Return whether a notice published on that day is in time, in words with the last day."""
    if published_on <= latest:
        says = f"The last day is {words.day(latest)}, for the meeting on {words.day(meeting_on)}."
        return Check("timing", "In time", Origin.LAW, Level.DONE, says)
    says = (
        f"It had to be out by {words.day(latest)} for a meeting on {words.day(meeting_on)}. Hold "
        "the meeting later, take the matter in public, or ask for agreement that it is urgent."
    )
    return Check("timing", "Too late", Origin.LAW, Level.WARNING, says)


def _what_and_why(private: Private) -> list[Check]:
    grounds = [f"paragraph {number}" for number in private.exempt_paragraphs]
    grounds += ["confidential information"] if private.is_confidential else []
    return [
        _text(
            "matters", "What is to be taken in private", private.matters,
            "Name the matters, in words that everybody may read.",
        ),
        _line(
            "exempt_paragraphs", "On what ground", done=bool(grounds),
            says=f"{words.sentence_case(words.listed(grounds))}." if grounds
            else "Choose the paragraphs of Schedule 12A, or that it is confidential.",
        ),
        _text(
            "reasons", "Why it is to be private", private.reasons,
            "Give the reasons, without what is exempt.",
        ),
    ]  # fmt: skip


def _representations(private: Private, said: Sequence[Said]) -> list[Check]:
    heading = "Representations, and what was answered"
    if private.representations_answer == "none" and not said:
        return [_line("representations", heading, done=True, says="None was received.")]
    if not said:
        asks = "Record each, or choose that there was none."
        return [_line("representations", heading, done=False, says=asks)]
    waiting = [one.received_from for one in said if not one.response]
    if waiting:
        asks = f"No answer is recorded to {words.listed(waiting)}."
        return [_line("representations", heading, done=False, says=asks)]
    number = words.counted(len(said), "representation")
    return [_line("representations", heading, done=True, says=f"{number}, each answered.")]


def _line(part: str, heading: str, *, done: bool, says: str) -> Check:
    return Check(part, heading, Origin.LAW, Level.DONE if done else Level.MISSING, says)


def _text(part: str, heading: str, value: str, asks: str) -> Check:
    value = " ".join(value.split())
    shown = value if len(value) <= 140 else f"{value[:139]}…"
    return _line(part, heading, done=bool(value), says=shown or asks)
