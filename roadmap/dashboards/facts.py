"""What a dashboard tells: plain values, from published records alone."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.contrib.auth.models import AnonymousUser

from governance.calendar import words
from governance.calendar.local_time import LONDON
from governance.councils.models import Partnership
from roadmap.changes.reading import since
from roadmap.dashboards.money import money_of
from roadmap.dashboards.rules import Fate, by_status, fate, fate_words
from roadmap.items.models import Item, Rollout
from roadmap.items.parts import Milestone, PhaseGate
from roadmap.items.periods import Period
from roadmap.items.rules import AS_TOLD, Outcome, Status, slip, slip_words, totals
from roadmap.partnerships.finding import councils_of

SCHEMA = "concordat dashboard 1"
STRANGER = AnonymousUser()


def facts_of(partnership: Partnership, period: Period, today: date) -> dict[str, Any]:
    """Return what is told of `period` as it is known on `today`; about twenty queries.

    Statuses are those of `today`: what a rollout's status was on another day is for its history.
    Nothing of a draft is counted, whoever asks, since a committee's paper is read by everybody.
    """
    items = Item.objects.visible_to(STRANGER).filter(partnership=partnership)
    items = items.select_related("theme").order_by("position", "pk")
    rollouts = Rollout.objects.visible_to(STRANGER).filter(item__partnership=partnership)
    rows = list(rollouts.with_names().in_order())
    moment = datetime.combine(period.first, time.min, tzinfo=LONDON)
    _, moved = since(moment, STRANGER, items, rollouts.select_related("council"), all_=False)
    return {
        "schema": SCHEMA,
        "partnership": {
            "name": partnership.name,
            "short_name": partnership.short_name,
            "councils": [council.name for council in councils_of(partnership)],
            "brand_colour": partnership.brand_colour,
            "surface_colour": partnership.surface_colour,
        },
        "period": period.words,
        "first": words.plain_day(period.first),
        "last": words.plain_day(period.last),
        "as_at": words.day(today),
        "told": words.sentence_case(totals(row.status for row in rows)),
        "moved": moved,
        "statuses": [{"words": one.words, "shape": one.shape} for one in AS_TOLD],
        "themes": _themes(rows),
        "councils": _councils(rows),
        "attention": _attention(rows),
        "milestones": _milestones(partnership, period, today),
        "gates": _gates(partnership, period, today),
        "money": money_of(partnership, STRANGER, period),
        "illustrative": any(row.is_illustrative for row in rows),
    }


def _themes(rows: list[Rollout]) -> list[dict[str, Any]]:
    places: dict[Any, list[str]] = {row.item.theme: [] for row in rows}
    for row in rows:
        places[row.item.theme].append(row.status)
    order = sorted(places, key=lambda theme: (theme is None, theme.position if theme else 0))
    return [_row(theme.name if theme else "Without a theme", places[theme]) for theme in order]


def _councils(rows: list[Rollout]) -> list[dict[str, Any]]:
    names: dict[str, list[str]] = {}
    for row in rows:
        name = row.council.short_name if row.council else "All councils together"
        names.setdefault(name, []).append(row.status)
    return [_row(name, names[name]) for name in sorted(names)]


def _row(name: str, statuses: Iterable[str]) -> dict[str, Any]:
    found = by_status(name, statuses)
    told = [
        [count, {"words": one.words, "shape": one.shape}]
        for count, one in zip(found.counts, AS_TOLD, strict=True)
    ]
    return {"name": found.name, "told": told, "total": found.total}


def _attention(rows: list[Rollout]) -> list[dict[str, str]]:
    """Every rollout that is off track or at risk, the worst first."""
    worst = [row for status in (Status.RED, Status.AMBER) for row in rows if row.status == status]
    return [
        {
            "item": row.item.title,
            "place": words.sentence_case(row.place),
            "status": Status(row.status).words,
            "shape": Status(row.status).shape,
            "sentence": row.sentence,
            "ends": words.short_day(end) if (end := row.forecast_end or row.planned_end) else "",
            "slip": slip_words(slip(row.planned_end, row.forecast_end)),
        }
        for row in worst
    ]


def _milestones(partnership: Partnership, period: Period, today: date) -> list[dict[str, str]]:
    found = Milestone.objects.visible_to(STRANGER).filter(item__partnership=partnership)
    named = found.select_related("item", "rollout__council").order_by("planned_on", "pk")
    told: dict[Fate, list[dict[str, str]]] = {each: [] for each in Fate}
    for milestone in named:
        if became := fate(milestone, period.first, period.last, today):
            day = milestone.met_on if became is Fate.MET else milestone.planned_on
            expected = milestone.forecast_on or milestone.planned_on
            told[became].append(
                {
                    "title": milestone.title,
                    "item": milestone.item.title,
                    "place": milestone.rollout.place if milestone.rollout else "",
                    "fate": became.words,
                    "shape": became.shape,
                    "day": words.short_day(expected if became is Fate.COMING else day or expected),
                    "says": fate_words(milestone, became),
                }
            )
    return [one for each in Fate for one in told[each]]


def _gates(partnership: Partnership, period: Period, today: date) -> list[dict[str, str]]:
    """Gates decided in the period, and those that wait for a body by the end of the next one."""
    found = PhaseGate.objects.visible_to(STRANGER).filter(item__partnership=partnership)
    horizon = period.last + (period.last - period.first)
    told = []
    for gate in found.select_related("item", "body__lead_council").order_by("due_on", "pk"):
        decided = gate.decided_on is not None and period.first <= gate.decided_on <= period.last
        waits = gate.outcome == Outcome.WAITING and gate.due_on <= horizon
        if not (decided or waits):
            continue
        outcome, on = Outcome(gate.outcome), gate.decided_on or gate.due_on
        overdue = outcome is Outcome.WAITING and gate.due_on < today
        told.append(
            {
                "item": gate.item.title,
                "phase": f"Phase {gate.phase}",
                "body": gate.who,
                "outcome": "Overdue" if overdue else outcome.words,
                "shape": "bad" if overdue else outcome.shape,
                "day": words.short_day(on),
                "says": gate.sentence or gate.question,
            }
        )
    return told
