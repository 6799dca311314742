"""Where a contract stands on a day, in shapes and words: what every page and file says of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from governance.calendar import words
from governance.calendar.rules import months_from
from roadmap.contracts import rules
from roadmap.contracts.models import Contract
from roadmap.contracts.rules import Dates, State

SAYS = {
    State.NO_DATES: ("idle", "No end date recorded"),
    State.NOT_STARTED: ("idle", "Not started"),
    State.RUNNING: ("good", "Running"),
    State.ROLLED: ("good", "Rolled on"),
    State.NOTICE_PASSED: ("bad", "Notice date passed"),
    State.ENDING: ("closed", "Notice given"),
    State.LAPSED: ("bad", "Lapsed"),
    State.ENDED: ("closed", "Ended"),
}
# What a reader must notice in a table; the others go without saying.
NOTABLE = {State.NO_DATES, State.NOTICE_PASSED, State.ENDING, State.LAPSED, State.ENDED}
GONE = {State.LAPSED, State.ENDED}


@dataclass(frozen=True)
class Standing:
    """A contract on a day: its dates, its status, and whether what follows was decided."""

    contract: Contract
    dates: Dates
    today: date

    @property
    def status(self) -> tuple[str, str]:
        """The status as (shape, words); what was never approved says so before anything else."""
        if self.contract.is_unapproved and self.dates.state is not State.ENDED:
            return "bad", "Unapproved"
        return SAYS[self.dates.state]

    @property
    def marks(self) -> list[tuple[str, str]]:
        """The statuses that stand out in a table, the gravest first."""
        found = [self.status] if self.contract.is_unapproved else []
        if self.dates.state in NOTABLE and SAYS[self.dates.state] not in found:
            no_dates = self.dates.state is State.NO_DATES and self.contract.is_unapproved
            found += [] if no_dates else [SAYS[self.dates.state]]
        if self.is_decided:
            found.append(("done", "Decided"))
        return found

    @property
    def is_gone(self) -> bool:
        return self.dates.state in GONE

    @property
    def needs_attention(self) -> bool:
        """Lapsed, found without approval, or past its notice date with nothing decided."""
        bad = self.dates.state in {State.LAPSED, State.NOTICE_PASSED} and not self.is_decided
        unapproved = self.contract.is_unapproved and self.dates.state is not State.ENDED
        return bad or unapproved

    @property
    def is_decided(self) -> bool:
        """Was what follows this end decided? A later end must be decided again."""
        about = self.contract.decided_for
        end = self.dates.can_end_on or self.dates.term_end
        return about is not None and end is not None and about >= end

    @property
    def is_left_out(self) -> bool:
        """Was its system recently invested in? Then nobody decides what replaces it."""
        return bool(self.contract.system.recent_investment)

    @property
    def decide_by(self) -> date | None:
        """The day by which it must be decided; None where it was, or it is left out of removal."""
        return None if self.is_decided or self.is_left_out else self.dates.decide_by

    @property
    def act_by(self) -> date | None:
        return self.dates.act_by

    @property
    def limit(self) -> date | None:
        """The last day it can cover with the extensions it offers; None where it rolls on."""
        end = self.dates.term_end
        ending = self.dates.state is State.ENDING
        if end is None or (self.contract.renewal == rules.Renewal.TACIT and not ending):
            return None
        options = self.contract.terms(0).options
        return months_from(end, rules.open_months(options, self.today))

    @property
    def ends_words(self) -> str:
        """Return "ends 31 Mar 2026", "ended ...", or what stands in its place; no weekday."""
        end = self.dates.term_end
        if end is None:
            return "no end date recorded"
        return f"{'ended' if self.is_gone else 'ends'} {brief(end)}"

    @property
    def notice_words(self) -> str:
        """Return "notice by 30 Sep 2025" where notice, or asking, is still to come in time."""
        by = self.dates.notice_by
        if by is None or self.is_gone or by < self.today:
            return ""
        asks = self.contract.renewal == rules.Renewal.EXPRESS
        return f"{'ask for renewal' if asks else 'notice'} by {brief(by)}"


def brief(day: date) -> str:
    """Return "30 Sep 2025", for tables of dates by which nobody acts on the day itself."""
    return f"{day.day} {words.MONTHS[day.month - 1][:3]} {day.year}"


def standing_of(contract: Contract, today: date, lead_months: int) -> Standing:
    """Return where `contract` stands; fetch its extensions with it.

    `lead_months` is what its function says; its own, where it has one, goes before.
    """
    return Standing(contract, rules.dates_of(contract.terms(lead_months), today), today)


def foremost(standings: Iterable[Standing]) -> Standing | None:
    """Return, of several contracts for one system, the one that must be acted upon first.

    What runs goes before what has no dates, and that before what has lapsed or ended.
    """

    def order(one: Standing) -> tuple[int, date, int]:
        if one.is_gone:
            end = one.dates.term_end or date.min
            last = date.max - (end - date.min) if end > date.min else date.max
            return (2 if one.dates.state is State.LAPSED else 3, last, one.contract.pk)
        return (0 if one.act_by else 1, one.act_by or date.max, one.contract.pk)

    return min(standings, key=order, default=None)
