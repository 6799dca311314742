"""What the PDF of a version says: the public facts, as plain values."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from governance.calendar import words
from governance.councils.models import Council
from roadmap.strategies.adopting import Line, lines_of, verdict_of
from roadmap.strategies.facts import content_of, with_content
from roadmap.strategies.models import StrategyVersion
from roadmap.strategies.states import State

SCHEMA = "concordat strategy 1"


def facts_of(version_id: int, now: datetime) -> dict[str, Any]:
    """Return what anybody may know of a version at `now`; the same facts make the same PDF."""
    versions = StrategyVersion.objects.select_related("strategy__partnership", "strategy__issue")
    versions = versions.prefetch_related("strategy__issue__partnership__constituents__council")
    version = with_content(versions).get(pk=version_id)
    strategy, partnership = version.strategy, version.strategy.partnership
    councils = Council.objects.filter(memberships__partnership=partnership).order_by("short_name")
    stranger = AnonymousUser()
    lines = lines_of(version, list(councils), stranger, now)
    found = verdict_of(version, lines, successor_of(version))
    own = [strategy.partnership.slug, strategy.slug, version.number]
    return {
        "schema": SCHEMA,
        "address": settings.SITE_URL + reverse("strategies:version", args=own),
        "title": strategy.title,
        "number": version.number,
        "label": version.label,
        "dated_on": version.dated_on.isoformat() if version.dated_on else "",
        "dated": words.plain_day(version.dated_on) if version.dated_on else "",
        "note": version.note,
        "published_at": version.published_at.isoformat() if version.published_at else "",
        "published": words.plain_day(version.published_at) if version.published_at else "",
        "illustrative": version.is_illustrative or strategy.is_illustrative,
        "partnership": {
            "name": partnership.name,
            "councils": [council.name for council in councils],
            "brand_colour": partnership.brand_colour,
            "surface_colour": partnership.surface_colour,
        },
        "state": found.state,
        "standing": found.sentence,
        "adoptions": [_adoption(line) for line in lines],
        "content": content_of(version),
    }


def successor_of(version: StrategyVersion) -> int | None:
    """Return the number of the published version that took the place of a superseded one."""
    if version.state != State.SUPERSEDED:
        return None
    later = version.strategy.versions.filter(number__gt=version.number)
    return later.exclude(state=State.DRAFT).order_by("number").values_list(
        "number", flat=True
    ).first()  # fmt: skip


def _adoption(line: Line) -> dict[str, Any]:
    in_effect = line.row.in_effect_on if line.row else None
    return {
        "council": line.council.name,
        "adopted": line.on.isoformat() if line.on else "",
        "adopted_on": words.day(line.on) if line.on else "",
        "body": line.body,
        "in_effect_from": words.day(in_effect) if in_effect else "",
        "in_effect_illustrative": bool(
            line.row and line.row.notice and line.row.notice.is_illustrative
        ),
        "replaced": line.replaced,
        "note": line.adoption.note if line.adoption and line.on else "",
        "illustrative": bool(line.adoption and line.on and line.adoption.is_illustrative),
    }
