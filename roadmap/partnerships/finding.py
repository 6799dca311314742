"""Which partnership a page is about."""

from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.calendar import words
from governance.councils.models import Constituent, Council, Partnership
from governance.people.permissions import Visitor, seats_of

MEMBERS = Prefetch(
    "constituents", Constituent.objects.select_related("council").order_by("council__short_name")
)


def partnership_of(request: HttpRequest, slug: str) -> Partnership:
    """Return the partnership at `slug` with its members fetched; raises Http404."""
    known = Partnership.objects.visible_to(request.user).prefetch_related(MEMBERS)
    found: Partnership = get_object_or_404(known, slug=slug)
    # The line below the name on its pages; those who found it otherwise go without.
    found.part_of = words.listed(council.short_name for council in councils_of(found))
    return found


def councils_of(partnership: Partnership) -> list[Council]:
    """Return the councils that belong to it, by name; no query where `partnership_of` found it."""
    return [row.council for row in partnership.constituents.all()]


def own(user: Visitor) -> Partnership | None:
    """Return the partnership in which `user` holds a role, or a council of theirs belongs."""
    held = seats_of(user).held
    ids = {partnership for _, _, partnership in held if partnership}
    councils = {council for _, council, _ in held if council}
    of_councils = Constituent.objects.filter(council__in=councils).values("partnership")
    known = Partnership.objects.visible_to(user)
    found = known.filter(pk__in=ids) if ids else known.filter(pk__in=of_councils)
    return found.order_by("pk").first() if held else None
