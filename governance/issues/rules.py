"""How far a matter has got across councils that each decide it for themselves. Pure.

No state of the partnership is stored: a strategy is in effect across it when the last council's
decision is, open while any may be called in, and frozen while any is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.calendar import words


class Stage(StrEnum):
    """How far one council has got, in the order in which it holds the others up."""

    CALLED_IN = "called_in"
    REQUESTED = "requested"
    REFERRED = "referred"
    REFUSED = "refused"
    NOT_DECIDED = "not_decided"
    DEFERRED = "deferred"
    NOT_RECORDED = "not_recorded"
    UNPUBLISHED = "unpublished"
    OPEN = "open"
    DECIDED = "decided"
    CLEAR = "clear"
    IN_EFFECT = "in_effect"


@dataclass(frozen=True)
class Position:
    """One council's place: `in_effect_on` is None where no date is recorded or none is known.

    `says` is what holds it up or what happened, as the end of a sentence about the council.
    """

    council: str
    stage: Stage
    in_effect_on: date | None = None
    says: str = ""


@dataclass(frozen=True)
class Across:
    """The state of a matter in all: a shape and words, a sentence, what it waits for, and whose."""

    shape: str
    state: str
    sentence: str
    more: str
    waits_for: frozenset[str]


BEFORE_A_DECISION = (Stage.NOT_DECIDED, Stage.DEFERRED, Stage.NOT_RECORDED)


def across(positions: Sequence[Position], whole: str = "across the partnership") -> Across:
    """Return the state of a matter of which each council has a position.

    `whole` ends the sentence "In effect ... from"; for one council alone it is empty. Dates that
    nobody recorded are said to be so, never guessed.
    """
    if not positions:
        return Across("idle", "Not begun", "No council has considered this yet", "", frozenset())
    first = min((position.stage for position in positions), key=list(Stage).index)
    match first:
        case Stage.CALLED_IN | Stage.REQUESTED | Stage.REFERRED:
            return _frozen(positions, first)
        case Stage.REFUSED:
            return _refused(positions)
        case Stage.NOT_DECIDED | Stage.DEFERRED | Stage.NOT_RECORDED:
            return _undecided(positions)
        case Stage.UNPUBLISHED:
            return _unpublished(positions)
    return _decided(positions, whole)


def _frozen(positions: Sequence[Position], stage: Stage) -> Across:
    held = _at(positions, stage)
    if stage is Stage.CALLED_IN:
        state, sentence = "Frozen", f"Frozen: called in at {words.listed(held)}"
    elif stage is Stage.REQUESTED:
        sentence = f"Frozen: a call-in was requested at {words.listed(held)}"
        state = "Frozen"
    else:
        state, sentence = "Referred", f"To be decided again at {words.listed(held)}"
    return Across("frozen", state, sentence, _rest(positions, stage), frozenset(held))


def _refused(positions: Sequence[Position]) -> Across:
    held, agreed = _at(positions, Stage.REFUSED), _at(positions, Stage.IN_EFFECT, Stage.CLEAR)
    refused = f"{words.listed(held)} refused"
    sentence = f"In effect at {words.listed(agreed)} only: {refused}" if agreed else refused
    state = "Not in effect everywhere"
    return Across("closed", state, sentence, _rest(positions, Stage.REFUSED), frozenset(held))


def _undecided(positions: Sequence[Position]) -> Across:
    held = _at(positions, *BEFORE_A_DECISION)
    done = len(positions) - len(held)
    state = f"Decided at {done} of {words.counted(len(positions), 'council')}"
    state = state if done else "Not decided yet"
    known = _at(positions, Stage.NOT_DECIDED, Stage.DEFERRED)
    if known:
        sentence = f"Not decided yet at {words.listed(known)}"
    else:
        sentence = f"Whether {words.listed(held)} decided it is not recorded here"
    more = _said([p for p in positions if p.stage in BEFORE_A_DECISION])
    return Across("idle" if not done else "open", state, sentence, more, frozenset(held))


def _unpublished(positions: Sequence[Position]) -> Across:
    held = _at(positions, Stage.UNPUBLISHED)
    sentence = f"Decided everywhere; the notice is not published yet at {words.listed(held)}"
    return Across("open", "Waiting for a notice", sentence, "", frozenset(held))


def _decided(positions: Sequence[Position], whole: str) -> Across:
    still_open = _at(positions, Stage.OPEN)
    unknown = [p.council for p in positions if p.in_effect_on is None or p.stage is Stage.DECIDED]
    done = len(_at(positions, Stage.IN_EFFECT))
    started = f"Not yet in effect everywhere: {done} of {words.counted(len(positions), 'council')}"
    if unknown:
        return _without_a_date(positions, still_open, unknown)
    last = max(p.in_effect_on for p in positions if p.in_effect_on)
    sentence = " ".join(part for part in ("In effect", whole, "from", words.day(last)) if part)
    if still_open:
        noun = "decision is" if len(still_open) == 1 else "decisions are"
        names = words.listed(f"{council}’s" for council in still_open)
        says = [p.says for p in positions if p.stage is Stage.OPEN]
        more = f"Waiting for {words.listed(says)}." if all(says) else ""
        sentence = f"{sentence}, if {names} {noun} not called in"
        return Across("open", started, sentence, more, frozenset(still_open))
    clear = _at(positions, Stage.CLEAR)
    if clear:
        return Across("idle", started, sentence, "", frozenset(clear))
    everywhere = "In effect" if len(positions) == 1 else "In effect at every council"
    return Across("done", everywhere, sentence, "", frozenset())


def _without_a_date(
    positions: Sequence[Position], still_open: list[str], unknown: list[str]
) -> Across:
    sentence = "Decided at every council" if len(positions) > 1 else "Decided"
    if still_open:
        sentence = f"{sentence}; it may still be called in at {words.listed(still_open)}"
    more = f"From when it is in effect at {words.listed(unknown)} is not recorded here."
    shape = "open" if still_open else "noted"
    return Across(shape, "Decided", sentence, more, frozenset(still_open))


def _rest(positions: Sequence[Position], held: Stage) -> str:
    """Return a sentence on where it is in effect all the same, and what holds up the others."""
    said = _said([p for p in positions if p.stage is held])
    agreed = _at(positions, Stage.IN_EFFECT)
    if agreed and held is not Stage.REFUSED:
        said = f"{said} In effect at {words.listed(agreed)}.".strip()
    return said


def _said(positions: Sequence[Position]) -> str:
    """Return what is said of each council, those of which the same is said together."""
    councils: dict[str, list[str]] = {}
    for position in positions:
        if position.says:
            councils.setdefault(position.says, []).append(position.council)
    return " ".join(f"{words.listed(names)}: {says}." for says, names in councils.items())


def _at(positions: Sequence[Position], *stages: Stage) -> list[str]:
    return [position.council for position in positions if position.stage in stages]
