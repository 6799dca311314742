"""The review that an address names, as far as the visitor may see it, and who may write it."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from governance.bodies.models import Body
from governance.councils.models import Council
from scrutiny.reviews import permissions
from scrutiny.reviews.content import with_content
from scrutiny.reviews.models import Review

AROUND = ("issue", "partnership", "lead_council", "task_group__lead_council")


def review_of(request: HttpRequest, slug: str, *, whole: bool = False) -> Review:
    """Return the review at an address, or raise Http404; `whole`, with everything of it."""
    found = Review.objects.visible_to(request.user).select_related(*AROUND)
    review: Review = get_object_or_404(with_content(found) if whole else found, slug=slug)
    return review


def editable(request: HttpRequest, slug: str, *, whole: bool = False) -> Review:
    """Return the review at an address to those who keep it; raises PermissionDenied."""
    review = review_of(request, slug, whole=whole)
    if not permissions.can_edit(request.user, review):
        raise PermissionDenied(permissions.whose(review))
    return review


def bodies_around(review: Review) -> "QuerySet[Body]":
    """Return the bodies of the councils that a review concerns, council by council."""
    councils = councils_around(review)
    found = Body.objects.filter(councils__council__in=councils).distinct()
    return found.order_by("lead_council__name", "name")


def councils_around(review: Review) -> "QuerySet[Council]":
    """Return the councils that a review concerns: its partnership's, or the one that serves it."""
    if review.partnership_id is None:
        return Council.objects.filter(pk=review.lead_council_id)
    of_partnership = Council.objects.filter(memberships__partnership=review.partnership_id)
    return of_partnership.distinct().order_by("name")


def crumbs_of(review: Review | None = None) -> list[tuple[str, str]]:
    """Return the way from the scrutiny pages to the page above this one."""
    way = [("Scrutiny", there("scrutiny:hub")), ("Reviews", reverse("reviews:index"))]
    if review is not None:
        way.append((review.title, reverse("reviews:detail", args=[review.slug])))
    return [(name, address) for name, address in way if address]


def there(name: str, *args: object) -> str:
    """Return an address of another feature, or "" where there is no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
