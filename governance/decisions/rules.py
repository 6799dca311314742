"""What a decision's record still wants before it is published. Pure: no Django.

The law's list: regulation 12(2) of SI 2012/2089 for a decision at a meeting, regulation 13(2) and
(4) for one by a member or an officer: the record and its date, the reasons, the alternatives
considered and rejected, conflicts of interest, dispensations. The council's list is practice:
without it a reader cannot tell whether the decision is key, may be called in, or whom to ask.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from governance.calendar import words


class Level(StrEnum):
    DONE = "done"
    MISSING = "missing"
    WARNING = "warning"


class Origin(StrEnum):
    LAW = "law"
    COUNCIL = "council"


@dataclass(frozen=True)
class Check:
    """One line of the checklist: `part` names the form that answers it, `says` what was found."""

    part: str
    heading: str
    origin: Origin
    level: Level
    says: str


class Recorded(Protocol):
    """What the checklist reads of a decision; a blank answer means nobody has answered yet."""

    made_on: date | None
    reasons: str
    alternatives_answer: str
    alternatives: str
    conflicts_answer: str
    conflicts: str
    dispensations_answer: str
    dispensations: str
    key_answer: str
    key_test: str
    call_in_answer: str
    no_call_in_reason: str
    contact: str
    classification: str


def checklist(decision: Recorded, limbs: Iterable[Any], marks: Iterable[str]) -> list[Check]:
    """Return every check in the order the law and the council ask them.

    `limbs` are the resolution's limbs (with `verb`); `marks` names each printed mark that has no
    footnote, such as "limb 1 (**)".
    """
    return [
        _decision_and_date(decision, list(limbs)),
        _text(
            "reasons", "Reasons for the decision", decision.reasons,
            "Nothing is recorded under reasons.",
        ),
        _none_or_some(
            "alternatives",
            "Alternatives considered and rejected",
            decision.alternatives_answer,
            decision.alternatives,
            none="No alternatives were considered.",
            asks="Write them, or choose “No alternatives were considered”.",
        ),
        _conflicts(decision),
        _classification(decision),
        _key(decision),
        _call_in(decision),
        _text(
            "contact", "Who to contact", decision.contact,
            "Name the portfolio holder or an officer.",
            origin=Origin.COUNCIL,
        ),
        *_marks(list(marks)),
    ]  # fmt: skip


def missing(checks: Iterable[Check]) -> list[Check]:
    """Return the checks that stop publication unless a published reason says why."""
    return [check for check in checks if check.level is Level.MISSING]


def _line(part: str, heading: str, *, done: bool, says: str, origin: Origin = Origin.LAW) -> Check:
    return Check(part, heading, origin, Level.DONE if done else Level.MISSING, says)


def _text(part: str, heading: str, value: str, asks: str, *, origin: Origin = Origin.LAW) -> Check:
    says = _shortened(value) if value.strip() else asks
    return _line(part, heading, done=bool(value.strip()), says=says, origin=origin)


def _shortened(value: str, longest: int = 140) -> str:
    value = " ".join(value.split())
    return value if len(value) <= longest else value[: longest - 1].rsplit(" ", 1)[0] + "…"


def _decision_and_date(decision: Recorded, limbs: list[Any]) -> Check:
    verbs = words.listed(dict.fromkeys(limb.verb for limb in limbs))
    done = bool(limbs) and decision.made_on is not None
    if done and decision.made_on:
        says = f"{words.counted(len(limbs), 'limb')} ({verbs}). {words.day(decision.made_on)}."
    else:
        says = "Write what was resolved, limb by limb, and give the date."
    return _line("resolution", "The decision and the date it was made", done=done, says=says)


def _none_or_some(
    part: str, heading: str, answer: str, text: str, *, none: str, asks: str
) -> Check:
    says = {"": asks, "none": none}.get(answer, _shortened(text))
    return _line(part, heading, done=bool(answer), says=says)


def _conflicts(decision: Recorded) -> Check:
    answers = (decision.conflicts_answer, decision.dispensations_answer)
    if not all(answers):
        says = "Say what was declared, or choose “None declared”; the same for dispensations."
        return _line("conflicts", "Conflicts of interest", done=False, says=says)
    declared = "None declared" if answers[0] == "none" else _shortened(decision.conflicts)
    allowed = "no dispensations" if answers[1] == "none" else _shortened(decision.dispensations)
    return _line("conflicts", "Conflicts of interest", done=True, says=f"{declared}; {allowed}.")


def _classification(decision: Recorded) -> Check:
    level = decision.classification
    says = {
        "": "Nobody has chosen. Until somebody does, the decision is not public.",
        "public": "Public.",
        "exempt": "Exempt: the public sees that it exists and under which paragraph.",
    }.get(level, "Confidential: the public sees only that it exists.")
    return _line("classification", "Who can read it", done=bool(level), says=says)


def _key(decision: Recorded) -> Check:
    says = {"": "Choose one, and which test it meets.", "no": "Not a key decision."}.get(
        decision.key_answer, "A key decision."
    )
    done = bool(decision.key_answer)
    return _line("key", "Key decision or not", done=done, says=says, origin=Origin.COUNCIL)


def _call_in(decision: Recorded) -> Check:
    says = {
        "": "If not, say why. Recommendations to full council cannot be called in.",
        "yes": "Can be called in.",
    }.get(decision.call_in_answer, f"Cannot be called in: {_shortened(decision.no_call_in_reason)}")
    done = bool(decision.call_in_answer)
    return _line("call-in", "Can it be called in?", done=done, says=says, origin=Origin.COUNCIL)


def _marks(unexplained: list[str]) -> list[Check]:
    if not unexplained:
        return []
    verb = "has" if len(unexplained) == 1 else "have"
    says = (
        f"{words.sentence_case(words.listed(unexplained))} {verb} no footnote. "
        "You can publish with them; readers will wonder."
    )
    return [Check("marks", "Marks with no explanation", Origin.COUNCIL, Level.WARNING, says)]
