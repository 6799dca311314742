"""The register of a partnership's systems: which council runs what, until when, and what next."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from governance.calendar import words
from governance.calendar.rules import months_from
from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor
from roadmap.contracts.models import Contract
from roadmap.contracts.standing import Standing, foremost, standing_of
from roadmap.partnerships.finding import councils_of
from roadmap.systems.models import Function, System, SystemUse
from roadmap.systems.rules import Alignment, Run, alignment

# A decision this near stands out, and is counted in the verdict.
SOON_MONTHS = 3
DAYS_A_WEEK = 7


@dataclass
class Entry:
    """One system that a council runs for a job, with the contract to be acted upon first."""

    system: System
    council: Council
    standing: Standing | None

    @property
    def is_out_of_support(self) -> bool:
        until = self.system.supported_until
        return bool(until and self.standing and until < self.standing.today)

    @property
    def is_left_out(self) -> bool:
        return bool(self.system.recent_investment)

    @property
    def act_by(self) -> date | None:
        return self.standing.act_by if self.standing else None

    @property
    def decide_by(self) -> date | None:
        """The day by which it must be decided; none for what is left out of removal."""
        return None if self.is_left_out or not self.standing else self.standing.decide_by

    def run(self) -> Run:
        """Return what the rule of alignment reads of it."""
        found = self.standing
        return Run(
            self.council.short_name, self.system.pk, self.system.name,
            dates=found.dates if found else None, limit=found.limit if found else None,
            can_be_joined=bool(found and found.contract.can_be_joined),
            is_left_out=self.is_left_out,
        )  # fmt: skip


@dataclass
class Row:
    """One job: the cell of each council, by when to decide, and whether they can align."""

    function: Function
    today: date
    cells: list[tuple[Council, list[Entry]]] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, entries in self.cells for entry in entries]

    @property
    def decide_by(self) -> date | None:
        return min((e.decide_by for e in self.entries if e.decide_by), default=None)

    @property
    def is_decided(self) -> bool:
        return any(e.standing and e.standing.is_decided for e in self.entries)

    @property
    def days_left(self) -> int | None:
        return (self.decide_by - self.today).days if self.decide_by else None

    @property
    def left(self) -> str:
        """Return "8 weeks left", "5 days left", "overdue by 3 days"; nothing for what is far."""
        days = self.days_left
        if days is None or not self.is_soon:
            return ""
        if days < 0:
            return f"overdue by {_time(-days)}"
        return f"{_time(days)} left" if days else "today"

    @property
    def is_soon(self) -> bool:
        """Is the decision overdue, or due within three months?"""
        return self.days_left is not None and self.days_left <= SOON_MONTHS * 31

    @property
    def needs_attention(self) -> bool:
        bad = any(e.standing and e.standing.needs_attention for e in self.entries)
        return bad or self.is_soon or any(e.is_out_of_support for e in self.entries)

    @property
    def alignment(self) -> Alignment:
        runs = [entry.run() for entry in self.entries]
        return alignment(runs, self.today, self.function.lead_months)

    @property
    def acts(self) -> str:
        """Return who must do what by when: "Boston must give notice by 31 August 2024 and ...".

        What is more than a year after the day to decide by does not press, and is left out.
        """
        found: dict[str, str] = {}
        near = months_from(self.decide_by, 12) if self.decide_by else date.min
        for entry in sorted(self.entries, key=lambda one: one.act_by or date.max):
            if entry.decide_by and entry.act_by and entry.act_by <= near and entry.standing:
                name = entry.council.short_name
                what = f"{entry.standing.dates.act} by {words.plain_day(entry.act_by)}"
                found.setdefault(name, f"{name} must {what}")
        said = words.listed(found.values())
        return " ".join(part for part in (f"{said}." if said else "", self.alignment.then) if part)


def _time(days: int) -> str:
    weeks = days // DAYS_A_WEEK
    return words.counted(weeks, "week") if weeks > 1 else words.counted(days, "day")


def register(partnership: Partnership, user: Visitor, today: date) -> list[Row]:
    """Return a row for each function in its order; constant queries.

    Only what `user` may see is in it: a draft leaves no trace in dates, words or counts.
    """
    functions = list(
        Function.objects.visible_to(user).filter(partnership=partnership).order_by("position", "pk")
    )
    uses = SystemUse.objects.visible_to(user).filter(function__in=functions)
    by_place: dict[tuple[int, int], list[System]] = defaultdict(list)
    months = {function.pk: function.lead_months for function in functions}
    # As `lead_of`: a contract has one day to decide by, whichever of its jobs is read.
    leads: dict[int, int] = defaultdict(int)
    for use in uses.select_related("system").order_by("system__name", "system_id"):
        by_place[use.function_id, use.council_id].append(use.system)
        leads[use.system_id] = max(leads[use.system_id], months[use.function_id])
    contracts = _contracts(partnership, user)
    rows = []
    for function in functions:
        row = Row(function, today)
        for council in councils_of(partnership):
            systems = by_place[function.pk, council.pk]
            row.cells.append(
                (council, [_entry(s, council, contracts, leads[s.pk], today) for s in systems])
            )
        rows.append(row)
    return rows


def _contracts(partnership: Partnership, user: Visitor) -> dict[int, list[Contract]]:
    """Return the contracts of each system (by id) that `user` may see, with what they need."""
    found: dict[int, list[Contract]] = defaultdict(list)
    contracts = Contract.objects.visible_to(user).filter(system__partnership=partnership)
    found_by = contracts.select_related("system").prefetch_related("extensions", "covered")
    for contract in found_by:
        found[contract.system_id].append(contract)
    return found


def _entry(
    system: System, council: Council, contracts: dict[int, list[Contract]], lead: int, today: date
) -> Entry:  # fmt: skip
    covering = [c for c in contracts[system.pk] if council.pk in covered_by(c)]
    standings = [standing_of(c, today, lead) for c in covering]
    return Entry(system, council, foremost(standings))


def covered_by(contract: Contract) -> set[int]:
    """Return the ids of the councils that a contract covers: who made it, and who joined."""
    return {contract.council_id, *(row.council_id for row in contract.covered.all())}


@dataclass(frozen=True)
class Verdict:
    """The answer in a sentence: how pressing, what is next, and who must act."""

    shape: str
    words: str
    say: str
    more: str = ""


def verdict(rows: list[Row]) -> Verdict:
    """Return what must be decided next, and by when."""
    waiting = sorted((r for r in rows if r.decide_by), key=lambda r: r.decide_by or date.max)
    if not waiting:
        if not any(row.entries for row in rows):
            return Verdict("idle", "Nothing recorded", "No system is recorded yet")
        return Verdict("good", "Nothing waits", "No decision about a contract is waiting")
    first, late = waiting[0], [row for row in waiting if (row.days_left or 0) < 0]
    soon = [row for row in waiting if row.is_soon and row not in late]
    name, by = words.uncapitalised(first.function.name), first.decide_by
    name = first.function.name if name[1:2].isupper() else name
    assert by  # noqa: S101  (waiting rows have one)
    if late:
        are = "is" if len(late) == 1 else "are"
        return Verdict(
            "bad", f"{words.counted(len(late), 'decision')} {are} overdue",
            f"Overdue: {name}, was due by {words.day(by)}", first.acts,
        )  # fmt: skip
    if soon:
        are = "is" if len(soon) == 1 else "are"
        counted = words.counted(len(soon), "decision")
        return Verdict(
            "warn", f"{counted} {are} due within {SOON_MONTHS} months",
            f"Next: {name}, by {words.day(by)}", first.acts,
        )  # fmt: skip
    return Verdict("good", "Nothing is pressing", f"Next: {name}, by {words.day(by)}", first.acts)


def wanted(rows: list[Row], function: str, council: str, show: str) -> list[Row]:
    """Return the rows that the filters ask for: a function's id, a council's slug, "attention"."""
    found = rows
    if function:
        found = [row for row in found if str(row.function.pk) == function]
    if council:
        found = [r for r in found if any(e.council.slug == council for e in r.entries)]
    if show == "attention":
        found = [row for row in found if row.needs_attention]
    return found
