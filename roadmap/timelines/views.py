"""The roadmap drawn against the quarters of the financial year, grouped by item or by council."""

from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import F, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.calendar import words
from roadmap.drawing import Scale
from roadmap.items import filters
from roadmap.items.models import Rollout, RolloutQuerySet
from roadmap.items.parts import PhaseGate
from roadmap.items.rules import AS_TOLD, totals
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.timelines.lines import Line, line_of

ROWS_A_PAGE = 60
BY = ("item", "council")
DAYS = ("planned_start", "planned_end", "runs_from", "runs_to")


class Group(NamedTuple):
    """The rows under one heading: (words, address, line, illustrative)."""

    name: str
    address: str
    is_draft: bool
    lines: list[tuple[str, str, Line, bool]]


@login_not_required
@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Each rollout as a row of words with its drawing; `by` says what they are grouped by."""
    partnership = partnership_of(request, slug)
    every = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    found = filters.read(request.GET, councils_of(partnership))
    by = BY[1] if request.GET.get("by") == BY[1] else BY[0]
    rollouts = filters.apply(found, every)
    today = timezone.localdate()
    paper = Paginator(_ordered(rollouts, by), ROWS_A_PAGE)
    page = paper.get_page(request.GET.get("page"))
    scale = _scale(rollouts, today)
    context = {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [(partnership.short_name, reverse("partnerships:hub", args=[slug]))],
        "by": by,
        "today": today,
        "told": totals(rollouts.order_by().values_list("status", flat=True)),
        "has_illustrative": any(rollout.is_illustrative for rollout in page),
        "filter": found,
        "choices": filters.choices(partnership, every, found),
        "said": filters.in_words(found, councils_of(partnership)),
        "query": found.query(),
        "hidden": [("by", "" if by == BY[0] else by)],
        "asked": found.query(by="" if by == BY[0] else by),
        "groups": _groups(list(page), by, scale, request),
        "page": page,
        "scale": scale,
        "today_x": scale.x(today),
        "key": [(status.shape, status.words) for status in AS_TOLD],
    }
    return render(request, "roadmap/timelines/timeline.html", context)


def _ordered(rollouts: RolloutQuerySet, by: str) -> RolloutQuerySet:
    named = rollouts.with_names().in_order()
    if by == BY[0]:
        return named
    council = F("council__short_name").asc(nulls_first=True)
    return named.order_by(council, "item__position", "item_id", "phase", "pk")


def _scale(rollouts: RolloutQuerySet, today: Any) -> Scale:
    """One scale for every page of the timeline; one query."""
    ends = {f"{kind.__name__}_{day}": kind(day) for day in DAYS for kind in (Min, Max)}
    found = rollouts.with_span().order_by().aggregate(**ends)
    return Scale.around(list(found.values()), today)


def _groups(page: list[Rollout], by: str, scale: Scale, request: HttpRequest) -> list[Group]:
    """Return what the rows of a page show, under their headings; one query for the gates."""
    gates: dict[tuple[int, int], list[PhaseGate]] = {}
    items = {rollout.item_id for rollout in page}
    for gate in PhaseGate.objects.visible_to(request.user).filter(item__in=items):
        gates.setdefault((gate.item_id, gate.phase), []).append(gate)
    return [_group(list(rows), by, scale, gates) for _, rows in groupby(page, _key(by))]


def _key(by: str) -> Any:
    return (lambda row: row.item_id) if by == BY[0] else (lambda row: row.council_id)


def _group(rows: list[Rollout], by: str, scale: Scale, gates: dict[Any, Any]) -> Group:
    first = rows[0]
    lines = []
    for row in rows:
        line = line_of(row, gates.get((row.item_id, row.phase), []), scale, sentence=row.sentence)
        place = words.sentence_case(row.place)
        told = (place, "") if by == BY[0] else (_item(row), _address(row))
        lines.append((*told, line, row.is_illustrative))
    if by == BY[0]:
        return Group(first.item.title, _address(first), not first.item.is_published, lines)
    name = first.council.name if first.council else "All councils together"
    return Group(name, "", is_draft=False, lines=lines)


def _item(row: Rollout) -> str:
    return f"{row.item.title}, phase {row.phase}" if row.phase > 1 else row.item.title


def _address(row: Rollout) -> str:
    return reverse("items:item", args=[row.item.partnership.slug, row.item.slug])
