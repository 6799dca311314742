"""When a review comes round: in depth every so many months, a light touch between. Pure.

Days are counted from the first one each time, so that a cycle begun on the last day of a month
never drifts. Source: the record that a cycle names; no law says how often scrutiny returns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, islice, takewhile

from governance.calendar import words
from governance.calendar.rules import months_from

IN_DEPTH, LIGHT = "in_depth", "light"
NEXT_SHOWN = 10
# So that looking for what never comes, such as light touches that are all left out, ends.
LAST_YEAR = 2200


@dataclass(frozen=True)
class Plan:
    """How often: months between reviews in depth, and between light touches where there are any."""

    months: int
    first_due: date
    light_months: int | None = None
    light_from: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, order=True)
class Due:
    """One time that a cycle comes round: the last day for it, and how deep it goes."""

    on: date
    kind: str


def all_of(plan: Plan) -> Iterator[Due]:
    """Yield every occurrence in time order, until the cycle ends or dates run out."""
    deep = (Due(on, IN_DEPTH) for on in _every(plan.first_due, plan.months))
    light: Iterator[Due] = iter(())
    if plan.light_from and plan.light_months:
        light = (
            Due(on, LIGHT)
            for on in _every(plan.light_from, plan.light_months)
            if not _beside_a_deep_one(on, plan)
        )
    return takewhile(lambda due: not plan.ends_on or due.on <= plan.ends_on, _merged(deep, light))


def come_due(plan: Plan, today: date) -> list[Due]:
    """Return what was due before `today`, the oldest first."""
    return list(takewhile(lambda due: due.on < today, all_of(plan)))


def coming(plan: Plan, today: date, number: int = NEXT_SHOWN) -> list[Due]:
    """Return the next `number` occurrences that are due on `today` or later."""
    return list(islice((due for due in all_of(plan) if due.on >= today), number))


def in_turn(plan: Plan, today: date) -> list[Due]:
    """Return what somebody must see to by now: all that came due, and the next of either kind."""
    ahead = coming(plan, today)
    firsts = [next((due for due in ahead if due.kind == kind), None) for kind in (IN_DEPTH, LIGHT)]
    return sorted([*come_due(plan, today), *(due for due in firsts if due)])


def in_words(plan: Plan) -> str:
    """Return "in depth every 24 months, with a light touch every 12 months between"."""
    said = f"in depth every {words.counted(plan.months, 'month')}"
    if plan.light_months:
        said += f", with a light touch every {words.counted(plan.light_months, 'month')} between"
    return said


def _every(first: date, months: int) -> Iterator[date]:
    for number in count():
        on = months_from(first, number * months)
        if on.year > LAST_YEAR:
            return
        yield on


def _merged(deep: Iterator[Due], light: Iterator[Due]) -> Iterator[Due]:
    one, other = next(deep, None), next(light, None)
    while one or other:
        if one and (other is None or one.on <= other.on):
            yield one
            one = next(deep, None)
        elif other:
            yield other
            other = next(light, None)


def _beside_a_deep_one(on: date, plan: Plan) -> bool:
    """Would a light touch on this day come within half its interval of a review in depth?"""
    since = _month(on) - _month(plan.first_due)
    nearest = [(since // plan.months + more) * plan.months for more in (0, 1)]
    return any(
        at >= 0 and abs(since - at) * 2 < (plan.light_months or plan.months) for at in nearest
    )


def _month(on: date) -> int:
    return on.year * 12 + on.month


@dataclass(frozen=True)
class Standing:
    """Where a cycle stands: a shape with its words, and a sentence for the verdict."""

    shape: str
    says: str
    sentence: str


KINDS = {IN_DEPTH: "review in depth", LIGHT: "light touch"}


def standing(missed: list[Due], ahead: list[Due]) -> Standing:
    """Return where a cycle stands, from what was missed and what is to come, both in time order.

    The newest review in depth that was missed is what is told first: it is what was promised.
    """
    if missed:
        deep = [due for due in missed if due.kind == IN_DEPTH]
        told = (deep or missed)[-1]
        sentence = f"The {KINDS[told.kind]} that was due by {words.day(told.on)} is not recorded"
        says = "Overdue" if len(missed) == 1 else f"Overdue, {len(missed)} missed"
        return Standing("bad", says, sentence)
    if ahead:
        due = ahead[0]
        return Standing(
            "good", "Nothing missed", f"The next {KINDS[due.kind]} is due by {words.day(due.on)}"
        )
    return Standing("closed", "Ended", "Nothing of it is due any more")
