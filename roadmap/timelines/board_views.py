"""The roadmap theme by theme."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from roadmap.items import filters
from roadmap.items.models import Item, Rollout
from roadmap.partnerships.finding import councils_of, partnership_of
from roadmap.timelines.board import columns

# Far more than anybody reads as cards; the table has the rest.
MOST_CARDS = 150


@login_not_required
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """A card an item under its theme, with where each council is."""
    partnership = partnership_of(request, slug)
    every = Rollout.objects.visible_to(request.user).filter(item__partnership=partnership)
    found = filters.read(request.GET, councils_of(partnership))
    shown = set(filters.apply(found, every).order_by().values_list("pk", flat=True))
    items = Item.objects.visible_to(request.user).filter(partnership=partnership)
    if found:
        items = items.filter(rollouts__in=shown).distinct()
    listed = items.select_related("theme").order_by("position", "pk")
    cards = list(listed[: MOST_CARDS + 1])
    rollouts = every.filter(item__in=[item.pk for item in cards]).with_names().in_order()
    context = {
        "partnership": partnership,
        "theme": partnership,
        "here": "partnerships:roadmap",
        "crumbs": [(partnership.short_name, reverse("partnerships:hub", args=[slug]))],
        "columns": columns(cards[:MOST_CARDS], rollouts, shown),
        "more": len(cards) > MOST_CARDS,
        "most": MOST_CARDS,
        "today": timezone.localdate(),
        "filter": found,
        "choices": filters.choices(partnership, every, found),
        "said": filters.in_words(found, councils_of(partnership)),
        "query": found.query(),
    }
    return render(request, "roadmap/timelines/board.html", context)
