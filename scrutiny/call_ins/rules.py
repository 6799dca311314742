"""May a member sign a call-in, for which ways of the council's rule, and is it enough yet? Pure.

The Local Government Act 2000, section 9F(4), leaves who may call in to each constitution, so the
answer follows from `Conduct`. What the constitution or the record is not known to say stops nobody:
it is said to be unknown, and left to the officer who checks the request.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from governance.calendar import words
from governance.call_in_windows.conduct import Conduct
from governance.call_in_windows.conduct_parts import ONE, Signatories
from scrutiny.call_ins.sentences import NOT_THEIRS, article, how_many

# Nobody signs for these here: residents have no account, and a committee resolves at a meeting.
ON_PAPER = frozenset({"public", "committee"})


@dataclass(frozen=True)
class Facts:
    """What the record says of somebody at one council today; None where it does not say.

    requests_this_year: how many that they signed became requests in the twelve months before.
    """

    is_member: bool = True
    on_executive: bool = False
    on_committee: bool | None = None
    chairs_committee: bool | None = None
    is_co_opted: bool = False
    political_group: str = ""
    requests_this_year: int = 0


@dataclass(frozen=True)
class Answer:
    """Whether somebody may sign, and the sentence that says why not.

    ways: the numbers, from 1, of the rule's ways for which the signature counts; counted_as: the
    words for the first of them; left_open: what the officer who checks it must say.
    """

    may: bool
    why: str
    ways: tuple[int, ...] = ()
    counted_as: str = ""
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signer:
    """One standing signature: the ways it counts for, and the member's political group."""

    ways: tuple[int, ...]
    political_group: str = ""


@dataclass(frozen=True)
class Need:
    """How far one way of the rule has got. more: signatures still needed; None: not known."""

    way: int
    words: str
    have: int
    more: int | None
    says: str
    is_cross_party: bool = False
    left_open: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        return self.more == 0


def may_sign(conduct: Conduct, facts: Facts, *, has_signed: bool = False) -> Answer:
    """Return whether a person may sign a call-in under a council's rule, and why not."""
    for is_so, sentence in (
        (not facts.is_member, "Only members of the council sign a call-in."),
        (
            facts.on_executive,
            "You sit on the executive, whose decisions are called in: its members do not sign.",
        ),
        (has_signed, "You have signed this call-in. Each member signs once."),
    ):
        if is_so:
            return Answer(False, sentence)
    if conduct.signatories is None:
        unknown = "It is not known who may call in here, so whether this is enough is left open."
        return Answer(True, "", (), "member of the council", (unknown,))
    if not signed_here(conduct):
        return Answer(False, on_paper(conduct))
    return _by_the_ways(conduct.signatories, facts)


def signed_here(conduct: Conduct) -> bool:
    """Return whether members can sign under the rule, or only others can call in."""
    ways = conduct.signatories
    return ways is None or any(not _is_on_paper(way) for way in ways)


def on_paper(conduct: Conduct) -> str:
    """Return the sentence for ways to call in that are handed in; empty where there are none."""
    ways = [way.in_words() for way in conduct.signatories or () if _is_on_paper(way)]
    if not ways:
        return ""
    who = words.sentence_case(" or ".join(ways))
    return f"{who} can call in here. Such a request is handed to democratic services."


def _is_on_paper(way: Signatories) -> bool:
    return ON_PAPER.issuperset(way.members)


def _by_the_ways(ways: Sequence[Signatories], facts: Facts) -> Answer:
    counts, unknown, reasons, counted_as = [], [], [], ""
    for number, way in enumerate(ways, start=1):
        if _is_on_paper(way):
            continue
        does, says = counts_for(way, facts)
        if does is False:
            reasons.append(says)
            continue
        counts.append(number)
        counted_as = counted_as or _as_one_of(way, facts)
        unknown += [says] if does is None else []
    if not counts:
        return Answer(False, " ".join(dict.fromkeys(reasons)))
    return Answer(True, "", tuple(counts), counted_as, tuple(dict.fromkeys(unknown)))


def counts_for(way: Signatories, facts: Facts) -> tuple[bool | None, str]:
    """Return whether a signature counts for one way (None: not recorded), and the sentence why."""
    groups = {name: _is_one(name, facts) for name in way.members if name not in ON_PAPER}
    if not any(groups.values()) and None not in groups.values():
        return False, " ".join(NOT_THEIRS[name] for name in groups)
    if way.yearly_limit is not None and facts.requests_this_year >= way.yearly_limit:
        made = words.counted(facts.requests_this_year, "request")
        return False, (
            f"You have signed {made} in the last twelve months, and the rule allows "
            f"{way.yearly_limit} a year."
        )
    if way.matters:
        return None, f"This way is for {way.matters} only: whether this is one is left open."
    if any(groups.values()):
        return True, ""
    return None, "The record does not say which body is the scrutiny committee here."


def _is_one(group: str, facts: Facts) -> bool | None:
    match group:
        case "committee_members":
            return facts.on_committee
        case "committee_chair":
            return facts.chairs_committee
        case "co_optees":
            return facts.is_co_opted
    # Whoever sits on the executive was turned away before.
    return not facts.is_co_opted


def _as_one_of(way: Signatories, facts: Facts) -> str:
    mine = [name for name in way.members if name not in ON_PAPER and _is_one(name, facts)]
    return ONE[(mine or list(way.members))[0]]


def needs(
    conduct: Conduct, signers: Sequence[Signer], committee_size: int | None = None
) -> list[Need]:
    """Return how far each way in which members can sign has got, in the rule's order.

    None known: one that says so. `committee_size` is None where it is not recorded.
    """
    if conduct.signatories is None:
        says = f"{words.sentence_case(how_many(len(signers)))}. How many are needed is not known."
        return [Need(0, "The rule is not known", len(signers), None, says)]
    return [
        _need(number, way, [s for s in signers if number in s.ways], committee_size)
        for number, way in enumerate(conduct.signatories, start=1)
        if not _is_on_paper(way)
    ]


def _need(
    number: int, way: Signatories, signers: Sequence[Signer], committee_size: int | None
) -> Need:
    target, have = _target(way, committee_size), len(signers)
    if target is None:
        says = f"{words.sentence_case(how_many(have))}. How many are needed is not known."
        return Need(number, way.in_words(), have, None, says, bool(way.cross_party))
    more, other_party = max(0, target - have), False
    open_questions: tuple[str, ...] = ()
    if way.cross_party and have:
        groups = {signer.political_group for signer in signers}
        if "" in groups and len(groups - {""}) < 2:
            open_questions = (
                "Whether they are from more than one political group is not recorded.",
            )
        elif len(groups) == 1:
            more, other_party = max(more, 1), True
    says = f"{have} of {how_many(target)}"
    if more:
        another = f", {article(more)} from another political group" if other_party else ""
        says = f"{says}; {words.counted(more, 'more is', 'more are')} needed{another}"
    return Need(
        number, way.in_words(), have, more, f"{says}.", bool(way.cross_party), open_questions
    )


def _target(way: Signatories, committee_size: int | None) -> int | None:
    if way.members == ("committee_chair",):
        return 1
    if way.fraction is not None:
        return None if not committee_size else math.ceil(Fraction(way.fraction) * committee_size)
    return way.number


def enough(found: Sequence[Need]) -> Need | None:
    """Return the first way in which enough have signed, or None."""
    return next((need for need in found if need.is_met), None)


def may_hand_in(found: Sequence[Need]) -> bool:
    """Return whether members hand it in as it stands, since how many must sign is not known."""
    unknown = any(need.more is None and need.have for need in found)
    return unknown and enough(found) is None
