"""Which councils adopted a version, and whether it is in force: from the decisions' own state."""

from dataclasses import dataclass, field
from datetime import date, datetime

from governance.calendar import words
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.issues.grid import Row, grid_of
from governance.issues.reading import read
from governance.issues.rules import Across, Position, Stage, across
from governance.people.permissions import Visitor
from roadmap.strategies.models import Adoption, StrategyVersion
from roadmap.strategies.states import State


@dataclass
class Line:
    """One council: its adoption and decision, as far as the reader may see them."""

    council: Council
    position: Position
    adoption: Adoption | None = None
    row: Row | None = None
    replaced: list[str] = field(default_factory=list)

    @property
    def decision(self) -> Decision | None:
        """Return the decision by which it was adopted, where the reader may read of it."""
        return self.row.decision if self.row else None

    @property
    def on(self) -> date | None:
        """Return the day of adoption, where it is known."""
        if self.decision:
            return self.decision.made_on
        return self.adoption.on if self.adoption else None

    @property
    def body(self) -> str:
        """Return who decided: a body by its name, or the person's post."""
        decision = self.decision
        if decision is None:
            return ""
        return decision.item.meeting.body.name if decision.item else decision.made_by


def lines_of(version: StrategyVersion, councils: list[Council], user: Visitor, now: datetime
) -> list[Line]:  # fmt: skip
    """Return a line for each council of the partnership, as `user` may read them.

    A decision that `user` may not read has adopted nothing as far as they are told.
    """
    adoptions = {
        one.council_id: one
        for one in version.adoptions.select_related("council").prefetch_related("replaced")
    }
    rows = _rows(version, {a.decision_id for a in adoptions.values() if a.decision_id}, user, now)
    members = [*councils, *(a.council for a in adoptions.values() if a.council not in councils)]
    return [_line(council, adoptions.get(council.pk), rows.get(council.pk)) for council in members]


def _rows(version: StrategyVersion, ids: set[int], user: Visitor, now: datetime) -> dict[int, Row]:
    issue = version.strategy.issue
    if issue is None:
        return {}
    records = read([issue], user)[issue.pk]
    records.decisions = [decision for decision in records.decisions if decision.pk in ids]
    return {row.council.pk: row for row in grid_of(records, now).rows}


def _line(council: Council, adoption: Adoption | None, row: Row | None) -> Line:
    if adoption and adoption.on:
        says = f"adopted on {words.day(adoption.on)}; the decision is not recorded here"
        position = Position(council.short_name, Stage.DECIDED, says=says)
        return Line(council, position, adoption, None, _names(adoption))
    if row and row.decision:
        return Line(council, row.position, adoption, row, _names(adoption))
    position = row.position if row else Position(council.short_name, Stage.NOT_DECIDED)
    return Line(council, position)


def _names(adoption: Adoption | None) -> list[str]:
    return sorted(row.name for row in adoption.replaced.all()) if adoption else []


def verdict_of(version: StrategyVersion, lines: list[Line], successor: int | None) -> Across:
    """Return the one sentence about a version; `successor` is the number that took its place."""
    if version.state == State.DRAFT:
        sentence = "A draft: it may still change, and only those who read drafts see it"
        return Across("idle", "Draft", sentence, "", frozenset())
    if version.state == State.SUPERSEDED:
        sentence = f"Version {successor} took its place" if successor else "No longer in force"
        return Across("closed", "Superseded", sentence, "", frozenset())
    several = len(lines) > 1
    return across([line.position for line in lines], "across the partnership" if several else "")
