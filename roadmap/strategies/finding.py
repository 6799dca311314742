"""The strategy or version that an address names, as far as the visitor may see it."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from roadmap.strategies.facts import with_content
from roadmap.strategies.models import Strategy, StrategyVersion
from roadmap.strategies.states import State


def strategy_of(request: HttpRequest, partnership: str, slug: str) -> Strategy:
    """Return the strategy at an address, or raise Http404."""
    found = Strategy.objects.visible_to(request.user).select_related("partnership", "issue")
    found = found.prefetch_related("issue__partnership__constituents__council")
    return get_object_or_404(found, partnership__slug=partnership, slug=slug)


def versions_of(request: HttpRequest, strategy: Strategy) -> list[StrategyVersion]:
    """Return the versions that the visitor may see, the newest first."""
    found = StrategyVersion.objects.visible_to(request.user).filter(strategy=strategy)
    return list(found.order_by("-number"))


def version_of(
    request: HttpRequest, partnership: str, slug: str, number: int, *, whole: bool = True
) -> StrategyVersion:
    """Return a version with its strategy, or raise Http404; `whole`, with everything it says."""
    strategy = strategy_of(request, partnership, slug)
    found = StrategyVersion.objects.visible_to(request.user)
    found = with_content(found) if whole else found
    version: StrategyVersion = get_object_or_404(found, strategy=strategy, number=number)
    version.strategy = strategy
    return version


def counting(versions: list[StrategyVersion]) -> StrategyVersion | None:
    """Return the version that counts: the published one, else the newest that may be seen."""
    published = next((one for one in versions if one.state == State.PUBLISHED), None)
    return published or (versions[0] if versions else None)


def own(thing: Strategy | StrategyVersion) -> list[Any]:
    """Return the parts of the address of a strategy or of one of its versions."""
    if isinstance(thing, Strategy):
        return [thing.partnership.slug, thing.slug]
    return [*own(thing.strategy), thing.number]


def crumbs_of(thing: Strategy | StrategyVersion) -> list[tuple[str, str]]:
    """Return the way from the partnership to the page above this one."""
    strategy = thing if isinstance(thing, Strategy) else thing.strategy
    slug = strategy.partnership.slug
    way = [
        (strategy.partnership.short_name, reverse("partnerships:hub", args=[slug])),
        ("Strategies", reverse("strategies:index", args=[slug])),
    ]
    if isinstance(thing, StrategyVersion):
        address = reverse("strategies:version", args=own(thing))
        way.append((f"{strategy.title}, version {thing.number}", address))
    return way
