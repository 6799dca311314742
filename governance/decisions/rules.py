"""What a decision's record still wants before it is published. Pure: no Django.

The law's list: regulation 12(2) of SI 2012/2089 for a decision at a meeting, regulation 13(2) and
(4) for one by a member or an officer: the record and its date, the reasons, the alternatives
considered and rejected, conflicts of interest, dispensations. The council's list is practice:
without it a reader cannot tell whether the decision is key, may be called in, or whom to ask.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from governance.calendar import words

EXECUTIVE = "2012"
NOBODY: Mapping[str, list[str]] = {}


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
    maker: str
    regime: str
    why_recorded: str
    key_route: str
    value_pence: int | None
    no_call_in_ground: str
    portfolio_holder: str
    lead_officer: str
    wards: str


def checklist(
    decision: Recorded,
    limbs: Iterable[Any],
    marks: Iterable[str],
    *,
    agreed: Mapping[str, list[str]] = NOBODY,
    threshold_pence: int | None = None,
    affects: tuple[str, ...] | None = None,
    key_from: date | None = None,
) -> list[Check]:
    """Return every check in the order the law and the council ask them.

    `limbs` are the resolution's limbs (with `verb`); `marks` names each printed mark that has no
    footnote, such as "limb 1 (**)". `agreed` maps "key" and "call_in" to the offices whose holders
    agreed that it could not wait; `threshold_pence` is from what sum the council treats spending
    or saving as key, None where no sum is known. `affects` names the councils that a joint body's
    decision affects, none of them for all; None where it is not a joint body's. `key_from` is the
    first day on which its notice lets a key decision be made; None where no notice is named.
    """
    return [
        _decision_and_date(decision, list(limbs)),
        _text(
            "reasons", "Reasons for the decision", decision.reasons,
            "Nothing is recorded under reasons.",
        ),
        _alternatives(decision),
        _conflicts(decision),
        _classification(decision),
        *_delegation(decision),
        _key(decision),
        *_key_route(decision, key_from),
        _call_in(decision),
        *_urgency(decision, agreed),
        _about(decision, threshold_pence),
        *_affected(affects),
        _contact(decision),
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


def _alternatives(decision: Recorded) -> Check:
    return _none_or_some(
        "alternatives",
        "Alternatives considered and rejected",
        decision.alternatives_answer,
        decision.alternatives,
        none="No alternatives were considered.",
        asks="Write them, or choose “No alternatives were considered”.",
    )


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


def _contact(decision: Recorded) -> Check:
    asks = "Name the portfolio holder or an officer."
    return _text("contact", "Who to contact", decision.contact, asks, origin=Origin.COUNCIL)


def _call_in(decision: Recorded) -> Check:
    says = {
        "": "If not, say why. Recommendations to full council cannot be called in.",
        "yes": "Can be called in.",
    }.get(decision.call_in_answer, f"Cannot be called in: {_shortened(decision.no_call_in_reason)}")
    done = bool(decision.call_in_answer)
    return _line("call-in", "Can it be called in?", done=done, says=says, origin=Origin.COUNCIL)


def _delegation(decision: Recorded) -> list[Check]:
    """Regulation 13(4) of SI 2012/2089 or regulation 7 of SI 2014/2095: an officer's decision."""
    if decision.maker != "officer":
        return []
    done = decision.regime == EXECUTIVE or bool(decision.why_recorded)
    says = {
        "express": "A body authorised it expressly.",
        "permission": "It grants a permission or licence.",
        "rights": "It affects the rights of an individual.",
        "money": "It awards a contract, or its cost matters to the council’s finances.",
    }.get(decision.why_recorded, "Choose which limb of regulation 7(2) of SI 2014/2095 applies.")
    if decision.regime == EXECUTIVE:
        says = "An executive decision made by an officer (regulation 13(4) of SI 2012/2089)."
    return [_line("delegation", "Why an officer’s decision is recorded", done=done, says=says)]


def _key_route(decision: Recorded, key_from: date | None) -> list[Check]:
    """Regulations 9 to 11 of SI 2012/2089: how the public was told of a key decision."""
    if decision.key_answer != "yes":
        return []
    says = {
        "notice": "Notice of at least 28 clear days (regulation 9)",
        "exception": "General exception, notice of at least five clear days (regulation 10)",
        "urgency": "Special urgency (regulation 11)",
    }.get(decision.key_route, "Choose how the public was told beforehand: regulation 9, 10 or 11")
    heading, made_on = "Notice of the key decision", decision.made_on
    too_soon = key_from is not None and made_on is not None and made_on < key_from
    if decision.key_route in ("notice", "exception") and too_soon:
        says += ": but " + _too_soon(key_from or date.max, made_on or date.min)
    elif decision.key_route in ("notice", "exception") and key_from is None:
        says += ", published elsewhere; nothing here shows it"
    done = bool(decision.key_route) and not (too_soon and decision.key_route != "urgency")
    return [_line("key-notice", heading, done=done, says=f"{says}.")]


def _too_soon(key_from: date, made_on: date) -> str:
    made = f"it was made on {words.day(made_on)}"
    if key_from == date.max:
        return f"{made}, before that notice was published"
    return f"the notice lets it be made from {words.day(key_from)}, and {made}"


def _about(decision: Recorded, threshold_pence: int | None) -> Check:
    """What else is recorded, with a warning where its worth says key and the record says not."""
    value, heading = decision.value_pence, "What it is about, and for whom"
    if _is_worth_a_key_decision(decision, threshold_pence):
        says = (
            f"It spends or saves {words.pounds(value or 0)}. This council treats "
            f"{words.pounds(threshold_pence or 0)} or more as key, and it is recorded as not key."
        )
        return Check("about", heading, Origin.COUNCIL, Level.WARNING, says)
    found = [decision.portfolio_holder, decision.lead_officer, decision.wards]
    found += [words.pounds(value)] if value is not None else []
    says = "; ".join(text for text in found if text) or "Nothing more is recorded."
    return Check("about", heading, Origin.COUNCIL, Level.DONE, _shortened(says))


def _is_worth_a_key_decision(decision: Recorded, threshold_pence: int | None) -> bool:
    value = decision.value_pence
    known = value is not None and threshold_pence is not None
    return known and decision.key_answer == "no" and (value or 0) >= (threshold_pence or 0)


def _affected(affects: tuple[str, ...] | None) -> list[Check]:
    if affects is None:
        return []
    says = f"{words.listed(affects)}." if affects else "Not said: it counts as affecting each."
    heading = "Which councils it affects"
    return [Check("affected", heading, Origin.COUNCIL, Level.DONE, says)]


def _urgency(decision: Recorded, agreed: Mapping[str, list[str]]) -> list[Check]:
    """Who agreed that it could not wait, where the record says that somebody had to."""
    wanted = []
    if decision.key_route == "urgency":
        wanted.append(("special-urgency", "key", "Agreement to special urgency", Origin.LAW))
    if decision.no_call_in_ground == "urgent":
        heading = "Agreement to leave it out of call-in"
        wanted.append(("urgency", "call_in", heading, Origin.COUNCIL))
    return [
        _line(
            part, heading, done=bool(agreed.get(purpose)), origin=origin,
            says=f"Agreed by the {words.listed(agreed[purpose])}." if agreed.get(purpose)
            else "Record who agreed, in which office, and when.",
        )
        for part, purpose, heading, origin in wanted
    ]  # fmt: skip


def _marks(unexplained: list[str]) -> list[Check]:
    if not unexplained:
        return []
    verb = "has" if len(unexplained) == 1 else "have"
    says = (
        f"{words.sentence_case(words.listed(unexplained))} {verb} no footnote. "
        "You can publish with them; readers will wonder."
    )
    return [Check("marks", "Marks with no explanation", Origin.COUNCIL, Level.WARNING, says)]
