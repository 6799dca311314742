"""What a chosen table of volumes would do: every change, and everything wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor
from roadmap.partnerships.finding import councils_of
from roadmap.permissions import whose
from roadmap.spreadsheets.planning import Problem, fingerprint
from roadmap.spreadsheets.reading import Line, Sheet
from roadmap.transactions.models import Service, Transaction
from roadmap.transactions.permissions import councils_edited
from roadmap.volumes.rules import (
    COUNCIL,
    LGSL_ID,
    SERVICE,
    VOLUME,
    YEAR,
    volume_in,
    why_not_year,
)


@dataclass(frozen=True)
class Change:
    """A volume that would be written: of which service and council, what is now, what would be."""

    line: int
    service: Service
    council: Council
    row: Transaction | None
    volume: int
    year: str

    @property
    def now(self) -> str:
        """What is recorded now: "1,200 (2021/22)", or that nothing is."""
        if self.row is None or self.row.volume is None:
            return "Not recorded"
        return _said(self.row.volume, self.row.volume_year)

    @property
    def then(self) -> str:
        return _said(self.volume, self.year)


def _said(volume: int, year: str) -> str:
    return f"{volume:,} ({year})" if year else f"{volume:,}"


@dataclass
class Plan:
    """All that a table would do. It is done whole, and only where `problems` is empty."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    empty: int = 0

    @property
    def fingerprint(self) -> str:
        """Return what stands for the plan and for what it would change."""
        return fingerprint(
            sorted(f"{c.service.pk}/{c.council.pk}: {c.now} > {c.then}" for c in self.changes)
        )


class Planner:
    """Reads the lines of a table against the matrix as it is now; a handful of queries."""

    def __init__(self, partnership: Partnership, user: Visitor) -> None:
        councils = councils_of(partnership)
        self._partnership = partnership
        self._mine = councils_edited(user, partnership, councils)
        self._councils = {
            name.casefold(): council
            for council in councils
            for name in (council.short_name, council.name)
        }
        services = Service.objects.visible_to(user).filter(partnership=partnership)
        found = list(services.select_related("partnership"))
        self._services = {service.name.casefold(): service for service in found}
        rows = Transaction.objects.visible_to(user).filter(service__in=found)
        self._rows = {(row.service_id, row.council_id): row for row in rows}

    def plan(self, sheet: Sheet) -> Plan:
        """Return what the table would do, with every problem in it."""
        found = Plan()
        seen: dict[tuple[int, int], int] = {}
        for line in sheet.lines:
            self._read(line, found, seen)
        found.problems.sort(key=lambda problem: problem.line)
        return found

    def _read(self, line: Line, plan: Plan, seen: dict[tuple[int, int], int]) -> None:
        cells = line.cells
        service, council = self._services.get(cells[SERVICE].casefold()), self._council(cells)
        volume, why_volume = volume_in(cells[VOLUME])
        problems = [
            *self._names(line, service, council),
            *_told(line, VOLUME, why_volume),
            *_told(line, YEAR, why_not_year(cells.get(YEAR, ""))),
        ]
        if service and council:
            problems += self._place(line, service, council, seen)
        plan.problems += problems
        if problems or service is None or council is None:
            return
        if volume is None:
            plan.empty += 1
            return
        row = self._rows.get((service.pk, council.pk))
        year = cells.get(YEAR) or (row.volume_year if row else "")
        if row and (row.volume, row.volume_year) == (volume, year):
            plan.unchanged += 1
            return
        plan.changes.append(Change(line.number, service, council, row, volume, year))

    def _council(self, cells: dict[str, str]) -> Council | None:
        return self._councils.get(cells[COUNCIL].casefold())

    def _names(
        self, line: Line, service: Service | None, council: Council | None
    ) -> Iterable[Problem]:  # fmt: skip
        if service is None:
            says = "There is no service of this name. Take the name from the downloaded table."
            yield Problem(line.number, SERVICE, line.cells[SERVICE], says)
        elif (number := line.cells.get(LGSL_ID)) and number != str(service.lgsl_id or ""):
            says = f"The service has the LGSL id {service.lgsl_id or 'of none'}. Check both."
            yield Problem(line.number, LGSL_ID, number, says)
        if council is None:
            says = f"There is no such council in {self._partnership.name}."
            yield Problem(line.number, COUNCIL, line.cells[COUNCIL], says)

    def _place(
        self, line: Line, service: Service, council: Council, seen: dict[tuple[int, int], int]
    ) -> Iterable[Problem]:  # fmt: skip
        key = (service.pk, council.pk)
        first = seen.setdefault(key, line.number)
        if first != line.number:
            says = f"The same service and council stand in line {first}. Keep one of the two."
            yield Problem(line.number, SERVICE, line.cells[SERVICE], says)
        if council.pk not in self._mine and line.cells[VOLUME] and self._differs(line, key):
            says = whose(self._partnership, council)
            yield Problem(line.number, COUNCIL, line.cells[COUNCIL], says)

    def _differs(self, line: Line, key: tuple[int, int]) -> bool:
        """Another council's line that says what is recorded already does no harm."""
        row = self._rows.get(key)
        volume, _ = volume_in(line.cells[VOLUME])
        same_year = not line.cells.get(YEAR) or (row and row.volume_year == line.cells[YEAR])
        return not (row and row.volume == volume and same_year)


def _told(line: Line, column: str, why: str) -> list[Problem]:
    return [Problem(line.number, column, line.cells.get(column, ""), why)] if why else []
