"""How a council conducts call-in, beyond the dates that `Terms` fix. Pure.

The Local Government Act 2000, section 9F(4), lets scrutiny recommend that a decision be
reconsidered, or have the full council review it, and leaves the rest to each constitution. So all
of it is data. A key that is absent means that the constitution is not known to say: nothing is
assumed in its place, except what `eligibility` says it counts on meanwhile.
"""

from dataclasses import dataclass
from typing import Any, get_args

from governance.call_in_windows import conduct_words
from governance.call_in_windows.conduct_parts import (
    Ground,
    Part,
    Period,
    Signatories,
    Urgency,
)
from governance.call_in_windows.conduct_readers import (
    NEXT_MEETING,
    Alternative,
    ClockStart,
    Eligible,
    Joint,
    Lapse,
    once_each,
    positive,
    several,
    text,
)
from governance.call_in_windows.term_readers import choice, yes_or_no
from governance.errors import Refused


def _hearing(key: str, value: object) -> Any:
    return value if value == NEXT_MEETING else Period.from_json(key, value)


@dataclass(frozen=True)
class Conduct(Part):
    """What may be called in, by whom, why, and what follows. None: not known.

    clock_start: what the count starts from; unknown, it is counted from publication.
    signatories: the ways to gather enough people; any one of them is enough.
    grounds: reasons of the constitution; ground_required: whether one must be chosen.
    reasons_required: whether reasons must be written; alternative: whether another decision must
        be proposed, and whether deferring it is one.
    validators: the offices that check a request.
    hearing_within: the time to hold the hearing, or "next_meeting"; reconsider_within: the time
        the decision-maker has; reconsiderations: how often a decision may be sent back.
    if_not_heard: whether the decision takes effect or waits when nobody hears it in time.
    urgency: who may exempt a decision. eligible: which decisions are open to call-in;
        recommendations, notes: whether recommendations to council, or what is only noted, are.
    repeat_after_months: how long the same decision cannot be called in again.
    joint: whose councils call in what a joint body decides.
    signatories_may_hear: whether those who signed may sit on the hearing; withdrawable: whether
        they may withdraw what they requested.
    """

    clock_start: ClockStart | None = None
    signatories: tuple[Signatories, ...] | None = None
    grounds: tuple[Ground, ...] | None = None
    ground_required: bool | None = None
    reasons_required: bool | None = None
    alternative: Alternative | None = None
    validators: tuple[str, ...] | None = None
    hearing_within: Any = None
    reconsider_within: Period | None = None
    reconsiderations: int | None = None
    if_not_heard: Lapse | None = None
    urgency: Urgency | None = None
    eligible: Eligible | None = None
    recommendations: bool | None = None
    notes: bool | None = None
    repeat_after_months: int | None = None
    joint: Joint | None = None
    signatories_may_hear: bool | None = None
    withdrawable: bool | None = None

    noun = "The conduct of call-in"
    readers = {
        "clock_start": choice(get_args(ClockStart)),
        "signatories": several(Signatories.from_json),
        "grounds": several(Ground.from_json),
        "ground_required": yes_or_no,
        "reasons_required": yes_or_no,
        "alternative": choice(get_args(Alternative)),
        "validators": once_each(text),
        "hearing_within": _hearing,
        "reconsider_within": Period.from_json,
        "reconsiderations": positive,
        "if_not_heard": choice(get_args(Lapse)),
        "urgency": Urgency.from_json,
        "eligible": choice(get_args(Eligible)),
        "recommendations": yes_or_no,
        "notes": yes_or_no,
        "repeat_after_months": positive,
        "joint": choice(get_args(Joint)),
        "signatories_may_hear": yes_or_no,
        "withdrawable": yes_or_no,
    }

    def __post_init__(self) -> None:
        """Refuse what contradicts itself, however it was made."""
        if self.ground_required and not self.grounds:
            raise Refused("One of the grounds can be required only where grounds are named.")

    @classmethod
    def of(cls, stored: object) -> "Conduct":
        """Return what a stored rule says of conduct."""
        return cls.from_json("conduct", stored)

    @property
    def counts_from(self) -> ClockStart:
        """What the count starts from: publication, where the constitution is not known to say."""
        return self.clock_start or "publication"

    def facts(self) -> list[tuple[str, list[str]]]:
        """Return every topic with its sentences, whether or not the answer is known."""
        return conduct_words.facts(self)

    def in_words(self) -> list[str]:
        """Return the whole conduct of call-in in sentences that a member would read."""
        return [sentence for _, said in self.facts() for sentence in said]
