"""What a chosen table would do to a roadmap: every change, every addition, everything wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models.functions import Lower

from governance.councils.models import Council, Partnership
from governance.people.permissions import Visitor
from roadmap.exchange import rules
from roadmap.exchange.rules import (
    COLUMNS,
    COUNCIL,
    ITEM,
    PHASE,
    REVISION,
    ROW,
    THEME,
    Stored,
)
from roadmap.items.models import Item, Rollout, Theme
from roadmap.items.permissions import can_change_item, why_not_rollout
from roadmap.items.row_actions import FIELDS, gates_of
from roadmap.items.rules import Gate, to_come, why_held, wrong_dates
from roadmap.partnerships.finding import councils_of
from roadmap.permissions import can_edit_shared, whose_shared
from roadmap.spreadsheets.planning import Problem, fingerprint
from roadmap.spreadsheets.reading import Line, Sheet

LABELS = {column.field: column for column in COLUMNS}
NUMBER_MOST = 17  # figures
# All of them are written while an officer waits: some seconds.
MOST_WRITTEN = 1_000


@dataclass(frozen=True)
class Changed:
    """A rollout that is there and what would differ in it: field -> value."""

    line: int
    rollout: Rollout
    values: Mapping[str, Any]

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """Return (column, is now, would be) in words."""
        return [
            (
                LABELS[f].name,
                rules.said(LABELS[f], getattr(self.rollout, f)),
                rules.said(LABELS[f], v),
            )
            for f, v in self.values.items()
        ]


@dataclass(frozen=True)
class Added:
    """A rollout that is not there yet, of an item that is there or of one with a new title."""

    line: int
    item: Item | None
    title: str
    theme: Theme | None
    council: Council | None
    phase: int
    values: Mapping[str, Any]

    @property
    def place(self) -> str:
        return self.council.short_name if self.council else rules.ALL_TOGETHER

    @property
    def told(self) -> list[tuple[str, str]]:
        """Return (column, would be) in words, of what the line says."""
        return [(LABELS[f].name, rules.said(LABELS[f], v)) for f, v in self.values.items() if v]


@dataclass
class Plan:
    """All that a table would do. It is done whole, and only where `problems` is empty."""

    changed: list[Changed] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0

    @property
    def fingerprint(self) -> str:
        """Return what stands for the whole plan, to see that it is still the one looked at."""
        parts = [f"{c.rollout.pk}:{sorted(c.values.items())}" for c in self.changed]
        parts += [f"{a.title}/{a.place}/{a.phase}:{sorted(a.values.items())}" for a in self.added]
        return fingerprint(parts)


class Planner:
    """Reads lines one after another against the roadmap of one partnership as it is now."""

    def __init__(self, partnership: Partnership, user: Visitor, today: date) -> None:
        self._user, self._today, self._partnership = user, today, partnership
        self._rows: dict[int, Rollout] = {}
        self._items: dict[str, Item] = {}
        self._there: set[tuple[int, int | None, int]] = set()
        self._themes = {t.name.casefold(): t for t in Theme.objects.filter(partnership=partnership)}
        self._councils: dict[str, Council | None] = {
            name.casefold(): council
            for council in councils_of(partnership)
            for name in (council.short_name, council.name)
        }
        self._councils |= dict.fromkeys(("all councils", "all councils together", "all"))
        self._seen: dict[int, Any] = {}
        self._gates: dict[int, list[Gate]] = {}

    def plan(self, sheet: Sheet) -> Plan:
        """Return what the table would do; a handful of queries, however long it is."""
        self._look_up(sheet)
        plan = Plan()
        keys: list[tuple[int, object]] = []
        for line in sheet.lines:
            key = self._change(line, plan) if line.cells.get(ROW) else self._add(line, plan)
            keys.append((line.number, key or line.number))
        plan.problems += rules.twice(keys)
        if (many := len(plan.changed) + len(plan.added)) > MOST_WRITTEN:
            says = f"{many:,} lines would be written; {MOST_WRITTEN:,} can be. Divide the file."
            plan.problems.append(Problem(1, "", "", says))
        plan.problems.sort(key=lambda problem: problem.line)
        return plan

    def _look_up(self, sheet: Sheet) -> None:
        """Fetch what the lines name, and nothing else of a roadmap that may be long."""
        visible = Rollout.objects.visible_to(self._user).filter(item__partnership=self._partnership)
        named = visible.filter(pk__in=_numbers(sheet, ROW)).with_names()
        self._rows = {row.pk: row for row in named}
        seen = Rollout.history.filter(history_id__in=_numbers(sheet, REVISION))
        self._seen = {row.history_id: row for row in seen}
        titles = {line.cells[ITEM].lower() for line in sheet.lines if not line.cells.get(ROW)}
        items = Item.objects.visible_to(self._user).filter(partnership=self._partnership)
        found = items.annotate(lower=Lower("title")).filter(lower__in=titles)
        self._items = {item.title.lower(): item for item in found.select_related("partnership")}
        there = visible.filter(item__in=found.values("pk")).order_by()
        self._there = set(there.values_list("item", "council", "phase"))
        of_rows = {row.item_id for row in self._rows.values()}
        self._gates = gates_of(of_rows | {item.pk for item in self._items.values()})

    def _change(self, line: Line, plan: Plan) -> object:
        number = line.cells[ROW]
        row = self._rows.get(int(number)) if _number(number) else None
        if row is None:
            says = "There is no such row on this roadmap. Empty the cell to add a rollout."
            plan.problems.append(Problem(line.number, ROW, number, says))
            return None
        reading = rules.read_line(line.number, line.cells)
        stored = self._stored(row, line.cells.get(REVISION, ""))
        values, problems = rules.changes_of(stored, reading)
        problems += reading.problems + rules.moved_names(stored, line.cells, line.number)
        problems += self._shared(row, values, line.number)
        if values and not problems:
            problems += self._wrong(_with(row, values), line.number, row)
        plan.problems += problems
        if values and not problems:
            plan.changed.append(Changed(line.number, row, values))
        elif not values:
            plan.unchanged += 1
        return row.pk

    def _stored(self, row: Rollout, revision: str) -> Stored:
        seen = self._seen.get(int(revision)) if _number(revision) else None
        was = _values(seen) if seen is not None and seen.id == row.pk else None
        place = row.council.short_name if row.council else rules.ALL_TOGETHER
        theme = row.item.theme.name if row.item.theme else ""
        refusal = why_not_rollout(self._user, row)
        return Stored(row.pk, row.item.title, place, row.phase, theme, _values(row), was, refusal)

    def _shared(self, row: Rollout, values: Mapping[str, Any], line: int) -> list[Problem]:
        """What was planned, and whose turn it is, belongs to the partnership."""
        if can_change_item(self._user, row.item):
            return []
        says = whose_shared(self._partnership)
        return [
            Problem(line, LABELS[name].name, rules.said(LABELS[name], value), says)
            for name, value in values.items()
            if name not in FIELDS
        ]

    def _add(self, line: Line, plan: Plan) -> object:
        reading = rules.read_line(line.number, line.cells)
        problems, cells = list(reading.problems), line.cells
        if not can_edit_shared(self._user, self._partnership):
            says = f"A rollout is added by partnership officers. {whose_shared(self._partnership)}"
            problems.append(Problem(line.number, ROW, "", says))
        title = cells[ITEM]
        if not title or len(title) > 200:
            says = "Give the title of the item, of at most 200 characters."
            problems.append(Problem(line.number, ITEM, title, says))
        if cells[COUNCIL].casefold() not in self._councils:
            says = (
                f"This is no council of the partnership. Write a council or “{rules.ALL_TOGETHER}”."
            )
            problems.append(Problem(line.number, COUNCIL, cells[COUNCIL], says))
        theme, phase = cells.get(THEME, ""), cells.get(PHASE) or "1"
        if theme and theme.casefold() not in self._themes:
            names = ", ".join(one.name for one in self._themes.values())
            says = f"There is no such theme. The themes are: {names or 'none yet'}."
            problems.append(Problem(line.number, THEME, theme, says))
        if not (_number(phase) and 1 <= int(phase) <= 99):
            says = "This is not a whole number from 1 to 99."
            problems.append(Problem(line.number, PHASE, phase, says))
        if not problems:
            problems += self._added(line.number, title, reading.values, plan, cells)
        plan.problems += problems
        return (title.casefold(), cells[COUNCIL].casefold(), phase)

    def _added(
        self, line: int, title: str, values: Mapping[str, Any], plan: Plan, cells: Mapping[str, str]
    ) -> list[Problem]:
        item, council = self._items.get(title.lower()), self._councils[cells[COUNCIL].casefold()]
        phase, theme = int(cells.get(PHASE) or 1), self._themes.get(cells.get(THEME, "").casefold())
        if item and (item.pk, council.pk if council else None, phase) in self._there:
            says = "This rollout is on the roadmap already. Write its number in “Row” to change it."
            return [Problem(line, COUNCIL, cells[COUNCIL], says)]
        if item and theme and item.theme_id != theme.pk:
            says = "The item has another theme. Change that on its page, or leave the cell empty."
            return [Problem(line, THEME, cells[THEME], says)]
        new = Rollout(council=council, phase=phase, **values)
        new.item = item or Item()
        wrong = self._wrong(new, line, None)
        if not wrong:
            plan.added.append(Added(line, item, title, theme, council, phase, values))
        return wrong

    def _wrong(self, row: Rollout, line: int, was: Rollout | None) -> list[Problem]:
        wrong = wrong_dates(row) | to_come(row, self._today)
        if held := why_held(row, was, self._gates.get(row.item_id, [])):
            wrong["status"] = held
        return [
            Problem(line, LABELS[name].name, rules.said(LABELS[name], getattr(row, name)), says)
            for name, says in wrong.items()
        ]


def _values(row: Any) -> dict[str, Any]:
    return {column.field: getattr(row, column.field) for column in COLUMNS}


def _with(row: Rollout, values: Mapping[str, Any]) -> Rollout:
    return Rollout(
        item=row.item, council=row.council, phase=row.phase, **_values(row) | dict(values)
    )


def _number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= NUMBER_MOST


def _numbers(sheet: Sheet, name: str) -> list[int]:
    cells = (line.cells.get(name, "") for line in sheet.lines)
    return [int(cell) for cell in cells if _number(cell)]
