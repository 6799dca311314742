"""What an item's page says of its milestones, gates and dependencies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse

from governance.calendar import words
from governance.decisions.models import Decision
from governance.notices.page import published_notices_of
from governance.people.permissions import Visitor
from roadmap.business_cases.models import BusinessCase
from roadmap.funding.models import Benefit, Cost
from roadmap.items import rules
from roadmap.items.models import Item, Rollout
from roadmap.items.parts import Milestone, PhaseGate


@dataclass(frozen=True)
class Met:
    """A milestone, and how it stands today, as a shape and words."""

    milestone: Milestone
    today: date

    @property
    def place(self) -> str:
        rollout = self.milestone.rollout
        return words.sentence_case(rollout.place) if rollout else "The item as a whole"

    @property
    def standing(self) -> tuple[str, str]:
        """Return (shape, words): met, and by how much late; missed; or still to come."""
        row = self.milestone
        if row.met_on:
            return "done", f"Met on {words.short_day(row.met_on)}"
        due = row.forecast_on or row.planned_on
        if due < self.today:
            return "bad", f"Not met by {words.short_day(due)}"
        slipped = rules.slip(row.planned_on, due) or 0
        return ("warn" if slipped > 0 else "idle"), "To come"

    @property
    def slip(self) -> str:
        """Return by how much it is later or earlier than planned, where it is."""
        row = self.milestone
        days = rules.slip(row.planned_on, row.met_on or row.forecast_on)
        return rules.slip_words(days) if days else ""


@dataclass(frozen=True)
class GateShown:
    """A gate with its standing, and where its decision was published; "" where it was not."""

    gate: PhaseGate
    outcome: rules.Outcome
    decision_address: str
    is_late: bool


def published_at(decisions: Iterable[Decision]) -> dict[int, str]:
    """Return id -> address of the notice that published each decision; one query where any is."""
    found = list(decisions)
    return {
        pk: reverse("notices:detail", args=[notice.council.slug, notice.slug])
        for pk, notice in (published_notices_of(found) if found else {}).items()
    }


def gates_of(
    gates: Iterable[PhaseGate], published: Mapping[int, str], today: date
) -> list[GateShown]:
    """Return the gates to show; `published` is where decisions were published, by their id."""
    return [
        GateShown(
            gate,
            outcome := rules.Outcome(gate.outcome),
            published.get(gate.decision_id or 0, ""),
            outcome is rules.Outcome.WAITING and gate.due_on < today,
        )
        for gate in gates
    ]


def waits_of(rollouts: Iterable[Rollout], gates: Iterable[PhaseGate]) -> list[str]:
    """Return, for each phase that has not started and waits for a gate, why it may not start."""
    known = [gate.as_rule() for gate in gates]
    phases = sorted({row.phase for row in rollouts if not rules.has_started(row)})
    return [why for phase in phases if (why := rules.why_not_start(phase, known))]


def others(
    dependencies: Iterable[Any], name: str, user: Visitor
) -> list[tuple[Item, rules.Status | None, str]]:
    """Return the items on the other side of these dependencies: item, how it stands, why.

    One query for all of their rollouts.
    """
    found = list(dependencies)
    items = [getattr(one, name) for one in found]
    statuses: dict[int, list[str]] = {}
    rows = Rollout.objects.visible_to(user).filter(item__in=items)
    for item, status in rows.values_list("item", "status"):
        statuses.setdefault(item, []).append(status)
    return [
        (item, _standing(item, statuses.get(item.pk, [])), one.reason)
        for item, one in zip(items, found, strict=True)
    ]


def _standing(item: Item, statuses: list[str]) -> rules.Status | None:
    return rules.Status(item.status) if item.status else rules.worst(statuses)


@dataclass(frozen=True)
class Money:
    """The business cases, costs and benefits that name an item, as far as the visitor sees them."""

    cases: list[BusinessCase]
    costs: list[Cost]
    benefits: list[Benefit]


def money_of(item: Item, user: Visitor) -> Money:
    """Return what is recorded of the item's money; three queries, however much it is."""
    whole = item.partnership_id
    cases = BusinessCase.objects.visible_to(user).filter(partnership=whole, case_items__item=item)
    costs = Cost.objects.visible_to(user).filter(partnership=whole, item=item)
    benefits = Benefit.objects.visible_to(user).filter(partnership=whole, item=item)
    return Money(
        list(cases.order_by("title", "pk")),
        list(costs.order_by(F("on").desc(nulls_last=True), "-pk")),
        list(benefits.order_by("title", "pk")),
    )
