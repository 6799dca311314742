"""The matrix: each service by council, with what is missing or old said in words, and totals."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from governance.calendar import words
from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor
from roadmap.partnerships.finding import councils_of
from roadmap.transactions.duties import months_of
from roadmap.transactions.models import Service, Transaction
from roadmap.transactions.rules import Age, Known, Online, Total, age_of, total

SHOWS = {
    "": "Everything",
    "gaps": "Not recorded somewhere",
    "old": "Due to be verified again",
    "offline": "Not online somewhere",
    "different": "On different platforms",
}


@dataclass(frozen=True)
class Cell:
    """What one council offers of a service; `transaction` None where nothing is recorded."""

    service: Service
    council: Council
    transaction: Transaction | None
    age: Age
    can_edit: bool = False

    @property
    def online(self) -> str:
        return self.transaction.online if self.transaction else ""

    @property
    def known(self) -> Known:
        volume = self.transaction.volume if self.transaction else None
        return Known(self.online, volume, self.age.is_old)

    @property
    def old_words(self) -> str:
        """Return "Verified 4 years ago: check again", or that nobody ever did."""
        says = words.sentence_case(self.age.says)
        return f"{says}: check again" if self.age.due_on else says

    @property
    def can_verify(self) -> bool:
        """May it be said at a press that nothing changed?"""
        return bool(self.transaction and self.can_edit and self.age.is_old)


@dataclass
class Row:
    """One service, council by council."""

    service: Service
    cells: list[Cell] = field(default_factory=list)

    @property
    def total(self) -> Total:
        return total(cell.known for cell in self.cells)

    @property
    def platforms(self) -> set[str]:
        named = {c.transaction.platform.casefold() for c in self.cells if c.transaction}
        return named - {""}

    def answers(self, show: str) -> bool:
        """Does this row belong to what is asked for?"""
        match show:
            case "gaps":
                return any(not cell.online for cell in self.cells)
            case "old":
                return any(cell.transaction and cell.age.is_old for cell in self.cells)
            case "offline":
                return any(cell.online in {Online.NO, Online.PART} for cell in self.cells)
            case "different":
                return len(self.platforms) > 1
        return True


@dataclass
class Matrix:
    """The rows that are asked for, and what they add up to by council and in all."""

    months: int
    rows: list[Row]
    councils: list[Council]

    @property
    def totals(self) -> list[tuple[Council, Total]]:
        by_council = zip(*(row.cells for row in self.rows), strict=True) if self.rows else ()
        return [(cells[0].council, total(cell.known for cell in cells)) for cells in by_council]

    @property
    def whole(self) -> Total:
        return total(cell.known for row in self.rows for cell in row.cells)

    @property
    def oldest(self) -> date | None:
        """The day of the oldest data in it."""
        days = [c.transaction.verified_on for r in self.rows for c in r.cells
                if c.transaction and c.transaction.verified_on]  # fmt: skip
        return min(days, default=None)


def matrix(
    partnership: Partnership, user: Visitor, today: date, mine: set[int], asked: dict[str, str]
) -> Matrix:
    """Return the matrix that `user` may see; `mine` are ids of the councils they may change.

    `asked` filters: `council` (a slug), `show` (of SHOWS), `run_by` and `q` (part of a name, or an
    LGSL id). Drafts of services leave no trace for those who may not read them. Constant queries.
    """
    services = Service.objects.visible_to(user).filter(partnership=partnership)
    if asked.get("run_by") in Service.RunBy.values:
        services = services.filter(run_by=asked["run_by"])
    if q := asked.get("q", "").strip():
        by_id = (
            services.filter(lgsl_id=int(q)) if q.isascii() and q.isdigit() and len(q) < 5 else None
        )
        services = by_id if by_id is not None else services.filter(name__icontains=q[:200])
    found = list(services.order_by("name", "pk"))
    known: dict[int, dict[int, Transaction]] = defaultdict(dict)
    for one in Transaction.objects.visible_to(user).filter(service__in=found):
        known[one.service_id][one.council_id] = one
    councils = [c for c in councils_of(partnership)
                if not asked.get("council") or c.slug == asked["council"]]  # fmt: skip
    months = months_of(partnership)
    rows = []
    for service in found:
        row = Row(service)
        for council in councils:
            known_here = known[service.pk].get(council.pk)
            age = age_of(known_here.verified_on if known_here else None, today, months)
            row.cells.append(Cell(service, council, known_here, age, council.pk in mine))
        if row.answers(asked.get("show", "")):
            rows.append(row)
    return Matrix(months, rows, councils)


def verdict(found: Matrix) -> dict[str, str]:
    """Return the answer in a sentence: how much is online, what is missing, how old it is."""
    whole = found.whole
    if not whole.services:
        return {"shape": "idle", "words": "Nothing recorded", "say": "No service is recorded yet"}
    say = f"{whole.online} of {whole.services} answers are “online”"
    if whole.gaps:
        say += f", {whole.gaps} are not recorded"
    if whole.old:
        shape, said = "warn", f"{whole.old} of {whole.services} are due to be verified"
    else:
        shape, said = "good", f"Everything was verified within {found.months} months"
    return {"shape": shape, "words": said, "say": say}
