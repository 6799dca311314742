"""Dividing money between councils, and whether a source has enough of it. Pure.

Money is whole pence. A share is in hundredths of a percent: 2300 is 23.00 %.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from governance.calendar import words

WHOLE = 10_000  # hundredths of a percent
Party = TypeVar("Party", bound=Hashable)
REMAINDER_RULE = (
    "Each part is rounded down to a whole penny. The pence left over go one each to the parts that "
    "lost the largest fraction of a penny; where two lost the same, to the larger share, and then "
    "to the council whose name comes first. A refund is divided as the same sum would be."
)


def percent(hundredths: int) -> str:
    """Return "23 %" or "33.34 %" of a share in hundredths of a percent."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02} %" if rest else f"{whole} %"


def said_of(share: int | None) -> str:
    """Return a share as a page says it: "33.34 %", or that nobody knows it."""
    return "Not known" if share is None else percent(share)


def allocate(pence: int, shares: "Mapping[Party, int]") -> "dict[Party, int]":
    """Divide `pence` (any sum, negative and nought too) by `shares`; the parts sum to the whole.

    `shares` are party -> hundredths of a percent that sum to 100.00 %, in the order of the
    councils' names, which settles the last ties. Rounding is `REMAINDER_RULE`. Raises ValueError
    where the shares do not sum to the whole or one is negative.
    """
    if sum(shares.values()) != WHOLE or min(shares.values(), default=0) < 0:
        raise ValueError("The shares must sum to 100.00 %.")
    sign, total = (-1 if pence < 0 else 1), abs(pence)
    parts = {party: total * share // WHOLE for party, share in shares.items()}
    lost = {party: total * share % WHOLE for party, share in shares.items()}
    left = total - sum(parts.values())
    # sorted() keeps the order of `shares` where fraction and share are the same.
    first = sorted(shares, key=lambda party: (-lost[party], -shares[party]))
    for party in first[:left]:
        parts[party] += 1
    return {party: sign * part for party, part in parts.items()}


def divide(pence: int, shares: "Mapping[Party, int | None]") -> "dict[Party | None, int]":
    """Divide `pence` by shares of which some may be unknown (None).

    Known shares get their part as by `allocate`. What falls to the unknown ones together is under
    the key None: it is known to be theirs, and not how they divide it. The values sum to `pence`.
    """
    known = {party: share for party, share in shares.items() if share is not None}
    whole: dict[Party | None, int] = dict[Party | None, int](known.items())
    if len(known) < len(shares):
        whole[None] = WHOLE - sum(known.values())
    return allocate(pence, whole)


def year_of(day: date) -> int:
    """Return the financial year of a day by the year in which it begins, on 1 April."""
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1


Days = tuple[date | None, date | None]


def is_in_force(day: date, first: date | None, last: date | None) -> bool:
    """Is `day` between the first and the last day, both included? None is without an end."""
    return (first or date.min) <= day <= (last or date.max)


def overlap(one: Days, other: Days) -> bool:
    """Do two periods (first day, last day; None: without an end) share a day?"""
    first = max(one[0] or date.min, other[0] or date.min)
    return first <= min(one[1] or date.max, other[1] or date.max)


def year_words(year: int) -> str:
    """Return "2024/25" of 2024."""
    return f"{year}/{(year + 1) % 100:02}"


def faults_of_shares(shares: Mapping[str, int | None]) -> list[str]:
    """Return what is wrong with the shares of a split (council -> share), in sentences.

    None is a share that the papers do not give. Known shares alone must sum to 100.00 %; where two
    or more are not known, the known ones sum to less. One alone cannot be unknown: it is the rest.
    """
    known = sum(share for share in shares.values() if share is not None)
    unknown = [council for council, share in shares.items() if share is None]
    found = [
        f"The share of {council} is {percent(share)}: it must be from 0 % to 100 %."
        for council, share in shares.items()
        if share is not None and not 0 <= share <= WHOLE
    ]
    if found:
        return found
    if not shares:
        return ["Give the share of each council."]
    if len(unknown) == 1 and known <= WHOLE:
        rest = percent(WHOLE - known)
        return [f"Only the share of {unknown[0]} is left out, so it is the rest: enter {rest}."]
    if unknown and known >= WHOLE:
        left_out = words.listed(unknown)
        return [f"The known shares sum to {percent(known)}: nothing is left for {left_out}."]
    if not unknown and known != WHOLE:
        far = percent(abs(WHOLE - known))
        way = "more" if known > WHOLE else "less"
        return [f"The shares sum to {percent(known)}, {far} {way} than 100 %."]
    return []


@dataclass(frozen=True)
class Standing:
    """How a source of money stands: what is spent of it, what is left, and what is wrong."""

    spent: int
    left: int | None
    warnings: tuple[str, ...]

    @property
    def shape(self) -> str:
        return "bad" if self.warnings else "good"


def standing_of_source(
    amount: int | None, spent: int, *, is_restricted: bool, elsewhere: Iterable[tuple[str, int]]
) -> Standing:
    """Return how a source stands of which `amount` (None: not known) was given and `spent` spent.

    `elsewhere` are the costs, as (what for, pence), that are not for the purpose to which the
    source is restricted. All in pence. Source: conditions of grants under section 31 of the Local
    Government Act 2003, and our own promise that neither ever goes unnoticed.
    """
    warnings = []
    left = None if amount is None else amount - spent
    if left is not None and left < 0:
        kind = "a restricted source" if is_restricted else "this source"
        warnings.append(f"Overspent by {words.pounds(-left)}: more is spent of {kind} than it has.")
    warnings += [
        f"{words.pounds(pence)} went on “{what}”, which is not what it was given for."
        for what, pence in elsewhere
    ]
    return Standing(spent, left, tuple(warnings))


def why_a_reason_is_needed(
    *, amount: int | None, spent_before: int, pence: int, restricted_to: str, purpose: str
) -> list[str]:
    """Return why this cost may be charged to its source only with a reason; empty when it may be.

    `spent_before` is what other costs already took; `restricted_to` is the purpose of the source,
    nothing where it may be spent on anything. All money in pence.
    """
    found = []
    after = spent_before + pence
    if amount is not None and after > amount and pence > 0:
        found.append(
            f"It takes {words.pounds(pence)} of the {words.pounds(max(amount - spent_before, 0))} "
            f"that is left: {words.pounds(after - amount)} too much."
        )
    if restricted_to and purpose != restricted_to:
        said = f"“{purpose}”" if purpose else "nothing that is named"
        found.append(f"The money is restricted to “{restricted_to}”, and this is for {said}.")
    return found
