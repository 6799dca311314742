"""The council-by-stage grid of a matter: what each council did with it, read from its records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from governance.calendar import words
from governance.calendar.local_time import local_day
from governance.call_in_windows.models import CallInWindow
from governance.call_in_windows.standing import closing_words
from governance.called_in.rules import Stand, State
from governance.councils.models import Council
from governance.decisions.models import Decision
from governance.issues.models import Consideration
from governance.issues.reading import Records
from governance.issues.rules import Across, Position, Stage, across
from governance.notices.models import Notice
from governance.notices.standing import WORDS, stand_of

ROLES = Consideration.Role
# The verb that speaks for a resolution of several limbs, strongest first: a body that recommends a
# matter to others and agrees to oversee it has not decided it.
SPEAKS = ("refuse", "defer", "approve", "recommend", "agree", "delegate", "note")
DONE = {
    "approve": "Approved",
    "agree": "Agreed",
    "delegate": "Delegated",
    "refuse": "Refused",
    "defer": "Deferred",
    "recommend": "Recommended",
    "note": "Noted",
}
BY_STATE = {
    State.CALLED_IN: Stage.CALLED_IN,
    State.REQUESTED: Stage.REQUESTED,
    State.REFERRED: Stage.REFERRED,
    State.DECIDED_AGAIN: Stage.REFERRED,
    State.OPEN: Stage.OPEN,
    State.CLOSES_TODAY: Stage.OPEN,
    State.CLOSED: Stage.CLEAR,
    State.RELEASED: Stage.CLEAR,
    State.IN_EFFECT: Stage.IN_EFFECT,
}


@dataclass
class Row:
    """One council's line: what came before it there, its decision, and where that stands."""

    council: Council
    scrutinised: list[Consideration] = field(default_factory=list)
    considered: list[Consideration] = field(default_factory=list)
    decision: Decision | None = None
    verb: str = "note"
    notice: Notice | None = None
    window: CallInWindow | None = None
    stand: Stand | None = None
    in_effect_on: date | None = None
    position: Position = field(default=Position("", Stage.NOT_DECIDED))
    is_held: bool = False

    @property
    def outcome(self) -> str:
        """Return "Approved" for what was decided, or nothing."""
        return DONE[self.verb] if self.decision else ""

    @property
    def outcome_shape(self) -> str:
        return {"Refused": "closed", "Deferred": "idle"}.get(self.outcome, "done")

    @property
    def undecided_words(self) -> str:
        recorded = self.position.stage is not Stage.NOT_RECORDED
        return "Not decided yet" if recorded else "Not recorded here"

    @property
    def stand_words(self) -> tuple[str, str]:
        """Return the words and the shape of where the call-in window stands."""
        if self.stand is None:
            return "", "idle"
        words_and_shape = WORDS[self.stand.state]
        return ("Closed", "closed") if self.stand.state is State.IN_EFFECT else words_and_shape

    @property
    def held_at(self) -> str:
        """Return the stage that holds this council up: where the eye should go."""
        if self.decision is None or self.position.stage in (Stage.REFUSED, Stage.DEFERRED):
            return "decided"
        return "notice" if self.position.stage is Stage.UNPUBLISHED else "call_in"


@dataclass(frozen=True)
class Grid:
    rows: list[Row]
    across: Across


def grid_of(records: Records, now: datetime) -> Grid:
    """Return the grid of one matter from what a person may read of it, as of `now`."""
    rows = [_row(records, council, now) for council in records.councils]
    whole = "across the partnership" if len(rows) > 1 else ""
    found = across([row.position for row in rows], whole)
    for row in rows:
        row.is_held = len(rows) > 1 and row.council.short_name in found.waits_for
    return Grid(rows, found)


def speaks_for(verbs: Iterable[str]) -> str:
    """Return the verb that speaks for all limbs of a decision."""
    held = set(verbs)
    return next((verb for verb in SPEAKS if verb in held), "note")


def decides(verbs: Iterable[str]) -> bool:
    """Do limbs with these verbs decide something, rather than note it or recommend it?"""
    return speaks_for(verbs) not in ("recommend", "note")


def _row(records: Records, council: Council, now: datetime) -> Row:
    row = Row(council)
    for consideration in records.considerations_at(council):
        kept = row.scrutinised if consideration.role == ROLES.SCRUTINISE else row.considered
        kept.append(consideration)
    row.decision = _newest(records, council)
    if row.decision:
        row.verb = speaks_for(records.verbs_of(row.decision))
        row.notice = records.notice_of(row.decision)
        row.window = records.window_of(row.decision, council)
        row.stand = stand_of(row.window, now) if row.window else None
    row.position = _position(row, now)
    row.in_effect_on = row.position.in_effect_on
    return row


def _newest(records: Records, council: Council) -> Decision | None:
    """Return the decision that counts: the last that decides; taken again, the newer one."""
    made = records.decisions_at(council)
    deciding = [decision for decision in made if decides(records.verbs_of(decision))]
    return max(deciding, key=lambda d: (d.made_on or date.min, d.pk), default=None)


def _position(row: Row, now: datetime) -> Position:
    name, decision = row.council.short_name, row.decision
    if decision is None:
        return _before(row, now)
    verb = row.verb
    if decision.state != "published":
        return Position(name, Stage.UNPUBLISHED)
    if decision.reconsidered_as == Decision.Reconsidered.RESCINDED:
        return Position(name, Stage.REFUSED, says=f"rescinded on {_on(decision.made_on)}")
    if verb in ("refuse", "defer"):
        stage = Stage.REFUSED if verb == "refuse" else Stage.DEFERRED
        return Position(name, stage, says=f"{DONE[verb].lower()} on {_on(decision.made_on)}")
    if row.stand and row.window:
        says = row.stand.sentence
        if row.stand.is_open:
            until = closing_words(row.window.closes_at, row.window.deadline_on)
            says = f"{name}’s call-in window, open until {until.removeprefix('at ')}"
        return Position(name, BY_STATE[row.stand.state], row.stand.in_effect_on, says)
    return Position(name, *_without_a_window(decision, row.notice, now))


def _without_a_window(
    decision: Decision, notice: Notice | None, now: datetime
) -> tuple[Stage, date | None]:
    """Return how far a decision is that cannot be called in, or of which no notice is held."""
    from_on = decision.effective_from
    if from_on is None and notice and decision.call_in_answer == Decision.YesNo.NO:
        from_on = decision.made_on
    if from_on is None:
        return Stage.DECIDED, None
    return (Stage.IN_EFFECT if from_on <= local_day(now) else Stage.CLEAR), from_on


def _before(row: Row, now: datetime) -> Position:
    name = row.council.short_name
    past = [c for c in row.considered if c.on and c.on < local_day(now) and c.role == ROLES.DECIDE]
    if past:
        last = past[-1]
        says = f"{last.body.name} considered it on {_on(last.on)}; the outcome is not recorded here"
        return Position(name, Stage.NOT_RECORDED, says=says)
    ahead = [c for c in row.considered if c not in past]
    if ahead and ahead[-1].outcome:
        return Position(name, Stage.NOT_DECIDED, says=ahead[-1].outcome.rstrip("."))
    return Position(name, Stage.NOT_DECIDED)


def _on(day: date | None) -> str:
    return words.day(day) if day else "a date not recorded"


def as_rows(grid: Grid) -> list[list[Any]]:
    """Return the grid as plain cells for a download, under `COLUMNS`."""
    return [
        [
            row.council.name,
            "; ".join(_cell(c) for c in row.scrutinised),
            "; ".join(_cell(c) for c in row.considered),
            row.outcome,
            row.decision.made_on.isoformat() if row.decision and row.decision.made_on else "",
            row.notice.published_at.date().isoformat()
            if row.notice and row.notice.published_at
            else "",
            row.window.deadline_on.isoformat() if row.window else "",
            row.in_effect_on.isoformat() if row.in_effect_on else "",
            row.position.stage.value.replace("_", " "),
        ]
        for row in grid.rows
    ]


COLUMNS = [
    *("Council", "Scrutinised", "Considered", "Decided", "Decided on", "Notice published"),
    *("Last day to call in", "In effect from", "State"),
]


def _cell(consideration: Consideration) -> str:
    on = consideration.on.isoformat() if consideration.on else "date not recorded"
    return f"{on} {consideration.body.name}"
