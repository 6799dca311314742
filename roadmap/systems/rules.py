"""Whether the councils' systems for one job could become one, and when. Pure: no Django, no clock.

Sources: the partnership's programme removes out of date and unsupported systems, replaces systems
as they expire, and leaves out what was recently invested in (South Holland joint panel, 6 March
2023); Boston's Cabinet wants to see expiry early enough to align (12 April 2023).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.calendar import words
from governance.calendar.rules import months_from
from roadmap.contracts.rules import Dates, State

# Our own caution: beyond a year a supplier is not asked for a bridging extension, and no council
# is asked to wait for another's contract without the page saying until when.
BRIDGE_MONTHS = 12
MONTHS_A_YEAR = 12
FREE = {State.NO_DATES, State.LAPSED, State.ENDED}


class Kind(StrEnum):
    """What can be said of the councils' systems for one job."""

    ALREADY = "already"
    YES = "yes"
    IF_EXTENDED = "if_extended"
    NOT_BEFORE = "not_before"
    LEFT_OUT = "left_out"
    UNKNOWN = "unknown"


SHAPES = {
    Kind.ALREADY: "done", Kind.YES: "good", Kind.IF_EXTENDED: "warn", Kind.NOT_BEFORE: "bad",
    Kind.LEFT_OUT: "noted", Kind.UNKNOWN: "idle",
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One council's system for a job. `dates` None: no contract is recorded.

    `limit` is the last day the contract can cover with the extensions it offers; None where it can
    go on for as long as nobody gives notice.
    """

    council: str
    system: int
    name: str
    dates: Dates | None = None
    limit: date | None = None
    can_be_joined: bool = False
    is_left_out: bool = False

    @property
    def is_known(self) -> bool:
        """Is it recorded until when a contract holds the council, or that it has ended?"""
        return self.dates is not None and self.dates.state is not State.NO_DATES

    @property
    def free_on(self) -> date | None:
        """The first end that can still be reached; None where nothing holds the council."""
        if self.dates is None or self.dates.state in FREE:
            return None
        return self.dates.can_end_on

    @property
    def stops_on(self) -> date | None:
        """The day after which nothing covers the council unless somebody acts; None: it rolls on.

        Without the extensions that are still to be had.
        """
        if self.limit is None or self.dates is None or self.dates.state in FREE:
            return None
        return self.dates.term_end


@dataclass(frozen=True)
class Alignment:
    """Whether they can be one system: the kind, in a few words, why, and what is then possible."""

    kind: Kind
    says: str
    why: str = ""
    then: str = ""

    @property
    def shape(self) -> str:
        return SHAPES[self.kind]


def alignment(runs: Sequence[Run], today: date, lead_months: int) -> Alignment:
    """Return whether the systems that councils run for one job could become one.

    `lead_months` is how long a joint procurement, or a move to a system they have, takes.
    """
    if len({run.council for run in runs}) < 2:
        one = f"Only {runs[0].council} runs one." if runs else "No system is recorded."
        return Alignment(Kind.UNKNOWN, "Nothing to align", one)
    if len({run.system for run in runs}) == 1:
        return Alignment(Kind.ALREADY, "Already one", _ends_apart(runs))
    ready = months_from(today, lead_months)
    target = _target(runs, ready)
    movers = [run for run in runs if not target or run.system != target.system]
    if kept := [run for run in movers if run.is_left_out]:
        why = f"{kept[0].council} has recently invested in {kept[0].name}."
        return Alignment(Kind.LEFT_OUT, "Left out for now", why)
    answer = _onto(target, movers, ready) if target else _together(runs, ready)
    return _unknown(runs) or answer if answer.kind in {Kind.YES, Kind.IF_EXTENDED} else answer


def _unknown(runs: Sequence[Run]) -> Alignment | None:
    """Return that a council's end is not recorded; it may be bound for longer than all others."""
    whose = sorted({run.council for run in runs if not run.is_known})
    if not whose:
        return None
    why = f"No end of a contract is recorded for {words.listed(whose)}."
    return Alignment(Kind.UNKNOWN, "Not known", why)


def months_between(first: date, last: date) -> int:
    """Return the fewest months from `first` that reach `last`; none where it is not later."""
    months = max(0, (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month)
    while months and months_from(first, months - 1) >= last:
        months -= 1
    while months_from(first, months) < last:
        months += 1
    return months


def _target(runs: Sequence[Run], ready: date) -> Run | None:
    """Return a run of the system that the others could move to, the longest lasting of several.

    One that other councils may join, or one that two councils run already, and that they still
    have when a move is `ready`.
    """
    held = [run for run in runs if run.dates and run.dates.state not in FREE | {State.ENDING}]
    shared = {
        run.system for run in held if len({r.council for r in held if r.system == run.system}) > 1
    }
    lasting = [run for run in held if run.limit is None or run.limit >= ready]
    fit = [run for run in lasting if run.can_be_joined or run.system in shared]
    return max(fit, key=lambda run: (run.limit is None, run.limit or date.min), default=None)


def _onto(target: Run, movers: Sequence[Run], ready: date) -> Alignment:
    """May the others move to a system that one council has?"""
    late = [run for run in movers if target.limit and run.free_on and run.free_on > target.limit]
    if late:
        last = max(run.free_on for run in late if run.free_on)
        why = f"{words.listed(run.council for run in late)} is held beyond the end of {target.name}"
        return Alignment(Kind.NOT_BEFORE, f"Not before {last.year}", f"{why}.")
    if bridged := _bridged(movers, ready, "to cover the move"):
        return bridged
    whose = f"{target.council}’s contract can be joined." if target.can_be_joined else ""
    why = whose or "Other councils run it already."
    then = f"Decided in time, all can move to {target.name} together."
    return Alignment(Kind.YES, f"Yes, on {target.name}", why, then)


def _together(runs: Sequence[Run], ready: date) -> Alignment:
    """May they all leave for something new on one day?"""
    free = [run.free_on for run in runs if run.free_on]
    if not free:
        return Alignment(Kind.UNKNOWN, "Not known", "No end of a contract is recorded.")
    first, last = min(free), max(free)
    if months_between(first, last) > BRIDGE_MONTHS:
        apart = _length(months_between(first, last))
        return Alignment(Kind.NOT_BEFORE, f"Not before {last.year}", f"{apart} between end dates.")
    common = max(last, ready)
    if bridged := _bridged(runs, common, f"to end together on {words.plain_day(common)}"):
        return bridged
    return Alignment(Kind.YES, f"Yes, from {words.plain_day(common)}", "All can end by then.")


def _bridged(runs: Sequence[Run], until: date, purpose: str) -> Alignment | None:
    """Return that some contracts must be extended until a day; None where none need be."""
    short = [run for run in runs if run.stops_on and run.stops_on < until]
    if not short:
        return None
    most = max(months_between(run.stops_on, until) for run in short if run.stops_on)
    if most > BRIDGE_MONTHS:
        return Alignment(
            Kind.NOT_BEFORE, f"Not before {until.year}", f"{_length(most)} would not be covered."
        )
    whose = words.listed(sorted({run.council for run in short}))
    offered = all(run.limit and run.limit >= until for run in short)
    offer = "as the contract offers" if offered else "which the contract does not offer"
    length = words.counted(most, "month")
    return Alignment(
        Kind.IF_EXTENDED, f"Yes, if extended by {length}", f"{whose}, {purpose}, {offer}."
    )


def _ends_apart(runs: Sequence[Run]) -> str:
    ends = sorted({run.free_on for run in runs if run.free_on})
    if len(ends) < 2:
        return ""
    return f"Contracts end from {words.plain_day(ends[0])} to {words.plain_day(ends[-1])}."


def _length(months: int) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    parts = [words.counted(years, "year")] * bool(years)
    parts += [words.counted(rest, "month")] * bool(rest)
    return words.listed(parts)
